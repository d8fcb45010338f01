// Potassium — from models/channels/potassium.livn

// Potassium · initialize
export function initialize(cells, shared, first, last) {
  const { v, n } = cells // mV, 1

  for (let i = first; i < last; i++) {
    const n_1 = 0.1 / exprel((v[i] + 55) * -0.1)
    n[i] = n_1 / (n_1 + 0.125 * Math.exp((v[i] + 65) * -0.0125))
  }
}

// Potassium · step
export function step(cells, shared, first, last, spikes) {
  const { v, n } = cells // mV, 1
  const { dt } = shared  // ms

  let fired = 0
  for (let i = first; i < last; i++) {
    const a_n = 0.1 / exprel((v[i] + 55) * -0.1)
    const b_n = 0.125 * Math.exp((v[i] + 65) * -0.0125)
    const n_new = n[i] + dt * exprel(-(a_n + b_n) * dt) * (a_n * (1 - n[i]) - b_n * n[i])
    n[i] = n_new
  }
  return fired
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
