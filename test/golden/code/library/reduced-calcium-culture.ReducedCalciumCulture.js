// ReducedCalciumCulture — from models/cultures/reduced-calcium-culture.livn

// EXC · initialize
export function EXC_initialize(cells, shared, first, last) {
  const { 'soma.v': soma_v, 'soma.h': soma_h, 'soma.n': soma_n } = cells // mV, 1, 1
  const { 'dend.v': dend_v, 'dend.s': dend_s, 'dend.c': dend_c } = cells // mV, 1, 1
  const { 'dend.q': dend_q, 'dend.Ca': dend_Ca } = cells
  const { 'soma.FluctuatingConductance.g': soma_FluctuatingConductance_g } = cells    // nS
  const { 'dend.FluctuatingConductance.g': dend_FluctuatingConductance_g } = cells    // nS
  const { 'soma.FluctuatingConductance.g0': soma_FluctuatingConductance_g0 } = shared // nS
  const { 'dend.FluctuatingConductance.g0': dend_FluctuatingConductance_g0 } = shared // nS

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
    soma_FluctuatingConductance_g[i] = soma_FluctuatingConductance_g0
    dend_FluctuatingConductance_g[i] = dend_FluctuatingConductance_g0
  }
}

// EXC · step
export function EXC_step(cells, shared, first, last, spikes) {
  const { lastspike, 'AMPA.g': AMPA_g, 'NMDA.rise': NMDA_rise } = cells // integer, nS, nS
  const { 'NMDA.decay': NMDA_decay, 'GABA_A.g': GABA_A_g } = cells // nS, nS
  const { 'soma.FluctuatingConductance.g': soma_FluctuatingConductance_g } = cells // nS
  const { 'dend.FluctuatingConductance.g': dend_FluctuatingConductance_g } = cells // nS
  const { 'soma.v': soma_v, 'soma.h': soma_h, 'soma.n': soma_n } = cells // mV, 1, 1
  const { 'soma.V_ext': soma_V_ext, 'dend.v': dend_v } = cells // mV, mV
  const { 'dend.V_ext': dend_V_ext, 'soma.I': soma_I, 'dend.s': dend_s } = cells // mV, pA, 1
  const { 'dend.q': dend_q, 'dend.c': dend_c, 'dend.Ca': dend_Ca } = cells
  const { 'AMPA.tau': AMPA_tau, 'NMDA.tau_rise': NMDA_tau_rise } = shared // ms, ms
  const { 'NMDA.tau_decay': NMDA_tau_decay, 'GABA_A.tau': GABA_A_tau } = shared // ms, ms
  const { 'soma.FluctuatingConductance.tau': soma_FluctuatingConductance_tau } = shared // ms
  const { 'soma.FluctuatingConductance.g0': soma_FluctuatingConductance_g0 } = shared // nS
  const { 'soma.FluctuatingConductance.sigma': soma_FluctuatingConductance_sigma } = shared // nS
  const { 'dend.FluctuatingConductance.tau': dend_FluctuatingConductance_tau } = shared // ms
  const { 'dend.FluctuatingConductance.g0': dend_FluctuatingConductance_g0 } = shared // nS
  const { 'dend.FluctuatingConductance.sigma': dend_FluctuatingConductance_sigma } = shared // nS
  const { g_L, E_L, g_Na, E_Na, g_KDR, E_K } = shared // mS/cm^2, mV, mS/cm^2, mV, mS/cm^2, mV
  const { g_c, 'AMPA.E_rev': AMPA_E_rev, 'NMDA.Mg': NMDA_Mg } = shared // mS/cm^2, mV, mM
  const { 'NMDA.E_rev': NMDA_E_rev, 'GABA_A.E_rev': GABA_A_E_rev } = shared // mV, mV
  const { 'soma.FluctuatingConductance.E_rev': soma_FluctuatingConductance_E_rev } = shared // mV
  const { p, area, C, g_Ca, E_Ca, g_KAHP } = shared // 1, um^2, uF/cm^2, mS/cm^2, mV, mS/cm^2
  const { g_KC } = shared // mS/cm^2
  const { 'dend.FluctuatingConductance.E_rev': dend_FluctuatingConductance_E_rev } = shared // mV
  const { dt, step, seed } = shared // ms, 1, 1
  const silent_steps = Math.floor(2 / dt + 0.001)
  const decay_AMPA_g = Math.exp((-1 / AMPA_tau) * dt)
  const decay_NMDA_rise = Math.exp((-1 / NMDA_tau_rise) * dt)
  const decay_NMDA_decay = Math.exp((-1 / NMDA_tau_decay) * dt)
  const decay_GABA_A_g = Math.exp((-1 / GABA_A_tau) * dt)
  const decay_soma_FluctuatingConductance_g_1 = (-1 / soma_FluctuatingConductance_tau) * dt
  const decay_soma_FluctuatingConductance_g = Math.exp(decay_soma_FluctuatingConductance_g_1)
  const gain_soma_FluctuatingConductance_g = dt * exprel(decay_soma_FluctuatingConductance_g_1)
  const soma_FluctuatingConductance_g_1 =
    gain_soma_FluctuatingConductance_g *
    (soma_FluctuatingConductance_g0 / soma_FluctuatingConductance_tau)
  const sqrt_dt = Math.sqrt(dt)
  const soma_FluctuatingConductance_g_2 =
    soma_FluctuatingConductance_sigma *
    Math.sqrt(2 / soma_FluctuatingConductance_tau) *
    Math.sqrt(exprel(2 * decay_soma_FluctuatingConductance_g_1)) *
    sqrt_dt
  const decay_dend_FluctuatingConductance_g_1 = (-1 / dend_FluctuatingConductance_tau) * dt
  const decay_dend_FluctuatingConductance_g = Math.exp(decay_dend_FluctuatingConductance_g_1)
  const gain_dend_FluctuatingConductance_g = dt * exprel(decay_dend_FluctuatingConductance_g_1)
  const dend_FluctuatingConductance_g_1 =
    gain_dend_FluctuatingConductance_g *
    (dend_FluctuatingConductance_g0 / dend_FluctuatingConductance_tau)
  const dend_FluctuatingConductance_g_2 =
    dend_FluctuatingConductance_sigma *
    Math.sqrt(2 / dend_FluctuatingConductance_tau) *
    Math.sqrt(exprel(2 * decay_dend_FluctuatingConductance_g_1)) *
    sqrt_dt
  const soma_a_m_1 = Math.exp(-11.725)
  const soma_b_m_1 = 0.2 * Math.exp(-3.98)
  const soma_b_m_3 = Math.exp(-3.98)
  const NMDA_block_1 = NMDA_Mg / 3.57
  const k_soma_v_1 = 1 / (p * area)
  const per_p = 1 / p
  const dt_per_C = dt / C
  const soma_b_h_1 = Math.exp(-4)
  const soma_a_n_1 = Math.exp(-4.98)
  const soma_b_n_1 = 0.25 * Math.exp(-1)
  const per_area = 1 / area
  const k_dend_v_1 = 1 / (1 - p)
  const k_AMPA_g_1 = -(dt / AMPA_tau)
  const k_NMDA_decay_1 = -(dt / NMDA_tau_decay)
  const k_NMDA_rise_1 = -(dt / NMDA_tau_rise)
  const k_GABA_A_g_1 = -(dt / GABA_A_tau)
  const k_soma_FluctuatingConductance_g_1 = dt / soma_FluctuatingConductance_tau
  const k_dend_FluctuatingConductance_g_1 = dt / dend_FluctuatingConductance_tau

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = step - lastspike[i] >= silent_steps
    const AMPA_g_new = decay_AMPA_g * AMPA_g[i]
    const NMDA_rise_new = decay_NMDA_rise * NMDA_rise[i]
    const NMDA_decay_new = decay_NMDA_decay * NMDA_decay[i]
    const GABA_A_g_new = decay_GABA_A_g * GABA_A_g[i]
    const soma_FluctuatingConductance_g_new =
      decay_soma_FluctuatingConductance_g * soma_FluctuatingConductance_g[i] +
      soma_FluctuatingConductance_g_1 +
      soma_FluctuatingConductance_g_2 * normal(seed, 1706163552, i, step)
    const dend_FluctuatingConductance_g_new =
      decay_dend_FluctuatingConductance_g * dend_FluctuatingConductance_g[i] +
      dend_FluctuatingConductance_g_1 +
      dend_FluctuatingConductance_g_2 * normal(seed, 1755109871, i, step)
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
    const AMPA_I = AMPA_g[i] * (AMPA_E_rev - soma_v[i])
    const NMDA_block = 1 / (1 + NMDA_block_1 * Math.exp(-0.062 * soma_v[i]))
    const NMDA_I = NMDA_block * (NMDA_decay[i] - NMDA_rise[i]) * (NMDA_E_rev - soma_v[i])
    const GABA_A_I = GABA_A_g[i] * (GABA_A_E_rev - soma_v[i])
    const soma_FluctuatingConductance_I =
      Math.max(soma_FluctuatingConductance_g[i], 0) *
      (soma_FluctuatingConductance_E_rev - soma_v[i])
    const soma_I_syn = AMPA_I + NMDA_I + GABA_A_I + soma_FluctuatingConductance_I
    const k_soma_v =
      dt_per_C *
      ((soma_I[i] + soma_I_syn) * k_soma_v_1 -
        (soma_I_L + soma_I_Na + soma_I_KDR + soma_I_c * per_p))
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
    const dend_FluctuatingConductance_I =
      Math.max(dend_FluctuatingConductance_g[i], 0) *
      (dend_FluctuatingConductance_E_rev - dend_v[i])
    const k_dend_v =
      dt_per_C *
      ((soma_I_c + dend_FluctuatingConductance_I * per_area) * k_dend_v_1 -
        (dend_I_L + dend_I_Ca + dend_I_KAHP + dend_I_KC))
    const dend_v_mid = dend_v[i] + k_dend_v * 0.5
    const soma_I_c_2 = g_c * (soma_v_mid + soma_V_ext[i] - dend_v_mid - dend_V_ext[i])
    const k_AMPA_g = k_AMPA_g_1 * AMPA_g[i]
    const AMPA_g_mid = AMPA_g[i] + k_AMPA_g * 0.5
    const AMPA_I_2 = AMPA_g_mid * (AMPA_E_rev - soma_v_mid)
    const NMDA_block_2 = 1 / (1 + NMDA_block_1 * Math.exp(-0.062 * soma_v_mid))
    const k_NMDA_decay = k_NMDA_decay_1 * NMDA_decay[i]
    const NMDA_decay_mid = NMDA_decay[i] + k_NMDA_decay * 0.5
    const k_NMDA_rise = k_NMDA_rise_1 * NMDA_rise[i]
    const NMDA_rise_mid = NMDA_rise[i] + k_NMDA_rise * 0.5
    const NMDA_I_2 = NMDA_block_2 * (NMDA_decay_mid - NMDA_rise_mid) * (NMDA_E_rev - soma_v_mid)
    const k_GABA_A_g = k_GABA_A_g_1 * GABA_A_g[i]
    const GABA_A_g_mid = GABA_A_g[i] + k_GABA_A_g * 0.5
    const GABA_A_I_2 = GABA_A_g_mid * (GABA_A_E_rev - soma_v_mid)
    const k_soma_FluctuatingConductance_g =
      k_soma_FluctuatingConductance_g_1 *
      (soma_FluctuatingConductance_g0 - soma_FluctuatingConductance_g[i])
    const soma_FluctuatingConductance_g_mid =
      soma_FluctuatingConductance_g[i] + k_soma_FluctuatingConductance_g * 0.5
    const soma_FluctuatingConductance_I_2 =
      Math.max(soma_FluctuatingConductance_g_mid, 0) *
      (soma_FluctuatingConductance_E_rev - soma_v_mid)
    const soma_I_syn_2 = AMPA_I_2 + NMDA_I_2 + GABA_A_I_2 + soma_FluctuatingConductance_I_2
    const soma_v_new =
      soma_v[i] +
      dt_per_C *
        ((soma_I[i] + soma_I_syn_2) * k_soma_v_1 -
          (soma_I_L_2 + soma_I_Na_2 + soma_I_KDR_2 + soma_I_c_2 * per_p))
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
    const k_dend_FluctuatingConductance_g =
      k_dend_FluctuatingConductance_g_1 *
      (dend_FluctuatingConductance_g0 - dend_FluctuatingConductance_g[i])
    const dend_FluctuatingConductance_g_mid =
      dend_FluctuatingConductance_g[i] + k_dend_FluctuatingConductance_g * 0.5
    const dend_FluctuatingConductance_I_2 =
      Math.max(dend_FluctuatingConductance_g_mid, 0) *
      (dend_FluctuatingConductance_E_rev - dend_v_mid)
    const dend_v_new =
      dend_v[i] +
      dt_per_C *
        ((soma_I_c_2 + dend_FluctuatingConductance_I_2 * per_area) * k_dend_v_1 -
          (dend_I_L_2 + dend_I_Ca_2 + dend_I_KAHP_2 + dend_I_KC_2))
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
    AMPA_g[i] = AMPA_g_new
    NMDA_rise[i] = NMDA_rise_new
    NMDA_decay[i] = NMDA_decay_new
    GABA_A_g[i] = GABA_A_g_new
    soma_FluctuatingConductance_g[i] = soma_FluctuatingConductance_g_new
    dend_FluctuatingConductance_g[i] = dend_FluctuatingConductance_g_new
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

// EXC · arrive
export function EXC_arrive(cells, shared, first, last) {
  const { 'inbox_NMDA.rise': inbox_NMDA_rise } = cells                                     // nS
  const { 'inbox_NMDA.decay': inbox_NMDA_decay, 'inbox_GABA_A.g': inbox_GABA_A_g } = cells // nS, nS
  const { 'NMDA.rise': NMDA_rise, 'NMDA.decay': NMDA_decay } = cells                       // nS, nS
  const { 'GABA_A.g': GABA_A_g } = cells                                                   // nS

  for (let i = first; i < last; i++) {
    NMDA_rise[i] += inbox_NMDA_rise[i]
    inbox_NMDA_rise[i] = 0
    NMDA_decay[i] += inbox_NMDA_decay[i]
    inbox_NMDA_decay[i] = 0
    GABA_A_g[i] += inbox_GABA_A_g[i]
    inbox_GABA_A_g[i] = 0
  }
}

// INH · initialize
export function INH_initialize(cells, shared, first, last) {
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

// INH · step
export function INH_step(cells, shared, first, last, spikes) {
  const { lastspike, 'AMPA.g': AMPA_g, 'NMDA.rise': NMDA_rise } = cells // integer, nS, nS
  const { 'NMDA.decay': NMDA_decay, 'GABA_A.g': GABA_A_g, 'soma.v': soma_v } = cells // nS, nS, mV
  const { 'soma.h': soma_h, 'soma.n': soma_n, 'soma.V_ext': soma_V_ext } = cells // 1, 1, mV
  const { 'dend.v': dend_v, 'dend.V_ext': dend_V_ext, 'soma.I': soma_I } = cells // mV, mV, pA
  const { 'dend.s': dend_s, 'dend.q': dend_q, 'dend.c': dend_c, 'dend.Ca': dend_Ca } = cells
  const { 'AMPA.tau': AMPA_tau, 'NMDA.tau_rise': NMDA_tau_rise } = shared // ms, ms
  const { 'NMDA.tau_decay': NMDA_tau_decay, 'GABA_A.tau': GABA_A_tau } = shared // ms, ms
  const { g_L, E_L, g_Na, E_Na, g_KDR, E_K } = shared // mS/cm^2, mV, mS/cm^2, mV, mS/cm^2, mV
  const { g_c, 'AMPA.E_rev': AMPA_E_rev, 'NMDA.Mg': NMDA_Mg } = shared // mS/cm^2, mV, mM
  const { 'NMDA.E_rev': NMDA_E_rev, 'GABA_A.E_rev': GABA_A_E_rev, p } = shared // mV, mV, 1
  const { area, C, g_Ca, E_Ca, g_KAHP } = shared // um^2, uF/cm^2, mS/cm^2, mV, mS/cm^2
  const { g_KC } = shared // mS/cm^2
  const { dt, step } = shared // ms, 1
  const silent_steps = Math.floor(2 / dt + 0.001)
  const decay_AMPA_g = Math.exp((-1 / AMPA_tau) * dt)
  const decay_NMDA_rise = Math.exp((-1 / NMDA_tau_rise) * dt)
  const decay_NMDA_decay = Math.exp((-1 / NMDA_tau_decay) * dt)
  const decay_GABA_A_g = Math.exp((-1 / GABA_A_tau) * dt)
  const soma_a_m_1 = Math.exp(-11.725)
  const soma_b_m_1 = 0.2 * Math.exp(-3.98)
  const soma_b_m_3 = Math.exp(-3.98)
  const NMDA_block_1 = NMDA_Mg / 3.57
  const k_soma_v_1 = 1 / (p * area)
  const per_p = 1 / p
  const dt_per_C = dt / C
  const soma_b_h_1 = Math.exp(-4)
  const soma_a_n_1 = Math.exp(-4.98)
  const soma_b_n_1 = 0.25 * Math.exp(-1)
  const k_dend_v_1 = 1 / (1 - p)
  const k_AMPA_g_1 = -(dt / AMPA_tau)
  const k_NMDA_decay_1 = -(dt / NMDA_tau_decay)
  const k_NMDA_rise_1 = -(dt / NMDA_tau_rise)
  const k_GABA_A_g_1 = -(dt / GABA_A_tau)

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = step - lastspike[i] >= silent_steps
    const AMPA_g_new = decay_AMPA_g * AMPA_g[i]
    const NMDA_rise_new = decay_NMDA_rise * NMDA_rise[i]
    const NMDA_decay_new = decay_NMDA_decay * NMDA_decay[i]
    const GABA_A_g_new = decay_GABA_A_g * GABA_A_g[i]
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
    const AMPA_I = AMPA_g[i] * (AMPA_E_rev - soma_v[i])
    const NMDA_block = 1 / (1 + NMDA_block_1 * Math.exp(-0.062 * soma_v[i]))
    const NMDA_I = NMDA_block * (NMDA_decay[i] - NMDA_rise[i]) * (NMDA_E_rev - soma_v[i])
    const GABA_A_I = GABA_A_g[i] * (GABA_A_E_rev - soma_v[i])
    const soma_I_syn = AMPA_I + NMDA_I + GABA_A_I
    const k_soma_v =
      dt_per_C *
      ((soma_I[i] + soma_I_syn) * k_soma_v_1 -
        (soma_I_L + soma_I_Na + soma_I_KDR + soma_I_c * per_p))
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
    const k_AMPA_g = k_AMPA_g_1 * AMPA_g[i]
    const AMPA_g_mid = AMPA_g[i] + k_AMPA_g * 0.5
    const AMPA_I_2 = AMPA_g_mid * (AMPA_E_rev - soma_v_mid)
    const NMDA_block_2 = 1 / (1 + NMDA_block_1 * Math.exp(-0.062 * soma_v_mid))
    const k_NMDA_decay = k_NMDA_decay_1 * NMDA_decay[i]
    const NMDA_decay_mid = NMDA_decay[i] + k_NMDA_decay * 0.5
    const k_NMDA_rise = k_NMDA_rise_1 * NMDA_rise[i]
    const NMDA_rise_mid = NMDA_rise[i] + k_NMDA_rise * 0.5
    const NMDA_I_2 = NMDA_block_2 * (NMDA_decay_mid - NMDA_rise_mid) * (NMDA_E_rev - soma_v_mid)
    const k_GABA_A_g = k_GABA_A_g_1 * GABA_A_g[i]
    const GABA_A_g_mid = GABA_A_g[i] + k_GABA_A_g * 0.5
    const GABA_A_I_2 = GABA_A_g_mid * (GABA_A_E_rev - soma_v_mid)
    const soma_I_syn_2 = AMPA_I_2 + NMDA_I_2 + GABA_A_I_2
    const soma_v_new =
      soma_v[i] +
      dt_per_C *
        ((soma_I[i] + soma_I_syn_2) * k_soma_v_1 -
          (soma_I_L_2 + soma_I_Na_2 + soma_I_KDR_2 + soma_I_c_2 * per_p))
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
    AMPA_g[i] = AMPA_g_new
    NMDA_rise[i] = NMDA_rise_new
    NMDA_decay[i] = NMDA_decay_new
    GABA_A_g[i] = GABA_A_g_new
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

// INH · arrive
export function INH_arrive(cells, shared, first, last) {
  const { 'inbox_NMDA.rise': inbox_NMDA_rise } = cells                                     // nS
  const { 'inbox_NMDA.decay': inbox_NMDA_decay, 'inbox_GABA_A.g': inbox_GABA_A_g } = cells // nS, nS
  const { 'NMDA.rise': NMDA_rise, 'NMDA.decay': NMDA_decay } = cells                       // nS, nS
  const { 'GABA_A.g': GABA_A_g } = cells                                                   // nS

  for (let i = first; i < last; i++) {
    NMDA_rise[i] += inbox_NMDA_rise[i]
    inbox_NMDA_rise[i] = 0
    NMDA_decay[i] += inbox_NMDA_decay[i]
    inbox_NMDA_decay[i] = 0
    GABA_A_g[i] += inbox_GABA_A_g[i]
    inbox_GABA_A_g[i] = 0
  }
}

// AMPA · on_pre · from EXC to EXC
export function EXC_EXC_AMPA_on_pre(connections, sources, targets, shared, first, last, list) {
  const { updated, pre, post, weight, target: to } = connections // integer, 1, 1, 1, cell
  const { 'AMPA.g': post_AMPA_g } = targets // nS
  const { tau_pre, tau_post, A_pre, w_max, 'post.AMPA.q': post_AMPA_q } = shared // ms, ms, 1, 1, nS
  const { dt, step } = shared // ms, 1
  const pre_now_1 = -1 / tau_pre
  const post_now_1 = -1 / tau_post

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const since = (step - updated[i]) * dt
    const pre_now = Math.exp(pre_now_1 * since) * pre[i]
    const post_now = Math.exp(post_now_1 * since) * post[i]
    pre[i] = pre_now
    post[i] = post_now
    updated[i] = step
    pre[i] += A_pre
    weight[i] = Math.min(Math.max(weight[i] + post[i], 0), w_max)
    post_AMPA_g[target] += weight[i] * post_AMPA_q
  }
}

// AMPA · on_post · from EXC to EXC
export function EXC_EXC_AMPA_on_post(connections, sources, targets, shared, first, last, list) {
  const { updated, pre, post, weight } = connections  // integer, 1, 1, 1
  const { tau_pre, tau_post, A_post, w_max } = shared // ms, ms, 1, 1
  const { dt, step } = shared                         // ms, 1
  const pre_now_1 = -1 / tau_pre
  const post_now_1 = -1 / tau_post

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const since_2 = (step - updated[i]) * dt
    const pre_now_2 = Math.exp(pre_now_1 * since_2) * pre[i]
    const post_now_2 = Math.exp(post_now_1 * since_2) * post[i]
    pre[i] = pre_now_2
    post[i] = post_now_2
    updated[i] = step
    post[i] += A_post
    weight[i] = Math.min(Math.max(weight[i] + pre[i], 0), w_max)
  }
}

// AMPA · on_pre · from EXC to INH
export function EXC_INH_AMPA_on_pre(connections, sources, targets, shared, first, last, list) {
  const { updated, pre, post, weight, target: to } = connections // integer, 1, 1, 1, cell
  const { 'AMPA.g': post_AMPA_g } = targets // nS
  const { tau_pre, tau_post, A_pre, w_max, 'post.AMPA.q': post_AMPA_q } = shared // ms, ms, 1, 1, nS
  const { dt, step } = shared // ms, 1
  const pre_now_1 = -1 / tau_pre
  const post_now_1 = -1 / tau_post

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const since = (step - updated[i]) * dt
    const pre_now = Math.exp(pre_now_1 * since) * pre[i]
    const post_now = Math.exp(post_now_1 * since) * post[i]
    pre[i] = pre_now
    post[i] = post_now
    updated[i] = step
    pre[i] += A_pre
    weight[i] = Math.min(Math.max(weight[i] + post[i], 0), w_max)
    post_AMPA_g[target] += weight[i] * post_AMPA_q
  }
}

// AMPA · on_post · from EXC to INH
export function EXC_INH_AMPA_on_post(connections, sources, targets, shared, first, last, list) {
  const { updated, pre, post, weight } = connections  // integer, 1, 1, 1
  const { tau_pre, tau_post, A_post, w_max } = shared // ms, ms, 1, 1
  const { dt, step } = shared                         // ms, 1
  const pre_now_1 = -1 / tau_pre
  const post_now_1 = -1 / tau_post

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const since_2 = (step - updated[i]) * dt
    const pre_now_2 = Math.exp(pre_now_1 * since_2) * pre[i]
    const post_now_2 = Math.exp(post_now_1 * since_2) * post[i]
    pre[i] = pre_now_2
    post[i] = post_now_2
    updated[i] = step
    post[i] += A_post
    weight[i] = Math.min(Math.max(weight[i] + pre[i], 0), w_max)
  }
}

// AMPA · on_pre · from INH to EXC
export function INH_EXC_AMPA_on_pre(connections, sources, targets, shared, first, last, list) {
  const { updated, pre, post, weight, target: to } = connections // integer, 1, 1, 1, cell
  const { 'AMPA.g': post_AMPA_g } = targets // nS
  const { tau_pre, tau_post, A_pre, w_max, 'post.AMPA.q': post_AMPA_q } = shared // ms, ms, 1, 1, nS
  const { dt, step } = shared // ms, 1
  const pre_now_1 = -1 / tau_pre
  const post_now_1 = -1 / tau_post

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const since = (step - updated[i]) * dt
    const pre_now = Math.exp(pre_now_1 * since) * pre[i]
    const post_now = Math.exp(post_now_1 * since) * post[i]
    pre[i] = pre_now
    post[i] = post_now
    updated[i] = step
    pre[i] += A_pre
    weight[i] = Math.min(Math.max(weight[i] + post[i], 0), w_max)
    post_AMPA_g[target] += weight[i] * post_AMPA_q
  }
}

// AMPA · on_post · from INH to EXC
export function INH_EXC_AMPA_on_post(connections, sources, targets, shared, first, last, list) {
  const { updated, pre, post, weight } = connections  // integer, 1, 1, 1
  const { tau_pre, tau_post, A_post, w_max } = shared // ms, ms, 1, 1
  const { dt, step } = shared                         // ms, 1
  const pre_now_1 = -1 / tau_pre
  const post_now_1 = -1 / tau_post

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const since_2 = (step - updated[i]) * dt
    const pre_now_2 = Math.exp(pre_now_1 * since_2) * pre[i]
    const post_now_2 = Math.exp(post_now_1 * since_2) * post[i]
    pre[i] = pre_now_2
    post[i] = post_now_2
    updated[i] = step
    post[i] += A_post
    weight[i] = Math.min(Math.max(weight[i] + pre[i], 0), w_max)
  }
}

// AMPA · on_pre · from INH to INH
export function INH_INH_AMPA_on_pre(connections, sources, targets, shared, first, last, list) {
  const { updated, pre, post, weight, target: to } = connections // integer, 1, 1, 1, cell
  const { 'AMPA.g': post_AMPA_g } = targets // nS
  const { tau_pre, tau_post, A_pre, w_max, 'post.AMPA.q': post_AMPA_q } = shared // ms, ms, 1, 1, nS
  const { dt, step } = shared // ms, 1
  const pre_now_1 = -1 / tau_pre
  const post_now_1 = -1 / tau_post

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const since = (step - updated[i]) * dt
    const pre_now = Math.exp(pre_now_1 * since) * pre[i]
    const post_now = Math.exp(post_now_1 * since) * post[i]
    pre[i] = pre_now
    post[i] = post_now
    updated[i] = step
    pre[i] += A_pre
    weight[i] = Math.min(Math.max(weight[i] + post[i], 0), w_max)
    post_AMPA_g[target] += weight[i] * post_AMPA_q
  }
}

// AMPA · on_post · from INH to INH
export function INH_INH_AMPA_on_post(connections, sources, targets, shared, first, last, list) {
  const { updated, pre, post, weight } = connections  // integer, 1, 1, 1
  const { tau_pre, tau_post, A_post, w_max } = shared // ms, ms, 1, 1
  const { dt, step } = shared                         // ms, 1
  const pre_now_1 = -1 / tau_pre
  const post_now_1 = -1 / tau_post

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const since_2 = (step - updated[i]) * dt
    const pre_now_2 = Math.exp(pre_now_1 * since_2) * pre[i]
    const post_now_2 = Math.exp(post_now_1 * since_2) * post[i]
    pre[i] = pre_now_2
    post[i] = post_now_2
    updated[i] = step
    post[i] += A_post
    weight[i] = Math.min(Math.max(weight[i] + pre[i], 0), w_max)
  }
}

// NMDA · on_pre · from EXC to EXC
export function EXC_EXC_NMDA_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                     // 1, cell
  const { 'NMDA.rise': post_NMDA_rise, 'NMDA.decay': post_NMDA_decay } = targets // nS, nS
  const { 'post.NMDA.tau_rise': post_NMDA_tau_rise } = shared                    // ms
  const { 'post.NMDA.tau_decay': post_NMDA_tau_decay } = shared                  // ms
  const { 'post.NMDA.q': post_NMDA_q } = shared                                  // nS
  const post_NMDA_rise_2 = -(
    ((post_NMDA_tau_rise * post_NMDA_tau_decay) / (post_NMDA_tau_decay - post_NMDA_tau_rise)) *
    Math.log(post_NMDA_tau_decay / post_NMDA_tau_rise)
  )
  const post_NMDA_rise_1 =
    post_NMDA_q /
    (Math.exp(post_NMDA_rise_2 / post_NMDA_tau_decay) -
      Math.exp(post_NMDA_rise_2 / post_NMDA_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_NMDA_rise_3 = post_NMDA_rise_1 * weight[i]
    post_NMDA_rise[target] += post_NMDA_rise_3
    post_NMDA_decay[target] += post_NMDA_rise_3
  }
}

// NMDA · on_pre · from EXC to INH
export function EXC_INH_NMDA_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                     // 1, cell
  const { 'NMDA.rise': post_NMDA_rise, 'NMDA.decay': post_NMDA_decay } = targets // nS, nS
  const { 'post.NMDA.tau_rise': post_NMDA_tau_rise } = shared                    // ms
  const { 'post.NMDA.tau_decay': post_NMDA_tau_decay } = shared                  // ms
  const { 'post.NMDA.q': post_NMDA_q } = shared                                  // nS
  const post_NMDA_rise_2 = -(
    ((post_NMDA_tau_rise * post_NMDA_tau_decay) / (post_NMDA_tau_decay - post_NMDA_tau_rise)) *
    Math.log(post_NMDA_tau_decay / post_NMDA_tau_rise)
  )
  const post_NMDA_rise_1 =
    post_NMDA_q /
    (Math.exp(post_NMDA_rise_2 / post_NMDA_tau_decay) -
      Math.exp(post_NMDA_rise_2 / post_NMDA_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_NMDA_rise_3 = post_NMDA_rise_1 * weight[i]
    post_NMDA_rise[target] += post_NMDA_rise_3
    post_NMDA_decay[target] += post_NMDA_rise_3
  }
}

// NMDA · on_pre · from INH to EXC
export function INH_EXC_NMDA_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                     // 1, cell
  const { 'NMDA.rise': post_NMDA_rise, 'NMDA.decay': post_NMDA_decay } = targets // nS, nS
  const { 'post.NMDA.tau_rise': post_NMDA_tau_rise } = shared                    // ms
  const { 'post.NMDA.tau_decay': post_NMDA_tau_decay } = shared                  // ms
  const { 'post.NMDA.q': post_NMDA_q } = shared                                  // nS
  const post_NMDA_rise_2 = -(
    ((post_NMDA_tau_rise * post_NMDA_tau_decay) / (post_NMDA_tau_decay - post_NMDA_tau_rise)) *
    Math.log(post_NMDA_tau_decay / post_NMDA_tau_rise)
  )
  const post_NMDA_rise_1 =
    post_NMDA_q /
    (Math.exp(post_NMDA_rise_2 / post_NMDA_tau_decay) -
      Math.exp(post_NMDA_rise_2 / post_NMDA_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_NMDA_rise_3 = post_NMDA_rise_1 * weight[i]
    post_NMDA_rise[target] += post_NMDA_rise_3
    post_NMDA_decay[target] += post_NMDA_rise_3
  }
}

// NMDA · on_pre · from INH to INH
export function INH_INH_NMDA_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                     // 1, cell
  const { 'NMDA.rise': post_NMDA_rise, 'NMDA.decay': post_NMDA_decay } = targets // nS, nS
  const { 'post.NMDA.tau_rise': post_NMDA_tau_rise } = shared                    // ms
  const { 'post.NMDA.tau_decay': post_NMDA_tau_decay } = shared                  // ms
  const { 'post.NMDA.q': post_NMDA_q } = shared                                  // nS
  const post_NMDA_rise_2 = -(
    ((post_NMDA_tau_rise * post_NMDA_tau_decay) / (post_NMDA_tau_decay - post_NMDA_tau_rise)) *
    Math.log(post_NMDA_tau_decay / post_NMDA_tau_rise)
  )
  const post_NMDA_rise_1 =
    post_NMDA_q /
    (Math.exp(post_NMDA_rise_2 / post_NMDA_tau_decay) -
      Math.exp(post_NMDA_rise_2 / post_NMDA_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_NMDA_rise_3 = post_NMDA_rise_1 * weight[i]
    post_NMDA_rise[target] += post_NMDA_rise_3
    post_NMDA_decay[target] += post_NMDA_rise_3
  }
}

// GABA_A · on_pre · from EXC to EXC
export function EXC_EXC_GABA_A_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections        // 1, cell
  const { 'GABA_A.g': post_GABA_A_g } = targets     // nS
  const { 'post.GABA_A.q': post_GABA_A_q } = shared // nS

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_GABA_A_g[target] += weight[i] * post_GABA_A_q
  }
}

// GABA_A · on_pre · from EXC to INH
export function EXC_INH_GABA_A_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections        // 1, cell
  const { 'GABA_A.g': post_GABA_A_g } = targets     // nS
  const { 'post.GABA_A.q': post_GABA_A_q } = shared // nS

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_GABA_A_g[target] += weight[i] * post_GABA_A_q
  }
}

// GABA_A · on_pre · from INH to EXC
export function INH_EXC_GABA_A_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections        // 1, cell
  const { 'GABA_A.g': post_GABA_A_g } = targets     // nS
  const { 'post.GABA_A.q': post_GABA_A_q } = shared // nS

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_GABA_A_g[target] += weight[i] * post_GABA_A_q
  }
}

// GABA_A · on_pre · from INH to INH
export function INH_INH_GABA_A_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections        // 1, cell
  const { 'GABA_A.g': post_GABA_A_g } = targets     // nS
  const { 'post.GABA_A.q': post_GABA_A_q } = shared // nS

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_GABA_A_g[target] += weight[i] * post_GABA_A_q
  }
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}

/** Standard normal by Box and Muller. */
function normal(seed, stream, cell, step) {
  threefry(seed, stream, cell, step)
  const radius = Math.sqrt(-2 * Math.log((words[0] + 0.5) * 2 ** -32))
  return radius * Math.cos(2 * Math.PI * (words[1] * 2 ** -32))
}

const words = new Uint32Array(2)

/** Two random words from key (seed, stream) and counter (cell, step): Threefry2x32 with 13 rounds. */
function threefry(seed, stream, cell, step) {
  const parity = 0x1bd11bda ^ seed ^ stream
  let x = (cell + (seed | 0)) | 0
  let y = (step + (stream | 0)) | 0
  x = (x + y) | 0
  y = ((y << 13) | (y >>> 19)) ^ x
  x = (x + y) | 0
  y = ((y << 15) | (y >>> 17)) ^ x
  x = (x + y) | 0
  y = ((y << 26) | (y >>> 6)) ^ x
  x = (x + y) | 0
  y = ((y << 6) | (y >>> 26)) ^ x
  x = (x + (stream | 0)) | 0
  y = (y + parity + 1) | 0
  x = (x + y) | 0
  y = ((y << 17) | (y >>> 15)) ^ x
  x = (x + y) | 0
  y = ((y << 29) | (y >>> 3)) ^ x
  x = (x + y) | 0
  y = ((y << 16) | (y >>> 16)) ^ x
  x = (x + y) | 0
  y = ((y << 24) | (y >>> 8)) ^ x
  x = (x + parity) | 0
  y = (y + (seed | 0) + 2) | 0
  x = (x + y) | 0
  y = ((y << 13) | (y >>> 19)) ^ x
  x = (x + y) | 0
  y = ((y << 15) | (y >>> 17)) ^ x
  x = (x + y) | 0
  y = ((y << 26) | (y >>> 6)) ^ x
  x = (x + y) | 0
  y = ((y << 6) | (y >>> 26)) ^ x
  x = (x + (seed | 0)) | 0
  y = (y + (stream | 0) + 3) | 0
  x = (x + y) | 0
  y = ((y << 17) | (y >>> 15)) ^ x
  words[0] = x
  words[1] = y
}
