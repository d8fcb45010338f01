// WangBuzsaki — from models/neurons/wang-buzsaki.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// WangBuzsaki · initialize
struct initialize_at {
  v: u32, // mV
  h: u32,
  n: u32,
}

fn initialize(at: initialize_at, i: u32) {
  var v = reals[at.v + i];
  v = -64.0;
  reals[at.v + i] = v;
  let h_1 = 0.07 * exp((v + 58.0) * -0.05);
  reals[at.h + i] = h_1 / (h_1 + 1.0 / (exp((v + 28.0) * -0.1) + 1.0));
  let n_1 = 0.1 / exprel((v + 34.0) * -0.1);
  reals[at.n + i] = n_1 / (n_1 + 0.125 * exp((v + 44.0) * -0.0125));
}

// WangBuzsaki · step
struct step__at {
  not_refractory: u32, // boolean
  v: u32,              // mV
  h: u32,
  n: u32,
  I: u32,         // pA
  lastspike: u32, // integer
  g_K: f32,       // mS/cm^2
  g_L: f32,       // mS/cm^2
  dt: f32,        // ms
  a_h_1: f32,
  b_h_1: f32,
  phi_times_dt: f32,
  dt_times_phi: f32,
  a_n_1: f32,
  b_n_1: f32,
  a_m_1: f32,
  per_area: f32,
  E_K_times_g_K: f32,
  E_L_times_g_L: f32,
  per_C: f32,
  v_2: f32,
  v_ahead_1: f32,
  v_ahead_2: f32,
  g_Na_per_C: f32,
  v_ahead_3: f32,
  v_1: f32,
}

fn step_(at: step__at, step: i32, i: u32, spikes: u32) {
  let not_refractory = wholes[at.not_refractory + i] != 0;
  let v = reals[at.v + i];
  let h = reals[at.h + i];
  let n = reals[at.n + i];
  let I = reals[at.I + i];
  let free = not_refractory || !(v > -20.0);
  let a_h_2 = exp(-0.0125 * v);
  let a_h_3 = a_h_2 * a_h_2;
  let a_h_4 = a_h_3 * a_h_3;
  let a_h = at.a_h_1 * a_h_4;
  let b_h_2 = a_h_4 * a_h_4;
  let b_h = 1.0 / (at.b_h_1 * b_h_2 + 1.0);
  let h_new =
    h + at.dt_times_phi * (exprel(at.phi_times_dt * -(a_h + b_h)) * (a_h * (1.0 - h) - b_h * h));
  let a_n_2 = v + 34.0;
  let a_n_3 = a_n_2 * -0.1;
  let a_n_4 = a_n_2 * a_n_2;
  let a_n_5 = 0.01 * a_n_4;
  let a_n =
    0.1 *
    select(
      a_n_3 / (at.a_n_1 * b_h_2 - 1.0),
      1.0 -
        -0.05 * a_n_2 +
        a_n_5 *
          (((-8.267196e-9 * a_n_4 + 0.000033068784) * a_n_5 + -0.0013888889) * a_n_5 + 0.083333336),
      abs(a_n_3) < 0.1,
    );
  let b_n = at.b_n_1 * a_h_2;
  let n_new =
    n + at.dt_times_phi * (exprel(at.phi_times_dt * -(a_n + b_n)) * (a_n * (1.0 - n) - b_n * n));
  let a_m_2 = v + 35.0;
  let a_m_3 = a_m_2 * -0.1;
  let a_m_4 = a_m_2 * a_m_2;
  let a_m_5 = 0.01 * a_m_4;
  let a_m = select(
    a_m_3 / (at.a_m_1 * b_h_2 - 1.0),
    1.0 -
      -0.05 * a_m_2 +
      a_m_5 *
        (((-8.267196e-9 * a_m_4 + 0.000033068784) * a_m_5 + -0.0013888889) * a_m_5 + 0.083333336),
    abs(a_m_3) < 0.1,
  );
  let b_m = 4.0 * exp((v + 60.0) * -0.055555556);
  let m = a_m / (a_m + b_m);
  let v_ahead_4 = n_new * n_new;
  let v_ahead_5 = v_ahead_4 * v_ahead_4;
  let v_ahead_6 = (I * at.per_area + at.E_K_times_g_K * v_ahead_5 + at.E_L_times_g_L) * at.per_C;
  let v_ahead_7 = m * m * m * h_new;
  let v_ahead_8 = at.g_K * v_ahead_5 + at.g_L;
  let v_ahead_9 = v_ahead_8 * at.v_ahead_2 - at.g_Na_per_C * v_ahead_7;
  let v_ahead =
    v +
    (at.dt * (v_ahead_6 - at.v_ahead_1 * v_ahead_7 + v_ahead_9 * v)) /
      (1.0 - at.v_ahead_3 * v_ahead_9);
  let a_m_ahead = 1.0 / exprel((v_ahead + 35.0) * -0.1);
  let b_m_ahead = 4.0 * exp((v_ahead + 60.0) * -0.055555556);
  let m_ahead = a_m_ahead / (a_m_ahead + b_m_ahead);
  let v_3 = m_ahead * m_ahead * m_ahead * h_new;
  let v_4 = 0.5 * (at.v_1 * v_ahead_7 - at.g_Na_per_C * v_3) - v_ahead_8 * at.per_C;
  let v_5 = at.dt * v_4;
  let v_6 = 6.0 - v_5;
  let v_new =
    v +
    (v_6 * (at.dt * (v_ahead_6 + 0.5 * (at.v_2 * v_ahead_7 - at.v_ahead_1 * v_3) + v_4 * v))) /
      (v_6 - at.dt * (3.0 - v_5) * v_4);
  wholes[at.not_refractory + i] = i32(free);
  if (free) {
    if (v_new > -20.0) {
      append(spikes, i);
      wholes[at.lastspike + i] = step;
      wholes[at.not_refractory + i] = i32(false);
    }
  }
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
