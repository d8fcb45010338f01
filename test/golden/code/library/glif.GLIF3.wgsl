// GLIF3 — from models/neurons/glif.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// GLIF3 · initialize
struct initialize_at {
  v: u32,   // mV
  E_L: f32, // mV
}

fn initialize(at: initialize_at, i: u32) {
  reals[at.v + i] = at.E_L;
}

// GLIF3 · step
struct step__at {
  lastspike: u32, // integer
  A_1: u32,       // pA
  A_2: u32,       // pA
  v: u32,         // mV
  V_ext: u32,     // mV
  I: u32,         // pA
  P_A_1_A_1: f32,
  P_A_2_A_2: f32,
  P_v_v: f32,
  P_v_A_1: f32,
  P_v_A_2: f32,
  V_th: f32, // mV
  silent_steps: f32,
  Q_v_v_per_tau_m: f32,
  v_1: f32,
  v_2: f32,
}

fn step_(at: step__at, step: i32, i: u32, spikes: u32) {
  let lastspike = wholes[at.lastspike + i];
  let A_1 = reals[at.A_1 + i];
  let A_2 = reals[at.A_2 + i];
  let v = reals[at.v + i];
  let V_ext = reals[at.V_ext + i];
  let I = reals[at.I + i];
  let free = f32(step - lastspike) >= at.silent_steps;
  let A_1_new = at.P_A_1_A_1 * A_1;
  let A_2_new = at.P_A_2_A_2 * A_2;
  if (free) {
    let v_new =
      at.P_v_v * v +
      at.P_v_A_1 * A_1 +
      at.P_v_A_2 * A_2 +
      (at.v_1 + at.Q_v_v_per_tau_m * V_ext + at.v_2 * I);
    reals[at.v + i] = v_new;
    if (v_new > at.V_th) {
      append(spikes, i);
      wholes[at.lastspike + i] = step;
    }
  }
  reals[at.A_1 + i] = A_1_new;
  reals[at.A_2 + i] = A_2_new;
}

// GLIF3 · reset
struct reset_at {
  A_1: u32, // pA
  A_2: u32, // pA
  v: u32,   // mV
  E_L: f32, // mV
  asc_r: f32,
  A_3: f32,
  A_4: f32,
}

fn reset(at: reset_at, i: u32) {
  let A_1 = reals[at.A_1 + i];
  let A_2 = reals[at.A_2 + i];
  reals[at.v + i] = at.E_L;
  reals[at.A_1 + i] = at.asc_r * A_1 + at.A_3;
  reals[at.A_2 + i] = at.asc_r * A_2 + at.A_4;
}

/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
}
