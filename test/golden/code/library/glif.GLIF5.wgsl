// GLIF5 — from models/neurons/glif.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// GLIF5 · initialize
struct initialize_at {
  v: u32,   // mV
  E_L: f32, // mV
}

fn initialize(at: initialize_at, i: u32) {
  reals[at.v + i] = at.E_L;
}

// GLIF5 · step
struct step__at {
  lastspike: u32, // integer
  A_1: u32,       // pA
  A_2: u32,       // pA
  theta_s: u32,   // mV
  theta_v: u32,   // mV
  v: u32,         // mV
  V_ext: u32,     // mV
  I: u32,         // pA
  P_A_1_A_1: f32,
  P_A_2_A_2: f32,
  P_theta_v_theta_v: f32,
  P_theta_v_v: f32,
  P_theta_v_A_1: f32,
  P_theta_v_A_2: f32,
  P_v_v: f32,
  P_v_A_1: f32,
  P_v_A_2: f32,
  V_th: f32, // mV
  silent_steps: f32,
  decay_theta_s: f32,
  Q_theta_v_v_per_tau_m: f32,
  theta_v_1: f32,
  theta_v_2: f32,
  theta_v_3: f32,
  Q_v_v_per_tau_m: f32,
  v_1: f32,
  v_2: f32,
}

fn step_(at: step__at, step: i32, i: u32, spikes: u32) {
  let lastspike = wholes[at.lastspike + i];
  let A_1 = reals[at.A_1 + i];
  let A_2 = reals[at.A_2 + i];
  let theta_s = reals[at.theta_s + i];
  let theta_v = reals[at.theta_v + i];
  let v = reals[at.v + i];
  let V_ext = reals[at.V_ext + i];
  let I = reals[at.I + i];
  let free = f32(step - lastspike) >= at.silent_steps;
  let A_1_new = at.P_A_1_A_1 * A_1;
  let A_2_new = at.P_A_2_A_2 * A_2;
  let theta_s_new = at.decay_theta_s * theta_s;
  if (free) {
    let theta_v_new =
      at.P_theta_v_theta_v * theta_v +
      at.P_theta_v_v * v +
      at.P_theta_v_A_1 * A_1 +
      at.P_theta_v_A_2 * A_2 +
      (at.theta_v_3 + (at.theta_v_1 + at.Q_theta_v_v_per_tau_m * V_ext + at.theta_v_2 * I));
    let v_new =
      at.P_v_v * v +
      at.P_v_A_1 * A_1 +
      at.P_v_A_2 * A_2 +
      (at.v_1 + at.Q_v_v_per_tau_m * V_ext + at.v_2 * I);
    reals[at.theta_v + i] = theta_v_new;
    reals[at.v + i] = v_new;
    if (v_new > at.V_th + theta_s_new + theta_v_new) {
      append(spikes, i);
      wholes[at.lastspike + i] = step;
    }
  }
  reals[at.A_1 + i] = A_1_new;
  reals[at.A_2 + i] = A_2_new;
  reals[at.theta_s + i] = theta_s_new;
}

// GLIF5 · reset
struct reset_at {
  v: u32,       // mV
  A_1: u32,     // pA
  A_2: u32,     // pA
  theta_s: u32, // mV
  E_L: f32,     // mV
  f_v: f32,
  delta_v: f32, // mV
  asc_r: f32,
  theta_s_1: f32,
  A_3: f32,
  A_4: f32,
}

fn reset(at: reset_at, i: u32) {
  let v = reals[at.v + i];
  let A_1 = reals[at.A_1 + i];
  let A_2 = reals[at.A_2 + i];
  let theta_s = reals[at.theta_s + i];
  reals[at.v + i] = at.E_L + at.f_v * (v - at.E_L) - at.delta_v;
  reals[at.theta_s + i] = theta_s + at.theta_s_1;
  reals[at.A_1 + i] = at.asc_r * A_1 + at.A_3;
  reals[at.A_2 + i] = at.asc_r * A_2 + at.A_4;
}

/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
}
