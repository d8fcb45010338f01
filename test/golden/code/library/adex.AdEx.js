// AdEx — from models/neurons/adex.livn

// AdEx · initialize
export function initialize(cells, shared, first, last) {
  const { v } = cells    // mV
  const { E_L } = shared // mV

  for (let i = first; i < last; i++) {
    v[i] = E_L
  }
}

// AdEx · step
export function step(cells, shared, first, last, spikes) {
  const { v, V_ext, w, I } = cells                               // mV, mV, pA, pA
  const { V_peak, g_L, Delta_T, V_T, E_L, C, a, tau_w } = shared // mV, nS, mV, mV, mV, pF, nS, ms
  const { dt } = shared                                          // ms
  const per_Delta_T = 1 / Delta_T
  const g_L_times_Delta_T = g_L * Delta_T
  const dt_per_C = dt / C
  const dt_per_tau_w = dt / tau_w

  let fired = 0
  for (let i = first; i < last; i++) {
    const peak = Math.min(v[i], V_peak)
    const I_exp = g_L_times_Delta_T * Math.exp((peak - V_T) * per_Delta_T)
    const k_v = dt_per_C * (g_L * (E_L - v[i] + V_ext[i]) + I_exp - w[i] + I[i])
    const v_mid = v[i] + k_v * 0.5
    const peak_2 = Math.min(v_mid, V_peak)
    const I_exp_2 = g_L_times_Delta_T * Math.exp((peak_2 - V_T) * per_Delta_T)
    const k_w = dt_per_tau_w * (a * (peak - E_L) - w[i])
    const w_mid = w[i] + k_w * 0.5
    const v_new = v[i] + dt_per_C * (g_L * (E_L - v_mid + V_ext[i]) + I_exp_2 - w_mid + I[i])
    const w_new = w[i] + dt_per_tau_w * (a * (peak_2 - E_L) - w_mid)
    if (v_new > V_peak) {
      spikes[fired++] = i
    }
    v[i] = v_new
    w[i] = w_new
  }
  return fired
}

// AdEx · reset
export function reset(cells, shared, first, last, list) {
  const { v, w } = cells    // mV, pA
  const { V_r, b } = shared // mV, pA

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = V_r
    w[i] += b
  }
}
