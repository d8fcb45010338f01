// PyramidalKCa — from models/channels/pinsky-rinzel.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// PyramidalKCa · initialize
struct initialize_at {
  v: u32, // mV
  c: u32,
}

fn initialize(at: initialize_at, i: u32) {
  let v = reals[at.v + i];
  let c_1 = v + 10.1;
  reals[at.c + i] = exp(-0.00925 * (max(c_1 * -9.84252, 0.0) + log1p(exp(-abs(c_1 * 9.84252)))));
}

// PyramidalKCa · step
struct step__at {
  v: u32, // mV
  c: u32,
  dt: f32, // ms
  tau_c_1: f32,
}

fn step_(at: step__at, i: u32, spikes: u32) {
  let v = reals[at.v + i];
  let c = reals[at.c + i];
  let tau_c = at.tau_c_1 * exp(0.03704 * v);
  let per_tau_c = 1.0 / tau_c;
  let c_1 = v + 10.1;
  let c_new =
    c +
    at.dt *
      exprel(-per_tau_c * at.dt) *
      ((exp(-0.00925 * (max(c_1 * -9.84252, 0.0) + log1p(exp(-abs(c_1 * 9.84252))))) - c) *
        per_tau_c);
  reals[at.c + i] = c_new;
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

/// log(1 + x), exact near 0.
fn log1p(x: f32) -> f32 {
  if (abs(x) > 0.25) {
    return log(1.0 + x);
  }
  let s = x / (2.0 + x);
  let z = s * s;
  return 2.0 * s * (1.0 + z * (1.0 / 3.0 + z * (0.2 + z * (1.0 / 7.0 + z * (1.0 / 9.0)))));
}
