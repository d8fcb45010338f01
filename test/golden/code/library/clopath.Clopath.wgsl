// Clopath — from models/plasticity/clopath.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// Clopath · initialize
struct initialize_at {
  v: u32,       // mV
  u_minus: u32, // mV
  u_plus: u32,  // mV
}

fn initialize(at: initialize_at, i: u32) {
  let v = reals[at.v + i];
  reals[at.u_minus + i] = v;
  reals[at.u_plus + i] = v;
}

// Clopath · step
struct step__at {
  u_minus: u32, // mV
  v: u32,       // mV
  u_plus: u32,  // mV
  decay_u_minus: f32,
  gain_u_minus_per_tau_minus: f32,
  decay_u_plus: f32,
  gain_u_plus_per_tau_plus: f32,
}

fn step_(at: step__at, i: u32, spikes: u32) {
  let u_minus = reals[at.u_minus + i];
  let v = reals[at.v + i];
  let u_plus = reals[at.u_plus + i];
  let u_minus_new = at.decay_u_minus * u_minus + at.gain_u_minus_per_tau_minus * v;
  let u_plus_new = at.decay_u_plus * u_plus + at.gain_u_plus_per_tau_plus * v;
  reals[at.u_minus + i] = u_minus_new;
  reals[at.u_plus + i] = u_plus_new;
}

// Clopath · advance · from pre to Clopath
struct connection_advance_at {
  x: u32,
  more: u32,
  post_v: u32,      // mV
  post_u_plus: u32, // mV
  target_cell: u32,
  post_theta_plus: f32,  // mV
  post_theta_minus: f32, // mV
  decay_x: f32,
  dt_times_A_ltp: f32,
}

fn connection_advance(at: connection_advance_at, i: u32) {
  let target_cell = u32(wholes[at.target_cell + i]);
  let x = reals[at.x + i];
  let more = reals[at.more + i];
  let post_v = reals[at.post_v + target_cell];
  let post_u_plus = reals[at.post_u_plus + target_cell];
  let x_new = at.decay_x * x;
  let more_new =
    more +
    at.dt_times_A_ltp *
      (x * (max(post_v - at.post_theta_plus, 0.0) * max(post_u_plus - at.post_theta_minus, 0.0)));
  reals[at.x + i] = x_new;
  reals[at.more + i] = more_new;
}

// Clopath · on_pre · from pre to Clopath
struct connection_on_pre_at {
  post_u_minus: u32, // mV
  weight: u32,
  more: u32,
  x: u32,
  target_cell: u32,
  A_ltd: f32,            // 1/mV
  post_theta_minus: f32, // mV
  active_: f32,
  w_max: f32,
}

fn connection_on_pre(at: connection_on_pre_at, i: u32) {
  let target_cell = u32(wholes[at.target_cell + i]);
  let post_u_minus = reals[at.post_u_minus + target_cell];
  let weight = reals[at.weight + i];
  let more = reals[at.more + i];
  let x = reals[at.x + i];
  let less = at.A_ltd * max(post_u_minus - at.post_theta_minus, 0.0);
  reals[at.weight + i] = select(
    weight,
    min(max(weight + more - less, 0.0), at.w_max),
    at.active_ > 0.0,
  );
  reals[at.more + i] = 0.0;
  reals[at.x + i] = x + 1.0;
}

/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
}
