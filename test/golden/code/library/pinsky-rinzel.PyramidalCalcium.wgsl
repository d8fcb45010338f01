// PyramidalCalcium — from models/channels/pinsky-rinzel.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// PyramidalCalcium · initialize
struct initialize_at {
  v: u32, // mV
  s: u32,
  r: u32,
}

fn initialize(at: initialize_at, i: u32) {
  let v = reals[at.v + i];
  let s_1 = 5.0 / (1.0 + exp((5.0 - v) * 0.1));
  reals[at.s + i] = s_1 / (s_1 + 0.2 / exprel((v + 8.9) * 0.2));
  let r_1 = 0.1673 * exp(-0.03035 * (v + 38.5));
  reals[at.r + i] = r_1 / (r_1 + 0.5 / (1.0 + exp(0.3 * (8.9 - v))));
}

// PyramidalCalcium · step
struct step__at {
  v: u32, // mV
  s: u32,
  r: u32,
  dt: f32, // ms
  s_1: f32,
  s_2: f32,
  s_3: f32,
  r_1: f32,
}

fn step_(at: step__at, i: u32, spikes: u32) {
  let v = reals[at.v + i];
  let s = reals[at.s + i];
  let r = reals[at.r + i];
  let s_4 = exp(-0.1 * v);
  let s_5 = 5.0 / (1.0 + at.s_1 * s_4);
  let s_6 = v + 8.9;
  let s_7 = s_6 * s_6;
  let s_8 = 0.04 * s_7;
  let s_9 = s_4 * s_4;
  let s_10 =
    0.2 *
    select(
      (at.s_2 * (s_6 * s_9)) / (1.0 - at.s_3 * s_9),
      1.0 -
        0.1 * s_6 +
        s_8 * (((-3.3068783e-8 * s_7 + 0.000033068784) * s_8 + -0.0013888889) * s_8 + 0.083333336),
      abs(s_6 * 0.2) < 0.1,
    );
  let s_new = s + at.dt * exprel(-(s_5 + s_10) * at.dt) * (s_5 * (1.0 - s) - s_10 * s);
  let r_2 = 0.1673 * exp(-0.03035 * (v + 38.5));
  let r_3 = 0.5 / (1.0 + at.r_1 * (s_9 * s_4));
  let r_new = r + at.dt * exprel(-(r_2 + r_3) * at.dt) * (r_2 * (1.0 - r) - r_3 * r);
  reals[at.s + i] = s_new;
  reals[at.r + i] = r_new;
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
