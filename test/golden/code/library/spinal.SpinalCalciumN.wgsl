// SpinalCalciumN — from models/channels/spinal.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// SpinalCalciumN · initialize
struct initialize_at {
  v: u32, // mV
  m: u32,
  h: u32,
}

fn initialize(at: initialize_at, i: u32) {
  let v = reals[at.v + i];
  reals[at.m + i] = 1.0 / (1.0 + exp((-30.0 - v) * 0.2));
  reals[at.h + i] = 1.0 / (1.0 + exp((-45.0 - v) * -0.2));
}

// SpinalCalciumN · step
struct step__at {
  v: u32, // mV
  m: u32,
  h: u32,
  decay_m: f32,
  m_inf_1: f32,
  m_1: f32,
  decay_h: f32,
  h_inf_1: f32,
  h_1: f32,
}

fn step_(at: step__at, i: u32, spikes: u32) {
  let v = reals[at.v + i];
  let m = reals[at.m + i];
  let h = reals[at.h + i];
  let m_inf_2 = exp(0.2 * v);
  let m_inf_3 = min(m_inf_2, 1e30);
  let m_inf = m_inf_3 / (m_inf_3 + at.m_inf_1);
  let m_new = at.decay_m * m + at.m_1 * m_inf;
  let h_inf = 1.0 / (1.0 + at.h_inf_1 * m_inf_2);
  let h_new = at.decay_h * h + at.h_1 * h_inf;
  reals[at.m + i] = m_new;
  reals[at.h + i] = h_new;
}

/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
}
