// PinskyRinzel — from models/neurons/pinsky-rinzel.livn

// PinskyRinzel · initialize
export function initialize(cells, shared, first, last) {
  const { 'soma.v': soma_v, 'soma.h': soma_h, 'soma.n': soma_n } = cells // mV, 1, 1
  const { 'dend.v': dend_v, 'dend.s': dend_s, 'dend.c': dend_c } = cells // mV, 1, 1
  const { 'dend.q': dend_q, 'dend.Ca': dend_Ca } = cells

  for (let i = first; i < last; i++) {
    soma_v[i] = -62.9
    const soma_h_1 = 0.128 * Math.exp((-43 - soma_v[i]) * 0.05555555555555555)
    soma_h[i] = soma_h_1 / (soma_h_1 + 4 / (1 + Math.exp((-20 - soma_v[i]) * 0.2)))
    const soma_n_1 = 0.08 / exprel((-24.9 - soma_v[i]) * 0.2)
    soma_n[i] = soma_n_1 / (soma_n_1 + 0.25 * Math.exp(-1 - 0.025 * soma_v[i]))
    dend_v[i] = -62.9
    dend_s[i] = 0.009
    dend_c[i] = 0.007
    dend_q[i] = 0.01
    dend_Ca[i] = 0.2
  }
}

// PinskyRinzel · step
export function step(cells, shared, first, last, spikes) {
  const { lastspike, 'soma.v': soma_v, 'soma.h': soma_h } = cells                // integer, mV, 1
  const { 'soma.n': soma_n, 'soma.V_ext': soma_V_ext, 'dend.v': dend_v } = cells // 1, mV, mV
  const { 'dend.V_ext': dend_V_ext, 'soma.I': soma_I, 'dend.s': dend_s } = cells // mV, pA, 1
  const { 'dend.q': dend_q, 'dend.c': dend_c, 'dend.Ca': dend_Ca } = cells
  const { g_L, E_L, g_Na, E_Na, g_KDR, E_K } = shared // mS/cm^2, mV, mS/cm^2, mV, mS/cm^2, mV
  const { g_c, p, area, C, g_Ca, E_Ca } = shared      // mS/cm^2, 1, um^2, uF/cm^2, mS/cm^2, mV
  const { g_KAHP, g_KC } = shared                     // mS/cm^2, mS/cm^2
  const { dt, step } = shared                         // ms, 1
  const silent_steps = Math.floor(2 / dt + 0.001)
  const soma_a_m_1 = Math.exp(-11.725)
  const soma_b_m_1 = 0.2 * Math.exp(-3.98)
  const soma_b_m_3 = Math.exp(-3.98)
  const k_soma_v_1 = 1 / (p * area)
  const per_p = 1 / p
  const dt_per_C = dt / C
  const soma_b_h_1 = Math.exp(-4)
  const soma_a_n_1 = Math.exp(-4.98)
  const soma_b_n_1 = 0.25 * Math.exp(-1)
  const k_dend_v_1 = 1 / (1 - p)

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = step - lastspike[i] >= silent_steps
    const soma_I_L = g_L * (soma_v[i] - E_L)
    const soma_a_m_3 = -46.9 - soma_v[i]
    const soma_a_m_4 = soma_a_m_3 * 0.25
    const soma_a_m_5 = soma_a_m_3 * soma_a_m_3
    const soma_a_m_6 = 0.0625 * soma_a_m_5
    const soma_a_m_7 = Math.exp(-0.025 * soma_v[i])
    const soma_a_m_8 = soma_a_m_7 * soma_a_m_7
    const soma_a_m_9 = soma_a_m_8 * soma_a_m_8
    const soma_a_m_10 = soma_a_m_9 * soma_a_m_7
    const soma_a_m =
      1.28 *
      (Math.abs(soma_a_m_4) < 0.1
        ? 1 -
          0.125 * soma_a_m_3 +
          soma_a_m_6 *
            (((-5.166997354497355e-8 * soma_a_m_5 + 0.00003306878306878307) * soma_a_m_6 +
              -0.001388888888888889) *
              soma_a_m_6 +
              0.08333333333333333)
        : soma_a_m_4 / (soma_a_m_1 * (soma_a_m_10 * soma_a_m_10) - 1))
    const soma_b_m_4 = soma_v[i] + 19.9
    const soma_b_m_5 = soma_b_m_4 * soma_b_m_4
    const soma_b_m_6 = 0.04000000000000001 * soma_b_m_5
    const soma_b_m_7 = soma_a_m_9 * soma_a_m_9
    const soma_b_m =
      1.4 *
      (Math.abs(soma_b_m_4 * 0.2) < 0.1
        ? 1 -
          0.1 * soma_b_m_4 +
          soma_b_m_6 *
            (((-3.3068783068783076e-8 * soma_b_m_5 + 0.00003306878306878307) * soma_b_m_6 +
              -0.001388888888888889) *
              soma_b_m_6 +
              0.08333333333333333)
        : (soma_b_m_1 * (soma_b_m_4 * soma_b_m_7)) / (1 - soma_b_m_3 * soma_b_m_7))
    const soma_m = soma_a_m / (soma_a_m + soma_b_m)
    const soma_I_Na = g_Na * (soma_m * soma_m) * soma_h[i] * (soma_v[i] - E_Na)
    const soma_I_KDR = g_KDR * soma_n[i] * (soma_v[i] - E_K)
    const soma_I_c = g_c * (soma_v[i] + soma_V_ext[i] - dend_v[i] - dend_V_ext[i])
    const k_soma_v_2 = soma_I[i] * k_soma_v_1
    const k_soma_v =
      dt_per_C * (k_soma_v_2 - (soma_I_L + soma_I_Na + soma_I_KDR + soma_I_c * per_p))
    const soma_v_mid = soma_v[i] + k_soma_v * 0.5
    const soma_I_L_2 = g_L * (soma_v_mid - E_L)
    const soma_a_m_2 = 1.28 / exprel((-46.9 - soma_v_mid) * 0.25)
    const soma_b_m_2 = 1.4 / exprel((soma_v_mid + 19.9) * 0.2)
    const soma_m_2 = soma_a_m_2 / (soma_a_m_2 + soma_b_m_2)
    const soma_a_h = 0.128 * Math.exp((-43 - soma_v[i]) * 0.05555555555555555)
    const soma_b_h = 4 / (1 + soma_b_h_1 * soma_b_m_7)
    const k_soma_h = dt * (soma_a_h * (1 - soma_h[i]) - soma_b_h * soma_h[i])
    const soma_h_mid = soma_h[i] + k_soma_h * 0.5
    const soma_I_Na_2 = g_Na * (soma_m_2 * soma_m_2) * soma_h_mid * (soma_v_mid - E_Na)
    const soma_a_n_3 = -24.9 - soma_v[i]
    const soma_a_n_4 = soma_a_n_3 * 0.2
    const soma_a_n_5 = soma_a_n_3 * soma_a_n_3
    const soma_a_n_6 = 0.04000000000000001 * soma_a_n_5
    const soma_a_n =
      0.08 *
      (Math.abs(soma_a_n_4) < 0.1
        ? 1 -
          0.1 * soma_a_n_3 +
          soma_a_n_6 *
            (((-3.3068783068783076e-8 * soma_a_n_5 + 0.00003306878306878307) * soma_a_n_6 +
              -0.001388888888888889) *
              soma_a_n_6 +
              0.08333333333333333)
        : soma_a_n_4 / (soma_a_n_1 * soma_b_m_7 - 1))
    const soma_b_n = soma_b_n_1 * soma_a_m_7
    const k_soma_n = dt * (soma_a_n * (1 - soma_n[i]) - soma_b_n * soma_n[i])
    const soma_n_mid = soma_n[i] + k_soma_n * 0.5
    const soma_I_KDR_2 = g_KDR * soma_n_mid * (soma_v_mid - E_K)
    const dend_I_L = g_L * (dend_v[i] - E_L)
    const dend_I_Ca = g_Ca * (dend_s[i] * dend_s[i]) * (dend_v[i] - E_Ca)
    const dend_v_minus_E_K = dend_v[i] - E_K
    const dend_I_KAHP = g_KAHP * dend_q[i] * dend_v_minus_E_K
    const dend_I_KC = g_KC * dend_c[i] * Math.min(dend_Ca[i] * 0.004, 1) * dend_v_minus_E_K
    const k_dend_v =
      dt_per_C * (soma_I_c * k_dend_v_1 - (dend_I_L + dend_I_Ca + dend_I_KAHP + dend_I_KC))
    const dend_v_mid = dend_v[i] + k_dend_v * 0.5
    const soma_I_c_2 = g_c * (soma_v_mid + soma_V_ext[i] - dend_v_mid - dend_V_ext[i])
    const soma_v_new =
      soma_v[i] +
      dt_per_C * (k_soma_v_2 - (soma_I_L_2 + soma_I_Na_2 + soma_I_KDR_2 + soma_I_c_2 * per_p))
    const soma_a_h_2 = 0.128 * Math.exp((-43 - soma_v_mid) * 0.05555555555555555)
    const soma_b_h_2 = 4 / (1 + Math.exp((-20 - soma_v_mid) * 0.2))
    const soma_h_new = soma_h[i] + dt * (soma_a_h_2 * (1 - soma_h_mid) - soma_b_h_2 * soma_h_mid)
    const soma_a_n_2 = 0.08 / exprel((-24.9 - soma_v_mid) * 0.2)
    const soma_b_n_2 = 0.25 * Math.exp(-1 - 0.025 * soma_v_mid)
    const soma_n_new = soma_n[i] + dt * (soma_a_n_2 * (1 - soma_n_mid) - soma_b_n_2 * soma_n_mid)
    const dend_I_L_2 = g_L * (dend_v_mid - E_L)
    const dend_a_s = 1.6 / (1 + Math.exp(-0.072 * (dend_v[i] - 5)))
    const dend_b_s = 0.1 / exprel((dend_v[i] + 8.9) * 0.2)
    const k_dend_s = dt * (dend_a_s * (1 - dend_s[i]) - dend_b_s * dend_s[i])
    const dend_s_mid = dend_s[i] + k_dend_s * 0.5
    const dend_I_Ca_2 = g_Ca * (dend_s_mid * dend_s_mid) * (dend_v_mid - E_Ca)
    const dend_a_q = Math.min(0.00002 * dend_Ca[i], 0.01)
    const k_dend_q = dt * (dend_a_q * (1 - dend_q[i]) - 0.001 * dend_q[i])
    const dend_q_mid = dend_q[i] + k_dend_q * 0.5
    const dend_v_mid_minus_E_K = dend_v_mid - E_K
    const dend_I_KAHP_2 = g_KAHP * dend_q_mid * dend_v_mid_minus_E_K
    const dend_slow = 2 * Math.exp((-53.5 - dend_v[i]) * 0.037037037037037035)
    const dend_a_c_1 = dend_v[i] <= -10
    const dend_a_c = dend_a_c_1
      ? Math.exp(
          (dend_v[i] + 50) * 0.09090909090909091 - (dend_v[i] + 53.5) * 0.037037037037037035,
        ) * 0.052700922266139656
      : dend_slow
    const dend_b_c = dend_a_c_1 ? dend_slow - dend_a_c : 0
    const k_dend_c = dt * (dend_a_c * (1 - dend_c[i]) - dend_b_c * dend_c[i])
    const dend_c_mid = dend_c[i] + k_dend_c * 0.5
    const k_dend_Ca = dt * (-13 * dend_I_Ca - 0.075 * dend_Ca[i])
    const dend_Ca_mid = dend_Ca[i] + k_dend_Ca * 0.5
    const dend_I_KC_2 = g_KC * dend_c_mid * Math.min(dend_Ca_mid * 0.004, 1) * dend_v_mid_minus_E_K
    const dend_v_new =
      dend_v[i] +
      dt_per_C *
        (soma_I_c_2 * k_dend_v_1 - (dend_I_L_2 + dend_I_Ca_2 + dend_I_KAHP_2 + dend_I_KC_2))
    const dend_a_s_2 = 1.6 / (1 + Math.exp(-0.072 * (dend_v_mid - 5)))
    const dend_b_s_2 = 0.1 / exprel((dend_v_mid + 8.9) * 0.2)
    const dend_s_new = dend_s[i] + dt * (dend_a_s_2 * (1 - dend_s_mid) - dend_b_s_2 * dend_s_mid)
    const dend_slow_2 = 2 * Math.exp((-53.5 - dend_v_mid) * 0.037037037037037035)
    const dend_a_c_3 = dend_v_mid <= -10
    const dend_a_c_2 = dend_a_c_3
      ? Math.exp(
          (dend_v_mid + 50) * 0.09090909090909091 - (dend_v_mid + 53.5) * 0.037037037037037035,
        ) * 0.052700922266139656
      : dend_slow_2
    const dend_b_c_2 = dend_a_c_3 ? dend_slow_2 - dend_a_c_2 : 0
    const dend_c_new = dend_c[i] + dt * (dend_a_c_2 * (1 - dend_c_mid) - dend_b_c_2 * dend_c_mid)
    const dend_a_q_2 = Math.min(0.00002 * dend_Ca_mid, 0.01)
    const dend_q_new = dend_q[i] + dt * (dend_a_q_2 * (1 - dend_q_mid) - 0.001 * dend_q_mid)
    const dend_Ca_new = dend_Ca[i] + dt * (-13 * dend_I_Ca_2 - 0.075 * dend_Ca_mid)
    if (free) {
      if (soma_v_new > -10) {
        spikes[fired++] = i
        lastspike[i] = step
      }
    }
    soma_v[i] = soma_v_new
    soma_h[i] = soma_h_new
    soma_n[i] = soma_n_new
    dend_v[i] = dend_v_new
    dend_s[i] = dend_s_new
    dend_c[i] = dend_c_new
    dend_q[i] = dend_q_new
    dend_Ca[i] = dend_Ca_new
  }
  return fired
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
