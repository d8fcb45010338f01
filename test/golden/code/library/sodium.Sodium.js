// Sodium — from models/channels/sodium.livn

// Sodium · initialize
export function initialize(cells, shared, first, last) {
  const { v, m, h } = cells // mV, 1, 1

  for (let i = first; i < last; i++) {
    const m_1 = 1 / exprel((v[i] + 40) * -0.1)
    const m_2 = v[i] + 65
    m[i] = m_1 / (m_1 + 4 * Math.exp(m_2 * -0.05555555555555555))
    const h_1 = 0.07 * Math.exp(m_2 * -0.05)
    h[i] = h_1 / (h_1 + 1 / (Math.exp((v[i] + 35) * -0.1) + 1))
  }
}

// Sodium · step
export function step(cells, shared, first, last, spikes) {
  const { v, m, h } = cells // mV, 1, 1
  const { dt } = shared     // ms
  const a_m_1 = Math.exp(-4)
  const b_m_1 = 4 * Math.exp(-3.6111111111111107)
  const a_h_1 = 0.07 * Math.exp(-3.25)
  const b_h_1 = Math.exp(-3.5)

  let fired = 0
  for (let i = first; i < last; i++) {
    const a_m_2 = v[i] + 40
    const a_m_3 = a_m_2 * -0.1
    const a_m_4 = a_m_2 * a_m_2
    const a_m_5 = 0.010000000000000002 * a_m_4
    const a_m_6 = Math.exp(-0.005555555555555556 * v[i])
    const a_m_7 = a_m_6 * a_m_6
    const a_m_8 = a_m_7 * a_m_7
    const a_m_9 = a_m_8 * a_m_8
    const a_m_10 = a_m_9 * a_m_6
    const a_m_11 = a_m_10 * a_m_6
    const a_m_12 = a_m_11 * a_m_9
    const a_m =
      Math.abs(a_m_3) < 0.1
        ? 1 -
          -0.05 * a_m_2 +
          a_m_5 *
            (((-8.267195767195769e-9 * a_m_4 + 0.00003306878306878307) * a_m_5 +
              -0.001388888888888889) *
              a_m_5 +
              0.08333333333333333)
        : a_m_3 / (a_m_1 * a_m_12 - 1)
    const b_m = b_m_1 * a_m_11
    const m_new = m[i] + dt * exprel(-(a_m + b_m) * dt) * (a_m * (1 - m[i]) - b_m * m[i])
    const a_h = a_h_1 * a_m_10
    const b_h = 1 / (b_h_1 * a_m_12 + 1)
    const h_new = h[i] + dt * exprel(-(a_h + b_h) * dt) * (a_h * (1 - h[i]) - b_h * h[i])
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
