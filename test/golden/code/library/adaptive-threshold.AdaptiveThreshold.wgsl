// AdaptiveThreshold — from models/neurons/adaptive-threshold.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// AdaptiveThreshold · initialize
struct initialize_at {
  v: u32,   // mV
  E_L: f32, // mV
}

fn initialize(at: initialize_at, i: u32) {
  reals[at.v + i] = at.E_L;
}

// AdaptiveThreshold · step
struct step__at {
  lastspike: u32, // integer
  v: u32,         // mV
  I: u32,         // pA
  fast: u32,      // mV
  slow: u32,      // mV
  silent_steps: f32,
  decay_v: f32,
  v_1: f32,
  v_2: f32,
  decay_fast: f32,
  decay_slow: f32,
  E_L_plus_omega: f32,
}

fn step_(at: step__at, step: i32, i: u32, spikes: u32) {
  let lastspike = wholes[at.lastspike + i];
  let v = reals[at.v + i];
  let I = reals[at.I + i];
  let fast = reals[at.fast + i];
  let slow = reals[at.slow + i];
  let free = f32(step - lastspike) >= at.silent_steps;
  let v_new = at.decay_v * v + (at.v_2 + at.v_1 * I);
  let fast_new = at.decay_fast * fast;
  let slow_new = at.decay_slow * slow;
  if (free) {
    if (v_new > at.E_L_plus_omega + fast_new + slow_new) {
      append(spikes, i);
      wholes[at.lastspike + i] = step;
    }
  }
  reals[at.v + i] = v_new;
  reals[at.fast + i] = fast_new;
  reals[at.slow + i] = slow_new;
}

// AdaptiveThreshold · reset
struct reset_at {
  fast: u32,    // mV
  slow: u32,    // mV
  alpha_1: f32, // mV
  alpha_2: f32, // mV
}

fn reset(at: reset_at, i: u32) {
  let fast = reals[at.fast + i];
  let slow = reals[at.slow + i];
  reals[at.fast + i] = fast + at.alpha_1;
  reals[at.slow + i] = slow + at.alpha_2;
}

/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
}
