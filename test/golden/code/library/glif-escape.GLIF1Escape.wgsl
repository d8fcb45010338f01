// GLIF1Escape — from models/neurons/glif-escape.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// GLIF1Escape · initialize
struct initialize_at {
  v: u32, // mV
  S: u32,
  E_L: f32, // mV
  alpha: f32,
  seed: u32,
}

fn initialize(at: initialize_at, step: i32, i: u32) {
  reals[at.v + i] = at.E_L;
  reals[at.S + i] = log(max(uniform_number(at.seed, 2385815438u, i, u32(step)), 1e-10)) - at.alpha;
}

// GLIF1Escape · step
struct step__at {
  lastspike: u32, // integer
  v: u32,         // mV
  V_ext: u32,     // mV
  I: u32,         // pA
  S: u32,
  V_th: f32, // mV
  dt: f32,   // ms
  silent_steps: f32,
  decay_v: f32,
  gain_v_per_tau_m: f32,
  v_1: f32,
  v_2: f32,
  per_sigma: f32,
  per_tau_s: f32,
}

fn step_(at: step__at, step: i32, i: u32, spikes: u32) {
  let lastspike = wholes[at.lastspike + i];
  let v = reals[at.v + i];
  let V_ext = reals[at.V_ext + i];
  let I = reals[at.I + i];
  let S = reals[at.S + i];
  let free = f32(step - lastspike) >= at.silent_steps;
  if (free) {
    let v_new = at.decay_v * v + (at.v_1 + at.gain_v_per_tau_m * V_ext + at.v_2 * I);
    let hazard = exp(min((v - at.V_th) * at.per_sigma, 50.0)) * at.per_tau_s;
    let S_new = S + at.dt * hazard;
    reals[at.v + i] = v_new;
    reals[at.S + i] = S_new;
    if (S_new >= 0.0) {
      append(spikes, i);
      wholes[at.lastspike + i] = step;
    }
  }
}

// GLIF1Escape · reset
struct reset_at {
  v: u32, // mV
  S: u32,
  E_L: f32, // mV
  alpha: f32,
  seed: u32,
}

fn reset(at: reset_at, step: i32, i: u32) {
  reals[at.v + i] = at.E_L;
  reals[at.S + i] = log(max(uniform_number(at.seed, 2382416976u, i, u32(step)), 1e-10)) - at.alpha;
}

/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
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
