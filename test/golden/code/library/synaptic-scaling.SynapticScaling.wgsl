// SynapticScaling — from models/plasticity/synaptic-scaling.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// SynapticScaling · initialize · from pre to post
struct initialize_at {
  a: u32,    // Hz
  goal: f32, // Hz
}

fn initialize(at: initialize_at, i: u32) {
  reals[at.a + i] = at.goal;
}

// SynapticScaling · advance · from pre to post
struct advance_at {
  learned: u32,
  a: u32, // Hz
  P_learned_learned: f32,
  P_learned_a: f32,
  P_a_a: f32,
  learned_1: f32,
}

fn advance(at: advance_at, i: u32) {
  let learned = reals[at.learned + i];
  let a = reals[at.a + i];
  let learned_new = at.P_learned_learned * learned + at.P_learned_a * a + at.learned_1;
  let a_new = at.P_a_a * a;
  reals[at.learned + i] = learned_new;
  reals[at.a + i] = a_new;
}

// SynapticScaling · on_pre · from pre to post
struct on_pre_at {
  weight: u32,
  learned: u32,
  active_: f32,
}

fn on_pre(at: on_pre_at, i: u32) {
  let weight = reals[at.weight + i];
  let learned = reals[at.learned + i];
  reals[at.weight + i] = select(weight, weight * exp(learned), at.active_ > 0.0);
  reals[at.learned + i] = 0.0;
}

// SynapticScaling · on_post · from pre to post
struct on_post_at {
  weight: u32,
  learned: u32,
  a: u32, // Hz
  active_: f32,
  per_tau: f32,
}

fn on_post(at: on_post_at, i: u32) {
  let weight = reals[at.weight + i];
  let learned = reals[at.learned + i];
  let a = reals[at.a + i];
  reals[at.weight + i] = select(weight, weight * exp(learned), at.active_ > 0.0);
  reals[at.learned + i] = 0.0;
  reals[at.a + i] = a + at.per_tau;
}
