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
  g_Na: f32,      // mS/cm^2
  E_Na: f32,      // mV
  g_K: f32,       // mS/cm^2
  E_K: f32,       // mV
  g_L: f32,       // mS/cm^2
  E_L: f32,       // mV
  a_m_1: f32,
  per_area: f32,
  dt_per_C: f32,
  a_h_1: f32,
  b_h_1: f32,
  dt_times_phi: f32,
  a_n_1: f32,
  b_n_1: f32,
}

fn step_(at: step__at, step: i32, i: u32, spikes: u32) {
  let not_refractory = wholes[at.not_refractory + i] != 0;
  let v = reals[at.v + i];
  let h = reals[at.h + i];
  let n = reals[at.n + i];
  let I = reals[at.I + i];
  let free = not_refractory || !(v > -20.0);
  let a_m_3 = v + 35.0;
  let a_m_4 = a_m_3 * -0.1;
  let a_m_5 = a_m_3 * a_m_3;
  let a_m_6 = 0.01 * a_m_5;
  let a_m_7 = exp(-0.0125 * v);
  let a_m_8 = a_m_7 * a_m_7;
  let a_m_9 = a_m_8 * a_m_8;
  let a_m_10 = a_m_9 * a_m_9;
  let a_m = select(
    a_m_4 / (at.a_m_1 * a_m_10 - 1.0),
    1.0 -
      -0.05 * a_m_3 +
      a_m_6 *
        (((-8.267196e-9 * a_m_5 + 0.000033068784) * a_m_6 + -0.0013888889) * a_m_6 + 0.083333336),
    abs(a_m_4) < 0.1,
  );
  let b_m = 4.0 * exp((v + 60.0) * -0.055555556);
  let m = a_m / (a_m + b_m);
  let I_Na = at.g_Na * (m * m * m) * h * (v - at.E_Na);
  let n_squared = n * n;
  let I_K = at.g_K * (n_squared * n_squared) * (v - at.E_K);
  let I_L = at.g_L * (v - at.E_L);
  let I_times_per_area = I * at.per_area;
  let k_v = at.dt_per_C * (I_times_per_area - I_Na - I_K - I_L);
  let v_mid = v + k_v * 0.5;
  let a_m_2 = 1.0 / exprel((v_mid + 35.0) * -0.1);
  let b_m_2 = 4.0 * exp((v_mid + 60.0) * -0.055555556);
  let m_2 = a_m_2 / (a_m_2 + b_m_2);
  let a_h = at.a_h_1 * a_m_9;
  let b_h = 1.0 / (at.b_h_1 * a_m_10 + 1.0);
  let k_h = at.dt_times_phi * (a_h * (1.0 - h) - b_h * h);
  let h_mid = h + k_h * 0.5;
  let I_Na_2 = at.g_Na * (m_2 * m_2 * m_2) * h_mid * (v_mid - at.E_Na);
  let a_n_3 = v + 34.0;
  let a_n_4 = a_n_3 * -0.1;
  let a_n_5 = a_n_3 * a_n_3;
  let a_n_6 = 0.01 * a_n_5;
  let a_n =
    0.1 *
    select(
      a_n_4 / (at.a_n_1 * a_m_10 - 1.0),
      1.0 -
        -0.05 * a_n_3 +
        a_n_6 *
          (((-8.267196e-9 * a_n_5 + 0.000033068784) * a_n_6 + -0.0013888889) * a_n_6 + 0.083333336),
      abs(a_n_4) < 0.1,
    );
  let b_n = at.b_n_1 * a_m_7;
  let k_n = at.dt_times_phi * (a_n * (1.0 - n) - b_n * n);
  let n_mid = n + k_n * 0.5;
  let n_mid_squared = n_mid * n_mid;
  let I_K_2 = at.g_K * (n_mid_squared * n_mid_squared) * (v_mid - at.E_K);
  let I_L_2 = at.g_L * (v_mid - at.E_L);
  let v_new = v + at.dt_per_C * (I_times_per_area - I_Na_2 - I_K_2 - I_L_2);
  let a_h_2 = 0.07 * exp((v_mid + 58.0) * -0.05);
  let b_h_2 = 1.0 / (exp((v_mid + 28.0) * -0.1) + 1.0);
  let h_new = h + at.dt_times_phi * (a_h_2 * (1.0 - h_mid) - b_h_2 * h_mid);
  let a_n_2 = 0.1 / exprel((v_mid + 34.0) * -0.1);
  let b_n_2 = 0.125 * exp((v_mid + 44.0) * -0.0125);
  let n_new = n + at.dt_times_phi * (a_n_2 * (1.0 - n_mid) - b_n_2 * n_mid);
  wholes[at.not_refractory + i] = i32(free);
  if (free) {
    if (v_new > -20.0) {
      append(spikes, i);
      wholes[at.lastspike + i] = step;
      wholes[at.not_refractory + i] = i32(false);
    }
  }
  reals[at.v + i] = v_new;
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
