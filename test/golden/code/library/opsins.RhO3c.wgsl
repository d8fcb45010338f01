// RhO3c — from models/channels/opsins.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// RhO3c · initialize
struct initialize_at {
  C: u32,
  O: u32,
}

fn initialize(at: initialize_at, i: u32) {
  reals[at.C + i] = 1.0;
  reals[at.O + i] = 0.0;
}

// RhO3c · step
struct step__at {
  light: u32, // mW/mm^2
  C: u32,
  O: u32,
  G_r0: f32, // 1/ms
  k_r: f32,  // 1/ms
  q: f32,
  k_a: f32, // 1/ms
  p: f32,
  G_d: f32, // 1/ms
  dt: f32,  // ms
  phi_1: f32,
  per_phi_m: f32,
  O_1: f32,
}

fn step_(at: step__at, i: u32, spikes: u32) {
  let light = reals[at.light + i];
  let C = reals[at.C + i];
  let O = reals[at.O + i];
  let phi = at.phi_1 * max(light, 0.0);
  let phi_times_per_phi_m = phi * at.per_phi_m;
  let G_r_1 = power(phi_times_per_phi_m, at.q);
  let G_r = at.G_r0 + at.k_r * (G_r_1 / (1.0 + G_r_1));
  let G_a_1 = power(phi_times_per_phi_m, at.p);
  let G_a = at.k_a * (G_a_1 / (1.0 + G_a_1));
  let G_a_times_C = G_a * C;
  let C_new = C + at.dt * exprel(-(G_r + G_a) * at.dt) * (G_r * (1.0 - C - O) - G_a_times_C);
  let O_new = O + at.O_1 * (G_a_times_C - at.G_d * O);
  reals[at.C + i] = C_new;
  reals[at.O + i] = O_new;
}

/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
}

/// x to the power of y, where only a whole y makes sense of a negative x.
fn power(x: f32, y: f32) -> f32 {
  let size = pow(abs(x), y);
  let isOdd = modulo(y, 2.0) == 1.0;
  return select(size, -size, x < 0.0 && isOdd);
}

/// The remainder with the sign of the divisor.
fn modulo(x: f32, y: f32) -> f32 {
  return x - floor(x / y) * y;
}

/// (exp(x) - 1) / x, finite at 0.
fn exprel(x: f32) -> f32 {
  if (abs(x) > 0.5) {
    return (exp(x) - 1.0) / x;
  }
  let tail = 1.0 / 120.0 + x * (1.0 / 720.0 + x * (1.0 / 5040.0 + x * (1.0 / 40320.0)));
  return 1.0 + x * (0.5 + x * (1.0 / 6.0 + x * (1.0 / 24.0 + x * tail)));
}
