// GLIF3 — from models/neurons/glif.livn

// GLIF3 · initialize
export function initialize(cells, shared, first, last) {
  const { v } = cells    // mV
  const { E_L } = shared // mV

  for (let i = first; i < last; i++) {
    v[i] = E_L
  }
}

// GLIF3 · step
export function step(cells, shared, first, last, spikes) {
  const { lastspike, A_1, A_2, v, V_ext, I } = cells // integer, pA, pA, mV, mV, pA
  const { t_ref, P_A_1_A_1, P_A_2_A_2, P_v_v, P_v_A_1, P_v_A_2 } = shared // ms, 1, 1, 1, 1, 1
  const { Q_v_v, E_L, tau_m, g_L, V_th } = shared // 1, mV, ms, nS, mV
  const { dt, step } = shared // ms, 1
  const silent_steps = Math.floor(t_ref / dt + 0.001)
  const Q_v_v_per_tau_m = Q_v_v / tau_m
  const v_1 = Q_v_v * (E_L / tau_m)
  const v_2 = Q_v_v * (1 / g_L / tau_m)

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = step - lastspike[i] >= silent_steps
    const A_1_new = P_A_1_A_1 * A_1[i]
    const A_2_new = P_A_2_A_2 * A_2[i]
    if (free) {
      const v_new =
        P_v_v * v[i] +
        P_v_A_1 * A_1[i] +
        P_v_A_2 * A_2[i] +
        (v_1 + Q_v_v_per_tau_m * V_ext[i] + v_2 * I[i])
      v[i] = v_new
      if (v_new > V_th) {
        spikes[fired++] = i
        lastspike[i] = step
      }
    }
    A_1[i] = A_1_new
    A_2[i] = A_2_new
  }
  return fired
}

// GLIF3 · reset
export function reset(cells, shared, first, last, list) {
  const { A_1, A_2, v } = cells                                          // pA, pA, mV
  const { E_L, asc_r, asc_amp_1, asc_rate_1, t_ref, asc_amp_2 } = shared // mV, 1, pA, 1/ms, ms, pA
  const { asc_rate_2 } = shared                                          // 1/ms
  const A_3 = asc_amp_1 * Math.exp(Math.min(asc_rate_1 * t_ref, 50))
  const A_4 = asc_amp_2 * Math.exp(Math.min(asc_rate_2 * t_ref, 50))

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = E_L
    A_1[i] = asc_r * A_1[i] + A_3
    A_2[i] = asc_r * A_2[i] + A_4
  }
}
