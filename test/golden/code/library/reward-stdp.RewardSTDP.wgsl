// RewardSTDP — from models/plasticity/reward-stdp.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// RewardSTDP · step
struct step__at {
  dopamine: u32,
  decay_dopamine: f32,
}

fn step_(at: step__at, i: u32, spikes: u32) {
  let dopamine = reals[at.dopamine + i];
  let dopamine_new = at.decay_dopamine * dopamine;
  reals[at.dopamine + i] = dopamine_new;
}

// RewardSTDP · advance · from pre to RewardSTDP
struct connection_advance_at {
  c: u32,
  learned: u32,
  post_dopamine: u32,
  target_cell: u32,
  decay_c: f32,
  learned_1: f32,
}

fn connection_advance(at: connection_advance_at, i: u32) {
  let target_cell = u32(wholes[at.target_cell + i]);
  let c = reals[at.c + i];
  let learned = reals[at.learned + i];
  let post_dopamine = reals[at.post_dopamine + target_cell];
  let c_new = at.decay_c * c;
  let learned_new = learned + at.learned_1 * (c * post_dopamine);
  reals[at.c + i] = c_new;
  reals[at.learned + i] = learned_new;
}

// RewardSTDP · on_pre · from pre to RewardSTDP
struct connection_on_pre_at {
  updated: u32, // integer
  pre: u32,
  post: u32,
  weight: u32,
  learned: u32,
  c: u32,
  active_: f32,
  w_max: f32,
  A_pre: f32,
  dt: f32, // ms
  pre_now_1: f32,
  post_now_1: f32,
}

fn connection_on_pre(at: connection_on_pre_at, step: i32, i: u32) {
  let updated = wholes[at.updated + i];
  var pre = reals[at.pre + i];
  var post = reals[at.post + i];
  let weight = reals[at.weight + i];
  let learned = reals[at.learned + i];
  let c = reals[at.c + i];
  let since = f32(step - updated) * at.dt;
  let pre_now = exp(at.pre_now_1 * since) * pre;
  let post_now = exp(at.post_now_1 * since) * post;
  pre = pre_now;
  reals[at.pre + i] = pre;
  post = post_now;
  reals[at.post + i] = post;
  wholes[at.updated + i] = step;
  reals[at.c + i] = c + post;
  reals[at.weight + i] = select(
    weight,
    min(max(weight + learned, 0.0), at.w_max),
    at.active_ > 0.0,
  );
  reals[at.learned + i] = 0.0;
  reals[at.pre + i] = pre + at.A_pre;
}

// RewardSTDP · on_post · from pre to RewardSTDP
struct connection_on_post_at {
  updated: u32, // integer
  pre: u32,
  post: u32,
  weight: u32,
  learned: u32,
  c: u32,
  active_: f32,
  w_max: f32,
  A_post: f32,
  dt: f32, // ms
  pre_now_1: f32,
  post_now_1: f32,
}

fn connection_on_post(at: connection_on_post_at, step: i32, i: u32) {
  let updated = wholes[at.updated + i];
  var pre = reals[at.pre + i];
  var post = reals[at.post + i];
  let weight = reals[at.weight + i];
  let learned = reals[at.learned + i];
  let c = reals[at.c + i];
  let since_2 = f32(step - updated) * at.dt;
  let pre_now_2 = exp(at.pre_now_1 * since_2) * pre;
  let post_now_2 = exp(at.post_now_1 * since_2) * post;
  pre = pre_now_2;
  reals[at.pre + i] = pre;
  post = post_now_2;
  reals[at.post + i] = post;
  wholes[at.updated + i] = step;
  reals[at.c + i] = c + pre;
  reals[at.weight + i] = select(
    weight,
    min(max(weight + learned, 0.0), at.w_max),
    at.active_ > 0.0,
  );
  reals[at.learned + i] = 0.0;
  reals[at.post + i] = post + at.A_post;
}

/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
}
