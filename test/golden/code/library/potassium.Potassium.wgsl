// Potassium — from models/channels/potassium.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// Potassium · initialize
struct initialize_at {
  v: u32, // mV
  n: u32,
}

fn initialize(at: initialize_at, i: u32) {
  let v = reals[at.v + i];
  let n_1 = 0.1 / exprel((v + 55.0) * -0.1);
  reals[at.n + i] = n_1 / (n_1 + 0.125 * exp((v + 65.0) * -0.0125));
}

// Potassium · step
struct step__at {
  v: u32, // mV
  n: u32,
  dt: f32, // ms
  a_n_1: f32,
  b_n_1: f32,
}

fn step_(at: step__at, i: u32, spikes: u32) {
  let v = reals[at.v + i];
  let n = reals[at.n + i];
  let a_n_2 = v + 55.0;
  let a_n_3 = a_n_2 * -0.1;
  let a_n_4 = a_n_2 * a_n_2;
  let a_n_5 = 0.01 * a_n_4;
  let a_n_6 = exp(-0.0125 * v);
  let a_n_7 = a_n_6 * a_n_6;
  let a_n_8 = a_n_7 * a_n_7;
  let a_n =
    0.1 *
    select(
      a_n_3 / (at.a_n_1 * (a_n_8 * a_n_8) - 1.0),
      1.0 -
        -0.05 * a_n_2 +
        a_n_5 *
          (((-8.267196e-9 * a_n_4 + 0.000033068784) * a_n_5 + -0.0013888889) * a_n_5 + 0.083333336),
      abs(a_n_3) < 0.1,
    );
  let b_n = at.b_n_1 * a_n_6;
  let n_new = n + at.dt * exprel(-(a_n + b_n) * at.dt) * (a_n * (1.0 - n) - b_n * n);
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
