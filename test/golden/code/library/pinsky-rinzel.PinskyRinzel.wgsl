// PinskyRinzel — from models/neurons/pinsky-rinzel.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// PinskyRinzel · initialize
struct initialize_at {
  soma_v: u32, // mV
  soma_h: u32,
  soma_n: u32,
  dend_v: u32, // mV
  dend_s: u32,
  dend_c: u32,
  dend_q: u32,
  dend_Ca: u32,
}

fn initialize(at: initialize_at, i: u32) {
  var soma_v = reals[at.soma_v + i];
  soma_v = -62.9;
  reals[at.soma_v + i] = soma_v;
  let soma_h_1 = 0.128 * exp((-43.0 - soma_v) * 0.055555556);
  reals[at.soma_h + i] = soma_h_1 / (soma_h_1 + 4.0 / (1.0 + exp((-20.0 - soma_v) * 0.2)));
  let soma_n_1 = 0.08 / exprel((-24.9 - soma_v) * 0.2);
  reals[at.soma_n + i] = soma_n_1 / (soma_n_1 + 0.25 * exp(-1.0 - 0.025 * soma_v));
  reals[at.dend_v + i] = -62.9;
  reals[at.dend_s + i] = 0.009;
  reals[at.dend_c + i] = 0.007;
  reals[at.dend_q + i] = 0.01;
  reals[at.dend_Ca + i] = 0.2;
}

// PinskyRinzel · step
struct step__at {
  lastspike: u32, // integer
  soma_v: u32,    // mV
  soma_h: u32,
  soma_n: u32,
  dend_v: u32, // mV
  dend_s: u32,
  dend_c: u32,
  dend_Ca: u32,
  dend_q: u32,
  soma_I: u32,     // pA
  soma_V_ext: u32, // mV
  dend_V_ext: u32, // mV
  g_Ca: f32,       // mS/cm^2
  E_Ca: f32,       // mV
  g_L: f32,        // mS/cm^2
  g_KAHP: f32,     // mS/cm^2
  g_KC: f32,       // mS/cm^2
  g_KDR: f32,      // mS/cm^2
  dt: f32,         // ms
  silent_steps: f32,
  soma_b_h_1: f32,
  soma_a_n_1: f32,
  soma_b_n_1: f32,
  dend_a_s_1: f32,
  dend_b_s_1: f32,
  dend_b_s_2: f32,
  dend_slow_1: f32,
  dend_a_c_1: f32,
  dend_Ca_1: f32,
  dend_Ca_2: f32,
  soma_a_m_1: f32,
  soma_b_m_1: f32,
  soma_b_m_2: f32,
  soma_v_ahead_1: f32,
  soma_v_ahead_11: f32,
  soma_v_ahead_2: f32,
  soma_v_ahead_3: f32,
  E_K_times_g_KDR: f32,
  soma_v_ahead_4: f32,
  g_c_per_p: f32,
  per_C: f32,
  soma_v_3: f32,
  soma_v_ahead_5: f32,
  soma_v_ahead_6: f32,
  g_Na_per_C: f32,
  soma_v_ahead_7: f32,
  soma_v_ahead_8: f32,
  E_Ca_times_g_Ca: f32,
  E_K_times_g_KAHP: f32,
  E_K_times_g_KC: f32,
  soma_v_ahead_9: f32,
  soma_v_ahead_10: f32,
  soma_v_ahead_12: f32,
  dt_per_C: f32,
  soma_v_1: f32,
  soma_v_2: f32,
  soma_v_4: f32,
  soma_v_5: f32,
  dend_v_1: f32,
}

fn step_(at: step__at, step: i32, i: u32, spikes: u32) {
  let lastspike = wholes[at.lastspike + i];
  let soma_v = reals[at.soma_v + i];
  let soma_h = reals[at.soma_h + i];
  let soma_n = reals[at.soma_n + i];
  let dend_v = reals[at.dend_v + i];
  let dend_s = reals[at.dend_s + i];
  let dend_c = reals[at.dend_c + i];
  let dend_Ca = reals[at.dend_Ca + i];
  let dend_q = reals[at.dend_q + i];
  let soma_I = reals[at.soma_I + i];
  let soma_V_ext = reals[at.soma_V_ext + i];
  let dend_V_ext = reals[at.dend_V_ext + i];
  let free = f32(step - lastspike) >= at.silent_steps;
  let soma_a_h = 0.128 * exp((-43.0 - soma_v) * 0.055555556);
  let soma_b_h_2 = exp(-0.025 * soma_v);
  let soma_b_h_3 = soma_b_h_2 * soma_b_h_2;
  let soma_b_h_4 = soma_b_h_3 * soma_b_h_3;
  let soma_b_h_5 = soma_b_h_4 * soma_b_h_4;
  let soma_b_h = 4.0 / (1.0 + at.soma_b_h_1 * soma_b_h_5);
  let soma_h_new =
    soma_h +
    at.dt *
      exprel(-(soma_a_h + soma_b_h) * at.dt) *
      (soma_a_h * (1.0 - soma_h) - soma_b_h * soma_h);
  let soma_a_n_2 = -24.9 - soma_v;
  let soma_a_n_3 = soma_a_n_2 * 0.2;
  let soma_a_n_4 = soma_a_n_2 * soma_a_n_2;
  let soma_a_n_5 = 0.04 * soma_a_n_4;
  let soma_a_n =
    0.08 *
    select(
      soma_a_n_3 / (at.soma_a_n_1 * soma_b_h_5 - 1.0),
      1.0 -
        0.1 * soma_a_n_2 +
        soma_a_n_5 *
          (((-3.3068783e-8 * soma_a_n_4 + 0.000033068784) * soma_a_n_5 + -0.0013888889) *
            soma_a_n_5 +
            0.083333336),
      abs(soma_a_n_3) < 0.1,
    );
  let soma_b_n = at.soma_b_n_1 * soma_b_h_2;
  let soma_n_new =
    soma_n +
    at.dt *
      exprel(-(soma_a_n + soma_b_n) * at.dt) *
      (soma_a_n * (1.0 - soma_n) - soma_b_n * soma_n);
  let dend_a_s_2 = exp(-0.008 * dend_v);
  let dend_a_s_3 = dend_a_s_2 * dend_a_s_2;
  let dend_a_s_4 = dend_a_s_3 * dend_a_s_3;
  let dend_a_s_5 = dend_a_s_4 * dend_a_s_4;
  let dend_a_s = 1.6 / (1.0 + at.dend_a_s_1 * (dend_a_s_5 * dend_a_s_2));
  let dend_b_s_3 = dend_v + 8.9;
  let dend_b_s_4 = dend_b_s_3 * dend_b_s_3;
  let dend_b_s_5 = 0.04 * dend_b_s_4;
  let dend_b_s_6 = dend_a_s_5 * dend_a_s_4;
  let dend_b_s_7 = dend_b_s_6 * dend_b_s_6 * dend_a_s_2;
  let dend_b_s =
    0.1 *
    select(
      (at.dend_b_s_1 * (dend_b_s_3 * dend_b_s_7)) / (1.0 - at.dend_b_s_2 * dend_b_s_7),
      1.0 -
        0.1 * dend_b_s_3 +
        dend_b_s_5 *
          (((-3.3068783e-8 * dend_b_s_4 + 0.000033068784) * dend_b_s_5 + -0.0013888889) *
            dend_b_s_5 +
            0.083333336),
      abs(dend_b_s_3 * 0.2) < 0.1,
    );
  let dend_s_new =
    dend_s +
    at.dt *
      exprel(-(dend_a_s + dend_b_s) * at.dt) *
      (dend_a_s * (1.0 - dend_s) - dend_b_s * dend_s);
  let dend_slow_2 = exp(0.0033670033 * dend_v);
  let dend_slow_3 = 1.0 / dend_slow_2;
  let dend_slow_4 = dend_slow_3 * dend_slow_3;
  let dend_slow_5 = dend_slow_4 * dend_slow_4 * dend_slow_3;
  let dend_slow = at.dend_slow_1 * (dend_slow_5 * dend_slow_5 * dend_slow_3);
  let dend_a_c_2 = dend_v <= -10.0;
  let dend_a_c_3 = dend_slow_2 * dend_slow_2;
  let dend_a_c_4 = dend_a_c_3 * dend_a_c_3 * dend_slow_2;
  let dend_a_c = select(
    dend_slow,
    at.dend_a_c_1 * (dend_a_c_4 * dend_a_c_4 * dend_slow_2 * dend_a_c_4),
    dend_a_c_2,
  );
  let dend_b_c = select(0.0, dend_slow - dend_a_c, dend_a_c_2);
  let dend_c_new =
    dend_c +
    at.dt *
      exprel(-(dend_a_c + dend_b_c) * at.dt) *
      (dend_a_c * (1.0 - dend_c) - dend_b_c * dend_c);
  let dend_Ca_3 = dend_s + dend_s_new;
  let dend_Ca_new =
    dend_Ca +
    at.dend_Ca_2 * (at.dend_Ca_1 * (dend_Ca_3 * dend_Ca_3 * (dend_v - at.E_Ca)) - 0.075 * dend_Ca);
  let dend_q_1 = min(0.00001 * (dend_Ca + dend_Ca_new), 0.01);
  let dend_q_new =
    dend_q +
    at.dt * exprel(-(dend_q_1 + 0.001) * at.dt) * (dend_q_1 * (1.0 - dend_q) - 0.001 * dend_q);
  let soma_a_m_2 = -46.9 - soma_v;
  let soma_a_m_3 = soma_a_m_2 * 0.25;
  let soma_a_m_4 = soma_a_m_2 * soma_a_m_2;
  let soma_a_m_5 = 0.0625 * soma_a_m_4;
  let soma_a_m =
    1.28 *
    select(
      soma_a_m_3 / (at.soma_a_m_1 * (soma_b_h_5 * soma_b_h_3) - 1.0),
      1.0 -
        0.125 * soma_a_m_2 +
        soma_a_m_5 *
          (((-5.1669975e-8 * soma_a_m_4 + 0.000033068784) * soma_a_m_5 + -0.0013888889) *
            soma_a_m_5 +
            0.083333336),
      abs(soma_a_m_3) < 0.1,
    );
  let soma_b_m_3 = soma_v + 19.9;
  let soma_b_m_4 = soma_b_m_3 * soma_b_m_3;
  let soma_b_m_5 = 0.04 * soma_b_m_4;
  let soma_b_m =
    1.4 *
    select(
      (at.soma_b_m_1 * (soma_b_m_3 * soma_b_h_5)) / (1.0 - at.soma_b_m_2 * soma_b_h_5),
      1.0 -
        0.1 * soma_b_m_3 +
        soma_b_m_5 *
          (((-3.3068783e-8 * soma_b_m_4 + 0.000033068784) * soma_b_m_5 + -0.0013888889) *
            soma_b_m_5 +
            0.083333336),
      abs(soma_b_m_3 * 0.2) < 0.1,
    );
  let soma_m = soma_a_m / (soma_a_m + soma_b_m);
  let soma_v_ahead_16 = dend_s_new * dend_s_new;
  let soma_v_ahead_17 = min(dend_Ca_new * 0.004, 1.0);
  let soma_v_ahead_18 =
    at.soma_v_ahead_1 -
    (at.g_L +
      at.g_Ca * soma_v_ahead_16 +
      at.g_KAHP * dend_q_new +
      at.g_KC * dend_c_new * soma_v_ahead_17);
  let soma_v_ahead_19 = 1.0 - at.soma_v_ahead_2 * soma_v_ahead_18;
  let soma_V_ext_minus_dend_V_ext = soma_V_ext - dend_V_ext;
  let soma_v_ahead_20 =
    (soma_I * at.soma_v_ahead_3 -
      (at.soma_v_ahead_4 -
        at.E_K_times_g_KDR * soma_n_new +
        at.g_c_per_p * soma_V_ext_minus_dend_V_ext)) *
    at.per_C;
  let soma_v_ahead_21 = soma_m * soma_m * soma_h_new;
  let soma_v_ahead_22 = at.g_L + at.g_KDR * soma_n_new + at.g_c_per_p;
  let soma_v_ahead_23 = soma_v_ahead_22 * at.soma_v_ahead_6 - at.g_Na_per_C * soma_v_ahead_21;
  let soma_v_ahead_24 = at.soma_v_ahead_7 * dend_v;
  let soma_v_ahead_25 = soma_v_ahead_18 * at.per_C;
  let soma_v_ahead_26 =
    (at.soma_v_ahead_8 * soma_V_ext_minus_dend_V_ext -
      (at.soma_v_ahead_4 -
        at.E_Ca_times_g_Ca * soma_v_ahead_16 -
        at.E_K_times_g_KAHP * dend_q_new -
        at.E_K_times_g_KC * (dend_c_new * soma_v_ahead_17))) *
      at.per_C +
    soma_v_ahead_25 * dend_v +
    at.soma_v_ahead_9 * soma_v;
  let soma_v_ahead =
    soma_v +
    (soma_v_ahead_19 *
      (at.dt *
        (soma_v_ahead_20 -
          at.soma_v_ahead_5 * soma_v_ahead_21 +
          soma_v_ahead_23 * soma_v +
          soma_v_ahead_24)) +
      at.soma_v_ahead_10 * soma_v_ahead_26) /
      ((1.0 - at.soma_v_ahead_11 * soma_v_ahead_23) * soma_v_ahead_19 - at.soma_v_ahead_12);
  let soma_a_m_ahead = 1.28 * (1.0 / exprel((-46.9 - soma_v_ahead) * 0.25));
  let soma_b_m_ahead = 1.4 * (1.0 / exprel((soma_v_ahead + 19.9) * 0.2));
  let soma_m_ahead = soma_a_m_ahead / (soma_a_m_ahead + soma_b_m_ahead);
  let soma_v_8 = at.dt * (soma_v_ahead_25 + at.soma_v_ahead_9);
  let soma_v_9 = 6.0 - soma_v_8;
  let soma_v_10 = 3.0 - soma_v_8;
  let soma_v_11 = soma_v_9 - at.dt_per_C * (soma_v_10 * soma_v_ahead_18);
  let soma_v_12 = soma_m_ahead * soma_m_ahead * soma_h_new;
  let soma_v_13 =
    0.5 * (at.soma_v_1 * soma_v_ahead_21 - at.g_Na_per_C * soma_v_12) - soma_v_ahead_22 * at.per_C;
  let soma_v_14 = at.dt * (soma_v_13 - at.soma_v_2);
  let soma_v_15 = 6.0 - soma_v_14;
  let soma_v_16 =
    soma_v_ahead_20 +
    0.5 * (at.soma_v_3 * soma_v_ahead_21 - at.soma_v_ahead_5 * soma_v_12) +
    soma_v_13 * soma_v +
    soma_v_ahead_24;
  let soma_v_17 = 3.0 - soma_v_14;
  let soma_v_18 = soma_v_15 - at.dt * soma_v_17 * soma_v_13;
  let soma_v_19 = 1.0 / (soma_v_18 * soma_v_11 - at.soma_v_5 * (soma_v_17 * soma_v_10));
  let soma_v_new =
    soma_v +
    (soma_v_11 * (soma_v_15 * (at.dt * soma_v_16)) +
      at.soma_v_4 * (soma_v_17 * (soma_v_9 * soma_v_ahead_26))) *
      soma_v_19;
  let dend_v_new =
    dend_v +
    (soma_v_18 * (soma_v_9 * (at.dt * soma_v_ahead_26)) +
      at.dend_v_1 * (soma_v_10 * (soma_v_15 * soma_v_16))) *
      soma_v_19;
  if (free) {
    if (soma_v_new > -10.0) {
      append(spikes, i);
      wholes[at.lastspike + i] = step;
    }
  }
  reals[at.soma_h + i] = soma_h_new;
  reals[at.soma_n + i] = soma_n_new;
  reals[at.dend_s + i] = dend_s_new;
  reals[at.dend_c + i] = dend_c_new;
  reals[at.dend_Ca + i] = dend_Ca_new;
  reals[at.dend_q + i] = dend_q_new;
  reals[at.soma_v + i] = soma_v_new;
  reals[at.dend_v + i] = dend_v_new;
}

/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
}

/// (exp(x) - 1) / x, finite at 0.
fn exprel(x: f32) -> f32 {
  if (abs(x) > 0.5) {
    return (exp(x) - 1.0) / x;
  }
  let tail = 1.0 / 120.0 + x * (1.0 / 720.0 + x * (1.0 / 5040.0 + x * (1.0 / 40320.0)));
  return 1.0 + x * (0.5 + x * (1.0 / 6.0 + x * (1.0 / 24.0 + x * tail)));
}
