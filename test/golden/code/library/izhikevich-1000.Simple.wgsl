// Simple — from models/networks/izhikevich-1000.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// Simple · initialize
struct initialize_at {
  v: u32,
  u: u32,
  u_1: f32,
}

fn initialize(at: initialize_at, i: u32) {
  reals[at.v + i] = -65.0;
  reals[at.u + i] = at.u_1;
}

// Simple · step
struct step__at {
  v: u32,
  u: u32,
  thalamus: u32,
  s: u32,
  b: f32,
  dt: f32, // ms
  dt_times_a: f32,
}

fn step_(at: step__at, i: u32, spikes: u32) {
  let v = reals[at.v + i];
  let u = reals[at.u + i];
  let thalamus = reals[at.thalamus + i];
  let s = reals[at.s + i];
  let v_new = v + at.dt * (0.04 * (v * v) + 5.0 * v + 140.0 - u + thalamus + s);
  let u_new = u + at.dt_times_a * (at.b * v - u);
  let s_new = s - s * at.dt;
  if (v_new >= 30.0) {
    append(spikes, i);
  }
  reals[at.v + i] = v_new;
  reals[at.u + i] = u_new;
  reals[at.s + i] = s_new;
}

// Simple · reset
struct reset_at {
  v: u32,
  u: u32,
  c: f32,
  d: f32,
}

fn reset(at: reset_at, i: u32) {
  let u = reals[at.u + i];
  reals[at.v + i] = at.c;
  reals[at.u + i] = u + at.d;
}

// Simple · renew_thalamus
struct renew_thalamus_at {
  thalamus: u32,
  noise: f32,
  seed: u32,
}

fn renew_thalamus(at: renew_thalamus_at, step: i32, i: u32) {
  reals[at.thalamus + i] = at.noise * normal_number(at.seed, 3591355942u, i, u32(step));
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
