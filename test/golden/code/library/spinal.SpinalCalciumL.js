// SpinalCalciumL — from models/channels/spinal.livn

// SpinalCalciumL · initialize
export function initialize(cells, shared, first, last) {
  const { v, m } = cells // mV, 1

  for (let i = first; i < last; i++) {
    m[i] = 1 / (1 + Math.exp((-40 - v[i]) * 0.14285714285714285))
  }
}

// SpinalCalciumL · step
export function step(cells, shared, first, last, spikes) {
  const { v, m } = cells // mV, 1
  const { dt } = shared  // ms
  const decay_m_1 = -0.016666666666666666 * dt
  const decay_m = Math.exp(decay_m_1)
  const gain_m = dt * exprel(decay_m_1)
  const m_1 = gain_m * 0.016666666666666666

  let fired = 0
  for (let i = first; i < last; i++) {
    const m_inf = 1 / (1 + Math.exp((-40 - v[i]) * 0.14285714285714285))
    const m_new = decay_m * m[i] + m_1 * m_inf
    m[i] = m_new
  }
  return fired
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
