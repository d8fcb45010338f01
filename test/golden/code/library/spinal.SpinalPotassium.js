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
  const tau_n_1 = Math.exp(1)
  const tau_n_2 = Math.exp(-0.8)
  const n_1 = -0.14285714285714285 * dt
  const n_2 = dt * 0.14285714285714285

  let fired = 0
  for (let i = first; i < last; i++) {
    const tau_n_3 = Math.exp(0.005 * v[i])
    const tau_n_4 = tau_n_3 * tau_n_3
    const tau_n_5 = 1 / tau_n_3
    const tau_n_6 = tau_n_5 * tau_n_5
    const tau_n_7 = tau_n_1 * (tau_n_4 * tau_n_4 * tau_n_3) + tau_n_2 * (tau_n_6 * tau_n_6)
    const n_inf = 1 / (1 + Math.exp((-28 - v[i]) * 0.06666666666666667))
    const n_new = n[i] + n_2 * (exprel(n_1 * tau_n_7) * ((n_inf - n[i]) * tau_n_7))
    n[i] = n_new
  }
  return fired
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
