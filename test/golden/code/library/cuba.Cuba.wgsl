// Cuba — from models/networks/cuba.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// Cuba · initialize
struct initialize_at {
  v: u32,  // mV
  Vr: f32, // mV
  seed: u32,
  Vt_minus_Vr: f32,
}

fn initialize(at: initialize_at, step: i32, i: u32) {
  reals[at.v + i] = at.Vr + at.Vt_minus_Vr * uniform_number(at.seed, 3472416522u, i, u32(step));
}

// Cuba · step
struct step__at {
  lastspike: u32, // integer
  ge: u32,        // mV
  gi: u32,        // mV
  v: u32,         // mV
  P_ge_ge: f32,
  P_gi_gi: f32,
  P_v_v: f32,
  P_v_ge: f32,
  P_v_gi: f32,
  Vt: f32, // mV
  silent_steps: f32,
  v_1: f32,
}

fn step_(at: step__at, step: i32, i: u32, spikes: u32) {
  let lastspike = wholes[at.lastspike + i];
  let ge = reals[at.ge + i];
  let gi = reals[at.gi + i];
  let v = reals[at.v + i];
  let free = f32(step - lastspike) >= at.silent_steps;
  let ge_new = at.P_ge_ge * ge;
  let gi_new = at.P_gi_gi * gi;
  if (free) {
    let v_new = at.P_v_v * v + at.P_v_ge * ge + at.P_v_gi * gi + at.v_1;
    reals[at.v + i] = v_new;
    if (v_new > at.Vt) {
      append(spikes, i);
      wholes[at.lastspike + i] = step;
    }
  }
  reals[at.ge + i] = ge_new;
  reals[at.gi + i] = gi_new;
}

// Cuba · reset
struct reset_at {
  v: u32,  // mV
  Vr: f32, // mV
}

fn reset(at: reset_at, i: u32) {
  reals[at.v + i] = at.Vr;
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
