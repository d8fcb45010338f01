// PinkCurrent — from models/noise/pink-current.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// PinkCurrent · initialize
struct initialize_at {
  a: u32, // pA
  b: u32, // pA
  c: u32, // pA
  d: u32, // pA
  e: u32, // pA
  f: u32, // pA
  seed: u32,
  a_1: f32,
}

fn initialize(at: initialize_at, step: i32, i: u32) {
  reals[at.a + i] = at.a_1 * normal_number(at.seed, 307211433u, i, u32(step));
  reals[at.b + i] = at.a_1 * normal_number(at.seed, 1134991432u, i, u32(step));
  reals[at.c + i] = at.a_1 * normal_number(at.seed, 3320726743u, i, u32(step));
  reals[at.d + i] = at.a_1 * normal_number(at.seed, 3804529390u, i, u32(step));
  reals[at.e + i] = at.a_1 * normal_number(at.seed, 1206738453u, i, u32(step));
  reals[at.f + i] = at.a_1 * normal_number(at.seed, 2492926260u, i, u32(step));
}

// PinkCurrent · step
struct step__at {
  a: u32, // pA
  b: u32, // pA
  c: u32, // pA
  d: u32, // pA
  e: u32, // pA
  f: u32, // pA
  seed: u32,
  decay_a: f32,
  a_1: f32,
  decay_b: f32,
  b_1: f32,
  decay_c: f32,
  c_1: f32,
  decay_d: f32,
  d_1: f32,
  decay_e: f32,
  e_1: f32,
  decay_f: f32,
  f_1: f32,
}

fn step_(at: step__at, step: i32, i: u32, spikes: u32) {
  let a = reals[at.a + i];
  let b = reals[at.b + i];
  let c = reals[at.c + i];
  let d = reals[at.d + i];
  let e = reals[at.e + i];
  let f = reals[at.f + i];
  let a_new = at.decay_a * a + at.a_1 * normal_number(at.seed, 168343242u, i, u32(step));
  let b_new = at.decay_b * b + at.b_1 * normal_number(at.seed, 571153193u, i, u32(step));
  let c_new = at.decay_c * c + at.c_1 * normal_number(at.seed, 2249062188u, i, u32(step));
  let d_new = at.decay_d * d + at.d_1 * normal_number(at.seed, 2113708403u, i, u32(step));
  let e_new = at.decay_e * e + at.e_1 * normal_number(at.seed, 2717849782u, i, u32(step));
  let f_new = at.decay_f * f + at.f_1 * normal_number(at.seed, 2315334021u, i, u32(step));
  reals[at.a + i] = a_new;
  reals[at.b + i] = b_new;
  reals[at.c + i] = c_new;
  reals[at.d + i] = d_new;
  reals[at.e + i] = e_new;
  reals[at.f + i] = f_new;
}

/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
}

/// Standard normal by Box and Muller; the angle is folded to a quarter turn before it is rounded.
fn normal_number(seed: u32, stream: u32, cell: u32, step: u32) -> f32 {
  let words = threefry(seed, stream, cell, step);
  let u = f32(words.x >> 1u) * 4.656613e-10 + 2.3283064e-10;
  let turn = abs(bitcast<i32>(words.y ^ 0x80000000u)) - 0x40000000;
  return sqrt(max(0.0, -2.0 * log(u))) * sin(f32(turn) * 1.4629181e-9);
}

/// Two random words from key (seed, stream) and counter (cell, step): Threefry2x32 with 13 rounds.
fn threefry(seed: u32, stream: u32, cell: u32, step: u32) -> vec2<u32> {
  let parity = 0x1bd11bdau ^ seed ^ stream;
  var x = cell + seed;
  var y = step + stream;
  x += y;
  y = ((y << 13u) | (y >> 19u)) ^ x;
  x += y;
  y = ((y << 15u) | (y >> 17u)) ^ x;
  x += y;
  y = ((y << 26u) | (y >> 6u)) ^ x;
  x += y;
  y = ((y << 6u) | (y >> 26u)) ^ x;
  x += stream;
  y += parity + 1u;
  x += y;
  y = ((y << 17u) | (y >> 15u)) ^ x;
  x += y;
  y = ((y << 29u) | (y >> 3u)) ^ x;
  x += y;
  y = ((y << 16u) | (y >> 16u)) ^ x;
  x += y;
  y = ((y << 24u) | (y >> 8u)) ^ x;
  x += parity;
  y += seed + 2u;
  x += y;
  y = ((y << 13u) | (y >> 19u)) ^ x;
  x += y;
  y = ((y << 15u) | (y >> 17u)) ^ x;
  x += y;
  y = ((y << 26u) | (y >> 6u)) ^ x;
  x += y;
  y = ((y << 6u) | (y >> 26u)) ^ x;
  x += seed;
  y += stream + 3u;
  x += y;
  y = ((y << 17u) | (y >> 15u)) ^ x;
  return vec2<u32>(x, y);
}
