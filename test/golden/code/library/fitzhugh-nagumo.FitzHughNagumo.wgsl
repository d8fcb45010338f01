// FitzHughNagumo — from models/neurons/fitzhugh-nagumo.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// FitzHughNagumo · initialize
struct initialize_at {
  v: u32,
  w: u32,
}

fn initialize(at: initialize_at, i: u32) {
  reals[at.v + i] = -1.1994;
  reals[at.w + i] = -0.6243;
}

// FitzHughNagumo · step
struct step__at {
  not_refractory: u32, // boolean
  v: u32,
  w: u32,
  I: u32,         // pA
  lastspike: u32, // integer
  a: f32,
  b: f32,
  per_I_unit: f32,
  dt_per_tau: f32,
  k_w_1: f32,
}

fn step_(at: step__at, step: i32, i: u32, spikes: u32) {
  let not_refractory = wholes[at.not_refractory + i] != 0;
  let v = reals[at.v + i];
  let w = reals[at.w + i];
  let I = reals[at.I + i];
  let free = not_refractory || !(v > 0.0);
  let I_times_per_I_unit = I * at.per_I_unit;
  let k_v = at.dt_per_tau * (v - v * v * v * 0.33333334 - w + I_times_per_I_unit);
  let v_mid = v + k_v * 0.5;
  let k_w = at.k_w_1 * (v + at.a - at.b * w);
  let w_mid = w + k_w * 0.5;
  let v_new =
    v + at.dt_per_tau * (v_mid - v_mid * v_mid * v_mid * 0.33333334 - w_mid + I_times_per_I_unit);
  let w_new = w + at.k_w_1 * (v_mid + at.a - at.b * w_mid);
  wholes[at.not_refractory + i] = i32(free);
  if (free) {
    if (v_new > 1.0) {
      append(spikes, i);
      wholes[at.lastspike + i] = step;
      wholes[at.not_refractory + i] = i32(false);
    }
  }
  reals[at.v + i] = v_new;
  reals[at.w + i] = w_new;
}

/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
}
