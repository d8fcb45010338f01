// RhO6c — from models/channels/opsins.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// RhO6c · initialize
struct initialize_at {
  I_1: u32,
  O_1: u32,
  O_2: u32,
  I_2: u32,
  C_2: u32,
}

fn initialize(at: initialize_at, i: u32) {
  reals[at.I_1 + i] = 0.0;
  reals[at.O_1 + i] = 0.0;
  reals[at.O_2 + i] = 0.0;
  reals[at.I_2 + i] = 0.0;
  reals[at.C_2 + i] = 0.0;
}

// RhO6c · step
struct step__at {
  light: u32, // mW/mm^2
  I_1: u32,
  O_1: u32,
  O_2: u32,
  I_2: u32,
  C_2: u32,
  k_1: f32, // 1/ms
  p: f32,
  G_o1: f32, // 1/ms
  G_f0: f32, // 1/ms
  k_f: f32,  // 1/ms
  q: f32,
  G_b0: f32, // 1/ms
  k_b: f32,  // 1/ms
  G_d1: f32, // 1/ms
  G_d2: f32, // 1/ms
  G_o2: f32, // 1/ms
  k_2: f32,  // 1/ms
  G_r0: f32, // 1/ms
  dt: f32,   // ms
  phi_1: f32,
  per_phi_m: f32,
  I_2_1: f32,
}

fn step_(at: step__at, i: u32, spikes: u32) {
  let light = reals[at.light + i];
  let I_1 = reals[at.I_1 + i];
  let O_1 = reals[at.O_1 + i];
  let O_2 = reals[at.O_2 + i];
  let I_2 = reals[at.I_2 + i];
  let C_2 = reals[at.C_2 + i];
  let phi = at.phi_1 * max(light, 0.0);
  let phi_times_per_phi_m = phi * at.per_phi_m;
  let G_3 = power(phi_times_per_phi_m, at.p);
  let G_4 = G_3 / (1.0 + G_3);
  let G_1 = at.k_1 * G_4;
  let C_1 = 1.0 - I_1 - O_1 - O_2 - I_2 - C_2;
  let I_1_1 = at.G_o1 * I_1;
  let I_1_new = I_1 + at.dt * exprel(-(G_1 + at.G_o1) * at.dt) * (G_1 * C_1 - I_1_1);
  let G_f_1 = power(phi_times_per_phi_m, at.q);
  let G_f_2 = G_f_1 / (1.0 + G_f_1);
  let G_f = at.G_f0 + at.k_f * G_f_2;
  let G_b = at.G_b0 + at.k_b * G_f_2;
  let G_d1_plus_G_f = at.G_d1 + G_f;
  let O_1_new =
    O_1 + at.dt * exprel(-G_d1_plus_G_f * at.dt) * (I_1_1 + G_b * O_2 - G_d1_plus_G_f * O_1);
  let G_d2_plus_G_b = at.G_d2 + G_b;
  let O_2_1 = at.G_o2 * I_2;
  let O_2_new =
    O_2 + at.dt * exprel(-G_d2_plus_G_b * at.dt) * (O_2_1 + G_f * O_1 - G_d2_plus_G_b * O_2);
  let G_2 = at.k_2 * G_4;
  let I_2_new = I_2 + at.I_2_1 * (G_2 * C_2 - O_2_1);
  let C_2_1 = G_2 + at.G_r0;
  let C_2_new = C_2 + at.dt * exprel(-C_2_1 * at.dt) * (at.G_d2 * O_2 - C_2_1 * C_2);
  reals[at.I_1 + i] = I_1_new;
  reals[at.O_1 + i] = O_1_new;
  reals[at.O_2 + i] = O_2_new;
  reals[at.I_2 + i] = I_2_new;
  reals[at.C_2 + i] = C_2_new;
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
