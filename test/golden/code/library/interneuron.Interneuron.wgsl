// Interneuron — from models/neurons/interneuron.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// Interneuron · initialize
struct initialize_at {
  v: u32, // mV
  CaN_m: u32,
  CaN_h: u32,
  ChR_C: u32,
  ChR_O: u32,
  Ca: u32,      // mM
  Ca_rest: f32, // uM
}

fn initialize(at: initialize_at, i: u32) {
  var v = reals[at.v + i];
  v = -62.0;
  reals[at.v + i] = v;
  reals[at.CaN_m + i] = 1.0 / (1.0 + exp((v + 30.0) * -0.2));
  reals[at.CaN_h + i] = 1.0 / (1.0 + exp((v + 45.0) * 0.2));
  reals[at.ChR_C + i] = 1.0;
  reals[at.ChR_O + i] = 0.0;
  reals[at.Ca + i] = at.Ca_rest;
}

// Interneuron · step
struct step__at {
  v: u32,         // mV
  lastspike: u32, // integer
  CaN_m: u32,
  CaN_h: u32,
  light: u32, // mW/mm^2
  ChR_C: u32,
  ChR_O: u32,
  Ca: u32,       // mM
  I: u32,        // pA
  ChR_E: f32,    // mV
  ChR_G_r0: f32, // 1/ms
  ChR_k_r: f32,  // 1/ms
  ChR_q: f32,
  ChR_k_a: f32, // 1/ms
  ChR_p: f32,
  ChR_G_d: f32, // 1/ms
  ChR_g: f32,   // pS
  Leak_g: f32,  // mS/cm^2
  Leak_E: f32,  // mV
  CaN_g: f32,   // mS/cm^2
  CaN_E: f32,   // mV
  KCa_g: f32,   // mS/cm^2
  KCa_K_d: f32, // uM
  KCa_E: f32,   // mV
  k_Ca: f32,    // 1/ms
  alpha: f32,   // mM*cm^2/uA/ms
  Ca_rest: f32, // uM
  dt: f32,      // ms
  ChR_bend_1: f32,
  ChR_bend_3: f32,
  silent_steps: f32,
  CaN_m_inf_1: f32,
  CaN_m_1: f32,
  CaN_h_inf_1: f32,
  CaN_h_1: f32,
  ChR_phi_1: f32,
  per_ChR_phi_m: f32,
  ChR_O_1: f32,
  v_1: f32,
  dt_per_C: f32,
  per_area: f32,
  Ca_1: f32,
}

fn step_(at: step__at, step: i32, i: u32, spikes: u32) {
  let v = reals[at.v + i];
  let lastspike = wholes[at.lastspike + i];
  let CaN_m = reals[at.CaN_m + i];
  let CaN_h = reals[at.CaN_h + i];
  let light = reals[at.light + i];
  let ChR_C = reals[at.ChR_C + i];
  let ChR_O = reals[at.ChR_O + i];
  let Ca = reals[at.Ca + i];
  let I = reals[at.I + i];
  let ChR_bend = exprel((at.ChR_E - v) * at.ChR_bend_1) * at.ChR_bend_3;
  let free = f32(step - lastspike) >= at.silent_steps;
  let CaN_m_inf_2 = exp(0.2 * v);
  let CaN_m_inf_3 = min(CaN_m_inf_2, 1e30);
  let CaN_m_inf = CaN_m_inf_3 / (CaN_m_inf_3 + at.CaN_m_inf_1);
  let CaN_m_new = CaN_m + at.CaN_m_1 * (CaN_m_inf - CaN_m);
  let CaN_h_inf = 1.0 / (1.0 + at.CaN_h_inf_1 * CaN_m_inf_2);
  let CaN_h_new = CaN_h + at.CaN_h_1 * (CaN_h_inf - CaN_h);
  let ChR_phi = at.ChR_phi_1 * max(light, 0.0);
  let ChR_G_r_1 = ChR_phi * at.per_ChR_phi_m;
  let ChR_G_r_2 = power(ChR_G_r_1, at.ChR_q);
  let ChR_G_r = at.ChR_G_r0 + at.ChR_k_r * (ChR_G_r_2 / (1.0 + ChR_G_r_2));
  let ChR_G_a_1 = power(ChR_G_r_1, at.ChR_p);
  let ChR_G_a = at.ChR_k_a * (ChR_G_a_1 / (1.0 + ChR_G_a_1));
  let ChR_G_a_times_ChR_C = ChR_G_a * ChR_C;
  let ChR_C_new =
    ChR_C +
    at.dt *
      exprel(-(ChR_G_r + ChR_G_a) * at.dt) *
      (ChR_G_r * (1.0 - ChR_C - ChR_O) - ChR_G_a_times_ChR_C);
  let ChR_O_new = ChR_O + at.ChR_O_1 * (ChR_G_a_times_ChR_C - at.ChR_G_d * ChR_O);
  let ChR_I = at.ChR_g * ChR_O * ChR_bend * (v - at.ChR_E);
  let Leak_I = at.Leak_g * (v - at.Leak_E);
  let CaN_I_1 = at.CaN_g * (CaN_m * CaN_m) * CaN_h;
  let CaN_I = CaN_I_1 * (v - at.CaN_E);
  let KCa_I_1 = (at.KCa_g * Ca) / (Ca + at.KCa_K_d);
  let KCa_I = KCa_I_1 * (v - at.KCa_E);
  let v_new =
    v +
    at.dt_per_C *
      (exprel(at.dt_per_C * (at.v_1 * (ChR_O * ChR_bend) - at.Leak_g - CaN_I_1 - KCa_I_1)) *
        ((I - ChR_I) * at.per_area - Leak_I - CaN_I - KCa_I));
  let Ca_new = Ca + at.Ca_1 * (at.alpha * max(-CaN_I, 0.0) - at.k_Ca * (Ca - at.Ca_rest));
  if (free) {
    if (v_new > -20.0) {
      append(spikes, i);
      wholes[at.lastspike + i] = step;
    }
  }
  reals[at.CaN_m + i] = CaN_m_new;
  reals[at.CaN_h + i] = CaN_h_new;
  reals[at.ChR_C + i] = ChR_C_new;
  reals[at.ChR_O + i] = ChR_O_new;
  reals[at.v + i] = v_new;
  reals[at.Ca + i] = Ca_new;
}

/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
}

/// x to the power of y, where only a whole y makes sense of a negative x.
fn power(x: f32, y: f32) -> f32 {
  let size = pow(abs(x), y);
  let isOdd = modulo(y, 2.0) == 1.0;
  return select(size, -size, x < 0.0 && isOdd);
}

/// The remainder with the sign of the divisor.
fn modulo(x: f32, y: f32) -> f32 {
  return x - floor(x / y) * y;
}

/// (exp(x) - 1) / x, finite at 0.
fn exprel(x: f32) -> f32 {
  if (abs(x) > 0.5) {
    return (exp(x) - 1.0) / x;
  }
  let tail = 1.0 / 120.0 + x * (1.0 / 720.0 + x * (1.0 / 5040.0 + x * (1.0 / 40320.0)));
  return 1.0 + x * (0.5 + x * (1.0 / 6.0 + x * (1.0 / 24.0 + x * tail)));
}
