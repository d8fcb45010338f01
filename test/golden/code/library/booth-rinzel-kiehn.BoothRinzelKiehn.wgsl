// BoothRinzelKiehn — from models/neurons/booth-rinzel-kiehn.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// BoothRinzelKiehn · initialize
struct initialize_at {
  soma_v: u32, // mV
  dend_v: u32, // mV
  soma_Na_h: u32,
  soma_K_n: u32,
  soma_CaN_m: u32,
  soma_CaN_h: u32,
  soma_Ca: u32, // mM
  dend_CaN_m: u32,
  dend_CaN_h: u32,
  dend_CaL_m: u32,
  dend_Ca: u32, // mM
  V_rest: f32,  // mV
  Ca_rest: f32, // mM
}

fn initialize(at: initialize_at, i: u32) {
  var soma_v = reals[at.soma_v + i];
  var dend_v = reals[at.dend_v + i];
  soma_v = at.V_rest;
  reals[at.soma_v + i] = soma_v;
  reals[at.soma_Na_h + i] = 1.0 / (1.0 + exp((-55.0 - soma_v) * -0.14285715));
  reals[at.soma_K_n + i] = 1.0 / (1.0 + exp((-28.0 - soma_v) * 0.06666667));
  reals[at.soma_CaN_m + i] = 1.0 / (1.0 + exp((-30.0 - soma_v) * 0.2));
  reals[at.soma_CaN_h + i] = 1.0 / (1.0 + exp((-45.0 - soma_v) * -0.2));
  reals[at.soma_Ca + i] = at.Ca_rest;
  dend_v = at.V_rest;
  reals[at.dend_v + i] = dend_v;
  reals[at.dend_CaN_m + i] = 1.0 / (1.0 + exp((-30.0 - dend_v) * 0.2));
  reals[at.dend_CaN_h + i] = 1.0 / (1.0 + exp((-45.0 - dend_v) * -0.2));
  reals[at.dend_CaL_m + i] = 1.0 / (1.0 + exp((-40.0 - dend_v) * 0.14285715));
  reals[at.dend_Ca + i] = at.Ca_rest;
}

// BoothRinzelKiehn · step
struct step__at {
  soma_v: u32,         // mV
  soma_Ca: u32,        // mM
  dend_Ca: u32,        // mM
  dend_v: u32,         // mV
  not_refractory: u32, // boolean
  lastspike: u32,      // integer
  soma_Na_h: u32,
  soma_K_n: u32,
  soma_CaN_m: u32,
  soma_CaN_h: u32,
  dend_CaN_m: u32,
  dend_CaN_h: u32,
  dend_CaL_m: u32,
  soma_I: u32,       // pA
  soma_V_ext: u32,   // mV
  dend_I: u32,       // pA
  dend_V_ext: u32,   // mV
  V_th: f32,         // mV
  t_ref: f32,        // ms
  Ca_rest: f32,      // mM
  soma_k_Ca: f32,    // 1/ms
  soma_alpha: f32,   // mM*cm^2/mA/ms
  dend_k_Ca: f32,    // 1/ms
  dend_alpha: f32,   // mM*cm^2/mA/ms
  soma_K_g: f32,     // mS/cm^2
  soma_KCa_g: f32,   // mS/cm^2
  soma_KCa_K_d: f32, // uM
  soma_KCa_E: f32,   // mV
  soma_g_L: f32,     // mS/cm^2
  dend_KCa_g: f32,   // mS/cm^2
  dend_KCa_K_d: f32, // uM
  dend_KCa_E: f32,   // mV
  dend_g_L: f32,     // mS/cm^2
  dt: f32,           // ms
  soma_CaN_f: f32,
  soma_CaN_force_1: f32,
  per_soma_CaN_f: f32,
  dend_CaN_f: f32,
  dend_CaN_force_1: f32,
  per_dend_CaN_f: f32,
  dend_CaL_f: f32,
  dend_CaL_force_1: f32,
  per_dend_CaL_f: f32,
  soma_Na_tau_h_1: f32,
  soma_Na_tau_h_2: f32,
  soma_Na_h_inf_1: f32,
  soma_Na_h_1: f32,
  soma_Na_h_2: f32,
  soma_K_tau_n_1: f32,
  soma_K_tau_n_2: f32,
  soma_K_n_inf_1: f32,
  soma_K_n_1: f32,
  soma_K_n_2: f32,
  soma_CaN_m_inf_1: f32,
  soma_CaN_m_1: f32,
  soma_CaN_h_inf_1: f32,
  soma_CaN_h_1: f32,
  dend_CaL_m_inf_1: f32,
  dend_CaL_m_1: f32,
  soma_CaN_I_rest: f32,
  soma_Ca_1: f32,
  soma_Ca_2: f32,
  dend_I_Ca_rest: f32,
  dend_Ca_1: f32,
  dend_Ca_2: f32,
  dend_Ca_3: f32,
  soma_I_hold: f32,
  dend_I_hold: f32,
  soma_v_ahead_1: f32,
  soma_v_ahead_2: f32,
  per_C_m: f32,
  soma_v_ahead_3: f32,
  soma_v_ahead_4: f32,
  soma_v_ahead_5: f32,
  per_soma_area: f32,
  soma_K_E_times_soma_K_g: f32,
  E_L_times_soma_g_L: f32,
  per_soma_C: f32,
  soma_CaN_f_times_soma_CaN_g: f32,
  soma_Na_E_times_soma_Na_g: f32,
  soma_v_ahead_6: f32,
  soma_v_ahead_7: f32,
  soma_v_ahead_8: f32,
  soma_Na_g_per_soma_C: f32,
  per_dend_area: f32,
  E_L_times_dend_g_L: f32,
  dend_CaL_f_times_dend_CaL_g: f32,
  dend_CaN_f_times_dend_CaN_g: f32,
  soma_v_ahead_9: f32,
  soma_v_ahead_10: f32,
  dend_v_ahead_1: f32,
  soma_v_1: f32,
  soma_v_2: f32,
  soma_v_3: f32,
  dend_v_1: f32,
}

struct step__now {
  t: f32,
}

fn step_(at: step__at, now: step__now, step: i32, i: u32, spikes: u32) {
  let soma_v = reals[at.soma_v + i];
  let soma_Ca = reals[at.soma_Ca + i];
  let dend_Ca = reals[at.dend_Ca + i];
  let dend_v = reals[at.dend_v + i];
  let not_refractory = wholes[at.not_refractory + i] != 0;
  let lastspike = wholes[at.lastspike + i];
  let soma_Na_h = reals[at.soma_Na_h + i];
  let soma_K_n = reals[at.soma_K_n + i];
  let soma_CaN_m = reals[at.soma_CaN_m + i];
  let soma_CaN_h = reals[at.soma_CaN_h + i];
  let dend_CaN_m = reals[at.dend_CaN_m + i];
  let dend_CaN_h = reals[at.dend_CaN_h + i];
  let dend_CaL_m = reals[at.dend_CaL_m + i];
  let soma_I = reals[at.soma_I + i];
  let soma_V_ext = reals[at.soma_V_ext + i];
  let dend_I = reals[at.dend_I + i];
  let dend_V_ext = reals[at.dend_V_ext + i];
  let soma_Na_m = 1.0 / (1.0 + exp((-35.0 - soma_v) * 0.12820514));
  let soma_CaN_force_3 = soma_Ca * at.soma_CaN_force_1;
  let soma_CaN_force_4 = 1.0 / exprel(soma_v * at.per_soma_CaN_f);
  let soma_CaN_force =
    soma_CaN_force_3 * soma_v - (1.0 - soma_CaN_force_3) * at.soma_CaN_f * soma_CaN_force_4;
  let dend_CaN_force_3 = dend_Ca * at.dend_CaN_force_1;
  let dend_CaN_force_4 = 1.0 / exprel(dend_v * at.per_dend_CaN_f);
  let dend_CaN_force =
    dend_CaN_force_3 * dend_v - (1.0 - dend_CaN_force_3) * at.dend_CaN_f * dend_CaN_force_4;
  let dend_CaL_force_3 = dend_Ca * at.dend_CaL_force_1;
  let dend_CaL_force_4 = 1.0 / exprel(dend_v * at.per_dend_CaL_f);
  let dend_CaL_force =
    dend_CaL_force_3 * dend_v - (1.0 - dend_CaL_force_3) * at.dend_CaL_f * dend_CaL_force_4;
  let free =
    not_refractory ||
    !(soma_v > at.V_th || now.t - (now.t - f32(step - lastspike) * at.dt) < at.t_ref);
  let soma_Na_tau_h_3 = exp(0.00952381 * soma_v);
  let soma_Na_tau_h_4 = soma_Na_tau_h_3 * soma_Na_tau_h_3 * soma_Na_tau_h_3;
  let soma_Na_tau_h_5 = soma_Na_tau_h_4 * soma_Na_tau_h_4;
  let soma_Na_tau_h_6 = soma_Na_tau_h_5 * soma_Na_tau_h_3;
  let soma_Na_tau_h_7 = exp(-0.0025 * soma_v);
  let soma_Na_tau_h_8 = soma_Na_tau_h_7 * soma_Na_tau_h_7;
  let soma_Na_tau_h_9 = soma_Na_tau_h_8 * soma_Na_tau_h_8;
  let soma_Na_tau_h_10 = soma_Na_tau_h_9 * soma_Na_tau_h_9;
  let soma_Na_tau_h_11 = soma_Na_tau_h_10 * soma_Na_tau_h_8 * soma_Na_tau_h_8;
  let soma_Na_tau_h_12 =
    at.soma_Na_tau_h_1 * soma_Na_tau_h_6 +
    at.soma_Na_tau_h_2 * (soma_Na_tau_h_11 * soma_Na_tau_h_11 * soma_Na_tau_h_7);
  let soma_Na_h_inf_2 = soma_Na_tau_h_6 * soma_Na_tau_h_6 * soma_Na_tau_h_3;
  let soma_Na_h_inf = 1.0 / (1.0 + at.soma_Na_h_inf_1 * soma_Na_h_inf_2);
  let soma_Na_h_new =
    soma_Na_h +
    at.soma_Na_h_2 *
      (exprel(at.soma_Na_h_1 * soma_Na_tau_h_12) *
        ((soma_Na_h_inf - soma_Na_h) * soma_Na_tau_h_12));
  let soma_K_tau_n_3 = 1.0 / soma_Na_tau_h_7;
  let soma_K_tau_n_4 = soma_K_tau_n_3 * soma_K_tau_n_3;
  let soma_K_tau_n_5 = soma_K_tau_n_4 * soma_K_tau_n_4 * soma_K_tau_n_3;
  let soma_K_tau_n_6 =
    at.soma_K_tau_n_1 * (soma_K_tau_n_5 * soma_K_tau_n_5) + at.soma_K_tau_n_2 * soma_Na_tau_h_10;
  let soma_K_n_inf_2 = min(soma_Na_tau_h_6, 1e30);
  let soma_K_n_inf = soma_K_n_inf_2 / (soma_K_n_inf_2 + at.soma_K_n_inf_1);
  let soma_K_n_new =
    soma_K_n +
    at.soma_K_n_2 *
      (exprel(at.soma_K_n_1 * soma_K_tau_n_6) * ((soma_K_n_inf - soma_K_n) * soma_K_tau_n_6));
  let soma_CaN_m_inf_2 = soma_Na_h_inf_2 * soma_Na_tau_h_5;
  let soma_CaN_m_inf_3 = min(soma_CaN_m_inf_2, 1e30);
  let soma_CaN_m_inf = soma_CaN_m_inf_3 / (soma_CaN_m_inf_3 + at.soma_CaN_m_inf_1);
  let soma_CaN_m_new = soma_CaN_m + at.soma_CaN_m_1 * (soma_CaN_m_inf - soma_CaN_m);
  let soma_CaN_h_inf = 1.0 / (1.0 + at.soma_CaN_h_inf_1 * soma_CaN_m_inf_2);
  let soma_CaN_h_new = soma_CaN_h + at.soma_CaN_h_1 * (soma_CaN_h_inf - soma_CaN_h);
  let dend_CaN_m_inf_1 = exp(-0.028571429 * dend_v);
  let dend_CaN_m_inf_2 = dend_CaN_m_inf_1 * dend_CaN_m_inf_1;
  let dend_CaN_m_inf_3 = dend_CaN_m_inf_2 * dend_CaN_m_inf_2 * dend_CaN_m_inf_1;
  let dend_CaN_m_inf_4 = dend_CaN_m_inf_3 * dend_CaN_m_inf_2;
  let dend_CaN_m_inf = 1.0 / (1.0 + at.soma_CaN_m_inf_1 * dend_CaN_m_inf_4);
  let dend_CaN_m_new = dend_CaN_m + at.soma_CaN_m_1 * (dend_CaN_m_inf - dend_CaN_m);
  let dend_CaN_h_inf_1 = min(dend_CaN_m_inf_4, 1e30);
  let dend_CaN_h_inf = dend_CaN_h_inf_1 / (dend_CaN_h_inf_1 + at.soma_CaN_h_inf_1);
  let dend_CaN_h_new = dend_CaN_h + at.soma_CaN_h_1 * (dend_CaN_h_inf - dend_CaN_h);
  let dend_CaL_m_inf = 1.0 / (1.0 + at.dend_CaL_m_inf_1 * dend_CaN_m_inf_3);
  let dend_CaL_m_new = dend_CaL_m + at.dend_CaL_m_1 * (dend_CaL_m_inf - dend_CaL_m);
  let soma_Ca_3 = soma_CaN_m + soma_CaN_m_new;
  let soma_Ca_new =
    soma_Ca +
    at.soma_Ca_2 *
      (at.soma_alpha *
        max(
          at.soma_CaN_I_rest -
            at.soma_Ca_1 * (soma_Ca_3 * soma_Ca_3 * (soma_CaN_h + soma_CaN_h_new)) * soma_CaN_force,
          0.0,
        ) -
        at.soma_k_Ca * (soma_Ca - at.Ca_rest));
  let dend_Ca_4 = dend_CaN_m + dend_CaN_m_new;
  let dend_Ca_new =
    dend_Ca +
    at.dend_Ca_3 *
      (at.dend_alpha *
        max(
          at.dend_I_Ca_rest -
            (at.dend_Ca_1 *
              (dend_Ca_4 * dend_Ca_4 * (dend_CaN_h + dend_CaN_h_new)) *
              dend_CaN_force +
              at.dend_Ca_2 * (dend_CaL_m + dend_CaL_m_new) * dend_CaL_force),
          0.0,
        ) -
        at.dend_k_Ca * (dend_Ca - at.Ca_rest));
  let soma_v_ahead_13 = (at.dend_KCa_g * dend_Ca_new) / (dend_Ca_new + at.dend_KCa_K_d);
  let soma_v_ahead_14 = dend_CaN_m_new * dend_CaN_m_new * dend_CaN_h_new;
  let soma_v_ahead_15 =
    (soma_v_ahead_13 +
      (at.soma_v_ahead_1 * (soma_v_ahead_14 * dend_Ca_new) +
        at.soma_v_ahead_2 * (dend_CaL_m_new * dend_Ca_new)) +
      at.dend_g_L) *
      at.soma_v_ahead_3 -
    at.soma_v_ahead_4;
  let soma_v_ahead_16 = 1.0 - at.soma_v_ahead_5 * soma_v_ahead_15;
  let soma_v_ahead_17 = soma_K_n_new * soma_K_n_new;
  let soma_v_ahead_18 = soma_v_ahead_17 * soma_v_ahead_17;
  let soma_v_ahead_19 = (at.soma_KCa_g * soma_Ca_new) / (soma_Ca_new + at.soma_KCa_K_d);
  let soma_v_ahead_20 =
    (at.soma_I_hold +
      soma_I * at.per_soma_area +
      at.soma_g_L * soma_V_ext +
      at.soma_K_E_times_soma_K_g * soma_v_ahead_18 +
      at.soma_KCa_E * soma_v_ahead_19 +
      at.E_L_times_soma_g_L) *
    at.per_soma_C;
  let soma_v_ahead_21 = 1.0 - soma_Ca_new * at.soma_CaN_force_1;
  let soma_v_ahead_22 = soma_CaN_m_new * soma_CaN_m_new * soma_CaN_h_new;
  let soma_v_ahead_23 = soma_Na_m * soma_Na_m * soma_Na_m * soma_Na_h_new;
  let soma_v_ahead_24 =
    (at.soma_CaN_f_times_soma_CaN_g * (soma_v_ahead_21 * soma_CaN_force_4 * soma_v_ahead_22) +
      at.soma_Na_E_times_soma_Na_g * soma_v_ahead_23) *
    at.per_soma_C;
  let soma_v_ahead_25 =
    (at.soma_K_g * soma_v_ahead_18 +
      soma_v_ahead_19 +
      at.soma_v_ahead_6 * (soma_v_ahead_22 * soma_Ca_new) +
      at.soma_g_L) *
      at.soma_v_ahead_7 -
    at.soma_v_ahead_8;
  let soma_v_ahead_26 = soma_v_ahead_25 - at.soma_Na_g_per_soma_C * soma_v_ahead_23;
  let soma_v_ahead_27 = at.soma_v_ahead_8 * dend_v;
  let soma_v_ahead_28 =
    soma_v_ahead_20 + soma_v_ahead_24 + soma_v_ahead_26 * soma_v + soma_v_ahead_27;
  let soma_v_ahead_29 =
    (at.dend_I_hold +
      dend_I * at.per_dend_area +
      at.dend_g_L * dend_V_ext +
      at.dend_KCa_E * soma_v_ahead_13 +
      at.E_L_times_dend_g_L) *
    at.per_C_m;
  let soma_v_ahead_30 = 1.0 - dend_Ca_new * at.dend_CaL_force_1;
  let soma_v_ahead_31 = 1.0 - dend_Ca_new * at.dend_CaN_force_1;
  let soma_v_ahead_32 =
    (at.dend_CaL_f_times_dend_CaL_g * (soma_v_ahead_30 * dend_CaL_force_4 * dend_CaL_m_new) +
      at.dend_CaN_f_times_dend_CaN_g * (soma_v_ahead_31 * dend_CaN_force_4 * soma_v_ahead_14)) *
    at.per_C_m;
  let soma_v_ahead_33 = soma_v_ahead_15 * dend_v;
  let soma_v_ahead_34 = at.soma_v_ahead_4 * soma_v;
  let soma_v_ahead_35 = soma_v_ahead_29 + soma_v_ahead_32 + soma_v_ahead_33 + soma_v_ahead_34;
  let soma_v_ahead_36 = 1.0 - at.soma_v_ahead_5 * soma_v_ahead_26;
  let soma_v_ahead_37 = 1.0 / (soma_v_ahead_36 * soma_v_ahead_16 - at.soma_v_ahead_10);
  let soma_v_ahead =
    soma_v +
    (soma_v_ahead_16 * (at.dt * soma_v_ahead_28) + at.soma_v_ahead_9 * soma_v_ahead_35) *
      soma_v_ahead_37;
  let soma_Na_m_ahead = 1.0 / (1.0 + exp((-35.0 - soma_v_ahead) * 0.12820514));
  let dend_v_ahead =
    dend_v +
    (soma_v_ahead_36 * (at.dt * soma_v_ahead_35) + at.dend_v_ahead_1 * soma_v_ahead_28) *
      soma_v_ahead_37;
  let soma_v_6 = at.dt * (soma_v_ahead_15 + at.soma_v_ahead_4);
  let soma_v_7 = 6.0 - soma_v_6;
  let soma_v_8 = 3.0 - soma_v_6;
  let soma_v_9 = soma_v_7 - at.dt * soma_v_8 * soma_v_ahead_15;
  let soma_v_10 = soma_Na_m_ahead * soma_Na_m_ahead * soma_Na_m_ahead * soma_Na_h_new;
  let soma_v_11 =
    soma_v_ahead_25 + 0.5 * (at.soma_v_1 * soma_v_ahead_23 - at.soma_Na_g_per_soma_C * soma_v_10);
  let soma_v_12 = at.dt * (soma_v_11 + at.soma_v_ahead_8);
  let soma_v_13 = 6.0 - soma_v_12;
  let soma_v_14 =
    soma_v_ahead_20 +
    0.5 *
      (soma_v_ahead_24 +
        (at.soma_CaN_f_times_soma_CaN_g *
          (soma_v_ahead_21 * (1.0 / exprel(soma_v_ahead * at.per_soma_CaN_f)) * soma_v_ahead_22) +
          at.soma_Na_E_times_soma_Na_g * soma_v_10) *
          at.per_soma_C) +
    soma_v_11 * soma_v +
    soma_v_ahead_27;
  let soma_v_15 = 3.0 - soma_v_12;
  let soma_v_16 =
    soma_v_ahead_29 +
    0.5 *
      (soma_v_ahead_32 +
        (at.dend_CaL_f_times_dend_CaL_g *
          (soma_v_ahead_30 * (1.0 / exprel(dend_v_ahead * at.per_dend_CaL_f)) * dend_CaL_m_new) +
          at.dend_CaN_f_times_dend_CaN_g *
            (soma_v_ahead_31 *
              (1.0 / exprel(dend_v_ahead * at.per_dend_CaN_f)) *
              soma_v_ahead_14)) *
          at.per_C_m) +
    soma_v_ahead_33 +
    soma_v_ahead_34;
  let soma_v_17 = soma_v_13 - at.dt * soma_v_15 * soma_v_11;
  let soma_v_18 = 1.0 / (soma_v_17 * soma_v_9 - at.soma_v_3 * (soma_v_15 * soma_v_8));
  let soma_v_new =
    soma_v +
    (soma_v_9 * (soma_v_13 * (at.dt * soma_v_14)) +
      at.soma_v_2 * (soma_v_15 * (soma_v_7 * soma_v_16))) *
      soma_v_18;
  let dend_v_new =
    dend_v +
    (soma_v_17 * (soma_v_7 * (at.dt * soma_v_16)) +
      at.dend_v_1 * (soma_v_8 * (soma_v_13 * soma_v_14))) *
      soma_v_18;
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
  reals[at.soma_CaN_m + i] = soma_CaN_m_new;
  reals[at.soma_CaN_h + i] = soma_CaN_h_new;
  reals[at.dend_CaN_m + i] = dend_CaN_m_new;
  reals[at.dend_CaN_h + i] = dend_CaN_h_new;
  reals[at.dend_CaL_m + i] = dend_CaL_m_new;
  reals[at.soma_Ca + i] = soma_Ca_new;
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
