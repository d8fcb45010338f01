// Alpha — from models/synapses/alpha.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// Alpha · step
struct step__at {
  g: u32, // nS
  x: u32, // nS
  P_g_g: f32,
  P_g_x: f32,
  P_x_x: f32,
}

fn step_(at: step__at, i: u32, spikes: u32) {
  let g = reals[at.g + i];
  let x = reals[at.x + i];
  let g_new = at.P_g_g * g + at.P_g_x * x;
  let x_new = at.P_x_x * x;
  reals[at.g + i] = g_new;
  reals[at.x + i] = x_new;
}

// Alpha · on_pre · from pre to Alpha
struct connection_on_pre_at {
  weight: u32,
  post_x: u32, // nS
  target_cell: u32,
  post_x_1: f32,
}

fn connection_on_pre(at: connection_on_pre_at, i: u32) {
  let target_cell = u32(wholes[at.target_cell + i]);
  let weight = reals[at.weight + i];
  add_to_sum(at.post_x + target_cell, at.post_x_1 * weight);
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
