// InhibitorySTDP — from models/plasticity/inhibitory-stdp.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// InhibitorySTDP · on_pre · from pre to post
struct on_pre_at {
  updated: u32, // integer
  pre: u32,
  post: u32,
  weight: u32,
  active_: f32,
  eta: f32,
  w_max: f32,
  dt: f32, // ms
  pre_now_1: f32,
  weight_1: f32,
}

fn on_pre(at: on_pre_at, step: i32, i: u32) {
  let updated = wholes[at.updated + i];
  var pre = reals[at.pre + i];
  var post = reals[at.post + i];
  let weight = reals[at.weight + i];
  let since = f32(step - updated) * at.dt;
  let pre_now_2 = exp(at.pre_now_1 * since);
  let pre_now = pre_now_2 * pre;
  let post_now = pre_now_2 * post;
  pre = pre_now;
  reals[at.pre + i] = pre;
  post = post_now;
  reals[at.post + i] = post;
  wholes[at.updated + i] = step;
  reals[at.pre + i] = pre + 1.0;
  reals[at.weight + i] = select(
    weight,
    min(max(weight + at.eta * (post - at.weight_1), 0.0), at.w_max),
    at.active_ > 0.0,
  );
}

// InhibitorySTDP · on_post · from pre to post
struct on_post_at {
  updated: u32, // integer
  pre: u32,
  post: u32,
  weight: u32,
  active_: f32,
  eta: f32,
  w_max: f32,
  dt: f32, // ms
  pre_now_1: f32,
}

fn on_post(at: on_post_at, step: i32, i: u32) {
  let updated = wholes[at.updated + i];
  var pre = reals[at.pre + i];
  var post = reals[at.post + i];
  let weight = reals[at.weight + i];
  let since_2 = f32(step - updated) * at.dt;
  let pre_now_3 = exp(at.pre_now_1 * since_2);
  let pre_now_2 = pre_now_3 * pre;
  let post_now_2 = pre_now_3 * post;
  pre = pre_now_2;
  reals[at.pre + i] = pre;
  post = post_now_2;
  reals[at.post + i] = post;
  wholes[at.updated + i] = step;
  reals[at.post + i] = post + 1.0;
  reals[at.weight + i] = select(
    weight,
    min(max(weight + at.eta * pre, 0.0), at.w_max),
    at.active_ > 0.0,
  );
}
