// PyramidalSodium — from models/channels/pinsky-rinzel.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// PyramidalSodium · initialize
struct initialize_at {
  v: u32, // mV
  h: u32,
}

fn initialize(at: initialize_at, i: u32) {
  let v = reals[at.v + i];
  let h_1 = 0.128 * exp((-43.0 - v) * 0.055555556);
  reals[at.h + i] = h_1 / (h_1 + 4.0 / (1.0 + exp((-20.0 - v) * 0.2)));
}

// PyramidalSodium · step
struct step__at {
  v: u32, // mV
  h: u32,
  dt: f32, // ms
  h_1: f32,
}

fn step_(at: step__at, i: u32, spikes: u32) {
  let v = reals[at.v + i];
  let h = reals[at.h + i];
  let m_9 = exp(-0.05 * v);
  let m_10 = m_9 * m_9;
  let m_11 = m_10 * m_10;
  let h_2 = 0.128 * exp((-43.0 - v) * 0.055555556);
  let h_3 = 4.0 / (1.0 + at.h_1 * m_11);
  let h_new = h + at.dt * exprel(-(h_2 + h_3) * at.dt) * (h_2 * (1.0 - h) - h_3 * h);
  reals[at.h + i] = h_new;
}

/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
}

/// (exp(x) - 1) / x, finite at 0.
fn exprel(x: f32) -> f32 {
  if (abs(x) > 0.5) {
    return (exp(x) - 1.0) / x;
  }
  let tail = 1.0 / 120.0 + x * (1.0 / 720.0 + x * (1.0 / 5040.0 + x * (1.0 / 40320.0)));
  return 1.0 + x * (0.5 + x * (1.0 / 6.0 + x * (1.0 / 24.0 + x * tail)));
}
