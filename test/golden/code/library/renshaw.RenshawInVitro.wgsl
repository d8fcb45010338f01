// RenshawInVitro — from models/neurons/renshaw.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// RenshawInVitro · initialize
struct initialize_at {
  v: u32, // mV
  Na_h: u32,
  K_n: u32,
  A_a: u32,
  A_b: u32,
  CaN_m: u32,
  CaN_h: u32,
  Ca: u32,      // mM
  V_rest: f32,  // mV
  Ca_rest: f32, // mM
}

fn initialize(at: initialize_at, i: u32) {
  var v = reals[at.v + i];
  v = at.V_rest;
  reals[at.v + i] = v;
  reals[at.Na_h + i] = 1.0 / (1.0 + exp((-55.0 - v) * -0.14285715));
  reals[at.K_n + i] = 1.0 / (1.0 + exp((-28.0 - v) * 0.06666667));
  reals[at.A_a + i] = 1.0 / (1.0 + exp((-36.0 - v) * 0.125));
  reals[at.A_b + i] = 1.0 / (1.0 + exp((-66.0 - v) * -0.125));
  reals[at.CaN_m + i] = 1.0 / (1.0 + exp((-30.0 - v) * 0.2));
  reals[at.CaN_h + i] = 1.0 / (1.0 + exp((-45.0 - v) * -0.2));
  reals[at.Ca + i] = at.Ca_rest;
}

// RenshawInVitro · step
struct step__at {
  v: u32,              // mV
  Ca: u32,             // mM
  not_refractory: u32, // boolean
  lastspike: u32,      // integer
  Na_h: u32,
  K_n: u32,
  A_a: u32,
  A_b: u32,
  CaN_m: u32,
  CaN_h: u32,
  I: u32,       // pA
  V_ext: u32,   // mV
  V_th: f32,    // mV
  t_ref: f32,   // ms
  Ca_rest: f32, // mM
  k_Ca: f32,    // 1/ms
  alpha: f32,   // mM*cm^2/mA/ms
  K_g: f32,     // mS/cm^2
  A_g: f32,     // mS/cm^2
  KCa_g: f32,   // mS/cm^2
  KCa_K_d: f32, // uM
  KCa_E: f32,   // mV
  g_L: f32,     // mS/cm^2
  dt: f32,      // ms
  CaN_f: f32,
  per_CaN_Ca_o: f32,
  per_CaN_f: f32,
  Na_tau_h_1: f32,
  Na_tau_h_2: f32,
  Na_h_1: f32,
  Na_h_2: f32,
  K_tau_n_1: f32,
  K_tau_n_2: f32,
  K_n_inf_1: f32,
  K_n_1: f32,
  K_n_2: f32,
  A_a_inf_1: f32,
  A_a_1: f32,
  A_b_inf_1: f32,
  A_b_1: f32,
  CaN_m_inf_1: f32,
  CaN_m_1: f32,
  CaN_h_inf_1: f32,
  CaN_h_1: f32,
  CaN_I_rest: f32,
  Ca_1: f32,
  Ca_2: f32,
  I_hold: f32,
  per_area: f32,
  v_ahead_1: f32,
  A_E_times_A_g: f32,
  E_L_times_g_L: f32,
  per_C: f32,
  CaN_f_times_CaN_g: f32,
  Na_E_times_Na_g: f32,
  CaN_g_per_CaN_Ca_o: f32,
  v_ahead_2: f32,
  Na_g_per_C: f32,
  v_ahead_3: f32,
  v_1: f32,
}

struct step__now {
  t: f32,
}

fn step_(at: step__at, now: step__now, step: i32, i: u32, spikes: u32) {
  let v = reals[at.v + i];
  let Ca = reals[at.Ca + i];
  let not_refractory = wholes[at.not_refractory + i] != 0;
  let lastspike = wholes[at.lastspike + i];
  let Na_h = reals[at.Na_h + i];
  let K_n = reals[at.K_n + i];
  let A_a = reals[at.A_a + i];
  let A_b = reals[at.A_b + i];
  let CaN_m = reals[at.CaN_m + i];
  let CaN_h = reals[at.CaN_h + i];
  let I = reals[at.I + i];
  let V_ext = reals[at.V_ext + i];
  let Na_m = 1.0 / (1.0 + exp((-35.0 - v) * 0.12820514));
  let Ca_times_per_CaN_Ca_o = Ca * at.per_CaN_Ca_o;
  let CaN_force_1 = 1.0 / exprel(v * at.per_CaN_f);
  let CaN_force =
    Ca_times_per_CaN_Ca_o * v - (1.0 - Ca_times_per_CaN_Ca_o) * at.CaN_f * CaN_force_1;
  let free =
    not_refractory || !(v > at.V_th || now.t - (now.t - f32(step - lastspike) * at.dt) < at.t_ref);
  let Na_tau_h_3 = exp(-0.0033333334 * v);
  let Na_tau_h_4 = 1.0 / Na_tau_h_3;
  let Na_tau_h_5 = Na_tau_h_4 * Na_tau_h_4;
  let Na_tau_h_6 = Na_tau_h_5 * Na_tau_h_5 * Na_tau_h_4;
  let Na_tau_h_7 = Na_tau_h_6 * Na_tau_h_6;
  let Na_tau_h_8 = exp(0.0125 * v);
  let Na_tau_h_9 = 1.0 / Na_tau_h_8;
  let Na_tau_h_10 = Na_tau_h_9 * Na_tau_h_9;
  let Na_tau_h_11 =
    at.Na_tau_h_1 * (Na_tau_h_7 * Na_tau_h_7) +
    at.Na_tau_h_2 * (Na_tau_h_10 * Na_tau_h_10 * Na_tau_h_9);
  let Na_h_inf = 1.0 / (1.0 + exp((-55.0 - v) * -0.14285715));
  let Na_h_new =
    Na_h + at.Na_h_2 * (exprel(at.Na_h_1 * Na_tau_h_11) * ((Na_h_inf - Na_h) * Na_tau_h_11));
  let K_tau_n_3 = Na_tau_h_8 * Na_tau_h_8;
  let K_tau_n_4 = Na_tau_h_3 * Na_tau_h_3;
  let K_tau_n_5 = K_tau_n_4 * Na_tau_h_3;
  let K_tau_n_6 = at.K_tau_n_1 * K_tau_n_3 + at.K_tau_n_2 * (K_tau_n_5 * K_tau_n_5);
  let K_n_inf_2 = K_tau_n_5 * K_tau_n_4;
  let K_n_inf_3 = K_n_inf_2 * K_n_inf_2;
  let K_n_inf = 1.0 / (1.0 + at.K_n_inf_1 * (K_n_inf_3 * K_n_inf_3));
  let K_n_new = K_n + at.K_n_2 * (exprel(at.K_n_1 * K_tau_n_6) * ((K_n_inf - K_n) * K_tau_n_6));
  let A_a_inf_2 = K_tau_n_3 * K_tau_n_3;
  let A_a_inf_3 = A_a_inf_2 * Na_tau_h_8;
  let A_a_inf_4 = A_a_inf_3 * A_a_inf_3;
  let A_a_inf_5 = min(A_a_inf_4, 1e30);
  let A_a_inf = A_a_inf_5 / (A_a_inf_5 + at.A_a_inf_1);
  let A_a_new = A_a + at.A_a_1 * (A_a_inf - A_a);
  let A_b_inf = 1.0 / (1.0 + at.A_b_inf_1 * A_a_inf_4);
  let A_b_new = A_b + at.A_b_1 * (A_b_inf - A_b);
  let CaN_m_inf_2 = A_a_inf_2 * A_a_inf_2;
  let CaN_m_inf_3 = CaN_m_inf_2 * CaN_m_inf_2;
  let CaN_m_inf_4 = min(CaN_m_inf_3, 1e30);
  let CaN_m_inf = CaN_m_inf_4 / (CaN_m_inf_4 + at.CaN_m_inf_1);
  let CaN_m_new = CaN_m + at.CaN_m_1 * (CaN_m_inf - CaN_m);
  let CaN_h_inf = 1.0 / (1.0 + at.CaN_h_inf_1 * CaN_m_inf_3);
  let CaN_h_new = CaN_h + at.CaN_h_1 * (CaN_h_inf - CaN_h);
  let Ca_3 = CaN_m + CaN_m_new;
  let Ca_new =
    Ca +
    at.Ca_2 *
      (at.alpha *
        max(at.CaN_I_rest - at.Ca_1 * (Ca_3 * Ca_3 * (CaN_h + CaN_h_new)) * CaN_force, 0.0) -
        at.k_Ca * (Ca - at.Ca_rest));
  let v_ahead_4 = K_n_new * K_n_new;
  let v_ahead_5 = v_ahead_4 * v_ahead_4;
  let v_ahead_6 = (at.KCa_g * Ca_new) / (Ca_new + at.KCa_K_d);
  let v_ahead_7 =
    (at.I_hold +
      I * at.per_area +
      at.g_L * V_ext -
      (at.v_ahead_1 * v_ahead_5 -
        at.A_E_times_A_g * (A_a_new * A_b_new) -
        at.KCa_E * v_ahead_6 -
        at.E_L_times_g_L)) *
    at.per_C;
  let v_ahead_8 = 1.0 - Ca_new * at.per_CaN_Ca_o;
  let v_ahead_9 = CaN_m_new * CaN_m_new * CaN_h_new;
  let v_ahead_10 = Na_m * Na_m * Na_m * Na_h_new;
  let v_ahead_11 =
    (at.CaN_f_times_CaN_g * (v_ahead_8 * CaN_force_1 * v_ahead_9) +
      at.Na_E_times_Na_g * v_ahead_10) *
    at.per_C;
  let v_ahead_12 =
    at.K_g * v_ahead_5 +
    at.A_g * A_a_new * A_b_new +
    v_ahead_6 +
    at.CaN_g_per_CaN_Ca_o * (v_ahead_9 * Ca_new) +
    at.g_L;
  let v_ahead_13 = v_ahead_12 * at.v_ahead_2 - at.Na_g_per_C * v_ahead_10;
  let v_ahead =
    v + (at.dt * (v_ahead_7 + v_ahead_11 + v_ahead_13 * v)) / (1.0 - at.v_ahead_3 * v_ahead_13);
  let Na_m_ahead = 1.0 / (1.0 + exp((-35.0 - v_ahead) * 0.12820514));
  let v_2 = Na_m_ahead * Na_m_ahead * Na_m_ahead * Na_h_new;
  let v_3 = 0.5 * (at.v_1 * v_ahead_10 - at.Na_g_per_C * v_2) - v_ahead_12 * at.per_C;
  let v_4 = at.dt * v_3;
  let v_5 = 6.0 - v_4;
  let v_new =
    v +
    (v_5 *
      (at.dt *
        (v_ahead_7 +
          0.5 *
            (v_ahead_11 +
              (at.CaN_f_times_CaN_g *
                (v_ahead_8 * (1.0 / exprel(v_ahead * at.per_CaN_f)) * v_ahead_9) +
                at.Na_E_times_Na_g * v_2) *
                at.per_C) +
          v_3 * v))) /
      (v_5 - at.dt * (3.0 - v_4) * v_3);
  wholes[at.not_refractory + i] = i32(free);
  if (free) {
    if (v_new > at.V_th) {
      append(spikes, i);
      wholes[at.lastspike + i] = step;
      wholes[at.not_refractory + i] = i32(false);
    }
  }
  reals[at.Na_h + i] = Na_h_new;
  reals[at.K_n + i] = K_n_new;
  reals[at.A_a + i] = A_a_new;
  reals[at.A_b + i] = A_b_new;
  reals[at.CaN_m + i] = CaN_m_new;
  reals[at.CaN_h + i] = CaN_h_new;
  reals[at.Ca + i] = Ca_new;
  reals[at.v + i] = v_new;
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
