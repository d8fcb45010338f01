// Potassium — from models/channels/potassium.livn

// Potassium · initialize
export function initialize(cells, shared, first, last) {
  const { v, n } = cells // mV, 1

  for (let i = first; i < last; i++) {
    const n_1 = 0.1 / exprel((v[i] + 55) * -0.1)
    n[i] = n_1 / (n_1 + 0.125 * Math.exp((v[i] + 65) * -0.0125))
  }
}

// Potassium · step
export function step(cells, shared, first, last, spikes) {
  const { v, n } = cells // mV, 1
  const { dt } = shared  // ms
  const a_n_1 = Math.exp(-5.5)
  const b_n_1 = 0.125 * Math.exp(-0.8125)

  let fired = 0
  for (let i = first; i < last; i++) {
    const a_n_2 = v[i] + 55
    const a_n_3 = a_n_2 * -0.1
    const a_n_4 = a_n_2 * a_n_2
    const a_n_5 = 0.010000000000000002 * a_n_4
    const a_n_6 = Math.exp(-0.0125 * v[i])
    const a_n_7 = a_n_6 * a_n_6
    const a_n_8 = a_n_7 * a_n_7
    const a_n =
      0.1 *
      (Math.abs(a_n_3) < 0.1
        ? 1 -
          -0.05 * a_n_2 +
          a_n_5 *
            (((-8.267195767195769e-9 * a_n_4 + 0.00003306878306878307) * a_n_5 +
              -0.001388888888888889) *
              a_n_5 +
              0.08333333333333333)
        : a_n_3 / (a_n_1 * (a_n_8 * a_n_8) - 1))
    const b_n = b_n_1 * a_n_6
    const n_new = n[i] + dt * exprel(-(a_n + b_n) * dt) * (a_n * (1 - n[i]) - b_n * n[i])
    n[i] = n_new
  }
  return fired
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
