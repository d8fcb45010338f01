// StochasticHodgkinHuxley — from models/neurons/stochastic-hodgkin-huxley.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// StochasticHodgkinHuxley · initialize
struct initialize_at {
  v: u32, // mV
  m: u32,
  h: u32,
  n: u32,
}

fn initialize(at: initialize_at, i: u32) {
  var v = reals[at.v + i];
  v = -65.0;
  reals[at.v + i] = v;
  let m_1 = 1.0 / exprel((v + 40.0) * -0.1);
  let m_2 = v + 65.0;
  reals[at.m + i] = m_1 / (m_1 + 4.0 * exp(m_2 * -0.055555556));
  let h_1 = 0.07 * exp(m_2 * -0.05);
  reals[at.h + i] = h_1 / (h_1 + 1.0 / (exp((v + 35.0) * -0.1) + 1.0));
  let n_1 = 0.1 / exprel((v + 55.0) * -0.1);
  reals[at.n + i] = n_1 / (n_1 + 0.125 * exp(m_2 * -0.0125));
}

// StochasticHodgkinHuxley · step
struct step__at {
  not_refractory: u32, // boolean
  v: u32,              // mV
  m: u32,
  h: u32,
  n: u32,
  I: u32,         // pA
  lastspike: u32, // integer
  g_Na: f32,      // mS/cm^2
  E_Na: f32,      // mV
  g_K: f32,       // mS/cm^2
  E_K: f32,       // mV
  g_L: f32,       // mS/cm^2
  E_L: f32,       // mV
  dt: f32,        // ms
  seed: u32,
  per_area: f32,
  dt_per_C: f32,
  a_m_1: f32,
  d_Na_times_area: f32,
  m_1: f32,
  a_h_1: f32,
  b_h_1: f32,
  a_n_1: f32,
  b_n_1: f32,
  d_K_times_area: f32,
}

fn step_(at: step__at, step: i32, i: u32, spikes: u32) {
  let not_refractory = wholes[at.not_refractory + i] != 0;
  let v = reals[at.v + i];
  let m = reals[at.m + i];
  let h = reals[at.h + i];
  let n = reals[at.n + i];
  let I = reals[at.I + i];
  let free = not_refractory || !(v > 0.0);
  let I_Na = at.g_Na * (m * m * m) * h * (v - at.E_Na);
  let n_squared = n * n;
  let I_K = at.g_K * (n_squared * n_squared) * (v - at.E_K);
  let I_L = at.g_L * (v - at.E_L);
  let v_new = v + at.dt_per_C * (I * at.per_area - I_Na - I_K - I_L);
  let a_m_2 = v + 40.0;
  let a_m_3 = a_m_2 * -0.1;
  let a_m_4 = a_m_2 * a_m_2;
  let a_m_5 = 0.01 * a_m_4;
  let a_m_6 = exp(-0.0125 * v);
  let a_m_7 = a_m_6 * a_m_6;
  let a_m_8 = a_m_7 * a_m_7;
  let a_m_9 = a_m_8 * a_m_8;
  let a_m = select(
    a_m_3 / (at.a_m_1 * a_m_9 - 1.0),
    1.0 -
      -0.05 * a_m_2 +
      a_m_5 *
        (((-8.267196e-9 * a_m_4 + 0.000033068784) * a_m_5 + -0.0013888889) * a_m_5 + 0.083333336),
    abs(a_m_3) < 0.1,
  );
  let b_m = 4.0 * exp((v + 65.0) * -0.055555556);
  let s_m = sqrt((2.0 * a_m * b_m) / (at.d_Na_times_area * (a_m + b_m)));
  let m_new =
    m +
    at.dt * (a_m * (1.0 - m) - b_m * m) +
    at.m_1 * ((s_m + s_m) * normal_number(at.seed, 2492861687u, i, u32(step)));
  let a_h = at.a_h_1 * a_m_8;
  let b_h = 1.0 / (at.b_h_1 * a_m_9 + 1.0);
  let s_h = sqrt((2.0 * a_h * b_h) / (at.d_Na_times_area * (a_h + b_h)));
  let h_new =
    h +
    at.dt * (a_h * (1.0 - h) - b_h * h) +
    at.m_1 * ((s_h + s_h) * normal_number(at.seed, 277774694u, i, u32(step)));
  let a_n_2 = v + 55.0;
  let a_n_3 = a_n_2 * -0.1;
  let a_n_4 = a_n_2 * a_n_2;
  let a_n_5 = 0.01 * a_n_4;
  let a_n =
    0.1 *
    select(
      a_n_3 / (at.a_n_1 * a_m_9 - 1.0),
      1.0 -
        -0.05 * a_n_2 +
        a_n_5 *
          (((-8.267196e-9 * a_n_4 + 0.000033068784) * a_n_5 + -0.0013888889) * a_n_5 + 0.083333336),
      abs(a_n_3) < 0.1,
    );
  let b_n = at.b_n_1 * a_m_6;
  let s_n = sqrt((2.0 * a_n * b_n) / (at.d_K_times_area * (a_n + b_n)));
  let n_new =
    n +
    at.dt * (a_n * (1.0 - n) - b_n * n) +
    at.m_1 * ((s_n + s_n) * normal_number(at.seed, 882754716u, i, u32(step)));
  wholes[at.not_refractory + i] = i32(free);
  if (free) {
    if (v_new > 0.0) {
      append(spikes, i);
      wholes[at.lastspike + i] = step;
      wholes[at.not_refractory + i] = i32(false);
    }
  }
  reals[at.v + i] = v_new;
  reals[at.m + i] = m_new;
  reals[at.h + i] = h_new;
  reals[at.n + i] = n_new;
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
