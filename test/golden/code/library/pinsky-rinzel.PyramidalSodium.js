// PyramidalSodium — from models/channels/pinsky-rinzel.livn

// PyramidalSodium · initialize
export function initialize(cells, shared, first, last) {
  const { v, h } = cells // mV, 1

  for (let i = first; i < last; i++) {
    const h_1 = 0.128 * Math.exp((-43 - v[i]) * 0.05555555555555555)
    h[i] = h_1 / (h_1 + 4 / (1 + Math.exp((-20 - v[i]) * 0.2)))
  }
}

// PyramidalSodium · step
export function step(cells, shared, first, last, spikes) {
  const { v, h } = cells // mV, 1
  const { dt } = shared  // ms
  const h_1 = Math.exp(-4)

  let fired = 0
  for (let i = first; i < last; i++) {
    const m_9 = Math.exp(-0.05 * v[i])
    const m_10 = m_9 * m_9
    const m_11 = m_10 * m_10
    const h_2 = 0.128 * Math.exp((-43 - v[i]) * 0.05555555555555555)
    const h_3 = 4 / (1 + h_1 * m_11)
    const h_new = h[i] + dt * exprel(-(h_2 + h_3) * dt) * (h_2 * (1 - h[i]) - h_3 * h[i])
    h[i] = h_new
  }
  return fired
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
