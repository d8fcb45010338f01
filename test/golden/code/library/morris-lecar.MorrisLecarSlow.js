// MorrisLecarSlow — from models/neurons/morris-lecar.livn

// MorrisLecarSlow · initialize
export function initialize(cells, shared, first, last) {
  const { v, w } = cells      // mV, 1
  const { V_3, V_4 } = shared // mV, mV
  const w_1 = 1 / V_4

  for (let i = first; i < last; i++) {
    v[i] = -60
    w[i] = (1 + Math.tanh((v[i] - V_3) * w_1)) * 0.5
  }
}

// MorrisLecarSlow · step
export function step(cells, shared, first, last, spikes) {
  const { not_refractory, v, w, I, lastspike } = cells   // boolean, mV, 1, pA, integer
  const { phi, V_3, V_4, V_1, V_2, area, g_Ca } = shared // 1/ms, mV, mV, mV, mV, um^2, mS/cm^2
  const { E_Ca, g_K, E_K, g_L, E_L, C } = shared         // mV, mS/cm^2, mV, mS/cm^2, mV, uF/cm^2
  const { dt, step } = shared                            // ms, 1
  const rate_1 = 1 / (2 * V_4)
  const w_inf_1 = 1 / V_4
  const m_1 = 1 / V_2
  const per_area = 1 / area
  const E_Ca_times_g_Ca = E_Ca * g_Ca
  const E_K_times_g_K = E_K * g_K
  const E_L_times_g_L = E_L * g_L
  const per_C = 1 / C
  const v_1 = -per_C
  const v_2 = 0.5 * dt
  const v_3 = -(v_2 / C)
  const v_4 = -(dt / C)

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = not_refractory[i] || !(v[i] > 0)
    const rate_2 = v[i] - V_3
    const rate = phi * Math.cosh(rate_2 * rate_1)
    const w_inf = (1 + Math.tanh(rate_2 * w_inf_1)) * 0.5
    const w_new = w[i] + dt * exprel(-rate * dt) * (rate * (w_inf - w[i]))
    const m = (1 + Math.tanh((v[i] - V_1) * m_1)) * 0.5
    const I_times_per_area = I[i] * per_area
    const v_5 = E_K_times_g_K * w_new
    const v_6 = g_K * w_new
    const v_7 = g_Ca * m + v_6 + g_L
    const v_mid =
      v[i] +
      (v_2 *
        ((I_times_per_area + E_Ca_times_g_Ca * m + v_5 + E_L_times_g_L) * per_C +
          v_7 * v_1 * v[i])) /
        (1 - v_3 * v_7)
    const m_mid = (1 + Math.tanh((v_mid - V_1) * m_1)) * 0.5
    const v_8 = g_Ca * m_mid + v_6 + g_L
    const v_9 = v_4 * v_8
    const v_10 = 6 - v_9
    const v_new =
      v[i] +
      (v_10 *
        (dt *
          ((I_times_per_area + E_Ca_times_g_Ca * m_mid + v_5 + E_L_times_g_L) * per_C +
            v_8 * v_1 * v[i]))) /
        (v_10 - v_4 * ((3 - v_9) * v_8))
    not_refractory[i] = Number(free)
    if (free) {
      if (v_new > 0) {
        spikes[fired++] = i
        lastspike[i] = step
        not_refractory[i] = 0
      }
    }
    w[i] = w_new
    v[i] = v_new
  }
  return fired
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
