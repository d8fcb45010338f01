// VogelsAbbottCell — from models/networks/vogels-abbott.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// VogelsAbbottCell · initialize
struct initialize_at {
  v: u32,  // mV
  ge: u32, // nS
  gi: u32, // nS
  seed: u32,
}

fn initialize(at: initialize_at, step: i32, i: u32) {
  reals[at.v + i] = -60.0 + 5.0 * normal_number(at.seed, 2384875561u, i, u32(step));
  reals[at.ge + i] = max(0.0, 40.0 + 15.0 * normal_number(at.seed, 524722905u, i, u32(step)));
  reals[at.gi + i] = max(0.0, 200.0 + 120.0 * normal_number(at.seed, 2102946493u, i, u32(step)));
}

// VogelsAbbottCell · step
struct step__at {
  lastspike: u32, // integer
  ge: u32,        // nS
  gi: u32,        // nS
  v: u32,         // mV
  g_L: f32,       // nS
  E_L: f32,       // mV
  E_e: f32,       // mV
  E_i: f32,       // mV
  V_th: f32,      // mV
  silent_steps: f32,
  ge_1: f32,
  gi_1: f32,
  dt_per_C: f32,
  v_1: f32,
}

fn step_(at: step__at, step: i32, i: u32, spikes: u32) {
  let lastspike = wholes[at.lastspike + i];
  let ge = reals[at.ge + i];
  let gi = reals[at.gi + i];
  let v = reals[at.v + i];
  let free = f32(step - lastspike) >= at.silent_steps;
  let ge_new = ge + at.ge_1 * ge;
  let gi_new = gi + at.gi_1 * gi;
  if (free) {
    let v_new =
      v +
      at.dt_per_C *
        (exprel(at.v_1 * (at.g_L + ge + gi)) *
          (at.g_L * (at.E_L - v) + ge * (at.E_e - v) + gi * (at.E_i - v)));
    reals[at.v + i] = v_new;
    if (v_new > at.V_th) {
      append(spikes, i);
      wholes[at.lastspike + i] = step;
    }
  }
  reals[at.ge + i] = ge_new;
  reals[at.gi + i] = gi_new;
}

// VogelsAbbottCell · reset
struct reset_at {
  v: u32,   // mV
  V_r: f32, // mV
}

fn reset(at: reset_at, i: u32) {
  reals[at.v + i] = at.V_r;
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
