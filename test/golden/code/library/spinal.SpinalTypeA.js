// SpinalTypeA — from models/channels/spinal.livn

// SpinalTypeA · initialize
export function initialize(cells, shared, first, last) {
  const { v, a, b } = cells // mV, 1, 1

  for (let i = first; i < last; i++) {
    a[i] = 1 / (1 + Math.exp((-36 - v[i]) * 0.125))
    b[i] = 1 / (1 + Math.exp((-66 - v[i]) * -0.125))
  }
}

// SpinalTypeA · step
export function step(cells, shared, first, last, spikes) {
  const { v, a, b } = cells // mV, 1, 1
  const { dt } = shared     // ms
  const decay_a = Math.exp(-dt)
  const gain_a = dt * exprel(-dt)
  const a_inf_1 = Math.exp(-4.5)
  const decay_b_1 = -0.06666666666666667 * dt
  const decay_b = Math.exp(decay_b_1)
  const gain_b = dt * exprel(decay_b_1)
  const b_inf_1 = Math.exp(8.25)
  const b_1 = gain_b * 0.06666666666666667

  let fired = 0
  for (let i = first; i < last; i++) {
    const a_inf_2 = Math.exp(0.125 * v[i])
    const a_inf_3 = Math.min(a_inf_2, 1e30)
    const a_inf = a_inf_3 / (a_inf_3 + a_inf_1)
    const a_new = decay_a * a[i] + gain_a * a_inf
    const b_inf = 1 / (1 + b_inf_1 * a_inf_2)
    const b_new = decay_b * b[i] + b_1 * b_inf
    a[i] = a_new
    b[i] = b_new
  }
  return fired
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
