// TraubMiles — from models/neurons/traub-miles.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// TraubMiles · initialize
struct initialize_at {
  v: u32, // mV
  m: u32,
  h: u32,
  n: u32,
}

fn initialize(at: initialize_at, i: u32) {
  var v = reals[at.v + i];
  v = -67.0;
  reals[at.v + i] = v;
  let m_1 = 1.28 / exprel((v + 54.0) * -0.25);
  let m_2 = v + 27.0;
  reals[at.m + i] = m_1 / (m_1 + 1.4 / exprel(m_2 * 0.2));
  let h_1 = 0.128 * exp((v + 50.0) * -0.055555556);
  reals[at.h + i] = h_1 / (h_1 + 4.0 / (1.0 + exp(m_2 * -0.2)));
  let n_1 = 0.16 / exprel((v + 52.0) * -0.2);
  reals[at.n + i] = n_1 / (n_1 + 0.5 * exp((v + 57.0) * -0.025));
}

// TraubMiles · step
struct step__at {
  not_refractory: u32, // boolean
  v: u32,              // mV
  m: u32,
  h: u32,
  n: u32,
  I: u32,         // pA
  lastspike: u32, // integer
  g_Na: f32,      // mS/cm^2
  g_K: f32,       // mS/cm^2
  g_L: f32,       // mS/cm^2
  dt: f32,        // ms
  a_m_1: f32,
  b_m_1: f32,
  b_m_2: f32,
  a_n_1: f32,
  b_n_1: f32,
  v_1: f32,
  per_area: f32,
  E_Na_times_g_Na: f32,
  E_K_times_g_K: f32,
  E_L_times_g_L: f32,
  per_C: f32,
  v_2: f32,
}

fn step_(at: step__at, step: i32, i: u32, spikes: u32) {
  let not_refractory = wholes[at.not_refractory + i] != 0;
  let v = reals[at.v + i];
  let m = reals[at.m + i];
  let h = reals[at.h + i];
  let n = reals[at.n + i];
  let I = reals[at.I + i];
  let free = not_refractory || !(v > -20.0);
  let a_m_2 = v + 54.0;
  let a_m_3 = a_m_2 * -0.25;
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
        -0.125 * a_m_2 +
        a_m_5 *
          (((-5.1669975e-8 * a_m_4 + 0.000033068784) * a_m_5 + -0.0013888889) * a_m_5 +
            0.083333336),
      abs(a_m_3) < 0.1,
    );
  let b_m_3 = v + 27.0;
  let b_m_4 = b_m_3 * b_m_3;
  let b_m_5 = 0.04 * b_m_4;
  let b_m_6 = at.b_m_2 * a_m_9;
  let b_m =
    1.4 *
    select(
      (at.b_m_1 * (b_m_3 * a_m_9)) / (1.0 - b_m_6),
      1.0 -
        0.1 * b_m_3 +
        b_m_5 *
          (((-3.3068783e-8 * b_m_4 + 0.000033068784) * b_m_5 + -0.0013888889) * b_m_5 +
            0.083333336),
      abs(b_m_3 * 0.2) < 0.1,
    );
  let m_new = m + at.dt * exprel(-(a_m + b_m) * at.dt) * (a_m * (1.0 - m) - b_m * m);
  let a_h = 0.128 * exp((v + 50.0) * -0.055555556);
  let b_h = 4.0 / (1.0 + b_m_6);
  let h_new = h + at.dt * exprel(-(a_h + b_h) * at.dt) * (a_h * (1.0 - h) - b_h * h);
  let a_n_2 = v + 52.0;
  let a_n_3 = a_n_2 * -0.2;
  let a_n_4 = a_n_2 * a_n_2;
  let a_n_5 = 0.04 * a_n_4;
  let a_n =
    0.16 *
    select(
      a_n_3 / (at.a_n_1 * a_m_9 - 1.0),
      1.0 -
        -0.1 * a_n_2 +
        a_n_5 *
          (((-3.3068783e-8 * a_n_4 + 0.000033068784) * a_n_5 + -0.0013888889) * a_n_5 +
            0.083333336),
      abs(a_n_3) < 0.1,
    );
  let b_n = at.b_n_1 * a_m_6;
  let n_new = n + at.dt * exprel(-(a_n + b_n) * at.dt) * (a_n * (1.0 - n) - b_n * n);
  let v_3 = m_new * m_new * m_new;
  let v_4 = n_new * n_new;
  let v_5 = v_4 * v_4;
  let v_6 = at.g_Na * v_3 * h_new + at.g_K * v_5 + at.g_L;
  let v_7 = at.v_1 * v_6;
  let v_8 = 6.0 - v_7;
  let v_new =
    v +
    (v_8 *
      (at.dt *
        ((I * at.per_area +
          at.E_Na_times_g_Na * (v_3 * h_new) +
          at.E_K_times_g_K * v_5 +
          at.E_L_times_g_L) *
          at.per_C +
          v_6 * at.v_2 * v))) /
      (v_8 - at.v_1 * ((3.0 - v_7) * v_6));
  wholes[at.not_refractory + i] = i32(free);
  if (free) {
    if (v_new > -20.0) {
      append(spikes, i);
      wholes[at.lastspike + i] = step;
      wholes[at.not_refractory + i] = i32(false);
    }
  }
  reals[at.m + i] = m_new;
  reals[at.h + i] = h_new;
  reals[at.n + i] = n_new;
  reals[at.v + i] = v_new;
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
