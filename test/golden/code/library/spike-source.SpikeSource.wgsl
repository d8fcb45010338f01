// SpikeSource — from models/neurons/spike-source.livn

@group(0) @binding(0) var<storage, read_write> reals: array<f32>;
@group(0) @binding(1) var<storage, read_write> wholes: array<i32>;
@group(0) @binding(2) var<storage, read_write> tallies: array<atomic<u32>>;

// SpikeSource · step
struct step__at {
  spikes: u32,
}

fn step_(at: step__at, i: u32, spikes: u32) {
  let spikes_ = reals[at.spikes + i];
  if (spikes_ > 0.5) {
    append(spikes, i);
  }
}

/// Adds an element to a list: its number, then they. Their order is whoever comes first.
fn append(list: u32, element: u32) {
  let k = atomicAdd(&tallies[list], 1u);
  atomicStore(&tallies[list + 1u + k], element);
}
