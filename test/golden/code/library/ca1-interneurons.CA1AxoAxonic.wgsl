// CA1AxoAxonic — from models/neurons/ca1-interneurons.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// CA1AxoAxonic · initialize
struct initialize_at {
  soma_v: u32, // mV
  dend_v: u32, // mV
  soma_Na_h: u32,
  soma_K_n: u32,
  dend_Ca_L_s: u32,
  dend_Ca_L_r: u32,
  dend_KCa_c: u32,
  dend_Ca: u32, // mM
  V_rest: f32,  // mV
  Ca_rest: f32, // mM
}

fn initialize(at: initialize_at, i: u32) {
  var soma_v = reals[at.soma_v + i];
  var dend_v = reals[at.dend_v + i];
  soma_v = at.V_rest;
  reals[at.soma_v + i] = soma_v;
  let soma_Na_h_1 = 0.128 * exp((-43.0 - soma_v) * 0.055555556);
  reals[at.soma_Na_h + i] = soma_Na_h_1 / (soma_Na_h_1 + 4.0 / (1.0 + exp((-20.0 - soma_v) * 0.2)));
  let soma_K_n_1 = 0.08 / exprel((-24.9 - soma_v) * 0.2);
  reals[at.soma_K_n + i] = soma_K_n_1 / (soma_K_n_1 + 0.25 * exp(-1.0 - 0.025 * soma_v));
  dend_v = at.V_rest;
  reals[at.dend_v + i] = dend_v;
  let dend_Ca_L_s_1 = 5.0 / (1.0 + exp((5.0 - dend_v) * 0.1));
  reals[at.dend_Ca_L_s + i] = dend_Ca_L_s_1 / (dend_Ca_L_s_1 + 0.2 / exprel((dend_v + 8.9) * 0.2));
  let dend_Ca_L_r_1 = 0.1673 * exp(-0.03035 * (dend_v + 38.5));
  reals[at.dend_Ca_L_r + i] =
    dend_Ca_L_r_1 / (dend_Ca_L_r_1 + 0.5 / (1.0 + exp(0.3 * (8.9 - dend_v))));
  let dend_KCa_c_1 = dend_v + 10.1;
  reals[at.dend_KCa_c + i] = exp(
    -0.00925 * (max(dend_KCa_c_1 * -9.84252, 0.0) + log1p(exp(-abs(dend_KCa_c_1 * 9.84252)))),
  );
  reals[at.dend_Ca + i] = at.Ca_rest;
}

// CA1AxoAxonic · step
struct step__at {
  soma_v: u32,         // mV
  dend_Ca: u32,        // mM
  dend_v: u32,         // mV
  not_refractory: u32, // boolean
  lastspike: u32,      // integer
  soma_Na_h: u32,
  soma_K_n: u32,
  dend_Ca_L_s: u32,
  dend_Ca_L_r: u32,
  dend_KCa_c: u32,
  soma_I: u32,     // pA
  soma_V_ext: u32, // mV
  dend_I: u32,     // pA
  dend_V_ext: u32, // mV
  V_th: f32,       // mV
  t_ref: f32,      // ms
  Ca_rest: f32,    // mM
  k_Ca: f32,       // 1/ms
  d_Ca: f32,       // mM*cm^2/mA/ms
  soma_K_g: f32,   // mS/cm^2
  g_L_s: f32,      // mS/cm^2
  dend_KCa_g: f32, // mS/cm^2
  g_L_d: f32,      // mS/cm^2
  dt: f32,         // ms
  soma_Na_m_1: f32,
  soma_Na_m_3: f32,
  soma_Na_m_4: f32,
  dend_Ca_L_f: f32,
  dend_Ca_L_force_1: f32,
  per_dend_Ca_L_f: f32,
  soma_Na_h_1: f32,
  soma_K_n_1: f32,
  soma_K_n_2: f32,
  dend_Ca_L_s_1: f32,
  dend_Ca_L_s_2: f32,
  dend_Ca_L_s_3: f32,
  dend_Ca_L_r_1: f32,
  dend_KCa_tau_c_1: f32,
  dend_Ca_L_I_rest: f32,
  dend_Ca_1: f32,
  dend_Ca_2: f32,
  soma_I_hold: f32,
  dend_I_hold: f32,
  soma_v_ahead_1: f32,
  per_C_m: f32,
  soma_v_ahead_2: f32,
  soma_v_ahead_3: f32,
  soma_v_ahead_4: f32,
  per_soma_area: f32,
  soma_K_E_times_soma_K_g: f32,
  E_L_times_g_L_s: f32,
  per_soma_C: f32,
  soma_v_2: f32,
  soma_v_ahead_5: f32,
  soma_v_ahead_6: f32,
  soma_v_ahead_7: f32,
  soma_Na_g_per_soma_C: f32,
  per_dend_area: f32,
  dend_KCa_E_times_dend_KCa_g: f32,
  E_L_times_g_L_d: f32,
  soma_v_3: f32,
  soma_v_ahead_8: f32,
  soma_v_ahead_9: f32,
  soma_v_ahead_10: f32,
  dend_v_ahead_1: f32,
  soma_v_1: f32,
  soma_v_4: f32,
  soma_v_5: f32,
  dend_v_1: f32,
}

struct step__now {
  t: f32,
}

fn step_(at: step__at, now: step__now, step: i32, i: u32, spikes: u32) {
  let soma_v = reals[at.soma_v + i];
  let dend_Ca = reals[at.dend_Ca + i];
  let dend_v = reals[at.dend_v + i];
  let not_refractory = wholes[at.not_refractory + i] != 0;
  let lastspike = wholes[at.lastspike + i];
  let soma_Na_h = reals[at.soma_Na_h + i];
  let soma_K_n = reals[at.soma_K_n + i];
  let dend_Ca_L_s = reals[at.dend_Ca_L_s + i];
  let dend_Ca_L_r = reals[at.dend_Ca_L_r + i];
  let dend_KCa_c = reals[at.dend_KCa_c + i];
  let soma_I = reals[at.soma_I + i];
  let soma_V_ext = reals[at.soma_V_ext + i];
  let dend_I = reals[at.dend_I + i];
  let dend_V_ext = reals[at.dend_V_ext + i];
  let soma_Na_m_5 = -46.9 - soma_v;
  let soma_Na_m_6 = soma_Na_m_5 * 0.25;
  let soma_Na_m_7 = soma_Na_m_5 * soma_Na_m_5;
  let soma_Na_m_8 = 0.0625 * soma_Na_m_7;
  let soma_Na_m_9 = exp(-0.025 * soma_v);
  let soma_Na_m_10 = soma_Na_m_9 * soma_Na_m_9;
  let soma_Na_m_11 = soma_Na_m_10 * soma_Na_m_10;
  let soma_Na_m_12 = soma_Na_m_11 * soma_Na_m_11;
  let soma_Na_m_13 =
    1.28 *
    select(
      soma_Na_m_6 / (at.soma_Na_m_1 * (soma_Na_m_12 * soma_Na_m_10) - 1.0),
      1.0 -
        0.125 * soma_Na_m_5 +
        soma_Na_m_8 *
          (((-5.1669975e-8 * soma_Na_m_7 + 0.000033068784) * soma_Na_m_8 + -0.0013888889) *
            soma_Na_m_8 +
            0.083333336),
      abs(soma_Na_m_6) < 0.1,
    );
  let soma_Na_m_14 = soma_v + 19.9;
  let soma_Na_m_15 = soma_Na_m_14 * soma_Na_m_14;
  let soma_Na_m_16 = 0.04 * soma_Na_m_15;
  let soma_Na_m =
    soma_Na_m_13 /
    (soma_Na_m_13 +
      1.4 *
        select(
          (at.soma_Na_m_3 * (soma_Na_m_14 * soma_Na_m_12)) / (1.0 - at.soma_Na_m_4 * soma_Na_m_12),
          1.0 -
            0.1 * soma_Na_m_14 +
            soma_Na_m_16 *
              (((-3.3068783e-8 * soma_Na_m_15 + 0.000033068784) * soma_Na_m_16 + -0.0013888889) *
                soma_Na_m_16 +
                0.083333336),
          abs(soma_Na_m_14 * 0.2) < 0.1,
        ));
  let dend_Ca_L_force_3 = dend_Ca * at.dend_Ca_L_force_1;
  let dend_Ca_L_force_4 = 1.0 / exprel(dend_v * at.per_dend_Ca_L_f);
  let dend_Ca_L_force =
    dend_Ca_L_force_3 * dend_v - (1.0 - dend_Ca_L_force_3) * at.dend_Ca_L_f * dend_Ca_L_force_4;
  let free =
    not_refractory ||
    !(soma_v > at.V_th || now.t - (now.t - f32(step - lastspike) * at.dt) < at.t_ref);
  let soma_Na_h_2 = 0.128 * exp((-43.0 - soma_v) * 0.055555556);
  let soma_Na_h_3 = 4.0 / (1.0 + at.soma_Na_h_1 * soma_Na_m_12);
  let soma_Na_h_new =
    soma_Na_h +
    at.dt *
      exprel(-(soma_Na_h_2 + soma_Na_h_3) * at.dt) *
      (soma_Na_h_2 * (1.0 - soma_Na_h) - soma_Na_h_3 * soma_Na_h);
  let soma_K_n_3 = -24.9 - soma_v;
  let soma_K_n_4 = soma_K_n_3 * 0.2;
  let soma_K_n_5 = soma_K_n_3 * soma_K_n_3;
  let soma_K_n_6 = 0.04 * soma_K_n_5;
  let soma_K_n_7 =
    0.08 *
    select(
      soma_K_n_4 / (at.soma_K_n_1 * soma_Na_m_12 - 1.0),
      1.0 -
        0.1 * soma_K_n_3 +
        soma_K_n_6 *
          (((-3.3068783e-8 * soma_K_n_5 + 0.000033068784) * soma_K_n_6 + -0.0013888889) *
            soma_K_n_6 +
            0.083333336),
      abs(soma_K_n_4) < 0.1,
    );
  let soma_K_n_8 = at.soma_K_n_2 * soma_Na_m_9;
  let soma_K_n_new =
    soma_K_n +
    at.dt *
      exprel(-(soma_K_n_7 + soma_K_n_8) * at.dt) *
      (soma_K_n_7 * (1.0 - soma_K_n) - soma_K_n_8 * soma_K_n);
  let dend_Ca_L_s_4 = exp(-0.1 * dend_v);
  let dend_Ca_L_s_5 = 5.0 / (1.0 + at.dend_Ca_L_s_1 * dend_Ca_L_s_4);
  let dend_Ca_L_s_6 = dend_v + 8.9;
  let dend_Ca_L_s_7 = dend_Ca_L_s_6 * dend_Ca_L_s_6;
  let dend_Ca_L_s_8 = 0.04 * dend_Ca_L_s_7;
  let dend_Ca_L_s_9 = dend_Ca_L_s_4 * dend_Ca_L_s_4;
  let dend_Ca_L_s_10 =
    0.2 *
    select(
      (at.dend_Ca_L_s_2 * (dend_Ca_L_s_6 * dend_Ca_L_s_9)) /
        (1.0 - at.dend_Ca_L_s_3 * dend_Ca_L_s_9),
      1.0 -
        0.1 * dend_Ca_L_s_6 +
        dend_Ca_L_s_8 *
          (((-3.3068783e-8 * dend_Ca_L_s_7 + 0.000033068784) * dend_Ca_L_s_8 + -0.0013888889) *
            dend_Ca_L_s_8 +
            0.083333336),
      abs(dend_Ca_L_s_6 * 0.2) < 0.1,
    );
  let dend_Ca_L_s_new =
    dend_Ca_L_s +
    at.dt *
      exprel(-(dend_Ca_L_s_5 + dend_Ca_L_s_10) * at.dt) *
      (dend_Ca_L_s_5 * (1.0 - dend_Ca_L_s) - dend_Ca_L_s_10 * dend_Ca_L_s);
  let dend_Ca_L_r_2 = 0.1673 * exp(-0.03035 * (dend_v + 38.5));
  let dend_Ca_L_r_3 = 0.5 / (1.0 + at.dend_Ca_L_r_1 * (dend_Ca_L_s_9 * dend_Ca_L_s_4));
  let dend_Ca_L_r_new =
    dend_Ca_L_r +
    at.dt *
      exprel(-(dend_Ca_L_r_2 + dend_Ca_L_r_3) * at.dt) *
      (dend_Ca_L_r_2 * (1.0 - dend_Ca_L_r) - dend_Ca_L_r_3 * dend_Ca_L_r);
  let dend_KCa_tau_c = at.dend_KCa_tau_c_1 * exp(0.03704 * dend_v);
  let dend_KCa_c_1 = 1.0 / dend_KCa_tau_c;
  let dend_KCa_c_2 = dend_v + 10.1;
  let dend_KCa_c_new =
    dend_KCa_c +
    at.dt *
      exprel(-dend_KCa_c_1 * at.dt) *
      ((exp(
        -0.00925 * (max(dend_KCa_c_2 * -9.84252, 0.0) + log1p(exp(-abs(dend_KCa_c_2 * 9.84252)))),
      ) -
        dend_KCa_c) *
        dend_KCa_c_1);
  let dend_Ca_3 = dend_Ca_L_s + dend_Ca_L_s_new;
  let dend_Ca_new =
    dend_Ca +
    at.dend_Ca_2 *
      (at.d_Ca *
        max(
          at.dend_Ca_L_I_rest -
            at.dend_Ca_1 *
              (dend_Ca_3 * dend_Ca_3 * (dend_Ca_L_r + dend_Ca_L_r_new)) *
              dend_Ca_L_force,
          0.0,
        ) -
        at.k_Ca * (dend_Ca - at.Ca_rest));
  let soma_v_ahead_13 = dend_Ca_L_s_new * dend_Ca_L_s_new * dend_Ca_L_r_new;
  let soma_v_ahead_14 =
    1.073 * sin(0.003453 * dend_Ca_new + 0.08095) +
    0.08408 * sin(0.01634 * dend_Ca_new - 2.34) +
    0.01811 * sin(0.0348 * dend_Ca_new - 0.9918);
  let soma_v_ahead_15 =
    (at.soma_v_ahead_1 * (soma_v_ahead_13 * dend_Ca_new) +
      at.dend_KCa_g * dend_KCa_c_new * soma_v_ahead_14 +
      at.g_L_d) *
      at.soma_v_ahead_2 -
    at.soma_v_ahead_3;
  let soma_v_ahead_16 = 1.0 - at.soma_v_ahead_4 * soma_v_ahead_15;
  let soma_v_ahead_17 =
    (at.soma_I_hold +
      soma_I * at.per_soma_area +
      at.g_L_s * soma_V_ext +
      at.soma_K_E_times_soma_K_g * soma_K_n_new +
      at.E_L_times_g_L_s) *
    at.per_soma_C;
  let soma_v_ahead_18 = soma_Na_m * soma_Na_m * soma_Na_h_new;
  let soma_v_ahead_19 =
    (at.soma_K_g * soma_K_n_new + at.g_L_s) * at.soma_v_ahead_6 - at.soma_v_ahead_7;
  let soma_v_ahead_20 = soma_v_ahead_19 - at.soma_Na_g_per_soma_C * soma_v_ahead_18;
  let soma_v_ahead_21 = at.soma_v_ahead_7 * dend_v;
  let soma_v_ahead_22 =
    soma_v_ahead_17 -
    at.soma_v_ahead_5 * soma_v_ahead_18 +
    soma_v_ahead_20 * soma_v +
    soma_v_ahead_21;
  let soma_v_ahead_23 =
    (at.dend_I_hold +
      dend_I * at.per_dend_area +
      at.g_L_d * dend_V_ext +
      at.dend_KCa_E_times_dend_KCa_g * (dend_KCa_c_new * soma_v_ahead_14) +
      at.E_L_times_g_L_d) *
    at.per_C_m;
  let soma_v_ahead_24 = 1.0 - dend_Ca_new * at.dend_Ca_L_force_1;
  let soma_v_ahead_25 = soma_v_ahead_13 * (soma_v_ahead_24 * dend_Ca_L_force_4);
  let soma_v_ahead_26 = soma_v_ahead_15 * dend_v;
  let soma_v_ahead_27 = at.soma_v_ahead_3 * soma_v;
  let soma_v_ahead_28 =
    soma_v_ahead_23 - at.soma_v_ahead_8 * soma_v_ahead_25 + soma_v_ahead_26 + soma_v_ahead_27;
  let soma_v_ahead_29 = 1.0 - at.soma_v_ahead_4 * soma_v_ahead_20;
  let soma_v_ahead_30 = 1.0 / (soma_v_ahead_29 * soma_v_ahead_16 - at.soma_v_ahead_10);
  let soma_v_ahead =
    soma_v +
    (soma_v_ahead_16 * (at.dt * soma_v_ahead_22) + at.soma_v_ahead_9 * soma_v_ahead_28) *
      soma_v_ahead_30;
  let soma_Na_m_ahead_1 = 1.28 * (1.0 / exprel((-46.9 - soma_v_ahead) * 0.25));
  let soma_Na_m_ahead =
    soma_Na_m_ahead_1 / (soma_Na_m_ahead_1 + 1.4 * (1.0 / exprel((soma_v_ahead + 19.9) * 0.2)));
  let dend_v_ahead =
    dend_v +
    (soma_v_ahead_29 * (at.dt * soma_v_ahead_28) + at.dend_v_ahead_1 * soma_v_ahead_22) *
      soma_v_ahead_30;
  let soma_v_8 = at.dt * (soma_v_ahead_15 + at.soma_v_ahead_3);
  let soma_v_9 = 6.0 - soma_v_8;
  let soma_v_10 = 3.0 - soma_v_8;
  let soma_v_11 = soma_v_9 - at.dt * soma_v_10 * soma_v_ahead_15;
  let soma_v_12 = soma_Na_m_ahead * soma_Na_m_ahead * soma_Na_h_new;
  let soma_v_13 =
    soma_v_ahead_19 + 0.5 * (at.soma_v_1 * soma_v_ahead_18 - at.soma_Na_g_per_soma_C * soma_v_12);
  let soma_v_14 = at.dt * (soma_v_13 + at.soma_v_ahead_7);
  let soma_v_15 = 6.0 - soma_v_14;
  let soma_v_16 =
    soma_v_ahead_17 +
    0.5 * (at.soma_v_2 * soma_v_ahead_18 - at.soma_v_ahead_5 * soma_v_12) +
    soma_v_13 * soma_v +
    soma_v_ahead_21;
  let soma_v_17 = 3.0 - soma_v_14;
  let soma_v_18 =
    soma_v_ahead_23 +
    0.5 *
      (at.soma_v_3 * soma_v_ahead_25 -
        at.soma_v_ahead_8 *
          (soma_v_ahead_13 *
            (soma_v_ahead_24 * (1.0 / exprel(dend_v_ahead * at.per_dend_Ca_L_f))))) +
    soma_v_ahead_26 +
    soma_v_ahead_27;
  let soma_v_19 = soma_v_15 - at.dt * soma_v_17 * soma_v_13;
  let soma_v_20 = 1.0 / (soma_v_19 * soma_v_11 - at.soma_v_5 * (soma_v_17 * soma_v_10));
  let soma_v_new =
    soma_v +
    (soma_v_11 * (soma_v_15 * (at.dt * soma_v_16)) +
      at.soma_v_4 * (soma_v_17 * (soma_v_9 * soma_v_18))) *
      soma_v_20;
  let dend_v_new =
    dend_v +
    (soma_v_19 * (soma_v_9 * (at.dt * soma_v_18)) +
      at.dend_v_1 * (soma_v_10 * (soma_v_15 * soma_v_16))) *
      soma_v_20;
  wholes[at.not_refractory + i] = i32(free);
  if (free) {
    if (soma_v_new > at.V_th) {
      append(spikes, i);
      wholes[at.lastspike + i] = step;
      wholes[at.not_refractory + i] = i32(false);
    }
  }
  reals[at.soma_Na_h + i] = soma_Na_h_new;
  reals[at.soma_K_n + i] = soma_K_n_new;
  reals[at.dend_Ca_L_s + i] = dend_Ca_L_s_new;
  reals[at.dend_Ca_L_r + i] = dend_Ca_L_r_new;
  reals[at.dend_KCa_c + i] = dend_KCa_c_new;
  reals[at.dend_Ca + i] = dend_Ca_new;
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

/// log(1 + x), exact near 0.
fn log1p(x: f32) -> f32 {
  if (abs(x) > 0.25) {
    return log(1.0 + x);
  }
  let s = x / (2.0 + x);
  let z = s * s;
  return 2.0 * s * (1.0 + z * (1.0 / 3.0 + z * (0.2 + z * (1.0 / 7.0 + z * (1.0 / 9.0)))));
}
