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
  const tau_h_1 = Math.exp(3.3333333333333335)
  const tau_h_2 = Math.exp(-3.125)
  const h_inf_1 = Math.exp(7.857142857142857)
  const h_1 = -0.03333333333333333 * dt
  const h_2 = dt * 0.03333333333333333

  let fired = 0
  for (let i = first; i < last; i++) {
    const m_3 = Math.exp(0.005128205128205128 * v[i])
    const m_4 = m_3 * m_3 * m_3
    const m_5 = m_4 * m_4
    const m_6 = m_5 * m_5
    const m_7 = m_6 * m_3
    const tau_h_3 = Math.exp(0.008928571428571428 * v[i])
    const tau_h_4 = 1 / tau_h_3
    const tau_h_5 = tau_h_4 * tau_h_4 * tau_h_4
    const tau_h_6 = tau_h_1 * m_7 + tau_h_2 * (tau_h_5 * tau_h_5 * tau_h_4)
    const h_inf_2 = tau_h_3 * tau_h_3 * tau_h_3
    const h_inf_3 = h_inf_2 * h_inf_2 * tau_h_3 * tau_h_3
    const h_inf = 1 / (1 + h_inf_1 * (h_inf_3 * h_inf_3))
    const h_new = h[i] + h_2 * (exprel(h_1 * tau_h_6) * ((h_inf - h[i]) * tau_h_6))
    h[i] = h_new
  }
  return fired
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
