// QuadraticIF — from models/neurons/quadratic-if.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// QuadraticIF · initialize
struct initialize_at {
  v: u32,      // mV
  V_rest: f32, // mV
}

fn initialize(at: initialize_at, i: u32) {
  reals[at.v + i] = at.V_rest;
}

// QuadraticIF · step
struct step__at {
  v: u32,      // mV
  I: u32,      // pA
  k: f32,      // nS/mV
  V_rest: f32, // mV
  V_T: f32,    // mV
  V_peak: f32, // mV
  dt_per_C: f32,
}

fn step_(at: step__at, i: u32, spikes: u32) {
  let v = reals[at.v + i];
  let I = reals[at.I + i];
  let k_v = at.dt_per_C * (at.k * (v - at.V_rest) * (v - at.V_T) + I);
  let v_mid = v + k_v * 0.5;
  let v_new = v + at.dt_per_C * (at.k * (v_mid - at.V_rest) * (v_mid - at.V_T) + I);
  if (v_new >= at.V_peak) {
    append(spikes, i);
  }
  reals[at.v + i] = v_new;
}

// QuadraticIF · reset
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
