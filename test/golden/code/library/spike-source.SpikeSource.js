// SpikeSource — from models/neurons/spike-source.livn

// SpikeSource · step
export function step(cells, shared, first, last, spikes_) {
  const { spikes } = cells

  let fired = 0
  for (let i = first; i < last; i++) {
    if (spikes[i] > 0.5) {
      spikes_[fired++] = i
    }
  }
  return fired
}
