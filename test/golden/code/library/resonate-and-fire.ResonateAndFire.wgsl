// ResonateAndFire — from models/neurons/resonate-and-fire.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// ResonateAndFire · step
struct step__at {
  u: u32,
  v: u32,
  I: u32, // pA
  P_u_u: f32,
  P_u_v: f32,
  P_v_u: f32,
  P_v_v: f32,
  Q_u_u_per_q: f32,
  Q_v_u_per_q: f32,
}

fn step_(at: step__at, i: u32, spikes: u32) {
  let u = reals[at.u + i];
  let v = reals[at.v + i];
  let I = reals[at.I + i];
  let u_new = at.P_u_u * u + at.P_u_v * v + at.Q_u_u_per_q * I;
  let v_new = at.P_v_u * u + at.P_v_v * v + at.Q_v_u_per_q * I;
  if (v_new > 1.0) {
    append(spikes, i);
  }
  reals[at.u + i] = u_new;
  reals[at.v + i] = v_new;
}

// ResonateAndFire · reset
struct reset_at {
  u: u32,
  v: u32,
}

fn reset(at: reset_at, i: u32) {
  reals[at.u + i] = 0.0;
  reals[at.v + i] = 1.0;
}

/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
}
