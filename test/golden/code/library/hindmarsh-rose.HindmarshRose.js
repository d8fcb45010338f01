// HindmarshRose — from models/neurons/hindmarsh-rose.livn

// HindmarshRose · initialize
export function initialize(cells, shared, first, last) {
  const { v, y, z } = cells
  const { x_0, c, d } = shared
  const y_1 = c - d * (x_0 * x_0)

  for (let i = first; i < last; i++) {
    v[i] = x_0
    y[i] = y_1
    z[i] = 0
  }
}

// HindmarshRose · step
export function step(cells, shared, first, last, spikes) {
  const { not_refractory, v, y, z, I, lastspike } = cells // boolean, 1, 1, 1, pA, integer
  const { c, d, tau, a, b, I_unit, r, s, x_0 } = shared   // 1, 1, ms, 1, 1, pA, 1, 1, 1
  const { dt, step } = shared                             // ms, 1
  const dt_per_tau = dt / tau
  const per_I_unit = 1 / I_unit
  const k_z_1 = dt * (r / tau)

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = not_refractory[i] || !(v[i] > 0)
    const v_squared = v[i] * v[i]
    const k_y = dt_per_tau * (c - d * v_squared - y[i])
    const y_mid = y[i] + k_y * 0.5
    const I_times_per_I_unit = I[i] * per_I_unit
    const k_v =
      dt_per_tau * (y[i] - a * (v_squared * v[i]) + b * v_squared - z[i] + I_times_per_I_unit)
    const v_mid = v[i] + k_v * 0.5
    const k_z = k_z_1 * (s * (v[i] - x_0) - z[i])
    const z_mid = z[i] + k_z * 0.5
    const v_mid_squared = v_mid * v_mid
    const v_new =
      v[i] +
      dt_per_tau *
        (y_mid - a * (v_mid_squared * v_mid) + b * v_mid_squared - z_mid + I_times_per_I_unit)
    const y_new = y[i] + dt_per_tau * (c - d * v_mid_squared - y_mid)
    const z_new = z[i] + k_z_1 * (s * (v_mid - x_0) - z_mid)
    not_refractory[i] = Number(free)
    if (free) {
      if (v_new > 1) {
        spikes[fired++] = i
        lastspike[i] = step
        not_refractory[i] = 0
      }
    }
    v[i] = v_new
    y[i] = y_new
    z[i] = z_new
  }
  return fired
}
