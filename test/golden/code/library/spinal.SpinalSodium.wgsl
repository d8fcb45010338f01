// SpinalSodium — from models/channels/spinal.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// SpinalSodium · initialize
struct initialize_at {
  v: u32, // mV
  h: u32,
}

fn initialize(at: initialize_at, i: u32) {
  let v = reals[at.v + i];
  reals[at.h + i] = 1.0 / (1.0 + exp((-55.0 - v) * -0.14285715));
}

// SpinalSodium · step
struct step__at {
  v: u32, // mV
  h: u32,
  dt: f32, // ms
}

fn step_(at: step__at, i: u32, spikes: u32) {
  let v = reals[at.v + i];
  let h = reals[at.h + i];
  let tau_h_1 = v + 50.0;
  let tau_h = 30.0 / (exp(tau_h_1 * 0.06666667) + exp(tau_h_1 * -0.0625));
  let h_inf = 1.0 / (1.0 + exp((-55.0 - v) * -0.14285715));
  let h_new = h + at.dt * exprel((-1.0 / tau_h) * at.dt) * ((h_inf - h) / tau_h);
  reals[at.h + i] = h_new;
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
