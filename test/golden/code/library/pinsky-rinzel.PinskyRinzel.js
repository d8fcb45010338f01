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
  const { lastspike, 'soma.v': soma_v, 'soma.h': soma_h } = cells        // integer, mV, 1
  const { 'soma.n': soma_n, 'dend.v': dend_v, 'dend.s': dend_s } = cells // 1, mV, 1
  const { 'dend.c': dend_c, 'dend.Ca': dend_Ca, 'dend.q': dend_q } = cells
  const { 'soma.I': soma_I, 'soma.V_ext': soma_V_ext } = cells // pA, mV
  const { 'dend.V_ext': dend_V_ext } = cells // mV
  const { g_Ca, E_Ca, g_c, p, g_L, g_KAHP } = shared // mS/cm^2, mV, mS/cm^2, 1, mS/cm^2, mS/cm^2
  const { g_KC, C, area, E_L, g_KDR, E_K } = shared // mS/cm^2, uF/cm^2, um^2, mV, mS/cm^2, mV
  const { g_Na, E_Na } = shared // mS/cm^2, mV
  const { dt, step } = shared // ms, 1
  const silent_steps = Math.floor(2 / dt + 0.001)
  const soma_b_h_1 = Math.exp(-4)
  const soma_a_n_1 = Math.exp(-4.98)
  const soma_b_n_1 = 0.25 * Math.exp(-1)
  const dend_a_s_1 = Math.exp(0.36)
  const dend_b_s_1 = 0.2 * Math.exp(-1.7800000000000002)
  const dend_b_s_2 = Math.exp(-1.7800000000000002)
  const dend_slow_1 = 2 * Math.exp(-1.9814814814814814)
  const dend_a_c_1 = Math.exp(2.5639730639730645) * 0.052700922266139656
  const dend_Ca_1 = -13 * (g_Ca * 0.25)
  const dend_Ca_2 = dt * exprel(-0.075 * dt)
  const soma_a_m_1 = Math.exp(-11.725)
  const soma_b_m_1 = 0.2 * Math.exp(-3.98)
  const soma_b_m_2 = Math.exp(-3.98)
  const soma_v_ahead_13 = 1 - p
  const soma_v_ahead_1 = -g_c / soma_v_ahead_13
  const soma_v_ahead_11 = 0.5 * dt
  const soma_v_ahead_2 = soma_v_ahead_11 / C
  const soma_v_ahead_3 = 1 / (p * area)
  const E_K_times_g_KDR = E_K * g_KDR
  const soma_v_ahead_4 = g_L * -E_L
  const g_c_per_p = g_c / p
  const per_C = 1 / C
  const soma_v_3 = (g_Na * E_Na) / C
  const soma_v_ahead_5 = -soma_v_3
  const soma_v_ahead_6 = -per_C
  const g_Na_per_C = g_Na / C
  const soma_v_ahead_14 = -g_c / p
  const soma_v_ahead_7 = -soma_v_ahead_14 / C
  const soma_v_ahead_8 = g_c / soma_v_ahead_13
  const E_Ca_times_g_Ca = E_Ca * g_Ca
  const E_K_times_g_KAHP = E_K * g_KAHP
  const E_K_times_g_KC = E_K * g_KC
  const soma_v_ahead_9 = soma_v_ahead_8 / C
  const soma_v_ahead_15 = soma_v_ahead_11 * soma_v_ahead_7
  const soma_v_ahead_10 = soma_v_ahead_15 * dt
  const soma_v_ahead_12 = soma_v_ahead_15 * (soma_v_ahead_11 * soma_v_ahead_9)
  const dt_per_C = dt / C
  const soma_v_1 = -g_Na_per_C
  const soma_v_2 = soma_v_ahead_14 / C
  const soma_v_6 = dt * soma_v_ahead_7
  const soma_v_4 = soma_v_6 * dt
  const soma_v_7 = dt * soma_v_ahead_9
  const soma_v_5 = soma_v_6 * soma_v_7
  const dend_v_1 = soma_v_7 * dt

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = step - lastspike[i] >= silent_steps
    const soma_a_h = 0.128 * Math.exp((-43 - soma_v[i]) * 0.05555555555555555)
    const soma_b_h_2 = Math.exp(-0.025 * soma_v[i])
    const soma_b_h_3 = soma_b_h_2 * soma_b_h_2
    const soma_b_h_4 = soma_b_h_3 * soma_b_h_3
    const soma_b_h_5 = soma_b_h_4 * soma_b_h_4
    const soma_b_h = 4 / (1 + soma_b_h_1 * soma_b_h_5)
    const soma_h_new =
      soma_h[i] +
      dt * exprel(-(soma_a_h + soma_b_h) * dt) * (soma_a_h * (1 - soma_h[i]) - soma_b_h * soma_h[i])
    const soma_a_n_2 = -24.9 - soma_v[i]
    const soma_a_n_3 = soma_a_n_2 * 0.2
    const soma_a_n_4 = soma_a_n_2 * soma_a_n_2
    const soma_a_n_5 = 0.04000000000000001 * soma_a_n_4
    const soma_a_n =
      0.08 *
      (Math.abs(soma_a_n_3) < 0.1
        ? 1 -
          0.1 * soma_a_n_2 +
          soma_a_n_5 *
            (((-3.3068783068783076e-8 * soma_a_n_4 + 0.00003306878306878307) * soma_a_n_5 +
              -0.001388888888888889) *
              soma_a_n_5 +
              0.08333333333333333)
        : soma_a_n_3 / (soma_a_n_1 * soma_b_h_5 - 1))
    const soma_b_n = soma_b_n_1 * soma_b_h_2
    const soma_n_new =
      soma_n[i] +
      dt * exprel(-(soma_a_n + soma_b_n) * dt) * (soma_a_n * (1 - soma_n[i]) - soma_b_n * soma_n[i])
    const dend_a_s_2 = Math.exp(-0.008 * dend_v[i])
    const dend_a_s_3 = dend_a_s_2 * dend_a_s_2
    const dend_a_s_4 = dend_a_s_3 * dend_a_s_3
    const dend_a_s_5 = dend_a_s_4 * dend_a_s_4
    const dend_a_s = 1.6 / (1 + dend_a_s_1 * (dend_a_s_5 * dend_a_s_2))
    const dend_b_s_3 = dend_v[i] + 8.9
    const dend_b_s_4 = dend_b_s_3 * dend_b_s_3
    const dend_b_s_5 = 0.04000000000000001 * dend_b_s_4
    const dend_b_s_6 = dend_a_s_5 * dend_a_s_4
    const dend_b_s_7 = dend_b_s_6 * dend_b_s_6 * dend_a_s_2
    const dend_b_s =
      0.1 *
      (Math.abs(dend_b_s_3 * 0.2) < 0.1
        ? 1 -
          0.1 * dend_b_s_3 +
          dend_b_s_5 *
            (((-3.3068783068783076e-8 * dend_b_s_4 + 0.00003306878306878307) * dend_b_s_5 +
              -0.001388888888888889) *
              dend_b_s_5 +
              0.08333333333333333)
        : (dend_b_s_1 * (dend_b_s_3 * dend_b_s_7)) / (1 - dend_b_s_2 * dend_b_s_7))
    const dend_s_new =
      dend_s[i] +
      dt * exprel(-(dend_a_s + dend_b_s) * dt) * (dend_a_s * (1 - dend_s[i]) - dend_b_s * dend_s[i])
    const dend_slow_2 = Math.exp(0.003367003367003367 * dend_v[i])
    const dend_slow_3 = 1 / dend_slow_2
    const dend_slow_4 = dend_slow_3 * dend_slow_3
    const dend_slow_5 = dend_slow_4 * dend_slow_4 * dend_slow_3
    const dend_slow = dend_slow_1 * (dend_slow_5 * dend_slow_5 * dend_slow_3)
    const dend_a_c_2 = dend_v[i] <= -10
    const dend_a_c_3 = dend_slow_2 * dend_slow_2
    const dend_a_c_4 = dend_a_c_3 * dend_a_c_3 * dend_slow_2
    const dend_a_c = dend_a_c_2
      ? dend_a_c_1 * (dend_a_c_4 * dend_a_c_4 * dend_slow_2 * dend_a_c_4)
      : dend_slow
    const dend_b_c = dend_a_c_2 ? dend_slow - dend_a_c : 0
    const dend_c_new =
      dend_c[i] +
      dt * exprel(-(dend_a_c + dend_b_c) * dt) * (dend_a_c * (1 - dend_c[i]) - dend_b_c * dend_c[i])
    const dend_Ca_3 = dend_s[i] + dend_s_new
    const dend_Ca_new =
      dend_Ca[i] +
      dend_Ca_2 * (dend_Ca_1 * (dend_Ca_3 * dend_Ca_3 * (dend_v[i] - E_Ca)) - 0.075 * dend_Ca[i])
    const dend_q_1 = Math.min(0.00001 * (dend_Ca[i] + dend_Ca_new), 0.01)
    const dend_q_new =
      dend_q[i] +
      dt * exprel(-(dend_q_1 + 0.001) * dt) * (dend_q_1 * (1 - dend_q[i]) - 0.001 * dend_q[i])
    const soma_a_m_2 = -46.9 - soma_v[i]
    const soma_a_m_3 = soma_a_m_2 * 0.25
    const soma_a_m_4 = soma_a_m_2 * soma_a_m_2
    const soma_a_m_5 = 0.0625 * soma_a_m_4
    const soma_a_m =
      1.28 *
      (Math.abs(soma_a_m_3) < 0.1
        ? 1 -
          0.125 * soma_a_m_2 +
          soma_a_m_5 *
            (((-5.166997354497355e-8 * soma_a_m_4 + 0.00003306878306878307) * soma_a_m_5 +
              -0.001388888888888889) *
              soma_a_m_5 +
              0.08333333333333333)
        : soma_a_m_3 / (soma_a_m_1 * (soma_b_h_5 * soma_b_h_3) - 1))
    const soma_b_m_3 = soma_v[i] + 19.9
    const soma_b_m_4 = soma_b_m_3 * soma_b_m_3
    const soma_b_m_5 = 0.04000000000000001 * soma_b_m_4
    const soma_b_m =
      1.4 *
      (Math.abs(soma_b_m_3 * 0.2) < 0.1
        ? 1 -
          0.1 * soma_b_m_3 +
          soma_b_m_5 *
            (((-3.3068783068783076e-8 * soma_b_m_4 + 0.00003306878306878307) * soma_b_m_5 +
              -0.001388888888888889) *
              soma_b_m_5 +
              0.08333333333333333)
        : (soma_b_m_1 * (soma_b_m_3 * soma_b_h_5)) / (1 - soma_b_m_2 * soma_b_h_5))
    const soma_m = soma_a_m / (soma_a_m + soma_b_m)
    const soma_v_ahead_16 = dend_s_new * dend_s_new
    const soma_v_ahead_17 = Math.min(dend_Ca_new * 0.004, 1)
    const soma_v_ahead_18 =
      soma_v_ahead_1 -
      (g_L + g_Ca * soma_v_ahead_16 + g_KAHP * dend_q_new + g_KC * dend_c_new * soma_v_ahead_17)
    const soma_v_ahead_19 = 1 - soma_v_ahead_2 * soma_v_ahead_18
    const soma_V_ext_minus_dend_V_ext = soma_V_ext[i] - dend_V_ext[i]
    const soma_v_ahead_20 =
      (soma_I[i] * soma_v_ahead_3 -
        (soma_v_ahead_4 - E_K_times_g_KDR * soma_n_new + g_c_per_p * soma_V_ext_minus_dend_V_ext)) *
      per_C
    const soma_v_ahead_21 = soma_m * soma_m * soma_h_new
    const soma_v_ahead_22 = g_L + g_KDR * soma_n_new + g_c_per_p
    const soma_v_ahead_23 = soma_v_ahead_22 * soma_v_ahead_6 - g_Na_per_C * soma_v_ahead_21
    const soma_v_ahead_24 = soma_v_ahead_7 * dend_v[i]
    const soma_v_ahead_25 = soma_v_ahead_18 * per_C
    const soma_v_ahead_26 =
      (soma_v_ahead_8 * soma_V_ext_minus_dend_V_ext -
        (soma_v_ahead_4 -
          E_Ca_times_g_Ca * soma_v_ahead_16 -
          E_K_times_g_KAHP * dend_q_new -
          E_K_times_g_KC * (dend_c_new * soma_v_ahead_17))) *
        per_C +
      soma_v_ahead_25 * dend_v[i] +
      soma_v_ahead_9 * soma_v[i]
    const soma_v_ahead =
      soma_v[i] +
      (soma_v_ahead_19 *
        (dt *
          (soma_v_ahead_20 -
            soma_v_ahead_5 * soma_v_ahead_21 +
            soma_v_ahead_23 * soma_v[i] +
            soma_v_ahead_24)) +
        soma_v_ahead_10 * soma_v_ahead_26) /
        ((1 - soma_v_ahead_11 * soma_v_ahead_23) * soma_v_ahead_19 - soma_v_ahead_12)
    const soma_a_m_ahead = 1.28 * (1 / exprel((-46.9 - soma_v_ahead) * 0.25))
    const soma_b_m_ahead = 1.4 * (1 / exprel((soma_v_ahead + 19.9) * 0.2))
    const soma_m_ahead = soma_a_m_ahead / (soma_a_m_ahead + soma_b_m_ahead)
    const soma_v_8 = dt * (soma_v_ahead_25 + soma_v_ahead_9)
    const soma_v_9 = 6 - soma_v_8
    const soma_v_10 = 3 - soma_v_8
    const soma_v_11 = soma_v_9 - dt_per_C * (soma_v_10 * soma_v_ahead_18)
    const soma_v_12 = soma_m_ahead * soma_m_ahead * soma_h_new
    const soma_v_13 =
      0.5 * (soma_v_1 * soma_v_ahead_21 - g_Na_per_C * soma_v_12) - soma_v_ahead_22 * per_C
    const soma_v_14 = dt * (soma_v_13 - soma_v_2)
    const soma_v_15 = 6 - soma_v_14
    const soma_v_16 =
      soma_v_ahead_20 +
      0.5 * (soma_v_3 * soma_v_ahead_21 - soma_v_ahead_5 * soma_v_12) +
      soma_v_13 * soma_v[i] +
      soma_v_ahead_24
    const soma_v_17 = 3 - soma_v_14
    const soma_v_18 = soma_v_15 - dt * soma_v_17 * soma_v_13
    const soma_v_19 = 1 / (soma_v_18 * soma_v_11 - soma_v_5 * (soma_v_17 * soma_v_10))
    const soma_v_new =
      soma_v[i] +
      (soma_v_11 * (soma_v_15 * (dt * soma_v_16)) +
        soma_v_4 * (soma_v_17 * (soma_v_9 * soma_v_ahead_26))) *
        soma_v_19
    const dend_v_new =
      dend_v[i] +
      (soma_v_18 * (soma_v_9 * (dt * soma_v_ahead_26)) +
        dend_v_1 * (soma_v_10 * (soma_v_15 * soma_v_16))) *
        soma_v_19
    if (free) {
      if (soma_v_new > -10) {
        spikes[fired++] = i
        lastspike[i] = step
      }
    }
    soma_h[i] = soma_h_new
    soma_n[i] = soma_n_new
    dend_s[i] = dend_s_new
    dend_c[i] = dend_c_new
    dend_Ca[i] = dend_Ca_new
    dend_q[i] = dend_q_new
    soma_v[i] = soma_v_new
    dend_v[i] = dend_v_new
  }
  return fired
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
