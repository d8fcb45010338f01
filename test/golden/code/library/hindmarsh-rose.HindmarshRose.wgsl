// HindmarshRose — from models/neurons/hindmarsh-rose.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// HindmarshRose · initialize
struct initialize_at {
  v: u32,
  y: u32,
  z: u32,
  x_0: f32,
  y_1: f32,
}

fn initialize(at: initialize_at, i: u32) {
  reals[at.v + i] = at.x_0;
  reals[at.y + i] = at.y_1;
  reals[at.z + i] = 0.0;
}

// HindmarshRose · step
struct step__at {
  not_refractory: u32, // boolean
  v: u32,
  y: u32,
  z: u32,
  I: u32,         // pA
  lastspike: u32, // integer
  c: f32,
  d: f32,
  a: f32,
  b: f32,
  s: f32,
  x_0: f32,
  dt_per_tau: f32,
  per_I_unit: f32,
  k_z_1: f32,
}

fn step_(at: step__at, step: i32, i: u32, spikes: u32) {
  let not_refractory = wholes[at.not_refractory + i] != 0;
  let v = reals[at.v + i];
  let y = reals[at.y + i];
  let z = reals[at.z + i];
  let I = reals[at.I + i];
  let free = not_refractory || !(v > 0.0);
  let v_squared = v * v;
  let k_y = at.dt_per_tau * (at.c - at.d * v_squared - y);
  let y_mid = y + k_y * 0.5;
  let I_times_per_I_unit = I * at.per_I_unit;
  let k_v =
    at.dt_per_tau * (y - at.a * (v_squared * v) + at.b * v_squared - z + I_times_per_I_unit);
  let v_mid = v + k_v * 0.5;
  let k_z = at.k_z_1 * (at.s * (v - at.x_0) - z);
  let z_mid = z + k_z * 0.5;
  let v_mid_squared = v_mid * v_mid;
  let v_new =
    v +
    at.dt_per_tau *
      (y_mid - at.a * (v_mid_squared * v_mid) + at.b * v_mid_squared - z_mid + I_times_per_I_unit);
  let y_new = y + at.dt_per_tau * (at.c - at.d * v_mid_squared - y_mid);
  let z_new = z + at.k_z_1 * (at.s * (v_mid - at.x_0) - z_mid);
  wholes[at.not_refractory + i] = i32(free);
  if (free) {
    if (v_new > 1.0) {
      append(spikes, i);
      wholes[at.lastspike + i] = step;
      wholes[at.not_refractory + i] = i32(false);
    }
  }
  reals[at.v + i] = v_new;
  reals[at.y + i] = y_new;
  reals[at.z + i] = z_new;
}

/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
}
