// RegularSource — from models/neurons/spike-source.livn

// RegularSource · initialize
export function initialize(cells, shared, first, last) {
  const { count } = cells

  for (let i = first; i < last; i++) {
    count[i] = 0
  }
}

// RegularSource · step
export function step(cells, shared, first, last, spikes) {
  const { count } = cells
  const { start, interval, number } = shared // ms, ms, 1
  const { t, dt } = shared                   // ms, ms
  const half_dt = dt / 2

  let fired = 0
  for (let i = first; i < last; i++) {
    if (t >= start + count[i] * interval - half_dt && count[i] < number) {
      spikes[fired++] = i
    }
  }
  return fired
}

// RegularSource · reset
export function reset(cells, shared, first, last, list) {
  const { count } = cells

  for (let k = first; k < last; k++) {
    const i = list[k]
    count[i] += 1
  }
}
