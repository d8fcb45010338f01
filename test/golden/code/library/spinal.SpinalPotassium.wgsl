// SpinalPotassium — from models/channels/spinal.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// SpinalPotassium · initialize
struct initialize_at {
  v: u32, // mV
  n: u32,
}

fn initialize(at: initialize_at, i: u32) {
  let v = reals[at.v + i];
  reals[at.n + i] = 1.0 / (1.0 + exp((-28.0 - v) * 0.06666667));
}

// SpinalPotassium · step
struct step__at {
  v: u32, // mV
  n: u32,
  tau_n_1: f32,
  tau_n_2: f32,
  n_1: f32,
  n_2: f32,
}

fn step_(at: step__at, i: u32, spikes: u32) {
  let v = reals[at.v + i];
  let n = reals[at.n + i];
  let tau_n_3 = exp(0.005 * v);
  let tau_n_4 = tau_n_3 * tau_n_3;
  let tau_n_5 = 1.0 / tau_n_3;
  let tau_n_6 = tau_n_5 * tau_n_5;
  let tau_n_7 = at.tau_n_1 * (tau_n_4 * tau_n_4 * tau_n_3) + at.tau_n_2 * (tau_n_6 * tau_n_6);
  let n_inf = 1.0 / (1.0 + exp((-28.0 - v) * 0.06666667));
  let n_new = n + at.n_2 * (exprel(at.n_1 * tau_n_7) * ((n_inf - n) * tau_n_7));
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
