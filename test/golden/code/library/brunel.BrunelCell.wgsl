// BrunelCell — from models/networks/brunel.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// BrunelCell · initialize
struct initialize_at {
  v: u32,   // mV
  V_r: f32, // mV
  seed: u32,
}

fn initialize(at: initialize_at, step: i32, i: u32) {
  reals[at.v + i] = at.V_r * uniform_number(at.seed, 343240601u, i, u32(step));
}

// BrunelCell · step
struct step__at {
  lastspike: u32, // integer
  v: u32,         // mV
  theta: f32,     // mV
  silent_steps: f32,
  decay_v: f32,
}

fn step_(at: step__at, step: i32, i: u32, spikes: u32) {
  let lastspike = wholes[at.lastspike + i];
  let v = reals[at.v + i];
  let free = f32(step - lastspike) >= at.silent_steps;
  if (free) {
    let v_new = at.decay_v * v;
    reals[at.v + i] = v_new;
    if (v_new > at.theta) {
      append(spikes, i);
      wholes[at.lastspike + i] = step;
    }
  }
}

// BrunelCell · reset
struct reset_at {
  v: u32,   // mV
  V_r: f32, // mV
}

fn reset(at: reset_at, i: u32) {
  reals[at.v + i] = at.V_r;
}

// BrunelCell · on_step
struct on_step_at {
  lastspike: u32, // integer
  v: u32,         // mV
  J: f32,         // mV
  seed: u32,
  limit_1: f32,
  v_1: f32,
}

fn on_step(at: on_step_at, step: i32, i: u32) {
  let lastspike = wholes[at.lastspike + i];
  let v = reals[at.v + i];
  if (f32(step - lastspike) >= at.limit_1) {
    reals[at.v + i] = v + at.J * poisson(at.v_1, at.seed, 3542999291u, i, u32(step));
  }
}

/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
}

/// Poisson count by inversion; for large means from the matching normal.
fn poisson(mean: f32, seed: u32, stream: u32, cell: u32, step: u32) -> f32 {
  if (!(mean > 0.0)) {
    return 0.0;
  }
  if (mean > 64.0) {
    let z = normal_number(seed, stream ^ 0x165667b1u, cell, step);
    let root = sqrt(mean);
    let skewed = (z * z - 1.0) / 6.0 - z * (z * z + 2.0) / (72.0 * root);
    return max(0.0, floor(mean + root * z + skewed + 0.5));
  }
  // Cells 2k and 2k + 1 share two words.
  let words = threefry(seed, stream, cell >> 1u, step);
  let u = f32(select(words.x, words.y, (cell & 1u) == 1u) >> 8u) * 5.9604645e-8;
  var count = 0.0;
  var term = exp(-mean);
  var sum = term;
  while (u >= sum && count < 1000.0) {
    count += 1.0;
    term *= mean * (1.0 / count);
    sum += term;
  }
  return count;
}

/// Standard normal by Box and Muller; the angle is folded to a quarter turn before it is rounded.
fn normal_number(seed: u32, stream: u32, cell: u32, step: u32) -> f32 {
  let words = threefry(seed, stream, cell, step);
  let u = f32(words.x >> 1u) * 4.656613e-10 + 2.3283064e-10;
  let turn = abs(bitcast<i32>(words.y ^ 0x80000000u)) - 0x40000000;
  return sqrt(max(0.0, -2.0 * log(u))) * sin(f32(turn) * 1.4629181e-9);
}

/// Uniform on [0, 1): the first 24 bits.
fn uniform_number(seed: u32, stream: u32, cell: u32, step: u32) -> f32 {
  return f32(threefry(seed, stream, cell, step).x >> 8u) * 5.9604645e-8;
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
