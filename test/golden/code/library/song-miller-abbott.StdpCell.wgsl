// StdpCell — from models/networks/song-miller-abbott.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// StdpCell · initialize
struct initialize_at {
  v: u32,   // mV
  V_r: f32, // mV
}

fn initialize(at: initialize_at, i: u32) {
  reals[at.v + i] = at.V_r;
}

// StdpCell · step
struct step__at {
  v: u32, // mV
  ge: u32,
  E_L: f32,  // mV
  E_e: f32,  // mV
  V_th: f32, // mV
  dt_per_tau: f32,
  ge_1: f32,
}

fn step_(at: step__at, i: u32, spikes: u32) {
  let v = reals[at.v + i];
  let ge = reals[at.ge + i];
  let v_new =
    v + at.dt_per_tau * (exprel(at.dt_per_tau * (-1.0 - ge)) * (at.E_L - v + ge * (at.E_e - v)));
  let ge_new = ge + at.ge_1 * ge;
  if (v_new > at.V_th) {
    append(spikes, i);
  }
  reals[at.v + i] = v_new;
  reals[at.ge + i] = ge_new;
}

// StdpCell · reset
struct reset_at {
  v: u32,   // mV
  V_r: f32, // mV
}

fn reset(at: reset_at, i: u32) {
  reals[at.v + i] = at.V_r;
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
