// TraubMiles — from models/networks/cobahh.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// TraubMiles · initialize
struct initialize_at {
  v: u32,  // mV
  ge: u32, // nS
  gi: u32, // nS
  seed: u32,
}

fn initialize(at: initialize_at, step: i32, i: u32) {
  reals[at.v + i] = -65.0 + 5.0 * normal_number(at.seed, 2114363867u, i, u32(step));
  reals[at.ge + i] = max(0.0, 40.0 + 15.0 * normal_number(at.seed, 4016460587u, i, u32(step)));
  reals[at.gi + i] = max(0.0, 200.0 + 120.0 * normal_number(at.seed, 2373491535u, i, u32(step)));
}

// TraubMiles · step
struct step__at {
  lastspike: u32, // integer
  v: u32,         // mV
  m: u32,
  h: u32,
  n: u32,
  ge: u32,   // nS
  gi: u32,   // nS
  g_L: f32,  // uS/cm^2
  E_L: f32,  // mV
  g_Na: f32, // mS/cm^2
  E_Na: f32, // mV
  g_K: f32,  // mS/cm^2
  E_K: f32,  // mV
  E_e: f32,  // mV
  E_i: f32,  // mV
  V_T: f32,  // mV
  dt: f32,   // ms
  silent_steps: f32,
  per_area: f32,
  v_1: f32,
  dt_per_C: f32,
  a_m_1: f32,
  b_m_2: f32,
  b_m_1: f32,
  a_n_1: f32,
  b_n_1: f32,
  b_h_1: f32,
  ge_1: f32,
  gi_1: f32,
}

fn step_(at: step__at, step: i32, i: u32, spikes: u32) {
  let lastspike = wholes[at.lastspike + i];
  let v = reals[at.v + i];
  let m = reals[at.m + i];
  let h = reals[at.h + i];
  let n = reals[at.n + i];
  let ge = reals[at.ge + i];
  let gi = reals[at.gi + i];
  let free = f32(step - lastspike) >= at.silent_steps;
  let I_m_1 = at.g_Na * (m * m * m) * h;
  let n_squared = n * n;
  let I_m_2 = at.g_K * (n_squared * n_squared);
  let I_m = at.g_L * (at.E_L - v) - I_m_1 * (v - at.E_Na) - I_m_2 * (v - at.E_K);
  let v_new =
    v +
    at.dt_per_C *
      (exprel(at.dt_per_C * ((ge + gi) * at.v_1 - (at.g_L + I_m_1 + I_m_2))) *
        (I_m + (ge * (at.E_e - v) + gi * (at.E_i - v)) * at.per_area));
  let a_m_2 = 13.0 - v + at.V_T;
  let a_m_3 = a_m_2 * 0.25;
  let a_m_4 = a_m_2 * a_m_2;
  let a_m_5 = 0.0625 * a_m_4;
  let a_m_6 = exp(-0.025 * v);
  let a_m_7 = a_m_6 * a_m_6;
  let a_m_8 = a_m_7 * a_m_7;
  let a_m_9 = a_m_8 * a_m_8;
  let a_m =
    1.28 *
    select(
      a_m_3 / (at.a_m_1 * (a_m_9 * a_m_7) - 1.0),
      1.0 -
        0.125 * a_m_2 +
        a_m_5 *
          (((-5.1669975e-8 * a_m_4 + 0.000033068784) * a_m_5 + -0.0013888889) * a_m_5 +
            0.083333336),
      abs(a_m_3) < 0.1,
    );
  let b_m_3 = v - at.V_T - 40.0;
  let b_m_4 = b_m_3 * b_m_3;
  let b_m_5 = 0.04 * b_m_4;
  let b_m =
    1.4 *
    select(
      (at.b_m_1 * (b_m_3 * a_m_9)) / (1.0 - at.b_m_2 * a_m_9),
      1.0 -
        0.1 * b_m_3 +
        b_m_5 *
          (((-3.3068783e-8 * b_m_4 + 0.000033068784) * b_m_5 + -0.0013888889) * b_m_5 +
            0.083333336),
      abs(b_m_3 * 0.2) < 0.1,
    );
  let m_new = m + at.dt * exprel(-(a_m + b_m) * at.dt) * (a_m * (1.0 - m) - b_m * m);
  let a_n_2 = 15.0 - v + at.V_T;
  let a_n_3 = a_n_2 * 0.2;
  let a_n_4 = a_n_2 * a_n_2;
  let a_n_5 = 0.04 * a_n_4;
  let a_n =
    0.16 *
    select(
      a_n_3 / (at.a_n_1 * a_m_9 - 1.0),
      1.0 -
        0.1 * a_n_2 +
        a_n_5 *
          (((-3.3068783e-8 * a_n_4 + 0.000033068784) * a_n_5 + -0.0013888889) * a_n_5 +
            0.083333336),
      abs(a_n_3) < 0.1,
    );
  let b_n = at.b_n_1 * a_m_6;
  let n_new = n + at.dt * exprel(-(a_n + b_n) * at.dt) * (a_n * (1.0 - n) - b_n * n);
  let a_h = 0.128 * exp((17.0 - v + at.V_T) * 0.055555556);
  let b_h = 4.0 / (1.0 + at.b_h_1 * a_m_9);
  let h_new = h + at.dt * exprel(-(a_h + b_h) * at.dt) * (a_h * (1.0 - h) - b_h * h);
  let ge_new = ge + at.ge_1 * ge;
  let gi_new = gi + at.gi_1 * gi;
  if (free) {
    if (v_new > -20.0) {
      append(spikes, i);
      wholes[at.lastspike + i] = step;
    }
  }
  reals[at.v + i] = v_new;
  reals[at.m + i] = m_new;
  reals[at.n + i] = n_new;
  reals[at.h + i] = h_new;
  reals[at.ge + i] = ge_new;
  reals[at.gi + i] = gi_new;
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
