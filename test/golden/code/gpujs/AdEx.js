// v
function (
  v_of,
  V_ext_of,
  w_of,
  I_of,
  V_peak,
  g_L_times_Delta_T,
  V_T,
  per_Delta_T,
  dt_per_C,
  g_L,
  E_L,
  dt_per_tau_w,
  a,
) {
  let v = v_of[this.thread.x]
  let V_ext = V_ext_of[this.thread.x]
  let w = w_of[this.thread.x]
  let I = I_of[this.thread.x]
  let fired_spike = 0.0
  const peak = Math.min(v, V_peak)
  const I_exp = g_L_times_Delta_T * Math.exp((peak - V_T) * per_Delta_T)
  const k_v = dt_per_C * (g_L * (E_L - v + V_ext) + I_exp - w + I)
  const v_mid = v + k_v * 0.5
  const peak_2 = Math.min(v_mid, V_peak)
  const I_exp_2 = g_L_times_Delta_T * Math.exp((peak_2 - V_T) * per_Delta_T)
  const k_w = dt_per_tau_w * (a * (peak - E_L) - w)
  const w_mid = w + k_w * 0.5
  const v_new = v + dt_per_C * (g_L * (E_L - v_mid + V_ext) + I_exp_2 - w_mid + I)
  const w_new = w + dt_per_tau_w * (a * (peak_2 - E_L) - w_mid)
  if (v_new > V_peak) {
    fired_spike = 1.0
  }
  v = v_new
  w = w_new
  return v
}

// w
function (
  v_of,
  V_ext_of,
  w_of,
  I_of,
  V_peak,
  g_L_times_Delta_T,
  V_T,
  per_Delta_T,
  dt_per_C,
  g_L,
  E_L,
  dt_per_tau_w,
  a,
) {
  let v = v_of[this.thread.x]
  let V_ext = V_ext_of[this.thread.x]
  let w = w_of[this.thread.x]
  let I = I_of[this.thread.x]
  let fired_spike = 0.0
  const peak = Math.min(v, V_peak)
  const I_exp = g_L_times_Delta_T * Math.exp((peak - V_T) * per_Delta_T)
  const k_v = dt_per_C * (g_L * (E_L - v + V_ext) + I_exp - w + I)
  const v_mid = v + k_v * 0.5
  const peak_2 = Math.min(v_mid, V_peak)
  const I_exp_2 = g_L_times_Delta_T * Math.exp((peak_2 - V_T) * per_Delta_T)
  const k_w = dt_per_tau_w * (a * (peak - E_L) - w)
  const w_mid = w + k_w * 0.5
  const v_new = v + dt_per_C * (g_L * (E_L - v_mid + V_ext) + I_exp_2 - w_mid + I)
  const w_new = w + dt_per_tau_w * (a * (peak_2 - E_L) - w_mid)
  if (v_new > V_peak) {
    fired_spike = 1.0
  }
  v = v_new
  w = w_new
  return w
}

// spike
function (
  v_of,
  V_ext_of,
  w_of,
  I_of,
  V_peak,
  g_L_times_Delta_T,
  V_T,
  per_Delta_T,
  dt_per_C,
  g_L,
  E_L,
  dt_per_tau_w,
  a,
) {
  let v = v_of[this.thread.x]
  let V_ext = V_ext_of[this.thread.x]
  let w = w_of[this.thread.x]
  let I = I_of[this.thread.x]
  let fired_spike = 0.0
  const peak = Math.min(v, V_peak)
  const I_exp = g_L_times_Delta_T * Math.exp((peak - V_T) * per_Delta_T)
  const k_v = dt_per_C * (g_L * (E_L - v + V_ext) + I_exp - w + I)
  const v_mid = v + k_v * 0.5
  const peak_2 = Math.min(v_mid, V_peak)
  const I_exp_2 = g_L_times_Delta_T * Math.exp((peak_2 - V_T) * per_Delta_T)
  const k_w = dt_per_tau_w * (a * (peak - E_L) - w)
  const w_mid = w + k_w * 0.5
  const v_new = v + dt_per_C * (g_L * (E_L - v_mid + V_ext) + I_exp_2 - w_mid + I)
  const w_new = w + dt_per_tau_w * (a * (peak_2 - E_L) - w_mid)
  if (v_new > V_peak) {
    fired_spike = 1.0
  }
  v = v_new
  w = w_new
  return fired_spike
}
