// AMPA — from models/synapses/receptors.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// AMPA · step
struct step__at {
  rise: u32,  // nS
  decay: u32, // nS
  decay_rise: f32,
  decay_decay: f32,
}

fn step_(at: step__at, i: u32, spikes: u32) {
  let rise = reals[at.rise + i];
  let decay = reals[at.decay + i];
  let rise_new = at.decay_rise * rise;
  let decay_new = at.decay_decay * decay;
  reals[at.rise + i] = rise_new;
  reals[at.decay + i] = decay_new;
}

// AMPA · on_pre · from pre to AMPA
struct connection_on_pre_at {
  weight: u32,
  post_rise: u32,  // nS
  post_decay: u32, // nS
  target_cell: u32,
  post_rise_1: f32,
}

fn connection_on_pre(at: connection_on_pre_at, i: u32) {
  let target_cell = u32(wholes[at.target_cell + i]);
  let weight = reals[at.weight + i];
  let post_rise_3 = at.post_rise_1 * weight;
  add_to_sum(at.post_rise + target_cell, post_rise_3);
  add_to_sum(at.post_decay + target_cell, post_rise_3);
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
