// PairSTDP — from models/plasticity/pair-stdp.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// PairSTDP · on_pre · from pre to post
struct on_pre_at {
  updated: u32, // integer
  pre: u32,
  post: u32,
  weight: u32,
  A_pre: f32,
  active_: f32,
  w_max: f32,
  dt: f32, // ms
  pre_now_1: f32,
  post_now_1: f32,
}

fn on_pre(at: on_pre_at, step: i32, i: u32) {
  let updated = wholes[at.updated + i];
  var pre = reals[at.pre + i];
  var post = reals[at.post + i];
  let weight = reals[at.weight + i];
  let since = f32(step - updated) * at.dt;
  let pre_now = exp(at.pre_now_1 * since) * pre;
  let post_now = exp(at.post_now_1 * since) * post;
  pre = pre_now;
  reals[at.pre + i] = pre;
  post = post_now;
  reals[at.post + i] = post;
  wholes[at.updated + i] = step;
  reals[at.pre + i] = pre + at.A_pre;
  reals[at.weight + i] = select(weight, min(max(weight + post, 0.0), at.w_max), at.active_ > 0.0);
}

// PairSTDP · on_post · from pre to post
struct on_post_at {
  updated: u32, // integer
  pre: u32,
  post: u32,
  weight: u32,
  A_post: f32,
  active_: f32,
  w_max: f32,
  dt: f32, // ms
  pre_now_1: f32,
  post_now_1: f32,
}

fn on_post(at: on_post_at, step: i32, i: u32) {
  let updated = wholes[at.updated + i];
  var pre = reals[at.pre + i];
  var post = reals[at.post + i];
  let weight = reals[at.weight + i];
  let since_2 = f32(step - updated) * at.dt;
  let pre_now_2 = exp(at.pre_now_1 * since_2) * pre;
  let post_now_2 = exp(at.post_now_1 * since_2) * post;
  pre = pre_now_2;
  reals[at.pre + i] = pre;
  post = post_now_2;
  reals[at.post + i] = post;
  wholes[at.updated + i] = step;
  reals[at.post + i] = post + at.A_post;
  reals[at.weight + i] = select(weight, min(max(weight + pre, 0.0), at.w_max), at.active_ > 0.0);
}
