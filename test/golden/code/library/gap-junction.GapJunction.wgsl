// GapJunction — from models/synapses/gap-junction.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// GapJunction · add_up · from pre to GapJunction
struct connection_add_up_at {
  weight: u32,
  pre_v: u32,
  post_v: u32,
  post_I: u32, // pA
  source_cell: u32,
  target_cell: u32,
  post_g: f32, // nS
}

fn connection_add_up(at: connection_add_up_at, i: u32) {
  let source_cell = u32(wholes[at.source_cell + i]);
  let target_cell = u32(wholes[at.target_cell + i]);
  let weight = reals[at.weight + i];
  let pre_v = reals[at.pre_v + source_cell];
  let post_v = reals[at.post_v + target_cell];
  add_to_sum(at.post_I + target_cell, weight * at.post_g * (pre_v - post_v));
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
