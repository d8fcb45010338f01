// ExponentialIF — from models/neurons/exponential-if.livn

// ExponentialIF · initialize
export function initialize(cells, shared, first, last) {
  const { v } = cells    // mV
  const { E_L } = shared // mV

  for (let i = first; i < last; i++) {
    v[i] = E_L
  }
}

// ExponentialIF · step
export function step(cells, shared, first, last, spikes) {
  const { lastspike, v, I } = cells                      // integer, mV, pA
  const { t_ref, g_L, Delta_T, V_T, E_L, area } = shared // ms, mS/cm^2, mV, mV, mV, um^2
  const { C, V_peak } = shared                           // uF/cm^2, mV
  const { dt, step } = shared                            // ms, 1
  const silent_steps = Math.floor(t_ref / dt + 0.001)
  const per_Delta_T = 1 / Delta_T
  const g_L_times_Delta_T = g_L * Delta_T
  const per_area = 1 / area
  const dt_per_C = dt / C

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = step - lastspike[i] >= silent_steps
    if (free) {
      const I_exp = g_L_times_Delta_T * Math.exp((v[i] - V_T) * per_Delta_T)
      const I_times_per_area = I[i] * per_area
      const k_v = dt_per_C * (g_L * (E_L - v[i]) + I_exp + I_times_per_area)
      const v_mid = v[i] + k_v * 0.5
      const I_exp_2 = g_L_times_Delta_T * Math.exp((v_mid - V_T) * per_Delta_T)
      const v_new = v[i] + dt_per_C * (g_L * (E_L - v_mid) + I_exp_2 + I_times_per_area)
      v[i] = v_new
      if (v_new > V_peak) {
        spikes[fired++] = i
        lastspike[i] = step
      }
    }
  }
  return fired
}

// ExponentialIF · reset
export function reset(cells, shared, first, last, list) {
  const { v } = cells    // mV
  const { V_r } = shared // mV

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = V_r
  }
}
