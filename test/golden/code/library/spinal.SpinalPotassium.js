// SpinalPotassium — from models/channels/spinal.livn

// SpinalPotassium · initialize
export function initialize(cells, shared, first, last) {
  const { v, n } = cells // mV, 1

  for (let i = first; i < last; i++) {
    n[i] = 1 / (1 + Math.exp((-28 - v[i]) * 0.06666666666666667))
  }
}

// SpinalPotassium · step
export function step(cells, shared, first, last, spikes) {
  const { v, n } = cells // mV, 1
  const { dt } = shared  // ms

  let fired = 0
  for (let i = first; i < last; i++) {
    const tau_n_1 = v[i] + 40
    const tau_n = 7 / (Math.exp(tau_n_1 * 0.025) + Math.exp(tau_n_1 * -0.02))
    const n_inf = 1 / (1 + Math.exp((-28 - v[i]) * 0.06666666666666667))
    const n_new = n[i] + dt * exprel((-1 / tau_n) * dt) * ((n_inf - n[i]) / tau_n)
    n[i] = n_new
  }
  return fired
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
