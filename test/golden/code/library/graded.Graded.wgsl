// Graded — from models/synapses/graded.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// Graded · add_up · from pre to Graded
struct connection_add_up_at {
  weight: u32,
  s: u32,
  post_v: u32,
  post_I: u32, // pA
  target_cell: u32,
  post_g: f32,     // nS
  post_E_rev: f32, // mV
}

fn connection_add_up(at: connection_add_up_at, i: u32) {
  let target_cell = u32(wholes[at.target_cell + i]);
  let weight = reals[at.weight + i];
  let s = reals[at.s + i];
  let post_v = reals[at.post_v + target_cell];
  add_to_sum(at.post_I + target_cell, weight * at.post_g * s * (at.post_E_rev - post_v));
}

// Graded · advance · from pre to Graded
struct connection_advance_at {
  pre_v: u32,
  s: u32,
  source_cell: u32,
  post_V_half: f32, // mV
  post_tau: f32,    // ms
  dt: f32,          // ms
  per_post_slope: f32,
}

fn connection_advance(at: connection_advance_at, i: u32) {
  let source_cell = u32(wholes[at.source_cell + i]);
  let pre_v = reals[at.pre_v + source_cell];
  let s = reals[at.s + i];
  let s_inf = 1.0 / (1.0 + exp((at.post_V_half - pre_v) * at.per_post_slope));
  let s_1 = 1.0 / (at.post_tau * (1.0 - s_inf));
  let s_new = s + at.dt * exprel(-s_1 * at.dt) * ((s_inf - s) * s_1);
  reals[at.s + i] = s_new;
}

/// Adds to a sum that many add to at once. It is a whole number of 2^-32, so their order does not matter.
fn add_to_sum(place: u32, amount: f32) {
  let size = abs(amount);
  if (!(size < 2147483648.0)) {
    atomicStore(&tallies[0], 1u);
    return;
  }
  let whole = floor(size);
  var low = u32((size - whole) * 4294967296.0);
  var high = u32(whole);
  if (amount < 0.0) {
    low = ~low + 1u;
    high = ~high + select(0u, 1u, low == 0u);
  }
  let before = atomicAdd(&tallies[2u * place], low);
  high += select(0u, 1u, before + low < low);
  if (high != 0u) {
    atomicAdd(&tallies[2u * place + 1u], high);
  }
}

/// (exp(x) - 1) / x, finite at 0.
fn exprel(x: f32) -> f32 {
  if (abs(x) > 0.5) {
    return (exp(x) - 1.0) / x;
  }
  let tail = 1.0 / 120.0 + x * (1.0 / 720.0 + x * (1.0 / 5040.0 + x * (1.0 / 40320.0)));
  return 1.0 + x * (0.5 + x * (1.0 / 6.0 + x * (1.0 / 24.0 + x * tail)));
}
