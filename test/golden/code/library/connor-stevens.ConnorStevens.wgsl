// ConnorStevens — from models/neurons/connor-stevens.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// ConnorStevens · initialize
struct initialize_at {
  v: u32, // mV
  m: u32,
  h: u32,
  n: u32,
  a: u32,
  b: u32,
}

fn initialize(at: initialize_at, i: u32) {
  var v = reals[at.v + i];
  v = -68.0;
  reals[at.v + i] = v;
  let m_1 = 3.8 / exprel((v + 29.7) * -0.1);
  reals[at.m + i] = m_1 / (m_1 + 15.2 * exp(-0.0556 * (v + 54.7)));
  let h_1 = 0.266 * exp(-0.05 * (v + 48.0));
  reals[at.h + i] = h_1 / (h_1 + 3.8 / (1.0 + exp((v + 18.0) * -0.1)));
  let n_1 = 0.2 / exprel((v + 45.7) * -0.1);
  reals[at.n + i] = n_1 / (n_1 + 0.25 * exp(-0.0125 * (v + 55.7)));
  reals[at.a + i] = power(
    (0.0761 * exp(0.0314 * (v + 94.22))) / (1.0 + exp(0.0346 * (v + 1.17))),
    0.33333334,
  );
  let b_1 = 1.0 + exp(0.0688 * (v + 53.3));
  let b_2 = b_1 * b_1;
  reals[at.b + i] = 1.0 / (b_2 * b_2);
}

// ConnorStevens · step
struct step__at {
  not_refractory: u32, // boolean
  v: u32,              // mV
  m: u32,
  h: u32,
  n: u32,
  a: u32,
  b: u32,
  I: u32,         // pA
  lastspike: u32, // integer
  g_Na: f32,      // mS/cm^2
  g_K: f32,       // mS/cm^2
  g_A: f32,       // mS/cm^2
  g_L: f32,       // mS/cm^2
  dt: f32,        // ms
  a_m_1: f32,
  a_h_1: f32,
  b_h_1: f32,
  a_n_1: f32,
  b_n_1: f32,
  v_1: f32,
  per_area: f32,
  E_Na_times_g_Na: f32,
  E_K_times_g_K: f32,
  E_A_times_g_A: f32,
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
  let a = reals[at.a + i];
  let b = reals[at.b + i];
  let I = reals[at.I + i];
  let free = not_refractory || !(v > -20.0);
  let a_m_2 = v + 29.7;
  let a_m_3 = a_m_2 * -0.1;
  let a_m_4 = a_m_2 * a_m_2;
  let a_m_5 = 0.01 * a_m_4;
  let a_m_6 = exp(-0.0125 * v);
  let a_m_7 = a_m_6 * a_m_6;
  let a_m_8 = a_m_7 * a_m_7;
  let a_m_9 = a_m_8 * a_m_8;
  let a_m =
    3.8 *
    select(
      a_m_3 / (at.a_m_1 * a_m_9 - 1.0),
      1.0 -
        -0.05 * a_m_2 +
        a_m_5 *
          (((-8.267196e-9 * a_m_4 + 0.000033068784) * a_m_5 + -0.0013888889) * a_m_5 + 0.083333336),
      abs(a_m_3) < 0.1,
    );
  let b_m = 15.2 * exp(-0.0556 * (v + 54.7));
  let m_new = m + at.dt * exprel(-(a_m + b_m) * at.dt) * (a_m * (1.0 - m) - b_m * m);
  let a_h = at.a_h_1 * a_m_8;
  let b_h = 3.8 / (1.0 + at.b_h_1 * a_m_9);
  let h_new = h + at.dt * exprel(-(a_h + b_h) * at.dt) * (a_h * (1.0 - h) - b_h * h);
  let a_n_2 = v + 45.7;
  let a_n_3 = a_n_2 * -0.1;
  let a_n_4 = a_n_2 * a_n_2;
  let a_n_5 = 0.01 * a_n_4;
  let a_n =
    0.2 *
    select(
      a_n_3 / (at.a_n_1 * a_m_9 - 1.0),
      1.0 -
        -0.05 * a_n_2 +
        a_n_5 *
          (((-8.267196e-9 * a_n_4 + 0.000033068784) * a_n_5 + -0.0013888889) * a_n_5 + 0.083333336),
      abs(a_n_3) < 0.1,
    );
  let b_n = at.b_n_1 * a_m_6;
  let n_new = n + at.dt * exprel(-(a_n + b_n) * at.dt) * (a_n * (1.0 - n) - b_n * n);
  let tau_a = 0.3632 + 1.158 / (1.0 + exp(0.0497 * (v + 55.96)));
  let a_inf = power(
    (0.0761 * exp(0.0314 * (v + 94.22))) / (1.0 + exp(0.0346 * (v + 1.17))),
    0.33333334,
  );
  let per_tau_a = 1.0 / tau_a;
  let a_new = a + at.dt * exprel(-per_tau_a * at.dt) * ((a_inf - a) * per_tau_a);
  let tau_b = 1.24 + 2.678 / (1.0 + exp(0.0624 * (v + 50.0)));
  let b_inf_1 = 1.0 + exp(0.0688 * (v + 53.3));
  let b_inf_2 = b_inf_1 * b_inf_1;
  let b_inf = 1.0 / (b_inf_2 * b_inf_2);
  let per_tau_b = 1.0 / tau_b;
  let b_new = b + at.dt * exprel(-per_tau_b * at.dt) * ((b_inf - b) * per_tau_b);
  let v_3 = m_new * m_new * m_new;
  let v_4 = n_new * n_new;
  let v_5 = v_4 * v_4;
  let v_6 = a_new * a_new * a_new;
  let v_7 = at.g_Na * v_3 * h_new + at.g_K * v_5 + at.g_A * v_6 * b_new + at.g_L;
  let v_8 = at.v_1 * v_7;
  let v_9 = 6.0 - v_8;
  let v_new =
    v +
    (v_9 *
      (at.dt *
        ((I * at.per_area +
          at.E_Na_times_g_Na * (v_3 * h_new) +
          at.E_K_times_g_K * v_5 +
          at.E_A_times_g_A * (v_6 * b_new) +
          at.E_L_times_g_L) *
          at.per_C +
          v_7 * at.v_2 * v))) /
      (v_9 - at.v_1 * ((3.0 - v_8) * v_7));
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
  reals[at.a + i] = a_new;
  reals[at.b + i] = b_new;
  reals[at.v + i] = v_new;
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
