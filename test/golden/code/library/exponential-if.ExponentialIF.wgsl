// ExponentialIF — from models/neurons/exponential-if.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// ExponentialIF · initialize
struct initialize_at {
  v: u32,   // mV
  E_L: f32, // mV
}

fn initialize(at: initialize_at, i: u32) {
  reals[at.v + i] = at.E_L;
}

// ExponentialIF · step
struct step__at {
  lastspike: u32, // integer
  v: u32,         // mV
  I: u32,         // pA
  g_L: f32,       // mS/cm^2
  V_T: f32,       // mV
  E_L: f32,       // mV
  V_peak: f32,    // mV
  silent_steps: f32,
  per_Delta_T: f32,
  g_L_times_Delta_T: f32,
  per_area: f32,
  dt_per_C: f32,
}

fn step_(at: step__at, step: i32, i: u32, spikes: u32) {
  let lastspike = wholes[at.lastspike + i];
  let v = reals[at.v + i];
  let I = reals[at.I + i];
  let free = f32(step - lastspike) >= at.silent_steps;
  if (free) {
    let I_exp = at.g_L_times_Delta_T * exp((v - at.V_T) * at.per_Delta_T);
    let I_times_per_area = I * at.per_area;
    let k_v = at.dt_per_C * (at.g_L * (at.E_L - v) + I_exp + I_times_per_area);
    let v_mid = v + k_v * 0.5;
    let I_exp_2 = at.g_L_times_Delta_T * exp((v_mid - at.V_T) * at.per_Delta_T);
    let v_new = v + at.dt_per_C * (at.g_L * (at.E_L - v_mid) + I_exp_2 + I_times_per_area);
    reals[at.v + i] = v_new;
    if (v_new > at.V_peak) {
      append(spikes, i);
      wholes[at.lastspike + i] = step;
    }
  }
}

// ExponentialIF · reset
struct reset_at {
  v: u32,   // mV
  V_r: f32, // mV
}

fn reset(at: reset_at, i: u32) {
  reals[at.v + i] = at.V_r;
}

/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
}
