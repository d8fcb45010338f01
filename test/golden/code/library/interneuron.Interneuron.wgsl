// Interneuron — from models/neurons/interneuron.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// Interneuron · initialize
struct initialize_at {
  v: u32, // mV
  CaN_m: u32,
  CaN_h: u32,
  Ca: u32,      // mM
  Ca_rest: f32, // uM
}

fn initialize(at: initialize_at, i: u32) {
  var v = reals[at.v + i];
  v = -62.0;
  reals[at.v + i] = v;
  reals[at.CaN_m + i] = 1.0 / (1.0 + exp((v + 30.0) * -0.2));
  reals[at.CaN_h + i] = 1.0 / (1.0 + exp((v + 45.0) * 0.2));
  reals[at.Ca + i] = at.Ca_rest;
}

// Interneuron · step
struct step__at {
  lastspike: u32, // integer
  v: u32,         // mV
  CaN_m: u32,
  CaN_h: u32,
  Ca: u32,      // mM
  I: u32,       // pA
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
  silent_steps: f32,
  CaN_m_inf_1: f32,
  CaN_m_1: f32,
  CaN_h_inf_1: f32,
  CaN_h_1: f32,
  dt_per_C: f32,
  v_1: f32,
  per_area: f32,
  Ca_1: f32,
}

fn step_(at: step__at, step: i32, i: u32, spikes: u32) {
  let lastspike = wholes[at.lastspike + i];
  let v = reals[at.v + i];
  let CaN_m = reals[at.CaN_m + i];
  let CaN_h = reals[at.CaN_h + i];
  let Ca = reals[at.Ca + i];
  let I = reals[at.I + i];
  let free = f32(step - lastspike) >= at.silent_steps;
  let CaN_m_inf_2 = exp(0.2 * v);
  let CaN_m_inf = 1.0 / (1.0 + at.CaN_m_inf_1 * (1.0 / CaN_m_inf_2));
  let CaN_m_new = CaN_m + at.CaN_m_1 * (CaN_m_inf - CaN_m);
  let CaN_h_inf = 1.0 / (1.0 + at.CaN_h_inf_1 * CaN_m_inf_2);
  let CaN_h_new = CaN_h + at.CaN_h_1 * (CaN_h_inf - CaN_h);
  let Leak_I = at.Leak_g * (v - at.Leak_E);
  let CaN_I_1 = at.CaN_g * (CaN_m * CaN_m) * CaN_h;
  let CaN_I = CaN_I_1 * (v - at.CaN_E);
  let KCa_I_1 = (at.KCa_g * Ca) / (Ca + at.KCa_K_d);
  let KCa_I = KCa_I_1 * (v - at.KCa_E);
  let v_new =
    v +
    at.dt_per_C *
      (exprel(at.v_1 * (at.Leak_g + CaN_I_1 + KCa_I_1)) *
        (I * at.per_area - Leak_I - CaN_I - KCa_I));
  let Ca_new = Ca + at.Ca_1 * (at.alpha * max(-CaN_I, 0.0) - at.k_Ca * (Ca - at.Ca_rest));
  if (free) {
    if (v_new > -20.0) {
      append(spikes, i);
      wholes[at.lastspike + i] = step;
    }
  }
  reals[at.CaN_m + i] = CaN_m_new;
  reals[at.CaN_h + i] = CaN_h_new;
  reals[at.v + i] = v_new;
  reals[at.Ca + i] = Ca_new;
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
