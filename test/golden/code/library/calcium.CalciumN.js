// CalciumN — from models/channels/calcium.livn

// CalciumN · initialize
export function initialize(cells, shared, first, last) {
  const { v, m, h } = cells // mV, 1, 1

  for (let i = first; i < last; i++) {
    m[i] = 1 / (1 + Math.exp((v[i] + 30) * -0.2))
    h[i] = 1 / (1 + Math.exp((v[i] + 45) * 0.2))
  }
}

// CalciumN · step
export function step(cells, shared, first, last, spikes) {
  const { v, m, h } = cells // mV, 1, 1
  const { dt } = shared     // ms
  const decay_m_1 = -0.25 * dt
  const decay_m = Math.exp(decay_m_1)
  const gain_m = dt * exprel(decay_m_1)
  const m_inf_1 = Math.exp(-6)
  const m_1 = gain_m * 0.25
  const decay_h_1 = -0.025 * dt
  const decay_h = Math.exp(decay_h_1)
  const gain_h = dt * exprel(decay_h_1)
  const h_inf_1 = Math.exp(9)
  const h_1 = gain_h * 0.025

  let fired = 0
  for (let i = first; i < last; i++) {
    const m_inf_2 = Math.exp(0.2 * v[i])
    const m_inf_3 = Math.min(m_inf_2, 1e30)
    const m_inf = m_inf_3 / (m_inf_3 + m_inf_1)
    const m_new = decay_m * m[i] + m_1 * m_inf
    const h_inf = 1 / (1 + h_inf_1 * m_inf_2)
    const h_new = decay_h * h[i] + h_1 * h_inf
    m[i] = m_new
    h[i] = h_new
  }
  return fired
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
