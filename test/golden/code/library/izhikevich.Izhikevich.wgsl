// Izhikevich — from models/neurons/izhikevich.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// Izhikevich · initialize
struct initialize_at {
  v: u32, // mV
  u: u32, // mV
  c: f32, // mV
  b_times_c: f32,
}

fn initialize(at: initialize_at, i: u32) {
  reals[at.v + i] = at.c;
  reals[at.u + i] = at.b_times_c;
}

// Izhikevich · step
struct step__at {
  v: u32,     // mV
  u: u32,     // mV
  I: u32,     // pA
  V_ext: u32, // mV
  R: f32,     // Gohm
  b: f32,
  dt: f32, // ms
  dt_times_a: f32,
}

fn step_(at: step__at, i: u32, spikes: u32) {
  let v = reals[at.v + i];
  let u = reals[at.u + i];
  let I = reals[at.I + i];
  let V_ext = reals[at.V_ext + i];
  let R_times_I = at.R * I;
  let k_v = at.dt * (0.04 * (v * v) + 5.0 * v + 140.0 - u + R_times_I + V_ext);
  let v_mid = v + k_v * 0.5;
  let k_u = at.dt_times_a * (at.b * v - u);
  let u_mid = u + k_u * 0.5;
  let v_new =
    v + at.dt * (0.04 * (v_mid * v_mid) + 5.0 * v_mid + 140.0 - u_mid + R_times_I + V_ext);
  let u_new = u + at.dt_times_a * (at.b * v_mid - u_mid);
  if (v_new >= 30.0) {
    append(spikes, i);
  }
  reals[at.v + i] = v_new;
  reals[at.u + i] = u_new;
}

// Izhikevich · reset
struct reset_at {
  v: u32, // mV
  u: u32, // mV
  c: f32, // mV
  d: f32, // mV
}

fn reset(at: reset_at, i: u32) {
  let u = reals[at.u + i];
  reals[at.v + i] = at.c;
  reals[at.u + i] = u + at.d;
}

/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
}
