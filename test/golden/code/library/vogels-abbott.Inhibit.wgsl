// Inhibit — from models/networks/vogels-abbott.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// Inhibit · on_pre · from pre to Inhibit
struct connection_on_pre_at {
  post_gi: u32,
  target_cell: u32,
}

fn connection_on_pre(at: connection_on_pre_at, i: u32) {
  let target_cell = u32(wholes[at.target_cell + i]);
  add_to_sum(at.post_gi + target_cell, 67.0);
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
