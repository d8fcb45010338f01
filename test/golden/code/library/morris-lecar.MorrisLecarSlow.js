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
  const { not_refractory, v, w, I, lastspike } = cells // boolean, mV, 1, pA, integer
  const { phi, V_3, V_4, area, g_Ca, E_Ca } = shared   // 1/ms, mV, mV, um^2, mS/cm^2, mV
  const { g_K, E_K, g_L, E_L, C, V_1, V_2 } = shared   // mS/cm^2, mV, mS/cm^2, mV, uF/cm^2, mV, mV
  const { dt, step } = shared                          // ms, 1
  const rate_1 = 1 / (2 * V_4)
  const w_inf_1 = 1 / V_4
  const per_area = 1 / area
  const v_ahead_4 = g_Ca * 0.5
  const v_ahead_1 = E_Ca * v_ahead_4
  const E_K_times_g_K = E_K * g_K
  const E_L_times_g_L = E_L * g_L
  const per_C = 1 / C
  const v_ahead_2 = 1 / V_2
  const v_2 = (v_ahead_4 * E_Ca) / C
  const v_ahead_3 = -v_2
  const v_ahead_5 = -per_C
  const v_ahead_6 = v_ahead_4 / C
  const v_ahead_7 = 0.5 * dt
  const v_1 = -v_ahead_6

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = not_refractory[i] || !(v[i] > 0)
    const rate_2 = v[i] - V_3
    const rate = phi * Math.cosh(rate_2 * rate_1)
    const w_inf = (1 + Math.tanh(rate_2 * w_inf_1)) * 0.5
    const w_new = w[i] + dt * exprel(-rate * dt) * (rate * (w_inf - w[i]))
    const v_ahead_8 = (I[i] * per_area + v_ahead_1 + E_K_times_g_K * w_new + E_L_times_g_L) * per_C
    const v_ahead_9 = Math.tanh((v[i] - V_1) * v_ahead_2)
    const v_ahead_10 = v_ahead_4 + g_K * w_new + g_L
    const v_ahead_11 = v_ahead_10 * v_ahead_5 - v_ahead_6 * v_ahead_9
    const v_ahead =
      v[i] +
      (dt * (v_ahead_8 - v_ahead_3 * v_ahead_9 + v_ahead_11 * v[i])) / (1 - v_ahead_7 * v_ahead_11)
    const v_3 = Math.tanh((v_ahead - V_1) * v_ahead_2)
    const v_4 = 0.5 * (v_1 * v_ahead_9 - v_ahead_6 * v_3) - v_ahead_10 * per_C
    const v_5 = dt * v_4
    const v_6 = 6 - v_5
    const v_new =
      v[i] +
      (v_6 * (dt * (v_ahead_8 + 0.5 * (v_2 * v_ahead_9 - v_ahead_3 * v_3) + v_4 * v[i]))) /
        (v_6 - dt * (3 - v_5) * v_4)
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
