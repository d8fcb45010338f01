// SpinalTypeA — from models/channels/spinal.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// SpinalTypeA · initialize
struct initialize_at {
  v: u32, // mV
  a: u32,
  b: u32,
}

fn initialize(at: initialize_at, i: u32) {
  let v = reals[at.v + i];
  reals[at.a + i] = 1.0 / (1.0 + exp((-36.0 - v) * 0.125));
  reals[at.b + i] = 1.0 / (1.0 + exp((-66.0 - v) * -0.125));
}

// SpinalTypeA · step
struct step__at {
  v: u32, // mV
  a: u32,
  b: u32,
  decay_a: f32,
  gain_a: f32,
  a_inf_1: f32,
  decay_b: f32,
  b_inf_1: f32,
  b_1: f32,
}

fn step_(at: step__at, i: u32, spikes: u32) {
  let v = reals[at.v + i];
  let a = reals[at.a + i];
  let b = reals[at.b + i];
  let a_inf_2 = exp(0.125 * v);
  let a_inf_3 = min(a_inf_2, 1e30);
  let a_inf = a_inf_3 / (a_inf_3 + at.a_inf_1);
  let a_new = at.decay_a * a + at.gain_a * a_inf;
  let b_inf = 1.0 / (1.0 + at.b_inf_1 * a_inf_2);
  let b_new = at.decay_b * b + at.b_1 * b_inf;
  reals[at.a + i] = a_new;
  reals[at.b + i] = b_new;
}

/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
}
