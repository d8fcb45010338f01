// MorrisLecar — from models/neurons/morris-lecar.livn

// MorrisLecar · initialize
export function initialize(cells, shared, first, last) {
  const { v, w } = cells      // mV, 1
  const { V_3, V_4 } = shared // mV, mV
  const w_1 = 1 / V_4

  for (let i = first; i < last; i++) {
    v[i] = -60
    w[i] = (1 + Math.tanh((v[i] - V_3) * w_1)) * 0.5
  }
}

// MorrisLecar · step
export function step(cells, shared, first, last, spikes) {
  const { not_refractory, v, w, I, lastspike } = cells // boolean, mV, 1, pA, integer
  const { V_1, V_2, g_Ca, E_Ca, g_K, E_K } = shared    // mV, mV, mS/cm^2, mV, mS/cm^2, mV
  const { g_L, E_L, area, C, phi, V_3, V_4 } = shared  // mS/cm^2, mV, um^2, uF/cm^2, 1/ms, mV, mV
  const { dt, step } = shared                          // ms, 1
  const m_1 = 1 / V_2
  const per_area = 1 / area
  const dt_per_C = dt / C
  const rate_1 = 1 / (2 * V_4)
  const w_inf_1 = 1 / V_4

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = not_refractory[i] || !(v[i] > 0)
    const m = (1 + Math.tanh((v[i] - V_1) * m_1)) * 0.5
    const I_Ca = g_Ca * m * (v[i] - E_Ca)
    const I_K = g_K * w[i] * (v[i] - E_K)
    const I_L = g_L * (v[i] - E_L)
    const I_times_per_area = I[i] * per_area
    const k_v = dt_per_C * (I_times_per_area - I_Ca - I_K - I_L)
    const v_mid = v[i] + k_v * 0.5
    const m_2 = (1 + Math.tanh((v_mid - V_1) * m_1)) * 0.5
    const I_Ca_2 = g_Ca * m_2 * (v_mid - E_Ca)
    const rate_3 = v[i] - V_3
    const rate = phi * Math.cosh(rate_3 * rate_1)
    const w_inf = (1 + Math.tanh(rate_3 * w_inf_1)) * 0.5
    const k_w = dt * (rate * (w_inf - w[i]))
    const w_mid = w[i] + k_w * 0.5
    const I_K_2 = g_K * w_mid * (v_mid - E_K)
    const I_L_2 = g_L * (v_mid - E_L)
    const v_new = v[i] + dt_per_C * (I_times_per_area - I_Ca_2 - I_K_2 - I_L_2)
    const rate_4 = v_mid - V_3
    const rate_2 = phi * Math.cosh(rate_4 * rate_1)
    const w_inf_2 = (1 + Math.tanh(rate_4 * w_inf_1)) * 0.5
    const w_new = w[i] + dt * (rate_2 * (w_inf_2 - w_mid))
    not_refractory[i] = Number(free)
    if (free) {
      if (v_new > 0) {
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
