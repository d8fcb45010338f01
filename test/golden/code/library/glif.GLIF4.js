// GLIF4 — from models/neurons/glif.livn

// GLIF4 · initialize
export function initialize(cells, shared, first, last) {
  const { v } = cells    // mV
  const { E_L } = shared // mV

  for (let i = first; i < last; i++) {
    v[i] = E_L
  }
}

// GLIF4 · step
export function step(cells, shared, first, last, spikes) {
  const { lastspike, A_1, A_2, theta_s, v, V_ext, I } = cells // integer, pA, pA, mV, mV, mV, pA
  const { t_ref, P_A_1_A_1, P_A_2_A_2, theta_rate, P_v_v, P_v_A_1 } = shared // ms, 1, 1, 1/ms, 1, 1
  const { P_v_A_2, Q_v_v, E_L, tau_m, g_L, V_th } = shared // 1, 1, mV, ms, nS, mV
  const { dt, step } = shared // ms, 1
  const silent_steps = Math.floor(t_ref / dt + 0.001)
  const decay_theta_s = Math.exp(-theta_rate * dt)
  const Q_v_v_per_tau_m = Q_v_v / tau_m
  const v_1 = Q_v_v * (E_L / tau_m)
  const v_2 = Q_v_v * (1 / g_L / tau_m)

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = step - lastspike[i] >= silent_steps
    const A_1_new = P_A_1_A_1 * A_1[i]
    const A_2_new = P_A_2_A_2 * A_2[i]
    const theta_s_new = decay_theta_s * theta_s[i]
    if (free) {
      const v_new =
        P_v_v * v[i] +
        P_v_A_1 * A_1[i] +
        P_v_A_2 * A_2[i] +
        (v_1 + Q_v_v_per_tau_m * V_ext[i] + v_2 * I[i])
      v[i] = v_new
      if (v_new > V_th + theta_s_new) {
        spikes[fired++] = i
        lastspike[i] = step
      }
    }
    A_1[i] = A_1_new
    A_2[i] = A_2_new
    theta_s[i] = theta_s_new
  }
  return fired
}

// GLIF4 · reset
export function reset(cells, shared, first, last, list) {
  const { v, A_1, A_2, theta_s } = cells                                 // mV, pA, pA, mV
  const { E_L, f_v, delta_v, theta_jump, theta_rate, t_ref } = shared    // mV, 1, mV, mV, 1/ms, ms
  const { asc_r, asc_amp_1, asc_rate_1, asc_amp_2, asc_rate_2 } = shared // 1, pA, 1/ms, pA, 1/ms
  const theta_s_1 = theta_jump * Math.exp(Math.min(theta_rate * t_ref, 50))
  const A_3 = asc_amp_1 * Math.exp(Math.min(asc_rate_1 * t_ref, 50))
  const A_4 = asc_amp_2 * Math.exp(Math.min(asc_rate_2 * t_ref, 50))

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = E_L + f_v * (v[i] - E_L) - delta_v
    theta_s[i] += theta_s_1
    A_1[i] = asc_r * A_1[i] + A_3
    A_2[i] = asc_r * A_2[i] + A_4
  }
}
