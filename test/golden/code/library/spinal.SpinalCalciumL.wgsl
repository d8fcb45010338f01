// SpinalCalciumL — from models/channels/spinal.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// SpinalCalciumL · initialize
struct initialize_at {
  v: u32, // mV
  m: u32,
}

fn initialize(at: initialize_at, i: u32) {
  let v = reals[at.v + i];
  reals[at.m + i] = 1.0 / (1.0 + exp((-40.0 - v) * 0.14285715));
}

// SpinalCalciumL · step
struct step__at {
  v: u32, // mV
  m: u32,
  decay_m: f32,
  m_1: f32,
}

fn step_(at: step__at, i: u32, spikes: u32) {
  let v = reals[at.v + i];
  let m = reals[at.m + i];
  let m_inf = 1.0 / (1.0 + exp((-40.0 - v) * 0.14285715));
  let m_new = at.decay_m * m + at.m_1 * m_inf;
  reals[at.m + i] = m_new;
}

/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
}
