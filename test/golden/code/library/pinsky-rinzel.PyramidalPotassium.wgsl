// PyramidalPotassium — from models/channels/pinsky-rinzel.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// PyramidalPotassium · initialize
struct initialize_at {
  v: u32, // mV
  n: u32,
}

fn initialize(at: initialize_at, i: u32) {
  let v = reals[at.v + i];
  let n_1 = 0.08 / exprel((-24.9 - v) * 0.2);
  reals[at.n + i] = n_1 / (n_1 + 0.25 * exp(-1.0 - 0.025 * v));
}

// PyramidalPotassium · step
struct step__at {
  n: u32,
  v: u32,  // mV
  dt: f32, // ms
  n_1: f32,
  n_2: f32,
}

fn step_(at: step__at, i: u32, spikes: u32) {
  let n = reals[at.n + i];
  let v = reals[at.v + i];
  let n_3 = -24.9 - v;
  let n_4 = n_3 * 0.2;
  let n_5 = n_3 * n_3;
  let n_6 = 0.04 * n_5;
  let n_7 = exp(-0.025 * v);
  let n_8 = n_7 * n_7;
  let n_9 = n_8 * n_8;
  let n_10 =
    0.08 *
    select(
      n_4 / (at.n_1 * (n_9 * n_9) - 1.0),
      1.0 -
        0.1 * n_3 +
        n_6 * (((-3.3068783e-8 * n_5 + 0.000033068784) * n_6 + -0.0013888889) * n_6 + 0.083333336),
      abs(n_4) < 0.1,
    );
  let n_11 = at.n_2 * n_7;
  let n_new = n + at.dt * exprel(-(n_10 + n_11) * at.dt) * (n_10 * (1.0 - n) - n_11 * n);
  reals[at.n + i] = n_new;
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
