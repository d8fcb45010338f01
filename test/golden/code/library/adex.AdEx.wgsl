// AdEx — from models/neurons/adex.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// AdEx · initialize
struct initialize_at {
  v: u32,   // mV
  E_L: f32, // mV
}

fn initialize(at: initialize_at, i: u32) {
  reals[at.v + i] = at.E_L;
}

// AdEx · step
struct step__at {
  v: u32,      // mV
  V_ext: u32,  // mV
  w: u32,      // pA
  I: u32,      // pA
  V_peak: f32, // mV
  g_L: f32,    // nS
  V_T: f32,    // mV
  E_L: f32,    // mV
  a: f32,      // nS
  per_Delta_T: f32,
  g_L_times_Delta_T: f32,
  dt_per_C: f32,
  dt_per_tau_w: f32,
}

fn step_(at: step__at, i: u32, spikes: u32) {
  let v = reals[at.v + i];
  let V_ext = reals[at.V_ext + i];
  let w = reals[at.w + i];
  let I = reals[at.I + i];
  let peak = min(v, at.V_peak);
  let I_exp = at.g_L_times_Delta_T * exp((peak - at.V_T) * at.per_Delta_T);
  let k_v = at.dt_per_C * (at.g_L * (at.E_L - v + V_ext) + I_exp - w + I);
  let v_mid = v + k_v * 0.5;
  let peak_2 = min(v_mid, at.V_peak);
  let I_exp_2 = at.g_L_times_Delta_T * exp((peak_2 - at.V_T) * at.per_Delta_T);
  let k_w = at.dt_per_tau_w * (at.a * (peak - at.E_L) - w);
  let w_mid = w + k_w * 0.5;
  let v_new = v + at.dt_per_C * (at.g_L * (at.E_L - v_mid + V_ext) + I_exp_2 - w_mid + I);
  let w_new = w + at.dt_per_tau_w * (at.a * (peak_2 - at.E_L) - w_mid);
  if (v_new > at.V_peak) {
    append(spikes, i);
  }
  reals[at.v + i] = v_new;
  reals[at.w + i] = w_new;
}

// AdEx · reset
struct reset_at {
  v: u32,   // mV
  w: u32,   // pA
  V_r: f32, // mV
  b: f32,   // pA
}

fn reset(at: reset_at, i: u32) {
  let w = reals[at.w + i];
  reals[at.v + i] = at.V_r;
  reals[at.w + i] = w + at.b;
}

/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
}
