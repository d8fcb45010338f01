// SpinalSodium — from models/channels/spinal.livn

// SpinalSodium · initialize
export function initialize(cells, shared, first, last) {
  const { v, h } = cells // mV, 1

  for (let i = first; i < last; i++) {
    h[i] = 1 / (1 + Math.exp((-55 - v[i]) * -0.14285714285714285))
  }
}

// SpinalSodium · step
export function step(cells, shared, first, last, spikes) {
  const { v, h } = cells // mV, 1
  const { dt } = shared  // ms

  let fired = 0
  for (let i = first; i < last; i++) {
    const tau_h_1 = v[i] + 50
    const tau_h = 30 / (Math.exp(tau_h_1 * 0.06666666666666667) + Math.exp(tau_h_1 * -0.0625))
    const h_inf = 1 / (1 + Math.exp((-55 - v[i]) * -0.14285714285714285))
    const h_new = h[i] + dt * exprel((-1 / tau_h) * dt) * ((h_inf - h[i]) / tau_h)
    h[i] = h_new
  }
  return fired
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
