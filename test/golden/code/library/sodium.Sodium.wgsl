// Sodium — from models/channels/sodium.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// Sodium · initialize
struct initialize_at {
  v: u32, // mV
  m: u32,
  h: u32,
}

fn initialize(at: initialize_at, i: u32) {
  let v = reals[at.v + i];
  let m_1 = 1.0 / exprel((v + 40.0) * -0.1);
  let m_2 = v + 65.0;
  reals[at.m + i] = m_1 / (m_1 + 4.0 * exp(m_2 * -0.055555556));
  let h_1 = 0.07 * exp(m_2 * -0.05);
  reals[at.h + i] = h_1 / (h_1 + 1.0 / (exp((v + 35.0) * -0.1) + 1.0));
}

// Sodium · step
struct step__at {
  v: u32, // mV
  m: u32,
  h: u32,
  dt: f32, // ms
  a_m_1: f32,
  b_m_1: f32,
  a_h_1: f32,
  b_h_1: f32,
}

fn step_(at: step__at, i: u32, spikes: u32) {
  let v = reals[at.v + i];
  let m = reals[at.m + i];
  let h = reals[at.h + i];
  let a_m_2 = v + 40.0;
  let a_m_3 = a_m_2 * -0.1;
  let a_m_4 = a_m_2 * a_m_2;
  let a_m_5 = 0.01 * a_m_4;
  let a_m_6 = exp(-0.0055555557 * v);
  let a_m_7 = a_m_6 * a_m_6;
  let a_m_8 = a_m_7 * a_m_7;
  let a_m_9 = a_m_8 * a_m_8;
  let a_m_10 = a_m_9 * a_m_6;
  let a_m_11 = a_m_10 * a_m_6;
  let a_m_12 = a_m_11 * a_m_9;
  let a_m = select(
    a_m_3 / (at.a_m_1 * a_m_12 - 1.0),
    1.0 -
      -0.05 * a_m_2 +
      a_m_5 *
        (((-8.267196e-9 * a_m_4 + 0.000033068784) * a_m_5 + -0.0013888889) * a_m_5 + 0.083333336),
    abs(a_m_3) < 0.1,
  );
  let b_m = at.b_m_1 * a_m_11;
  let m_new = m + at.dt * exprel(-(a_m + b_m) * at.dt) * (a_m * (1.0 - m) - b_m * m);
  let a_h = at.a_h_1 * a_m_10;
  let b_h = 1.0 / (at.b_h_1 * a_m_12 + 1.0);
  let h_new = h + at.dt * exprel(-(a_h + b_h) * at.dt) * (a_h * (1.0 - h) - b_h * h);
  reals[at.m + i] = m_new;
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
