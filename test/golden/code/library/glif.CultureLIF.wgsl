// CultureLIF — from models/neurons/glif.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// CultureLIF · initialize
struct initialize_at {
  v: u32,   // mV
  E_L: f32, // mV
}

fn initialize(at: initialize_at, i: u32) {
  reals[at.v + i] = at.E_L;
}

// CultureLIF · step
struct step__at {
  lastspike: u32, // integer
  theta_s: u32,   // mV
  v: u32,         // mV
  V_ext: u32,     // mV
  I: u32,         // pA
  V_th: f32,      // mV
  silent_steps: f32,
  decay_theta_s: f32,
  decay_v: f32,
  gain_v_per_tau_m: f32,
  v_1: f32,
  v_2: f32,
}

fn step_(at: step__at, step: i32, i: u32, spikes: u32) {
  let lastspike = wholes[at.lastspike + i];
  let theta_s = reals[at.theta_s + i];
  let v = reals[at.v + i];
  let V_ext = reals[at.V_ext + i];
  let I = reals[at.I + i];
  let free = f32(step - lastspike) >= at.silent_steps;
  let theta_s_new = at.decay_theta_s * theta_s;
  if (free) {
    let v_new = at.decay_v * v + (at.v_1 + at.gain_v_per_tau_m * V_ext + at.v_2 * I);
    reals[at.v + i] = v_new;
    if (v_new > at.V_th + theta_s_new) {
      append(spikes, i);
      wholes[at.lastspike + i] = step;
    }
  }
  reals[at.theta_s + i] = theta_s_new;
}

// CultureLIF · reset
struct reset_at {
  v: u32,       // mV
  theta_s: u32, // mV
  E_L: f32,     // mV
  f_v: f32,
  delta_v: f32, // mV
  theta_s_1: f32,
}

fn reset(at: reset_at, i: u32) {
  let v = reals[at.v + i];
  let theta_s = reals[at.theta_s + i];
  reals[at.v + i] = at.E_L + at.f_v * (v - at.E_L) - at.delta_v;
  reals[at.theta_s + i] = theta_s + at.theta_s_1;
}

/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
}
