// PyramidalCalcium — from models/channels/pinsky-rinzel.livn

// PyramidalCalcium · initialize
export function initialize(cells, shared, first, last) {
  const { v, s, r } = cells // mV, 1, 1

  for (let i = first; i < last; i++) {
    const s_1 = 5 / (1 + Math.exp((5 - v[i]) * 0.1))
    s[i] = s_1 / (s_1 + 0.2 / exprel((v[i] + 8.9) * 0.2))
    const r_1 = 0.1673 * Math.exp(-0.03035 * (v[i] + 38.5))
    r[i] = r_1 / (r_1 + 0.5 / (1 + Math.exp(0.3 * (8.9 - v[i]))))
  }
}

// PyramidalCalcium · step
export function step(cells, shared, first, last, spikes) {
  const { v, s, r } = cells // mV, 1, 1
  const { dt } = shared     // ms
  const s_1 = Math.exp(0.5)
  const s_2 = 0.2 * Math.exp(-1.7800000000000002)
  const s_3 = Math.exp(-1.7800000000000002)
  const r_1 = Math.exp(2.67)

  let fired = 0
  for (let i = first; i < last; i++) {
    const s_4 = Math.exp(-0.1 * v[i])
    const s_5 = 5 / (1 + s_1 * s_4)
    const s_6 = v[i] + 8.9
    const s_7 = s_6 * s_6
    const s_8 = 0.04000000000000001 * s_7
    const s_9 = s_4 * s_4
    const s_10 =
      0.2 *
      (Math.abs(s_6 * 0.2) < 0.1
        ? 1 -
          0.1 * s_6 +
          s_8 *
            (((-3.3068783068783076e-8 * s_7 + 0.00003306878306878307) * s_8 +
              -0.001388888888888889) *
              s_8 +
              0.08333333333333333)
        : (s_2 * (s_6 * s_9)) / (1 - s_3 * s_9))
    const s_new = s[i] + dt * exprel(-(s_5 + s_10) * dt) * (s_5 * (1 - s[i]) - s_10 * s[i])
    const r_2 = 0.1673 * Math.exp(-0.03035 * (v[i] + 38.5))
    const r_3 = 0.5 / (1 + r_1 * (s_9 * s_4))
    const r_new = r[i] + dt * exprel(-(r_2 + r_3) * dt) * (r_2 * (1 - r[i]) - r_3 * r[i])
    s[i] = s_new
    r[i] = r_new
  }
  return fired
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
