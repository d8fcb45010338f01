// Izhikevich — from models/neurons/izhikevich.livn

// Izhikevich · initialize
export function initialize(cells, shared, first, last) {
  const { v, u } = cells  // mV, mV
  const { c, b } = shared // mV, 1
  const b_times_c = b * c

  for (let i = first; i < last; i++) {
    v[i] = c
    u[i] = b_times_c
  }
}

// Izhikevich · step
export function step(cells, shared, first, last, spikes) {
  const { v, u, I, V_ext } = cells // mV, mV, pA, mV
  const { R, a, b } = shared       // Gohm, 1/ms, 1
  const { dt } = shared            // ms
  const dt_times_a = dt * a

  let fired = 0
  for (let i = first; i < last; i++) {
    const R_times_I = R * I[i]
    const k_v = dt * (0.04 * (v[i] * v[i]) + 5 * v[i] + 140 - u[i] + R_times_I + V_ext[i])
    const v_mid = v[i] + k_v * 0.5
    const k_u = dt_times_a * (b * v[i] - u[i])
    const u_mid = u[i] + k_u * 0.5
    const v_new =
      v[i] + dt * (0.04 * (v_mid * v_mid) + 5 * v_mid + 140 - u_mid + R_times_I + V_ext[i])
    const u_new = u[i] + dt_times_a * (b * v_mid - u_mid)
    if (v_new >= 30) {
      spikes[fired++] = i
    }
    v[i] = v_new
    u[i] = u_new
  }
  return fired
}

// Izhikevich · reset
export function reset(cells, shared, first, last, list) {
  const { v, u } = cells  // mV, mV
  const { c, d } = shared // mV, mV

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = c
    u[i] += d
  }
}
