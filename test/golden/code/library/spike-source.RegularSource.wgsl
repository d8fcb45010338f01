// RegularSource — from models/neurons/spike-source.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// RegularSource · initialize
struct initialize_at {
  count: u32,
}

fn initialize(at: initialize_at, i: u32) {
  reals[at.count + i] = 0.0;
}

// RegularSource · step
struct step__at {
  count: u32,
  start: f32,    // ms
  interval: f32, // ms
  number: f32,
  half_dt: f32,
}

struct step__now {
  t: f32,
}

fn step_(at: step__at, now: step__now, i: u32, spikes: u32) {
  let count = reals[at.count + i];
  if (now.t >= at.start + count * at.interval - at.half_dt && count < at.number) {
    append(spikes, i);
  }
}

// RegularSource · reset
struct reset_at {
  count: u32,
}

fn reset(at: reset_at, i: u32) {
  let count = reals[at.count + i];
  reals[at.count + i] = count + 1.0;
}

/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
}
