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
  soma_V_ext: u32, // mV
  dend_v: u32,     // mV
  dend_V_ext: u32, // mV
  soma_I: u32,     // pA
  dend_s: u32,
  dend_q: u32,
  dend_c: u32,
  dend_Ca: u32,
  g_L: f32,    // mS/cm^2
  E_L: f32,    // mV
  g_Na: f32,   // mS/cm^2
  E_Na: f32,   // mV
  g_KDR: f32,  // mS/cm^2
  E_K: f32,    // mV
  g_c: f32,    // mS/cm^2
  g_Ca: f32,   // mS/cm^2
  E_Ca: f32,   // mV
  g_KAHP: f32, // mS/cm^2
  g_KC: f32,   // mS/cm^2
  dt: f32,     // ms
  silent_steps: f32,
  soma_a_m_1: f32,
  soma_b_m_1: f32,
  soma_b_m_3: f32,
  k_soma_v_1: f32,
  per_p: f32,
  dt_per_C: f32,
  soma_b_h_1: f32,
  soma_a_n_1: f32,
  soma_b_n_1: f32,
  k_dend_v_1: f32,
}

fn step_(at: step__at, step: i32, i: u32, spikes: u32) {
  let lastspike = wholes[at.lastspike + i];
  let soma_v = reals[at.soma_v + i];
  let soma_h = reals[at.soma_h + i];
  let soma_n = reals[at.soma_n + i];
  let soma_V_ext = reals[at.soma_V_ext + i];
  let dend_v = reals[at.dend_v + i];
  let dend_V_ext = reals[at.dend_V_ext + i];
  let soma_I = reals[at.soma_I + i];
  let dend_s = reals[at.dend_s + i];
  let dend_q = reals[at.dend_q + i];
  let dend_c = reals[at.dend_c + i];
  let dend_Ca = reals[at.dend_Ca + i];
  let free = f32(step - lastspike) >= at.silent_steps;
  let soma_I_L = at.g_L * (soma_v - at.E_L);
  let soma_a_m_3 = -46.9 - soma_v;
  let soma_a_m_4 = soma_a_m_3 * 0.25;
  let soma_a_m_5 = soma_a_m_3 * soma_a_m_3;
  let soma_a_m_6 = 0.0625 * soma_a_m_5;
  let soma_a_m_7 = exp(-0.025 * soma_v);
  let soma_a_m_8 = soma_a_m_7 * soma_a_m_7;
  let soma_a_m_9 = soma_a_m_8 * soma_a_m_8;
  let soma_a_m_10 = soma_a_m_9 * soma_a_m_7;
  let soma_a_m =
    1.28 *
    select(
      soma_a_m_4 / (at.soma_a_m_1 * (soma_a_m_10 * soma_a_m_10) - 1.0),
      1.0 -
        0.125 * soma_a_m_3 +
        soma_a_m_6 *
          (((-5.1669975e-8 * soma_a_m_5 + 0.000033068784) * soma_a_m_6 + -0.0013888889) *
            soma_a_m_6 +
            0.083333336),
      abs(soma_a_m_4) < 0.1,
    );
  let soma_b_m_4 = soma_v + 19.9;
  let soma_b_m_5 = soma_b_m_4 * soma_b_m_4;
  let soma_b_m_6 = 0.04 * soma_b_m_5;
  let soma_b_m_7 = soma_a_m_9 * soma_a_m_9;
  let soma_b_m =
    1.4 *
    select(
      (at.soma_b_m_1 * (soma_b_m_4 * soma_b_m_7)) / (1.0 - at.soma_b_m_3 * soma_b_m_7),
      1.0 -
        0.1 * soma_b_m_4 +
        soma_b_m_6 *
          (((-3.3068783e-8 * soma_b_m_5 + 0.000033068784) * soma_b_m_6 + -0.0013888889) *
            soma_b_m_6 +
            0.083333336),
      abs(soma_b_m_4 * 0.2) < 0.1,
    );
  let soma_m = soma_a_m / (soma_a_m + soma_b_m);
  let soma_I_Na = at.g_Na * (soma_m * soma_m) * soma_h * (soma_v - at.E_Na);
  let soma_I_KDR = at.g_KDR * soma_n * (soma_v - at.E_K);
  let soma_I_c = at.g_c * (soma_v + soma_V_ext - dend_v - dend_V_ext);
  let k_soma_v_2 = soma_I * at.k_soma_v_1;
  let k_soma_v =
    at.dt_per_C * (k_soma_v_2 - (soma_I_L + soma_I_Na + soma_I_KDR + soma_I_c * at.per_p));
  let soma_v_mid = soma_v + k_soma_v * 0.5;
  let soma_I_L_2 = at.g_L * (soma_v_mid - at.E_L);
  let soma_a_m_2 = 1.28 / exprel((-46.9 - soma_v_mid) * 0.25);
  let soma_b_m_2 = 1.4 / exprel((soma_v_mid + 19.9) * 0.2);
  let soma_m_2 = soma_a_m_2 / (soma_a_m_2 + soma_b_m_2);
  let soma_a_h = 0.128 * exp((-43.0 - soma_v) * 0.055555556);
  let soma_b_h = 4.0 / (1.0 + at.soma_b_h_1 * soma_b_m_7);
  let k_soma_h = at.dt * (soma_a_h * (1.0 - soma_h) - soma_b_h * soma_h);
  let soma_h_mid = soma_h + k_soma_h * 0.5;
  let soma_I_Na_2 = at.g_Na * (soma_m_2 * soma_m_2) * soma_h_mid * (soma_v_mid - at.E_Na);
  let soma_a_n_3 = -24.9 - soma_v;
  let soma_a_n_4 = soma_a_n_3 * 0.2;
  let soma_a_n_5 = soma_a_n_3 * soma_a_n_3;
  let soma_a_n_6 = 0.04 * soma_a_n_5;
  let soma_a_n =
    0.08 *
    select(
      soma_a_n_4 / (at.soma_a_n_1 * soma_b_m_7 - 1.0),
      1.0 -
        0.1 * soma_a_n_3 +
        soma_a_n_6 *
          (((-3.3068783e-8 * soma_a_n_5 + 0.000033068784) * soma_a_n_6 + -0.0013888889) *
            soma_a_n_6 +
            0.083333336),
      abs(soma_a_n_4) < 0.1,
    );
  let soma_b_n = at.soma_b_n_1 * soma_a_m_7;
  let k_soma_n = at.dt * (soma_a_n * (1.0 - soma_n) - soma_b_n * soma_n);
  let soma_n_mid = soma_n + k_soma_n * 0.5;
  let soma_I_KDR_2 = at.g_KDR * soma_n_mid * (soma_v_mid - at.E_K);
  let dend_I_L = at.g_L * (dend_v - at.E_L);
  let dend_I_Ca = at.g_Ca * (dend_s * dend_s) * (dend_v - at.E_Ca);
  let dend_v_minus_E_K = dend_v - at.E_K;
  let dend_I_KAHP = at.g_KAHP * dend_q * dend_v_minus_E_K;
  let dend_I_KC = at.g_KC * dend_c * min(dend_Ca * 0.004, 1.0) * dend_v_minus_E_K;
  let k_dend_v =
    at.dt_per_C * (soma_I_c * at.k_dend_v_1 - (dend_I_L + dend_I_Ca + dend_I_KAHP + dend_I_KC));
  let dend_v_mid = dend_v + k_dend_v * 0.5;
  let soma_I_c_2 = at.g_c * (soma_v_mid + soma_V_ext - dend_v_mid - dend_V_ext);
  let soma_v_new =
    soma_v +
    at.dt_per_C * (k_soma_v_2 - (soma_I_L_2 + soma_I_Na_2 + soma_I_KDR_2 + soma_I_c_2 * at.per_p));
  let soma_a_h_2 = 0.128 * exp((-43.0 - soma_v_mid) * 0.055555556);
  let soma_b_h_2 = 4.0 / (1.0 + exp((-20.0 - soma_v_mid) * 0.2));
  let soma_h_new = soma_h + at.dt * (soma_a_h_2 * (1.0 - soma_h_mid) - soma_b_h_2 * soma_h_mid);
  let soma_a_n_2 = 0.08 / exprel((-24.9 - soma_v_mid) * 0.2);
  let soma_b_n_2 = 0.25 * exp(-1.0 - 0.025 * soma_v_mid);
  let soma_n_new = soma_n + at.dt * (soma_a_n_2 * (1.0 - soma_n_mid) - soma_b_n_2 * soma_n_mid);
  let dend_I_L_2 = at.g_L * (dend_v_mid - at.E_L);
  let dend_a_s = 1.6 / (1.0 + exp(-0.072 * (dend_v - 5.0)));
  let dend_b_s = 0.1 / exprel((dend_v + 8.9) * 0.2);
  let k_dend_s = at.dt * (dend_a_s * (1.0 - dend_s) - dend_b_s * dend_s);
  let dend_s_mid = dend_s + k_dend_s * 0.5;
  let dend_I_Ca_2 = at.g_Ca * (dend_s_mid * dend_s_mid) * (dend_v_mid - at.E_Ca);
  let dend_a_q = min(0.00002 * dend_Ca, 0.01);
  let k_dend_q = at.dt * (dend_a_q * (1.0 - dend_q) - 0.001 * dend_q);
  let dend_q_mid = dend_q + k_dend_q * 0.5;
  let dend_v_mid_minus_E_K = dend_v_mid - at.E_K;
  let dend_I_KAHP_2 = at.g_KAHP * dend_q_mid * dend_v_mid_minus_E_K;
  let dend_slow = 2.0 * exp((-53.5 - dend_v) * 0.037037037);
  let dend_a_c_1 = dend_v <= -10.0;
  let dend_a_c = select(
    dend_slow,
    exp((dend_v + 50.0) * 0.09090909 - (dend_v + 53.5) * 0.037037037) * 0.052700922,
    dend_a_c_1,
  );
  let dend_b_c = select(0.0, dend_slow - dend_a_c, dend_a_c_1);
  let k_dend_c = at.dt * (dend_a_c * (1.0 - dend_c) - dend_b_c * dend_c);
  let dend_c_mid = dend_c + k_dend_c * 0.5;
  let k_dend_Ca = at.dt * (-13.0 * dend_I_Ca - 0.075 * dend_Ca);
  let dend_Ca_mid = dend_Ca + k_dend_Ca * 0.5;
  let dend_I_KC_2 = at.g_KC * dend_c_mid * min(dend_Ca_mid * 0.004, 1.0) * dend_v_mid_minus_E_K;
  let dend_v_new =
    dend_v +
    at.dt_per_C *
      (soma_I_c_2 * at.k_dend_v_1 - (dend_I_L_2 + dend_I_Ca_2 + dend_I_KAHP_2 + dend_I_KC_2));
  let dend_a_s_2 = 1.6 / (1.0 + exp(-0.072 * (dend_v_mid - 5.0)));
  let dend_b_s_2 = 0.1 / exprel((dend_v_mid + 8.9) * 0.2);
  let dend_s_new = dend_s + at.dt * (dend_a_s_2 * (1.0 - dend_s_mid) - dend_b_s_2 * dend_s_mid);
  let dend_slow_2 = 2.0 * exp((-53.5 - dend_v_mid) * 0.037037037);
  let dend_a_c_3 = dend_v_mid <= -10.0;
  let dend_a_c_2 = select(
    dend_slow_2,
    exp((dend_v_mid + 50.0) * 0.09090909 - (dend_v_mid + 53.5) * 0.037037037) * 0.052700922,
    dend_a_c_3,
  );
  let dend_b_c_2 = select(0.0, dend_slow_2 - dend_a_c_2, dend_a_c_3);
  let dend_c_new = dend_c + at.dt * (dend_a_c_2 * (1.0 - dend_c_mid) - dend_b_c_2 * dend_c_mid);
  let dend_a_q_2 = min(0.00002 * dend_Ca_mid, 0.01);
  let dend_q_new = dend_q + at.dt * (dend_a_q_2 * (1.0 - dend_q_mid) - 0.001 * dend_q_mid);
  let dend_Ca_new = dend_Ca + at.dt * (-13.0 * dend_I_Ca_2 - 0.075 * dend_Ca_mid);
  if (free) {
    if (soma_v_new > -10.0) {
      append(spikes, i);
      wholes[at.lastspike + i] = step;
    }
  }
  reals[at.soma_v + i] = soma_v_new;
  reals[at.soma_h + i] = soma_h_new;
  reals[at.soma_n + i] = soma_n_new;
  reals[at.dend_v + i] = dend_v_new;
  reals[at.dend_s + i] = dend_s_new;
  reals[at.dend_c + i] = dend_c_new;
  reals[at.dend_q + i] = dend_q_new;
  reals[at.dend_Ca + i] = dend_Ca_new;
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
