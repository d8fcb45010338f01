// ExponentialCurrent — from models/synapses/exponential.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// ExponentialCurrent · step
struct step__at {
  I: u32, // pA
  decay_I: f32,
}

fn step_(at: step__at, i: u32, spikes: u32) {
  let I = reals[at.I + i];
  let I_new = at.decay_I * I;
  reals[at.I + i] = I_new;
}

// ExponentialCurrent · on_pre · from pre to ExponentialCurrent
struct connection_on_pre_at {
  weight: u32,
  post_I: u32, // pA
  target_cell: u32,
  post_q: f32, // pA
}

fn connection_on_pre(at: connection_on_pre_at, i: u32) {
  let target_cell = u32(wholes[at.target_cell + i]);
  let weight = reals[at.weight + i];
  add_to_sum(at.post_I + target_cell, weight * at.post_q);
}

/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
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
