// MorrisLecar — from models/neurons/morris-lecar.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// MorrisLecar · initialize
struct initialize_at {
  v: u32, // mV
  w: u32,
  V_3: f32, // mV
  w_1: f32,
}

fn initialize(at: initialize_at, i: u32) {
  var v = reals[at.v + i];
  v = -60.0;
  reals[at.v + i] = v;
  reals[at.w + i] = (1.0 + bounded_tanh((v - at.V_3) * at.w_1)) * 0.5;
}

// MorrisLecar · step
struct step__at {
  not_refractory: u32, // boolean
  v: u32,              // mV
  w: u32,
  I: u32,         // pA
  lastspike: u32, // integer
  phi: f32,       // 1/ms
  V_3: f32,       // mV
  g_K: f32,       // mS/cm^2
  g_L: f32,       // mS/cm^2
  V_1: f32,       // mV
  dt: f32,        // ms
  rate_1: f32,
  w_inf_1: f32,
  per_area: f32,
  v_ahead_4: f32,
  v_ahead_1: f32,
  E_K_times_g_K: f32,
  E_L_times_g_L: f32,
  per_C: f32,
  v_ahead_2: f32,
  v_2: f32,
  v_ahead_3: f32,
  v_ahead_5: f32,
  v_ahead_6: f32,
  v_ahead_7: f32,
  v_1: f32,
}

fn step_(at: step__at, step: i32, i: u32, spikes: u32) {
  let not_refractory = wholes[at.not_refractory + i] != 0;
  let v = reals[at.v + i];
  let w = reals[at.w + i];
  let I = reals[at.I + i];
  let free = not_refractory || !(v > 0.0);
  let rate_2 = v - at.V_3;
  let rate = at.phi * cosh(rate_2 * at.rate_1);
  let w_inf = (1.0 + bounded_tanh(rate_2 * at.w_inf_1)) * 0.5;
  let w_new = w + at.dt * exprel(-rate * at.dt) * (rate * (w_inf - w));
  let v_ahead_8 =
    (I * at.per_area + at.v_ahead_1 + at.E_K_times_g_K * w_new + at.E_L_times_g_L) * at.per_C;
  let v_ahead_9 = bounded_tanh((v - at.V_1) * at.v_ahead_2);
  let v_ahead_10 = at.v_ahead_4 + at.g_K * w_new + at.g_L;
  let v_ahead_11 = v_ahead_10 * at.v_ahead_5 - at.v_ahead_6 * v_ahead_9;
  let v_ahead =
    v +
    (at.dt * (v_ahead_8 - at.v_ahead_3 * v_ahead_9 + v_ahead_11 * v)) /
      (1.0 - at.v_ahead_7 * v_ahead_11);
  let v_3 = bounded_tanh((v_ahead - at.V_1) * at.v_ahead_2);
  let v_4 = 0.5 * (at.v_1 * v_ahead_9 - at.v_ahead_6 * v_3) - v_ahead_10 * at.per_C;
  let v_5 = at.dt * v_4;
  let v_6 = 6.0 - v_5;
  let v_new =
    v +
    (v_6 * (at.dt * (v_ahead_8 + 0.5 * (at.v_2 * v_ahead_9 - at.v_ahead_3 * v_3) + v_4 * v))) /
      (v_6 - at.dt * (3.0 - v_5) * v_4);
  wholes[at.not_refractory + i] = i32(free);
  if (free) {
    if (v_new > 0.0) {
      append(spikes, i);
      wholes[at.lastspike + i] = step;
      wholes[at.not_refractory + i] = i32(false);
    }
  }
  reals[at.w + i] = w_new;
  reals[at.v + i] = v_new;
}

/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
}

/// tanh(x), without the overflow of its parts.
fn bounded_tanh(x: f32) -> f32 {
  let e = expm1(-2.0 * abs(x));
  return select(1.0, -1.0, x < 0.0) * (-e / (2.0 + e));
}

/// exp(x) - 1, exact near 0.
fn expm1(x: f32) -> f32 {
  return select(exp(x) - 1.0, x * exprel(x), abs(x) <= 0.5);
}

/// (exp(x) - 1) / x, finite at 0.
fn exprel(x: f32) -> f32 {
  if (abs(x) > 0.5) {
    return (exp(x) - 1.0) / x;
  }
  let tail = 1.0 / 120.0 + x * (1.0 / 720.0 + x * (1.0 / 5040.0 + x * (1.0 / 40320.0)));
  return 1.0 + x * (0.5 + x * (1.0 / 6.0 + x * (1.0 / 24.0 + x * tail)));
}
