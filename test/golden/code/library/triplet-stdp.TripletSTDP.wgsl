// TripletSTDP — from models/plasticity/triplet-stdp.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// TripletSTDP · on_pre · from pre to post
struct on_pre_at {
  updated: u32, // integer
  r1: u32,
  r2: u32,
  o1: u32,
  o2: u32,
  weight: u32,
  A2_minus: f32,
  A3_minus: f32,
  active_: f32,
  w_max: f32,
  dt: f32, // ms
  r1_now_1: f32,
  r2_now_1: f32,
  o1_now_1: f32,
  o2_now_1: f32,
}

fn on_pre(at: on_pre_at, step: i32, i: u32) {
  let updated = wholes[at.updated + i];
  var r1 = reals[at.r1 + i];
  var r2 = reals[at.r2 + i];
  var o1 = reals[at.o1 + i];
  let o2 = reals[at.o2 + i];
  let weight = reals[at.weight + i];
  let since = f32(step - updated) * at.dt;
  let r1_now = exp(at.r1_now_1 * since) * r1;
  let r2_now = exp(at.r2_now_1 * since) * r2;
  let o1_now = exp(at.o1_now_1 * since) * o1;
  let o2_now = exp(at.o2_now_1 * since) * o2;
  r1 = r1_now;
  reals[at.r1 + i] = r1;
  r2 = r2_now;
  reals[at.r2 + i] = r2;
  o1 = o1_now;
  reals[at.o1 + i] = o1;
  reals[at.o2 + i] = o2_now;
  wholes[at.updated + i] = step;
  let less = o1 * (at.A2_minus + at.A3_minus * r2);
  reals[at.weight + i] = select(weight, min(max(weight - less, 0.0), at.w_max), at.active_ > 0.0);
  reals[at.r1 + i] = r1 + 1.0;
  reals[at.r2 + i] = r2 + 1.0;
}

// TripletSTDP · on_post · from pre to post
struct on_post_at {
  updated: u32, // integer
  r1: u32,
  r2: u32,
  o1: u32,
  o2: u32,
  weight: u32,
  A2_plus: f32,
  A3_plus: f32,
  active_: f32,
  w_max: f32,
  dt: f32, // ms
  r1_now_1: f32,
  r2_now_1: f32,
  o1_now_1: f32,
  o2_now_1: f32,
}

fn on_post(at: on_post_at, step: i32, i: u32) {
  let updated = wholes[at.updated + i];
  var r1 = reals[at.r1 + i];
  let r2 = reals[at.r2 + i];
  var o1 = reals[at.o1 + i];
  var o2 = reals[at.o2 + i];
  let weight = reals[at.weight + i];
  let since_2 = f32(step - updated) * at.dt;
  let r1_now_2 = exp(at.r1_now_1 * since_2) * r1;
  let r2_now_2 = exp(at.r2_now_1 * since_2) * r2;
  let o1_now_2 = exp(at.o1_now_1 * since_2) * o1;
  let o2_now_2 = exp(at.o2_now_1 * since_2) * o2;
  r1 = r1_now_2;
  reals[at.r1 + i] = r1;
  reals[at.r2 + i] = r2_now_2;
  o1 = o1_now_2;
  reals[at.o1 + i] = o1;
  o2 = o2_now_2;
  reals[at.o2 + i] = o2;
  wholes[at.updated + i] = step;
  let more = r1 * (at.A2_plus + at.A3_plus * o2);
  reals[at.weight + i] = select(weight, min(max(weight + more, 0.0), at.w_max), at.active_ > 0.0);
  reals[at.o1 + i] = o1 + 1.0;
  reals[at.o2 + i] = o2 + 1.0;
}
