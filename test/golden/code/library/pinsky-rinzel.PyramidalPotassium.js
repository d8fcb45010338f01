// PyramidalPotassium — from models/channels/pinsky-rinzel.livn

// PyramidalPotassium · initialize
export function initialize(cells, shared, first, last) {
  const { v, n } = cells // mV, 1

  for (let i = first; i < last; i++) {
    const n_1 = 0.08 / exprel((-24.9 - v[i]) * 0.2)
    n[i] = n_1 / (n_1 + 0.25 * Math.exp(-1 - 0.025 * v[i]))
  }
}

// PyramidalPotassium · step
export function step(cells, shared, first, last, spikes) {
  const { n, v } = cells // 1, mV
  const { dt } = shared  // ms
  const n_1 = Math.exp(-4.98)
  const n_2 = 0.25 * Math.exp(-1)

  let fired = 0
  for (let i = first; i < last; i++) {
    const n_3 = -24.9 - v[i]
    const n_4 = n_3 * 0.2
    const n_5 = n_3 * n_3
    const n_6 = 0.04000000000000001 * n_5
    const n_7 = Math.exp(-0.025 * v[i])
    const n_8 = n_7 * n_7
    const n_9 = n_8 * n_8
    const n_10 =
      0.08 *
      (Math.abs(n_4) < 0.1
        ? 1 -
          0.1 * n_3 +
          n_6 *
            (((-3.3068783068783076e-8 * n_5 + 0.00003306878306878307) * n_6 +
              -0.001388888888888889) *
              n_6 +
              0.08333333333333333)
        : n_4 / (n_1 * (n_9 * n_9) - 1))
    const n_11 = n_2 * n_7
    const n_new = n[i] + dt * exprel(-(n_10 + n_11) * dt) * (n_10 * (1 - n[i]) - n_11 * n[i])
    n[i] = n_new
  }
  return fired
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
