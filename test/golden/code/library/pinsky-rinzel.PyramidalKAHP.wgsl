// PyramidalKAHP — from models/channels/pinsky-rinzel.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// PyramidalKAHP · initialize
struct initialize_at {
  Ca_rest: u32, // mM
  q: u32,
  a: f32, // 1/mM/ms
  b: f32, // 1/ms
}

fn initialize(at: initialize_at, i: u32) {
  let Ca_rest = reals[at.Ca_rest + i];
  let q_1 = min(at.a * Ca_rest, 0.01);
  reals[at.q + i] = q_1 / (q_1 + at.b);
}

// PyramidalKAHP · step
struct step__at {
  Ca: u32, // mM
  q: u32,
  a: f32,  // 1/mM/ms
  b: f32,  // 1/ms
  dt: f32, // ms
}

fn step_(at: step__at, i: u32, spikes: u32) {
  let Ca = reals[at.Ca + i];
  let q = reals[at.q + i];
  let rate = min(at.a * Ca, 0.01);
  let q_new = q + at.dt * exprel(-(rate + at.b) * at.dt) * (rate * (1.0 - q) - at.b * q);
  reals[at.q + i] = q_new;
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
