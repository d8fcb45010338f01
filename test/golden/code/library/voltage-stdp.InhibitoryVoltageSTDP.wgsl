// InhibitoryVoltageSTDP — from models/plasticity/voltage-stdp.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// InhibitoryVoltageSTDP · step
struct step__at {
  v: u32, // mV
  learned: u32,
  l: u32,
  side: f32,
  theta_ltp: f32, // mV
  slope: f32,
  half_ltp: f32,  // mV
  theta_ltd: f32, // mV
  half_ltd: f32,  // mV
  A_ltd: f32,
  P_learned_learned: f32,
  P_learned_l: f32,
  P_l_l: f32,
  ltp_1: f32,
  move_1: f32,
  per_tau_learn: f32,
  learned_1: f32,
  l_1: f32,
}

fn step_(at: step__at, i: u32, spikes: u32) {
  let v = reals[at.v + i];
  let learned = reals[at.learned + i];
  let l = reals[at.l + i];
  let ltp =
    select(0.0, 1.0, at.side * (v - at.theta_ltp) > 0.0) /
    (1.0 + exp(at.ltp_1 * (v - at.half_ltp)));
  let ltd =
    select(0.0, 1.0, at.side * (v - at.theta_ltd) > 0.0) /
    (1.0 + exp(at.ltp_1 * (v - at.half_ltd)));
  let move_ =
    2.0 / (1.0 + power(at.slope, (at.A_ltd * ltd - at.move_1 * ltp) * at.per_tau_learn)) - 1.0;
  let learned_new = at.P_learned_learned * learned + at.P_learned_l * l + at.learned_1 * move_;
  let l_new = at.P_l_l * l + at.l_1 * move_;
  reals[at.learned + i] = learned_new;
  reals[at.l + i] = l_new;
}

// InhibitoryVoltageSTDP · initialize · from pre to InhibitoryVoltageSTDP
struct connection_initialize_at {
  plastic: u32,
  seen: u32,
  knows: u32,
}

fn connection_initialize(at: connection_initialize_at, i: u32) {
  reals[at.plastic + i] = 1.0;
  reals[at.seen + i] = 0.0;
  reals[at.knows + i] = 0.0;
}

// InhibitoryVoltageSTDP · on_pre · from pre to InhibitoryVoltageSTDP
struct connection_on_pre_at {
  knows: u32,
  post_learned: u32,
  seen: u32,
  plastic: u32,
  target_cell: u32,
  w_min: f32,
  w_max: f32,
  change_1: f32,
}

fn connection_on_pre(at: connection_on_pre_at, i: u32) {
  let target_cell = u32(wholes[at.target_cell + i]);
  let knows = reals[at.knows + i];
  let post_learned = reals[at.post_learned + target_cell];
  let seen = reals[at.seen + i];
  let plastic = reals[at.plastic + i];
  let change = at.change_1 * knows * (post_learned - seen) * plastic;
  reals[at.plastic + i] = min(max(plastic + change, at.w_min), at.w_max);
  reals[at.seen + i] = post_learned;
  reals[at.knows + i] = at.change_1;
}

/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
}

/// x to the power of y, where only a whole y makes sense of a negative x.
fn power(x: f32, y: f32) -> f32 {
  let size = pow(abs(x), y);
  let isOdd = modulo(y, 2.0) == 1.0;
  return select(size, -size, x < 0.0 && isOdd);
}

/// The remainder with the sign of the divisor.
fn modulo(x: f32, y: f32) -> f32 {
  return x - floor(x / y) * y;
}
