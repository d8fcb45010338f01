// FitzHughNagumo — from models/neurons/fitzhugh-nagumo.livn

// FitzHughNagumo · initialize
export function initialize(cells, shared, first, last) {
  const { v, w } = cells

  for (let i = first; i < last; i++) {
    v[i] = -1.1994
    w[i] = -0.6243
  }
}

// FitzHughNagumo · step
export function step(cells, shared, first, last, spikes) {
  const { not_refractory, v, w, I, lastspike } = cells // boolean, 1, 1, pA, integer
  const { I_unit, tau, epsilon, a, b } = shared        // pA, ms, 1, 1, 1
  const { dt, step } = shared                          // ms, 1
  const per_I_unit = 1 / I_unit
  const dt_per_tau = dt / tau
  const k_w_1 = dt * (epsilon / tau)

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = not_refractory[i] || !(v[i] > 0)
    const I_times_per_I_unit = I[i] * per_I_unit
    const k_v =
      dt_per_tau * (v[i] - v[i] * v[i] * v[i] * 0.3333333333333333 - w[i] + I_times_per_I_unit)
    const v_mid = v[i] + k_v * 0.5
    const k_w = k_w_1 * (v[i] + a - b * w[i])
    const w_mid = w[i] + k_w * 0.5
    const v_new =
      v[i] +
      dt_per_tau * (v_mid - v_mid * v_mid * v_mid * 0.3333333333333333 - w_mid + I_times_per_I_unit)
    const w_new = w[i] + k_w_1 * (v_mid + a - b * w_mid)
    not_refractory[i] = Number(free)
    if (free) {
      if (v_new > 1) {
        spikes[fired++] = i
        lastspike[i] = step
        not_refractory[i] = 0
      }
    }
    v[i] = v_new
    w[i] = w_new
  }
  return fired
}
