// Depression — from models/plasticity/tsodyks-markram.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// Depression · initialize · from pre to post
struct initialize_at {
  x: u32,
}

fn initialize(at: initialize_at, i: u32) {
  reals[at.x + i] = 1.0;
}

// Depression · on_pre · from pre to post
struct on_pre_at {
  updated: u32, // integer
  x: u32,
  U: f32,
  dt: f32, // ms
  x_now_1: f32,
  per_tau_rec: f32,
}

fn on_pre(at: on_pre_at, step: i32, i: u32) {
  let updated = wholes[at.updated + i];
  var x = reals[at.x + i];
  let since = f32(step - updated) * at.dt;
  let x_now_2 = at.x_now_1 * since;
  let x_now = exp(x_now_2) * x + since * exprel(x_now_2) * at.per_tau_rec;
  x = x_now;
  reals[at.x + i] = x;
  wholes[at.updated + i] = step;
  reals[at.x + i] = x + -(at.U * x);
}

/// (exp(x) - 1) / x, finite at 0.
fn exprel(x: f32) -> f32 {
  if (abs(x) > 0.5) {
    return (exp(x) - 1.0) / x;
  }
  let tail = 1.0 / 120.0 + x * (1.0 / 720.0 + x * (1.0 / 5040.0 + x * (1.0 / 40320.0)));
  return 1.0 + x * (0.5 + x * (1.0 / 6.0 + x * (1.0 / 24.0 + x * tail)));
}
