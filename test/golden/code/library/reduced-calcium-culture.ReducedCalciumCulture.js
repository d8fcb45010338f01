// ReducedCalciumCulture — from models/cultures/reduced-calcium-culture.livn

// EXC · initialize
export function EXC_initialize(cells, shared, first, last) {
  const { 'soma.v': soma_v, 'dend.v': dend_v, 'soma.Na.h': soma_Na_h } = cells // mV, mV, 1
  const { 'soma.K.n': soma_K_n, 'soma.CaN.m': soma_CaN_m, 'soma.CaN.h': soma_CaN_h } = cells
  const { 'soma.Ca': soma_Ca, 'dend.CaN.m': dend_CaN_m } = cells // mM, 1
  const { 'dend.CaN.h': dend_CaN_h, 'dend.CaL.m': dend_CaL_m } = cells
  const { 'dend.Ca': dend_Ca } = cells                                                // mM
  const { 'soma.InhibitoryBackground.g': soma_InhibitoryBackground_g } = cells        // uS
  const { 'dend.ExcitatoryBackground.g': dend_ExcitatoryBackground_g } = cells        // uS
  const { V_rest, Ca_rest } = shared                                                  // mV, mM
  const { 'soma.InhibitoryBackground.g_i0': soma_InhibitoryBackground_g_i0 } = shared // uS
  const { 'dend.ExcitatoryBackground.g_e0': dend_ExcitatoryBackground_g_e0 } = shared // uS

  for (let i = first; i < last; i++) {
    soma_v[i] = V_rest
    soma_Na_h[i] = 1 / (1 + Math.exp((-55 - soma_v[i]) * -0.14285714285714285))
    soma_K_n[i] = 1 / (1 + Math.exp((-28 - soma_v[i]) * 0.06666666666666667))
    soma_CaN_m[i] = 1 / (1 + Math.exp((-30 - soma_v[i]) * 0.2))
    soma_CaN_h[i] = 1 / (1 + Math.exp((-45 - soma_v[i]) * -0.2))
    soma_Ca[i] = Ca_rest
    dend_v[i] = V_rest
    dend_CaN_m[i] = 1 / (1 + Math.exp((-30 - dend_v[i]) * 0.2))
    dend_CaN_h[i] = 1 / (1 + Math.exp((-45 - dend_v[i]) * -0.2))
    dend_CaL_m[i] = 1 / (1 + Math.exp((-40 - dend_v[i]) * 0.14285714285714285))
    dend_Ca[i] = Ca_rest
    soma_InhibitoryBackground_g[i] = soma_InhibitoryBackground_g_i0
    dend_ExcitatoryBackground_g[i] = dend_ExcitatoryBackground_g_e0
  }
}

// EXC · step
export function EXC_step(cells, shared, first, last, spikes) {
  const { 'soma.v': soma_v, 'soma.Ca': soma_Ca, 'dend.Ca': dend_Ca } = cells // mV, mM, mM
  const { 'dend.v': dend_v, not_refractory, lastspike } = cells // mV, boolean, integer
  const { 'AMPA.rise': AMPA_rise, 'AMPA.decay': AMPA_decay } = cells // nS, nS
  const { 'NMDA.rise': NMDA_rise, 'NMDA.decay': NMDA_decay } = cells // nS, nS
  const { 'GABA_A.rise': GABA_A_rise, 'GABA_A.decay': GABA_A_decay } = cells // nS, nS
  const { 'GABA_B.rise': GABA_B_rise, 'GABA_B.decay': GABA_B_decay } = cells // nS, nS
  const { 'soma.InhibitoryBackground.g': soma_InhibitoryBackground_g } = cells // uS
  const { 'dend.ExcitatoryBackground.g': dend_ExcitatoryBackground_g } = cells // uS
  const { 'soma.Na.h': soma_Na_h, 'soma.K.n': soma_K_n, 'soma.CaN.m': soma_CaN_m } = cells
  const { 'soma.CaN.h': soma_CaN_h, 'dend.CaN.m': dend_CaN_m, 'dend.CaN.h': dend_CaN_h } = cells
  const { 'dend.CaL.m': dend_CaL_m, 'soma.I.stimulus': soma_I_stimulus } = cells // 1, pA
  const { 'soma.V_ext': soma_V_ext, 'dend.I.stimulus': dend_I_stimulus } = cells // mV, pA
  const { 'dend.V_ext': dend_V_ext } = cells // mV
  const { 'NMDA.Mg': NMDA_Mg, 'soma.CaN.T': soma_CaN_T } = shared // mM, kelvin
  const { 'soma.CaN.Ca_o': soma_CaN_Ca_o, 'dend.CaN.T': dend_CaN_T } = shared // mM, kelvin
  const { 'dend.CaN.Ca_o': dend_CaN_Ca_o, 'dend.CaL.T': dend_CaL_T } = shared // mM, kelvin
  const { 'dend.CaL.Ca_o': dend_CaL_Ca_o, V_th, t_ref } = shared // mM, mV, ms
  const { 'AMPA.tau_rise': AMPA_tau_rise, 'AMPA.tau_decay': AMPA_tau_decay } = shared // ms, ms
  const { 'NMDA.tau_rise': NMDA_tau_rise, 'NMDA.tau_decay': NMDA_tau_decay } = shared // ms, ms
  const { 'GABA_A.tau_rise': GABA_A_tau_rise } = shared // ms
  const { 'GABA_A.tau_decay': GABA_A_tau_decay } = shared // ms
  const { 'GABA_B.tau_rise': GABA_B_tau_rise } = shared // ms
  const { 'GABA_B.tau_decay': GABA_B_tau_decay } = shared // ms
  const { 'soma.InhibitoryBackground.tau_i': soma_InhibitoryBackground_tau_i } = shared // ms
  const { 'soma.InhibitoryBackground.g_i0': soma_InhibitoryBackground_g_i0 } = shared // uS
  const { 'soma.InhibitoryBackground.std_i': soma_InhibitoryBackground_std_i } = shared // uS
  const { 'dend.ExcitatoryBackground.tau_e': dend_ExcitatoryBackground_tau_e } = shared // ms
  const { 'dend.ExcitatoryBackground.g_e0': dend_ExcitatoryBackground_g_e0 } = shared // uS
  const { 'dend.ExcitatoryBackground.std_e': dend_ExcitatoryBackground_std_e } = shared // uS
  const { 'soma.CaN.g': soma_CaN_g, V_rest, Ca_rest } = shared // mS/cm^2, mV, mM
  const { 'soma.f': soma_f, 'soma.k_Ca': soma_k_Ca } = shared // 1, 1/ms
  const { 'soma.alpha': soma_alpha, 'dend.CaN.g': dend_CaN_g } = shared // mM*cm^2/mA/ms, mS/cm^2
  const { 'dend.CaL.g': dend_CaL_g, 'dend.f': dend_f } = shared // mS/cm^2, 1
  const { 'dend.k_Ca': dend_k_Ca, 'dend.alpha': dend_alpha } = shared // 1/ms, mM*cm^2/mA/ms
  const { diameter, L, p, g_c, C_m, C_ratio } = shared // um, um, 1, mS/cm^2, uF/cm^2, 1
  const { 'soma.Na.g': soma_Na_g, 'soma.Na.E': soma_Na_E } = shared // mS/cm^2, mV
  const { 'soma.K.g': soma_K_g, 'soma.K.E': soma_K_E } = shared // mS/cm^2, mV
  const { 'soma.KCa.g': soma_KCa_g, 'soma.KCa.K_d': soma_KCa_K_d } = shared // mS/cm^2, uM
  const { 'soma.KCa.E': soma_KCa_E, 'soma.g_L': soma_g_L, E_L } = shared // mV, mS/cm^2, mV
  const { 'dend.KCa.g': dend_KCa_g, 'dend.KCa.K_d': dend_KCa_K_d } = shared // mS/cm^2, uM
  const { 'dend.KCa.E': dend_KCa_E, 'dend.g_L': dend_g_L } = shared // mV, mS/cm^2
  const { 'AMPA.E_rev': AMPA_E_rev, 'GABA_A.E_rev': GABA_A_E_rev } = shared // mV, mV
  const { 'GABA_B.E_rev': GABA_B_E_rev } = shared // mV
  const { 'soma.InhibitoryBackground.E_i': soma_InhibitoryBackground_E_i } = shared // mV
  const { 'NMDA.E_rev': NMDA_E_rev } = shared // mV
  const { 'dend.ExcitatoryBackground.E_e': dend_ExcitatoryBackground_E_e } = shared // mV
  const { t, dt, step, seed } = shared // ms, ms, 1, 1
  const NMDA_block_1 = NMDA_Mg / 3.57
  const soma_CaN_f = (18 * soma_CaN_T) / 293.15
  const soma_CaN_force_1 = 1 / soma_CaN_Ca_o
  const per_soma_CaN_f = 1 / soma_CaN_f
  const dend_CaN_f = (18 * dend_CaN_T) / 293.15
  const dend_CaN_force_1 = 1 / dend_CaN_Ca_o
  const per_dend_CaN_f = 1 / dend_CaN_f
  const dend_CaL_f = (12.5 * dend_CaL_T) / 293.15
  const dend_CaL_force_1 = 1 / dend_CaL_Ca_o
  const per_dend_CaL_f = 1 / dend_CaL_f
  const decay_AMPA_rise = Math.exp((-1 / AMPA_tau_rise) * dt)
  const decay_AMPA_decay = Math.exp((-1 / AMPA_tau_decay) * dt)
  const decay_NMDA_rise = Math.exp((-1 / NMDA_tau_rise) * dt)
  const decay_NMDA_decay = Math.exp((-1 / NMDA_tau_decay) * dt)
  const decay_GABA_A_rise = Math.exp((-1 / GABA_A_tau_rise) * dt)
  const decay_GABA_A_decay = Math.exp((-1 / GABA_A_tau_decay) * dt)
  const decay_GABA_B_rise = Math.exp((-1 / GABA_B_tau_rise) * dt)
  const decay_GABA_B_decay = Math.exp((-1 / GABA_B_tau_decay) * dt)
  const decay_soma_InhibitoryBackground_g_1 = (-1 / soma_InhibitoryBackground_tau_i) * dt
  const decay_soma_InhibitoryBackground_g = Math.exp(decay_soma_InhibitoryBackground_g_1)
  const gain_soma_InhibitoryBackground_g = dt * exprel(decay_soma_InhibitoryBackground_g_1)
  const soma_InhibitoryBackground_g_1 =
    gain_soma_InhibitoryBackground_g *
    (soma_InhibitoryBackground_g_i0 / soma_InhibitoryBackground_tau_i)
  const sqrt_dt = Math.sqrt(dt)
  const soma_InhibitoryBackground_g_2 =
    soma_InhibitoryBackground_std_i *
    Math.sqrt(2 / soma_InhibitoryBackground_tau_i) *
    Math.sqrt(exprel(2 * decay_soma_InhibitoryBackground_g_1)) *
    sqrt_dt
  const decay_dend_ExcitatoryBackground_g_1 = (-1 / dend_ExcitatoryBackground_tau_e) * dt
  const decay_dend_ExcitatoryBackground_g = Math.exp(decay_dend_ExcitatoryBackground_g_1)
  const gain_dend_ExcitatoryBackground_g = dt * exprel(decay_dend_ExcitatoryBackground_g_1)
  const dend_ExcitatoryBackground_g_1 =
    gain_dend_ExcitatoryBackground_g *
    (dend_ExcitatoryBackground_g_e0 / dend_ExcitatoryBackground_tau_e)
  const dend_ExcitatoryBackground_g_2 =
    dend_ExcitatoryBackground_std_e *
    Math.sqrt(2 / dend_ExcitatoryBackground_tau_e) *
    Math.sqrt(exprel(2 * decay_dend_ExcitatoryBackground_g_1)) *
    sqrt_dt
  const soma_Na_tau_h_1 = Math.exp(3.3333333333333335)
  const soma_Na_tau_h_2 = Math.exp(-3.125)
  const soma_Na_h_inf_1 = Math.exp(7.857142857142857)
  const soma_Na_h_1 = -0.03333333333333333 * dt
  const soma_Na_h_2 = dt * 0.03333333333333333
  const soma_K_tau_n_1 = Math.exp(1)
  const soma_K_tau_n_2 = Math.exp(-0.8)
  const soma_K_n_inf_1 = Math.exp(-1.8666666666666667)
  const soma_K_n_1 = -0.14285714285714285 * dt
  const soma_K_n_2 = dt * 0.14285714285714285
  const soma_CaN_m_inf_1 = Math.exp(-6)
  const soma_CaN_m_1 = dt * exprel(-0.25 * dt) * 0.25
  const soma_CaN_h_inf_1 = Math.exp(9)
  const soma_CaN_h_1 = dt * exprel(-0.025 * dt) * 0.025
  const dend_CaL_m_inf_1 = Math.exp(-5.7142857142857135)
  const dend_CaL_m_1 = dt * exprel(-0.016666666666666666 * dt) * 0.016666666666666666
  const soma_CaN_I_rest_1 = 1 / (1 + Math.exp((-30 - V_rest) / 5))
  const soma_CaN_I_rest_2 = soma_CaN_I_rest_1 * soma_CaN_I_rest_1
  const soma_CaN_I_rest_3 = 1 + Math.exp((-45 - V_rest) / -5)
  const soma_CaN_I_rest_4 = Ca_rest / soma_CaN_Ca_o
  const soma_CaN_I_rest =
    ((soma_CaN_g * soma_CaN_I_rest_2) / soma_CaN_I_rest_3) *
    (soma_CaN_I_rest_4 * V_rest -
      ((1 - soma_CaN_I_rest_4) * soma_CaN_f) / exprel(V_rest / soma_CaN_f))
  const soma_Ca_1 = soma_CaN_g * 0.25 * 0.5
  const soma_Ca_2 = dt * exprel(soma_f * -soma_k_Ca * dt) * soma_f
  const dend_CaN_I_rest_1 = Ca_rest / dend_CaN_Ca_o
  const dend_CaN_I_rest =
    ((dend_CaN_g * soma_CaN_I_rest_2) / soma_CaN_I_rest_3) *
    (dend_CaN_I_rest_1 * V_rest -
      ((1 - dend_CaN_I_rest_1) * dend_CaN_f) / exprel(V_rest / dend_CaN_f))
  const dend_CaL_I_rest_1 = Ca_rest / dend_CaL_Ca_o
  const dend_CaL_I_rest =
    (dend_CaL_g / (1 + Math.exp((-40 - V_rest) / 7))) *
    (dend_CaL_I_rest_1 * V_rest -
      ((1 - dend_CaL_I_rest_1) * dend_CaL_f) / exprel(V_rest / dend_CaL_f))
  const dend_I_Ca_rest = dend_CaN_I_rest + dend_CaL_I_rest
  const dend_Ca_1 = dend_CaN_g * 0.25 * 0.5
  const dend_Ca_2 = dend_CaL_g * 0.5
  const dend_Ca_3 = dt * exprel(dend_f * -dend_k_Ca * dt) * dend_f
  const dend_area_1 = 3.141592653589793 * diameter * L
  const dend_area_2 = 1 - p
  const dend_area = dend_area_1 * dend_area_2
  const g_axial = 2 * g_c * dend_area_2 * 3.141592653589793 * diameter * L
  const soma_area = dend_area_1 * p
  const soma_C = C_m * C_ratio
  const soma_Na_I_rest_1 = 1 / (1 + Math.exp((-35 - V_rest) / 7.8))
  const soma_Na_I_rest =
    ((soma_Na_g * (soma_Na_I_rest_1 * soma_Na_I_rest_1 * soma_Na_I_rest_1)) /
      (1 + Math.exp((-55 - V_rest) / -7))) *
    (V_rest - soma_Na_E)
  const soma_K_I_rest_1 = 1 / (1 + Math.exp((-28 - V_rest) / 15))
  const soma_K_I_rest_2 = soma_K_I_rest_1 * soma_K_I_rest_1
  const soma_K_I_rest = soma_K_g * (soma_K_I_rest_2 * soma_K_I_rest_2) * (V_rest - soma_K_E)
  const soma_KCa_I_rest =
    ((soma_KCa_g * Ca_rest) / (Ca_rest + soma_KCa_K_d)) * (V_rest - soma_KCa_E)
  const V_rest_minus_E_L = V_rest - E_L
  const soma_I_hold =
    soma_Na_I_rest + soma_K_I_rest + soma_KCa_I_rest + soma_CaN_I_rest + soma_g_L * V_rest_minus_E_L
  const dend_KCa_I_rest =
    ((dend_KCa_g * Ca_rest) / (Ca_rest + dend_KCa_K_d)) * (V_rest - dend_KCa_E)
  const dend_I_hold = dend_KCa_I_rest + dend_I_Ca_rest + dend_g_L * V_rest_minus_E_L
  const per_dend_area = 1 / dend_area
  const soma_v_ahead_1 = -per_dend_area
  const soma_v_ahead_2 = dend_CaN_g / dend_CaN_Ca_o
  const soma_v_ahead_3 = dend_CaL_g / dend_CaL_Ca_o
  const per_C_m = 1 / C_m
  const soma_v_ahead_4 = g_axial / C_m / dend_area
  const soma_v_ahead_5 = 0.5 * dt
  const soma_v_ahead_6 = 0.5 * (1 + decay_AMPA_decay)
  const soma_v_ahead_7 = 0.5 * (1 + decay_AMPA_rise)
  const soma_v_ahead_8 = 0.5 * (1 + decay_GABA_A_decay)
  const soma_v_ahead_9 = 0.5 * (1 + decay_GABA_A_rise)
  const soma_v_ahead_10 = 0.5 * (1 + decay_GABA_B_decay)
  const soma_v_ahead_11 = 0.5 * (1 + decay_GABA_B_rise)
  const per_soma_area = 1 / soma_area
  const soma_K_E_times_soma_K_g = soma_K_E * soma_K_g
  const E_L_times_soma_g_L = E_L * soma_g_L
  const per_soma_C = 1 / soma_C
  const soma_v_ahead_12 = 0.5 * (1 + decay_NMDA_decay)
  const soma_v_ahead_13 = 0.5 * (1 + decay_NMDA_rise)
  const NMDA_E_rev_per_soma_area = NMDA_E_rev / soma_area
  const soma_Na_E_times_soma_Na_g = soma_Na_E * soma_Na_g
  const soma_CaN_f_times_soma_CaN_g = soma_CaN_f * soma_CaN_g
  const soma_v_ahead_14 = -per_soma_area
  const soma_v_ahead_15 = soma_CaN_g / soma_CaN_Ca_o
  const soma_v_ahead_16 = g_axial / soma_C / soma_area
  const E_L_times_dend_g_L = E_L * dend_g_L
  const dend_CaL_f_times_dend_CaL_g = dend_CaL_f * dend_CaL_g
  const dend_CaN_f_times_dend_CaN_g = dend_CaN_f * dend_CaN_g
  const soma_v_ahead_19 = soma_v_ahead_5 * soma_v_ahead_16
  const soma_v_ahead_17 = soma_v_ahead_19 * dt
  const soma_v_ahead_20 = soma_v_ahead_5 * soma_v_ahead_4
  const soma_v_ahead_18 = soma_v_ahead_19 * soma_v_ahead_20
  const dend_v_ahead_1 = soma_v_ahead_20 * dt
  const soma_v_3 = dt * soma_v_ahead_16
  const soma_v_1 = soma_v_3 * dt
  const soma_v_4 = dt * soma_v_ahead_4
  const soma_v_2 = soma_v_3 * soma_v_4
  const dend_v_1 = soma_v_4 * dt

  let fired = 0
  for (let i = first; i < last; i++) {
    const NMDA_block = 1 / (1 + NMDA_block_1 * Math.exp(-0.062 * soma_v[i]))
    const soma_Na_m = 1 / (1 + Math.exp((-35 - soma_v[i]) * 0.12820512820512822))
    const soma_CaN_force_3 = soma_Ca[i] * soma_CaN_force_1
    const soma_CaN_force_4 = 1 / exprel(soma_v[i] * per_soma_CaN_f)
    const soma_CaN_force =
      soma_CaN_force_3 * soma_v[i] - (1 - soma_CaN_force_3) * soma_CaN_f * soma_CaN_force_4
    const dend_CaN_force_3 = dend_Ca[i] * dend_CaN_force_1
    const dend_CaN_force_4 = 1 / exprel(dend_v[i] * per_dend_CaN_f)
    const dend_CaN_force =
      dend_CaN_force_3 * dend_v[i] - (1 - dend_CaN_force_3) * dend_CaN_f * dend_CaN_force_4
    const dend_CaL_force_3 = dend_Ca[i] * dend_CaL_force_1
    const dend_CaL_force_4 = 1 / exprel(dend_v[i] * per_dend_CaL_f)
    const dend_CaL_force =
      dend_CaL_force_3 * dend_v[i] - (1 - dend_CaL_force_3) * dend_CaL_f * dend_CaL_force_4
    const free =
      not_refractory[i] || !(soma_v[i] > V_th || t - (t - (step - lastspike[i]) * dt) < t_ref)
    const AMPA_rise_new = decay_AMPA_rise * AMPA_rise[i]
    const AMPA_decay_new = decay_AMPA_decay * AMPA_decay[i]
    const NMDA_rise_new = decay_NMDA_rise * NMDA_rise[i]
    const NMDA_decay_new = decay_NMDA_decay * NMDA_decay[i]
    const GABA_A_rise_new = decay_GABA_A_rise * GABA_A_rise[i]
    const GABA_A_decay_new = decay_GABA_A_decay * GABA_A_decay[i]
    const GABA_B_rise_new = decay_GABA_B_rise * GABA_B_rise[i]
    const GABA_B_decay_new = decay_GABA_B_decay * GABA_B_decay[i]
    const soma_InhibitoryBackground_g_new =
      decay_soma_InhibitoryBackground_g * soma_InhibitoryBackground_g[i] +
      soma_InhibitoryBackground_g_1 +
      soma_InhibitoryBackground_g_2 * normal(seed, 1504190018, i, step)
    const dend_ExcitatoryBackground_g_new =
      decay_dend_ExcitatoryBackground_g * dend_ExcitatoryBackground_g[i] +
      dend_ExcitatoryBackground_g_1 +
      dend_ExcitatoryBackground_g_2 * normal(seed, 2312715714, i, step)
    const soma_Na_tau_h_3 = Math.exp(0.009523809523809523 * soma_v[i])
    const soma_Na_tau_h_4 = soma_Na_tau_h_3 * soma_Na_tau_h_3 * soma_Na_tau_h_3
    const soma_Na_tau_h_5 = soma_Na_tau_h_4 * soma_Na_tau_h_4
    const soma_Na_tau_h_6 = soma_Na_tau_h_5 * soma_Na_tau_h_3
    const soma_Na_tau_h_7 = Math.exp(-0.0025 * soma_v[i])
    const soma_Na_tau_h_8 = soma_Na_tau_h_7 * soma_Na_tau_h_7
    const soma_Na_tau_h_9 = soma_Na_tau_h_8 * soma_Na_tau_h_8
    const soma_Na_tau_h_10 = soma_Na_tau_h_9 * soma_Na_tau_h_9
    const soma_Na_tau_h_11 = soma_Na_tau_h_10 * soma_Na_tau_h_8 * soma_Na_tau_h_8
    const soma_Na_tau_h_12 =
      soma_Na_tau_h_1 * soma_Na_tau_h_6 +
      soma_Na_tau_h_2 * (soma_Na_tau_h_11 * soma_Na_tau_h_11 * soma_Na_tau_h_7)
    const soma_Na_h_inf_2 = soma_Na_tau_h_6 * soma_Na_tau_h_6 * soma_Na_tau_h_3
    const soma_Na_h_inf = 1 / (1 + soma_Na_h_inf_1 * soma_Na_h_inf_2)
    const soma_Na_h_new =
      soma_Na_h[i] +
      soma_Na_h_2 *
        (exprel(soma_Na_h_1 * soma_Na_tau_h_12) *
          ((soma_Na_h_inf - soma_Na_h[i]) * soma_Na_tau_h_12))
    const soma_K_tau_n_3 = 1 / soma_Na_tau_h_7
    const soma_K_tau_n_4 = soma_K_tau_n_3 * soma_K_tau_n_3
    const soma_K_tau_n_5 = soma_K_tau_n_4 * soma_K_tau_n_4 * soma_K_tau_n_3
    const soma_K_tau_n_6 =
      soma_K_tau_n_1 * (soma_K_tau_n_5 * soma_K_tau_n_5) + soma_K_tau_n_2 * soma_Na_tau_h_10
    const soma_K_n_inf_2 = Math.min(soma_Na_tau_h_6, 1e30)
    const soma_K_n_inf = soma_K_n_inf_2 / (soma_K_n_inf_2 + soma_K_n_inf_1)
    const soma_K_n_new =
      soma_K_n[i] +
      soma_K_n_2 *
        (exprel(soma_K_n_1 * soma_K_tau_n_6) * ((soma_K_n_inf - soma_K_n[i]) * soma_K_tau_n_6))
    const soma_CaN_m_inf_2 = soma_Na_h_inf_2 * soma_Na_tau_h_5
    const soma_CaN_m_inf_3 = Math.min(soma_CaN_m_inf_2, 1e30)
    const soma_CaN_m_inf = soma_CaN_m_inf_3 / (soma_CaN_m_inf_3 + soma_CaN_m_inf_1)
    const soma_CaN_m_new = soma_CaN_m[i] + soma_CaN_m_1 * (soma_CaN_m_inf - soma_CaN_m[i])
    const soma_CaN_h_inf = 1 / (1 + soma_CaN_h_inf_1 * soma_CaN_m_inf_2)
    const soma_CaN_h_new = soma_CaN_h[i] + soma_CaN_h_1 * (soma_CaN_h_inf - soma_CaN_h[i])
    const dend_CaN_m_inf_1 = Math.exp(-0.02857142857142857 * dend_v[i])
    const dend_CaN_m_inf_2 = dend_CaN_m_inf_1 * dend_CaN_m_inf_1
    const dend_CaN_m_inf_3 = dend_CaN_m_inf_2 * dend_CaN_m_inf_2 * dend_CaN_m_inf_1
    const dend_CaN_m_inf_4 = dend_CaN_m_inf_3 * dend_CaN_m_inf_2
    const dend_CaN_m_inf = 1 / (1 + soma_CaN_m_inf_1 * dend_CaN_m_inf_4)
    const dend_CaN_m_new = dend_CaN_m[i] + soma_CaN_m_1 * (dend_CaN_m_inf - dend_CaN_m[i])
    const dend_CaN_h_inf_1 = Math.min(dend_CaN_m_inf_4, 1e30)
    const dend_CaN_h_inf = dend_CaN_h_inf_1 / (dend_CaN_h_inf_1 + soma_CaN_h_inf_1)
    const dend_CaN_h_new = dend_CaN_h[i] + soma_CaN_h_1 * (dend_CaN_h_inf - dend_CaN_h[i])
    const dend_CaL_m_inf = 1 / (1 + dend_CaL_m_inf_1 * dend_CaN_m_inf_3)
    const dend_CaL_m_new = dend_CaL_m[i] + dend_CaL_m_1 * (dend_CaL_m_inf - dend_CaL_m[i])
    const soma_Ca_3 = soma_CaN_m[i] + soma_CaN_m_new
    const soma_Ca_new =
      soma_Ca[i] +
      soma_Ca_2 *
        (soma_alpha *
          Math.max(
            soma_CaN_I_rest -
              soma_Ca_1 *
                (soma_Ca_3 * soma_Ca_3 * (soma_CaN_h[i] + soma_CaN_h_new)) *
                soma_CaN_force,
            0,
          ) -
          soma_k_Ca * (soma_Ca[i] - Ca_rest))
    const dend_Ca_4 = dend_CaN_m[i] + dend_CaN_m_new
    const dend_Ca_new =
      dend_Ca[i] +
      dend_Ca_3 *
        (dend_alpha *
          Math.max(
            dend_I_Ca_rest -
              (dend_Ca_1 *
                (dend_Ca_4 * dend_Ca_4 * (dend_CaN_h[i] + dend_CaN_h_new)) *
                dend_CaN_force +
                dend_Ca_2 * (dend_CaL_m[i] + dend_CaL_m_new) * dend_CaL_force),
            0,
          ) -
          dend_k_Ca * (dend_Ca[i] - Ca_rest))
    const soma_v_ahead_21 = Math.max(
      0.5 * (dend_ExcitatoryBackground_g[i] + dend_ExcitatoryBackground_g_new),
      0,
    )
    const soma_v_ahead_22 = (dend_KCa_g * dend_Ca_new) / (dend_Ca_new + dend_KCa_K_d)
    const soma_v_ahead_23 = dend_CaN_m_new * dend_CaN_m_new * dend_CaN_h_new
    const soma_v_ahead_24 =
      (soma_v_ahead_21 * soma_v_ahead_1 -
        soma_v_ahead_22 -
        (soma_v_ahead_2 * (soma_v_ahead_23 * dend_Ca_new) +
          soma_v_ahead_3 * (dend_CaL_m_new * dend_Ca_new)) -
        dend_g_L) *
        per_C_m -
      soma_v_ahead_4
    const soma_v_ahead_25 = 1 - soma_v_ahead_5 * soma_v_ahead_24
    const soma_v_ahead_26 = soma_v_ahead_6 * AMPA_decay[i] - soma_v_ahead_7 * AMPA_rise[i]
    const soma_v_ahead_27 = soma_v_ahead_8 * GABA_A_decay[i] - soma_v_ahead_9 * GABA_A_rise[i]
    const soma_v_ahead_28 = soma_v_ahead_10 * GABA_B_decay[i] - soma_v_ahead_11 * GABA_B_rise[i]
    const soma_v_ahead_29 = Math.max(
      0.5 * (soma_InhibitoryBackground_g[i] + soma_InhibitoryBackground_g_new),
      0,
    )
    const soma_v_ahead_30 = soma_K_n_new * soma_K_n_new
    const soma_v_ahead_31 = soma_v_ahead_30 * soma_v_ahead_30
    const soma_v_ahead_32 = (soma_KCa_g * soma_Ca_new) / (soma_Ca_new + soma_KCa_K_d)
    const soma_v_ahead_33 =
      (soma_I_hold +
        (soma_v_ahead_26 * AMPA_E_rev +
          soma_v_ahead_27 * GABA_A_E_rev +
          soma_v_ahead_28 * GABA_B_E_rev +
          soma_v_ahead_29 * soma_InhibitoryBackground_E_i +
          soma_I_stimulus[i]) *
          per_soma_area +
        soma_g_L * soma_V_ext[i] +
        soma_K_E_times_soma_K_g * soma_v_ahead_31 +
        soma_KCa_E * soma_v_ahead_32 +
        E_L_times_soma_g_L) *
      per_soma_C
    const soma_v_ahead_34 = soma_v_ahead_12 * NMDA_decay[i] - soma_v_ahead_13 * NMDA_rise[i]
    const soma_v_ahead_35 = NMDA_block * soma_v_ahead_34
    const soma_v_ahead_36 = soma_Na_m * soma_Na_m * soma_Na_m
    const soma_v_ahead_37 = 1 - soma_Ca_new * soma_CaN_force_1
    const soma_v_ahead_38 = soma_CaN_m_new * soma_CaN_m_new * soma_CaN_h_new
    const soma_v_ahead_39 =
      (NMDA_E_rev_per_soma_area * soma_v_ahead_35 +
        soma_Na_E_times_soma_Na_g * (soma_v_ahead_36 * soma_Na_h_new) +
        soma_CaN_f_times_soma_CaN_g * (soma_v_ahead_37 * soma_CaN_force_4 * soma_v_ahead_38)) *
      per_soma_C
    const soma_v_ahead_40 =
      ((soma_v_ahead_26 + soma_v_ahead_27 + soma_v_ahead_28 + soma_v_ahead_29) * soma_v_ahead_14 -
        soma_K_g * soma_v_ahead_31 -
        soma_v_ahead_32 -
        soma_v_ahead_15 * (soma_v_ahead_38 * soma_Ca_new) -
        soma_g_L) *
        per_soma_C -
      soma_v_ahead_16
    const soma_v_ahead_41 =
      (soma_v_ahead_35 * soma_v_ahead_14 - soma_Na_g * soma_v_ahead_36 * soma_Na_h_new) * per_soma_C
    const soma_v_ahead_42 = soma_v_ahead_40 + soma_v_ahead_41
    const soma_v_ahead_43 = soma_v_ahead_16 * dend_v[i]
    const soma_v_ahead_44 =
      soma_v_ahead_33 + soma_v_ahead_39 + soma_v_ahead_42 * soma_v[i] + soma_v_ahead_43
    const soma_v_ahead_45 =
      (dend_I_hold +
        (soma_v_ahead_21 * dend_ExcitatoryBackground_E_e + dend_I_stimulus[i]) * per_dend_area +
        dend_g_L * dend_V_ext[i] +
        dend_KCa_E * soma_v_ahead_22 +
        E_L_times_dend_g_L) *
      per_C_m
    const soma_v_ahead_46 = 1 - dend_Ca_new * dend_CaL_force_1
    const soma_v_ahead_47 = 1 - dend_Ca_new * dend_CaN_force_1
    const soma_v_ahead_48 =
      (dend_CaL_f_times_dend_CaL_g * (soma_v_ahead_46 * dend_CaL_force_4 * dend_CaL_m_new) +
        dend_CaN_f_times_dend_CaN_g * (soma_v_ahead_47 * dend_CaN_force_4 * soma_v_ahead_23)) *
      per_C_m
    const soma_v_ahead_49 = soma_v_ahead_24 * dend_v[i]
    const soma_v_ahead_50 = soma_v_ahead_4 * soma_v[i]
    const soma_v_ahead_51 = soma_v_ahead_45 + soma_v_ahead_48 + soma_v_ahead_49 + soma_v_ahead_50
    const soma_v_ahead_52 = 1 - soma_v_ahead_5 * soma_v_ahead_42
    const soma_v_ahead_53 = 1 / (soma_v_ahead_52 * soma_v_ahead_25 - soma_v_ahead_18)
    const soma_v_ahead =
      soma_v[i] +
      (soma_v_ahead_25 * (dt * soma_v_ahead_44) + soma_v_ahead_17 * soma_v_ahead_51) *
        soma_v_ahead_53
    const NMDA_block_ahead = 1 / (1 + NMDA_block_1 * Math.exp(-0.062 * soma_v_ahead))
    const soma_Na_m_ahead = 1 / (1 + Math.exp((-35 - soma_v_ahead) * 0.12820512820512822))
    const dend_v_ahead =
      dend_v[i] +
      (soma_v_ahead_52 * (dt * soma_v_ahead_51) + dend_v_ahead_1 * soma_v_ahead_44) *
        soma_v_ahead_53
    const soma_v_5 = dt * (soma_v_ahead_24 + soma_v_ahead_4)
    const soma_v_6 = 6 - soma_v_5
    const soma_v_7 = 3 - soma_v_5
    const soma_v_8 = soma_v_6 - dt * soma_v_7 * soma_v_ahead_24
    const soma_v_9 = NMDA_block_ahead * soma_v_ahead_34
    const soma_v_10 = soma_Na_m_ahead * soma_Na_m_ahead * soma_Na_m_ahead
    const soma_v_11 =
      soma_v_ahead_40 +
      0.5 *
        (soma_v_ahead_41 +
          (soma_v_9 * soma_v_ahead_14 - soma_Na_g * soma_v_10 * soma_Na_h_new) * per_soma_C)
    const soma_v_12 = dt * (soma_v_11 + soma_v_ahead_16)
    const soma_v_13 = 6 - soma_v_12
    const soma_v_14 =
      soma_v_ahead_33 +
      0.5 *
        (soma_v_ahead_39 +
          (NMDA_E_rev_per_soma_area * soma_v_9 +
            soma_Na_E_times_soma_Na_g * (soma_v_10 * soma_Na_h_new) +
            soma_CaN_f_times_soma_CaN_g *
              (soma_v_ahead_37 * (1 / exprel(soma_v_ahead * per_soma_CaN_f)) * soma_v_ahead_38)) *
            per_soma_C) +
      soma_v_11 * soma_v[i] +
      soma_v_ahead_43
    const soma_v_15 = 3 - soma_v_12
    const soma_v_16 =
      soma_v_ahead_45 +
      0.5 *
        (soma_v_ahead_48 +
          (dend_CaL_f_times_dend_CaL_g *
            (soma_v_ahead_46 * (1 / exprel(dend_v_ahead * per_dend_CaL_f)) * dend_CaL_m_new) +
            dend_CaN_f_times_dend_CaN_g *
              (soma_v_ahead_47 * (1 / exprel(dend_v_ahead * per_dend_CaN_f)) * soma_v_ahead_23)) *
            per_C_m) +
      soma_v_ahead_49 +
      soma_v_ahead_50
    const soma_v_17 = soma_v_13 - dt * soma_v_15 * soma_v_11
    const soma_v_18 = 1 / (soma_v_17 * soma_v_8 - soma_v_2 * (soma_v_15 * soma_v_7))
    const soma_v_new =
      soma_v[i] +
      (soma_v_8 * (soma_v_13 * (dt * soma_v_14)) +
        soma_v_1 * (soma_v_15 * (soma_v_6 * soma_v_16))) *
        soma_v_18
    const dend_v_new =
      dend_v[i] +
      (soma_v_17 * (soma_v_6 * (dt * soma_v_16)) +
        dend_v_1 * (soma_v_7 * (soma_v_13 * soma_v_14))) *
        soma_v_18
    not_refractory[i] = Number(free)
    if (free) {
      if (soma_v_new > V_th) {
        spikes[fired++] = i
        lastspike[i] = step
        not_refractory[i] = 0
      }
    }
    AMPA_rise[i] = AMPA_rise_new
    AMPA_decay[i] = AMPA_decay_new
    NMDA_rise[i] = NMDA_rise_new
    NMDA_decay[i] = NMDA_decay_new
    GABA_A_rise[i] = GABA_A_rise_new
    GABA_A_decay[i] = GABA_A_decay_new
    GABA_B_rise[i] = GABA_B_rise_new
    GABA_B_decay[i] = GABA_B_decay_new
    soma_InhibitoryBackground_g[i] = soma_InhibitoryBackground_g_new
    dend_ExcitatoryBackground_g[i] = dend_ExcitatoryBackground_g_new
    soma_Na_h[i] = soma_Na_h_new
    soma_K_n[i] = soma_K_n_new
    soma_CaN_m[i] = soma_CaN_m_new
    soma_CaN_h[i] = soma_CaN_h_new
    dend_CaN_m[i] = dend_CaN_m_new
    dend_CaN_h[i] = dend_CaN_h_new
    dend_CaL_m[i] = dend_CaL_m_new
    soma_Ca[i] = soma_Ca_new
    dend_Ca[i] = dend_Ca_new
    soma_v[i] = soma_v_new
    dend_v[i] = dend_v_new
  }
  return fired
}

// EXC · arrive
export function EXC_arrive(cells, shared, first, last) {
  const { 'inbox_AMPA.rise': inbox_AMPA_rise } = cells                               // nS
  const { 'inbox_AMPA.decay': inbox_AMPA_decay } = cells                             // nS
  const { 'inbox_NMDA.rise': inbox_NMDA_rise } = cells                               // nS
  const { 'inbox_NMDA.decay': inbox_NMDA_decay } = cells                             // nS
  const { 'inbox_GABA_A.rise': inbox_GABA_A_rise } = cells                           // nS
  const { 'inbox_GABA_A.decay': inbox_GABA_A_decay } = cells                         // nS
  const { 'inbox_GABA_B.rise': inbox_GABA_B_rise } = cells                           // nS
  const { 'inbox_GABA_B.decay': inbox_GABA_B_decay, 'AMPA.rise': AMPA_rise } = cells // nS, nS
  const { 'AMPA.decay': AMPA_decay, 'NMDA.rise': NMDA_rise } = cells                 // nS, nS
  const { 'NMDA.decay': NMDA_decay, 'GABA_A.rise': GABA_A_rise } = cells             // nS, nS
  const { 'GABA_A.decay': GABA_A_decay, 'GABA_B.rise': GABA_B_rise } = cells         // nS, nS
  const { 'GABA_B.decay': GABA_B_decay } = cells                                     // nS

  for (let i = first; i < last; i++) {
    AMPA_rise[i] += inbox_AMPA_rise[i]
    inbox_AMPA_rise[i] = 0
    AMPA_decay[i] += inbox_AMPA_decay[i]
    inbox_AMPA_decay[i] = 0
    NMDA_rise[i] += inbox_NMDA_rise[i]
    inbox_NMDA_rise[i] = 0
    NMDA_decay[i] += inbox_NMDA_decay[i]
    inbox_NMDA_decay[i] = 0
    GABA_A_rise[i] += inbox_GABA_A_rise[i]
    inbox_GABA_A_rise[i] = 0
    GABA_A_decay[i] += inbox_GABA_A_decay[i]
    inbox_GABA_A_decay[i] = 0
    GABA_B_rise[i] += inbox_GABA_B_rise[i]
    inbox_GABA_B_rise[i] = 0
    GABA_B_decay[i] += inbox_GABA_B_decay[i]
    inbox_GABA_B_decay[i] = 0
  }
}

// INH · initialize
export function INH_initialize(cells, shared, first, last) {
  const { v, 'Na.h': Na_h, 'K.n': K_n, 'A.a': A_a, 'A.b': A_b } = cells     // mV, 1, 1, 1, 1
  const { 'CaN.m': CaN_m, 'CaN.h': CaN_h, Ca } = cells                      // 1, 1, mM
  const { 'ExcitatoryBackground.g': ExcitatoryBackground_g } = cells        // uS
  const { 'InhibitoryBackground.g': InhibitoryBackground_g } = cells        // uS
  const { V_rest, Ca_rest } = shared                                        // mV, mM
  const { 'ExcitatoryBackground.g_e0': ExcitatoryBackground_g_e0 } = shared // uS
  const { 'InhibitoryBackground.g_i0': InhibitoryBackground_g_i0 } = shared // uS

  for (let i = first; i < last; i++) {
    v[i] = V_rest
    Na_h[i] = 1 / (1 + Math.exp((-55 - v[i]) * -0.14285714285714285))
    K_n[i] = 1 / (1 + Math.exp((-28 - v[i]) * 0.06666666666666667))
    A_a[i] = 1 / (1 + Math.exp((-36 - v[i]) * 0.125))
    A_b[i] = 1 / (1 + Math.exp((-66 - v[i]) * -0.125))
    CaN_m[i] = 1 / (1 + Math.exp((-30 - v[i]) * 0.2))
    CaN_h[i] = 1 / (1 + Math.exp((-45 - v[i]) * -0.2))
    Ca[i] = Ca_rest
    ExcitatoryBackground_g[i] = ExcitatoryBackground_g_e0
    InhibitoryBackground_g[i] = InhibitoryBackground_g_i0
  }
}

// INH · step
export function INH_step(cells, shared, first, last, spikes) {
  const { v, Ca, not_refractory, lastspike } = cells // mV, mM, boolean, integer
  const { 'AMPA.rise': AMPA_rise, 'AMPA.decay': AMPA_decay } = cells // nS, nS
  const { 'NMDA.rise': NMDA_rise, 'NMDA.decay': NMDA_decay } = cells // nS, nS
  const { 'GABA_A.rise': GABA_A_rise, 'GABA_A.decay': GABA_A_decay } = cells // nS, nS
  const { 'GABA_B.rise': GABA_B_rise, 'GABA_B.decay': GABA_B_decay } = cells // nS, nS
  const { 'ExcitatoryBackground.g': ExcitatoryBackground_g } = cells // uS
  const { 'InhibitoryBackground.g': InhibitoryBackground_g, 'Na.h': Na_h } = cells // uS, 1
  const { 'K.n': K_n, 'A.a': A_a, 'A.b': A_b, 'CaN.m': CaN_m, 'CaN.h': CaN_h } = cells
  const { 'I.stimulus': I_stimulus, V_ext } = cells // pA, mV
  const { 'NMDA.Mg': NMDA_Mg, 'CaN.T': CaN_T, 'CaN.Ca_o': CaN_Ca_o } = shared // mM, kelvin, mM
  const { V_th, t_ref, 'AMPA.tau_rise': AMPA_tau_rise } = shared // mV, ms, ms
  const { 'AMPA.tau_decay': AMPA_tau_decay, 'NMDA.tau_rise': NMDA_tau_rise } = shared // ms, ms
  const { 'NMDA.tau_decay': NMDA_tau_decay, 'GABA_A.tau_rise': GABA_A_tau_rise } = shared // ms, ms
  const { 'GABA_A.tau_decay': GABA_A_tau_decay } = shared // ms
  const { 'GABA_B.tau_rise': GABA_B_tau_rise } = shared // ms
  const { 'GABA_B.tau_decay': GABA_B_tau_decay } = shared // ms
  const { 'ExcitatoryBackground.tau_e': ExcitatoryBackground_tau_e } = shared // ms
  const { 'ExcitatoryBackground.g_e0': ExcitatoryBackground_g_e0 } = shared // uS
  const { 'ExcitatoryBackground.std_e': ExcitatoryBackground_std_e } = shared // uS
  const { 'InhibitoryBackground.tau_i': InhibitoryBackground_tau_i } = shared // ms
  const { 'InhibitoryBackground.g_i0': InhibitoryBackground_g_i0 } = shared // uS
  const { 'InhibitoryBackground.std_i': InhibitoryBackground_std_i } = shared // uS
  const { 'CaN.g': CaN_g, V_rest, Ca_rest, f, k_Ca } = shared // mS/cm^2, mV, mM, 1, 1/ms
  const { alpha, diameter, 'Na.g': Na_g, 'Na.E': Na_E } = shared // mM*cm^2/mA/ms, um, mS/cm^2, mV
  const { 'K.g': K_g, 'K.E': K_E, 'A.g': A_g, 'A.E': A_E } = shared // mS/cm^2, mV, mS/cm^2, mV
  const { 'KCa.g': KCa_g, 'KCa.K_d': KCa_K_d, 'KCa.E': KCa_E } = shared // mS/cm^2, uM, mV
  const { g_L, E_L, 'AMPA.E_rev': AMPA_E_rev } = shared // mS/cm^2, mV, mV
  const { 'GABA_A.E_rev': GABA_A_E_rev, 'GABA_B.E_rev': GABA_B_E_rev } = shared // mV, mV
  const { 'ExcitatoryBackground.E_e': ExcitatoryBackground_E_e } = shared // mV
  const { 'InhibitoryBackground.E_i': InhibitoryBackground_E_i, C } = shared // mV, uF/cm^2
  const { 'NMDA.E_rev': NMDA_E_rev } = shared // mV
  const { t, dt, step, seed } = shared // ms, ms, 1, 1
  const NMDA_block_ahead_1 = NMDA_Mg / 3.57
  const NMDA_block_1 = NMDA_block_ahead_1 * Math.exp(0)
  const CaN_f = (18 * CaN_T) / 293.15
  const per_CaN_Ca_o = 1 / CaN_Ca_o
  const per_CaN_f = 1 / CaN_f
  const decay_AMPA_rise = Math.exp((-1 / AMPA_tau_rise) * dt)
  const decay_AMPA_decay = Math.exp((-1 / AMPA_tau_decay) * dt)
  const decay_NMDA_rise = Math.exp((-1 / NMDA_tau_rise) * dt)
  const decay_NMDA_decay = Math.exp((-1 / NMDA_tau_decay) * dt)
  const decay_GABA_A_rise = Math.exp((-1 / GABA_A_tau_rise) * dt)
  const decay_GABA_A_decay = Math.exp((-1 / GABA_A_tau_decay) * dt)
  const decay_GABA_B_rise = Math.exp((-1 / GABA_B_tau_rise) * dt)
  const decay_GABA_B_decay = Math.exp((-1 / GABA_B_tau_decay) * dt)
  const decay_ExcitatoryBackground_g_1 = (-1 / ExcitatoryBackground_tau_e) * dt
  const decay_ExcitatoryBackground_g = Math.exp(decay_ExcitatoryBackground_g_1)
  const gain_ExcitatoryBackground_g = dt * exprel(decay_ExcitatoryBackground_g_1)
  const ExcitatoryBackground_g_1 =
    gain_ExcitatoryBackground_g * (ExcitatoryBackground_g_e0 / ExcitatoryBackground_tau_e)
  const sqrt_dt = Math.sqrt(dt)
  const ExcitatoryBackground_g_2 =
    ExcitatoryBackground_std_e *
    Math.sqrt(2 / ExcitatoryBackground_tau_e) *
    Math.sqrt(exprel(2 * decay_ExcitatoryBackground_g_1)) *
    sqrt_dt
  const decay_InhibitoryBackground_g_1 = (-1 / InhibitoryBackground_tau_i) * dt
  const decay_InhibitoryBackground_g = Math.exp(decay_InhibitoryBackground_g_1)
  const gain_InhibitoryBackground_g = dt * exprel(decay_InhibitoryBackground_g_1)
  const InhibitoryBackground_g_1 =
    gain_InhibitoryBackground_g * (InhibitoryBackground_g_i0 / InhibitoryBackground_tau_i)
  const InhibitoryBackground_g_2 =
    InhibitoryBackground_std_i *
    Math.sqrt(2 / InhibitoryBackground_tau_i) *
    Math.sqrt(exprel(2 * decay_InhibitoryBackground_g_1)) *
    sqrt_dt
  const Na_tau_h_1 = Math.exp(3.3333333333333335)
  const Na_tau_h_2 = Math.exp(-3.125)
  const Na_h_inf_1 = Math.exp(7.857142857142857)
  const Na_h_1 = -0.03333333333333333 * dt
  const Na_h_2 = dt * 0.03333333333333333
  const K_tau_n_1 = Math.exp(1)
  const K_tau_n_2 = Math.exp(-0.8)
  const K_n_inf_1 = Math.exp(-1.8666666666666667)
  const K_n_1 = -0.14285714285714285 * dt
  const K_n_2 = dt * 0.14285714285714285
  const A_a_inf_1 = Math.exp(-4.5)
  const A_a_1 = dt * exprel(-dt)
  const A_b_inf_1 = Math.exp(8.25)
  const A_b_1 = dt * exprel(-0.06666666666666667 * dt) * 0.06666666666666667
  const CaN_m_inf_1 = Math.exp(-6)
  const CaN_m_1 = dt * exprel(-0.25 * dt) * 0.25
  const CaN_h_inf_1 = Math.exp(9)
  const CaN_h_1 = dt * exprel(-0.025 * dt) * 0.025
  const CaN_I_rest_1 = 1 / (1 + Math.exp((-30 - V_rest) / 5))
  const Ca_rest_per_CaN_Ca_o = Ca_rest / CaN_Ca_o
  const CaN_I_rest =
    ((CaN_g * (CaN_I_rest_1 * CaN_I_rest_1)) / (1 + Math.exp((-45 - V_rest) / -5))) *
    (Ca_rest_per_CaN_Ca_o * V_rest - ((1 - Ca_rest_per_CaN_Ca_o) * CaN_f) / exprel(V_rest / CaN_f))
  const Ca_1 = CaN_g * 0.25 * 0.5
  const Ca_2 = dt * exprel(f * -k_Ca * dt) * f
  const area = 3.141592653589793 * (diameter * diameter)
  const Na_I_rest_1 = 1 / (1 + Math.exp((-35 - V_rest) / 7.8))
  const Na_I_rest =
    ((Na_g * (Na_I_rest_1 * Na_I_rest_1 * Na_I_rest_1)) / (1 + Math.exp((-55 - V_rest) / -7))) *
    (V_rest - Na_E)
  const K_I_rest_1 = 1 / (1 + Math.exp((-28 - V_rest) / 15))
  const K_I_rest_2 = K_I_rest_1 * K_I_rest_1
  const K_I_rest = K_g * (K_I_rest_2 * K_I_rest_2) * (V_rest - K_E)
  const A_I_rest =
    (A_g / (1 + Math.exp((-36 - V_rest) / 8)) / (1 + Math.exp((-66 - V_rest) / -8))) *
    (V_rest - A_E)
  const KCa_I_rest = ((KCa_g * Ca_rest) / (Ca_rest + KCa_K_d)) * (V_rest - KCa_E)
  const I_hold = Na_I_rest + K_I_rest + A_I_rest + KCa_I_rest + CaN_I_rest + g_L * (V_rest - E_L)
  const v_ahead_1 = 0.5 * (1 + decay_AMPA_decay)
  const v_ahead_2 = 0.5 * (1 + decay_AMPA_rise)
  const v_ahead_3 = 0.5 * (1 + decay_GABA_A_decay)
  const v_ahead_4 = 0.5 * (1 + decay_GABA_A_rise)
  const v_ahead_5 = 0.5 * (1 + decay_GABA_B_decay)
  const v_ahead_6 = 0.5 * (1 + decay_GABA_B_rise)
  const per_area = 1 / area
  const v_ahead_7 = -(K_g * K_E)
  const A_E_times_A_g = A_E * A_g
  const E_L_times_g_L = E_L * g_L
  const per_C = 1 / C
  const v_ahead_8 = 0.5 * (1 + decay_NMDA_decay)
  const v_ahead_9 = 0.5 * (1 + decay_NMDA_rise)
  const NMDA_E_rev_per_area = NMDA_E_rev / area
  const v_ahead_10 = -(Na_g * Na_E)
  const CaN_f_times_CaN_g = CaN_f * CaN_g
  const v_ahead_11 = -per_area
  const CaN_g_per_CaN_Ca_o = CaN_g / CaN_Ca_o
  const v_ahead_12 = 0.5 * dt

  let fired = 0
  for (let i = first; i < last; i++) {
    const NMDA_block_3 = Math.exp(-0.002 * v[i])
    const NMDA_block_4 = NMDA_block_3 * NMDA_block_3
    const NMDA_block_5 = NMDA_block_4 * NMDA_block_4 * NMDA_block_3
    const NMDA_block_6 = NMDA_block_5 * NMDA_block_5
    const NMDA_block_7 = NMDA_block_6 * NMDA_block_5
    const NMDA_block = 1 / (1 + NMDA_block_1 * (NMDA_block_7 * NMDA_block_7 * NMDA_block_3))
    const Na_m = 1 / (1 + Math.exp((-35 - v[i]) * 0.12820512820512822))
    const Ca_times_per_CaN_Ca_o = Ca[i] * per_CaN_Ca_o
    const CaN_force_1 = 1 / exprel(v[i] * per_CaN_f)
    const CaN_force =
      Ca_times_per_CaN_Ca_o * v[i] - (1 - Ca_times_per_CaN_Ca_o) * CaN_f * CaN_force_1
    const free = not_refractory[i] || !(v[i] > V_th || t - (t - (step - lastspike[i]) * dt) < t_ref)
    const AMPA_rise_new = decay_AMPA_rise * AMPA_rise[i]
    const AMPA_decay_new = decay_AMPA_decay * AMPA_decay[i]
    const NMDA_rise_new = decay_NMDA_rise * NMDA_rise[i]
    const NMDA_decay_new = decay_NMDA_decay * NMDA_decay[i]
    const GABA_A_rise_new = decay_GABA_A_rise * GABA_A_rise[i]
    const GABA_A_decay_new = decay_GABA_A_decay * GABA_A_decay[i]
    const GABA_B_rise_new = decay_GABA_B_rise * GABA_B_rise[i]
    const GABA_B_decay_new = decay_GABA_B_decay * GABA_B_decay[i]
    const ExcitatoryBackground_g_new =
      decay_ExcitatoryBackground_g * ExcitatoryBackground_g[i] +
      ExcitatoryBackground_g_1 +
      ExcitatoryBackground_g_2 * normal(seed, 2557015942, i, step)
    const InhibitoryBackground_g_new =
      decay_InhibitoryBackground_g * InhibitoryBackground_g[i] +
      InhibitoryBackground_g_1 +
      InhibitoryBackground_g_2 * normal(seed, 745295581, i, step)
    const Na_tau_h_3 = Math.exp(0.009523809523809523 * v[i])
    const Na_tau_h_4 = Na_tau_h_3 * Na_tau_h_3 * Na_tau_h_3
    const Na_tau_h_5 = Na_tau_h_4 * Na_tau_h_4 * Na_tau_h_3
    const Na_tau_h_6 = Math.exp(0.0125 * v[i])
    const Na_tau_h_7 = 1 / Na_tau_h_6
    const Na_tau_h_8 = Na_tau_h_7 * Na_tau_h_7
    const Na_tau_h_9 = Na_tau_h_1 * Na_tau_h_5 + Na_tau_h_2 * (Na_tau_h_8 * Na_tau_h_8 * Na_tau_h_7)
    const Na_h_inf = 1 / (1 + Na_h_inf_1 * (Na_tau_h_5 * Na_tau_h_5 * Na_tau_h_3))
    const Na_h_new =
      Na_h[i] + Na_h_2 * (exprel(Na_h_1 * Na_tau_h_9) * ((Na_h_inf - Na_h[i]) * Na_tau_h_9))
    const K_tau_n_3 = Na_tau_h_6 * Na_tau_h_6
    const K_tau_n_4 = K_tau_n_1 * K_tau_n_3 + K_tau_n_2 * NMDA_block_6
    const K_n_inf_2 = Math.min(Na_tau_h_5, 1e30)
    const K_n_inf = K_n_inf_2 / (K_n_inf_2 + K_n_inf_1)
    const K_n_new = K_n[i] + K_n_2 * (exprel(K_n_1 * K_tau_n_4) * ((K_n_inf - K_n[i]) * K_tau_n_4))
    const A_a_inf_2 = K_tau_n_3 * K_tau_n_3
    const A_a_inf_3 = A_a_inf_2 * Na_tau_h_6
    const A_a_inf_4 = A_a_inf_3 * A_a_inf_3
    const A_a_inf_5 = Math.min(A_a_inf_4, 1e30)
    const A_a_inf = A_a_inf_5 / (A_a_inf_5 + A_a_inf_1)
    const A_a_new = A_a[i] + A_a_1 * (A_a_inf - A_a[i])
    const A_b_inf = 1 / (1 + A_b_inf_1 * A_a_inf_4)
    const A_b_new = A_b[i] + A_b_1 * (A_b_inf - A_b[i])
    const CaN_m_inf_2 = A_a_inf_2 * A_a_inf_2
    const CaN_m_inf_3 = CaN_m_inf_2 * CaN_m_inf_2
    const CaN_m_inf_4 = Math.min(CaN_m_inf_3, 1e30)
    const CaN_m_inf = CaN_m_inf_4 / (CaN_m_inf_4 + CaN_m_inf_1)
    const CaN_m_new = CaN_m[i] + CaN_m_1 * (CaN_m_inf - CaN_m[i])
    const CaN_h_inf = 1 / (1 + CaN_h_inf_1 * CaN_m_inf_3)
    const CaN_h_new = CaN_h[i] + CaN_h_1 * (CaN_h_inf - CaN_h[i])
    const Ca_3 = CaN_m[i] + CaN_m_new
    const Ca_new =
      Ca[i] +
      Ca_2 *
        (alpha *
          Math.max(CaN_I_rest - Ca_1 * (Ca_3 * Ca_3 * (CaN_h[i] + CaN_h_new)) * CaN_force, 0) -
          k_Ca * (Ca[i] - Ca_rest))
    const v_ahead_13 = v_ahead_1 * AMPA_decay[i] - v_ahead_2 * AMPA_rise[i]
    const v_ahead_14 = v_ahead_3 * GABA_A_decay[i] - v_ahead_4 * GABA_A_rise[i]
    const v_ahead_15 = v_ahead_5 * GABA_B_decay[i] - v_ahead_6 * GABA_B_rise[i]
    const v_ahead_16 = Math.max(0.5 * (ExcitatoryBackground_g[i] + ExcitatoryBackground_g_new), 0)
    const v_ahead_17 = Math.max(0.5 * (InhibitoryBackground_g[i] + InhibitoryBackground_g_new), 0)
    const v_ahead_18 = K_n_new * K_n_new
    const v_ahead_19 = v_ahead_18 * v_ahead_18
    const v_ahead_20 = (KCa_g * Ca_new) / (Ca_new + KCa_K_d)
    const v_ahead_21 =
      (I_hold +
        (v_ahead_13 * AMPA_E_rev +
          v_ahead_14 * GABA_A_E_rev +
          v_ahead_15 * GABA_B_E_rev +
          v_ahead_16 * ExcitatoryBackground_E_e +
          v_ahead_17 * InhibitoryBackground_E_i +
          I_stimulus[i]) *
          per_area +
        g_L * V_ext[i] -
        (v_ahead_7 * v_ahead_19 -
          A_E_times_A_g * (A_a_new * A_b_new) -
          KCa_E * v_ahead_20 -
          E_L_times_g_L)) *
      per_C
    const v_ahead_22 = v_ahead_8 * NMDA_decay[i] - v_ahead_9 * NMDA_rise[i]
    const v_ahead_23 = NMDA_block * v_ahead_22
    const v_ahead_24 = Na_m * Na_m * Na_m
    const v_ahead_25 = 1 - Ca_new * per_CaN_Ca_o
    const v_ahead_26 = CaN_m_new * CaN_m_new * CaN_h_new
    const v_ahead_27 =
      (NMDA_E_rev_per_area * v_ahead_23 -
        (v_ahead_10 * (v_ahead_24 * Na_h_new) -
          CaN_f_times_CaN_g * (v_ahead_25 * CaN_force_1 * v_ahead_26))) *
      per_C
    const v_ahead_28 =
      ((v_ahead_13 + v_ahead_14 + v_ahead_15 + v_ahead_16 + v_ahead_17) * v_ahead_11 -
        (K_g * v_ahead_19 +
          A_g * A_a_new * A_b_new +
          v_ahead_20 +
          CaN_g_per_CaN_Ca_o * (v_ahead_26 * Ca_new) +
          g_L)) *
      per_C
    const v_ahead_29 = (v_ahead_23 * v_ahead_11 - Na_g * v_ahead_24 * Na_h_new) * per_C
    const v_ahead_30 = v_ahead_28 + v_ahead_29
    const v_ahead =
      v[i] + (dt * (v_ahead_21 + v_ahead_27 + v_ahead_30 * v[i])) / (1 - v_ahead_12 * v_ahead_30)
    const NMDA_block_ahead = 1 / (1 + NMDA_block_ahead_1 * Math.exp(-0.062 * v_ahead))
    const Na_m_ahead = 1 / (1 + Math.exp((-35 - v_ahead) * 0.12820512820512822))
    const v_1 = NMDA_block_ahead * v_ahead_22
    const v_2 = Na_m_ahead * Na_m_ahead * Na_m_ahead
    const v_3 = v_ahead_28 + 0.5 * (v_ahead_29 + (v_1 * v_ahead_11 - Na_g * v_2 * Na_h_new) * per_C)
    const v_4 = dt * v_3
    const v_5 = 6 - v_4
    const v_new =
      v[i] +
      (v_5 *
        (dt *
          (v_ahead_21 +
            0.5 *
              (v_ahead_27 +
                (NMDA_E_rev_per_area * v_1 -
                  (v_ahead_10 * (v_2 * Na_h_new) -
                    CaN_f_times_CaN_g *
                      (v_ahead_25 * (1 / exprel(v_ahead * per_CaN_f)) * v_ahead_26))) *
                  per_C) +
            v_3 * v[i]))) /
        (v_5 - dt * (3 - v_4) * v_3)
    not_refractory[i] = Number(free)
    if (free) {
      if (v_new > V_th) {
        spikes[fired++] = i
        lastspike[i] = step
        not_refractory[i] = 0
      }
    }
    AMPA_rise[i] = AMPA_rise_new
    AMPA_decay[i] = AMPA_decay_new
    NMDA_rise[i] = NMDA_rise_new
    NMDA_decay[i] = NMDA_decay_new
    GABA_A_rise[i] = GABA_A_rise_new
    GABA_A_decay[i] = GABA_A_decay_new
    GABA_B_rise[i] = GABA_B_rise_new
    GABA_B_decay[i] = GABA_B_decay_new
    ExcitatoryBackground_g[i] = ExcitatoryBackground_g_new
    InhibitoryBackground_g[i] = InhibitoryBackground_g_new
    Na_h[i] = Na_h_new
    K_n[i] = K_n_new
    A_a[i] = A_a_new
    A_b[i] = A_b_new
    CaN_m[i] = CaN_m_new
    CaN_h[i] = CaN_h_new
    Ca[i] = Ca_new
    v[i] = v_new
  }
  return fired
}

// INH · arrive
export function INH_arrive(cells, shared, first, last) {
  const { 'inbox_AMPA.rise': inbox_AMPA_rise } = cells                               // nS
  const { 'inbox_AMPA.decay': inbox_AMPA_decay } = cells                             // nS
  const { 'inbox_NMDA.rise': inbox_NMDA_rise } = cells                               // nS
  const { 'inbox_NMDA.decay': inbox_NMDA_decay } = cells                             // nS
  const { 'inbox_GABA_A.rise': inbox_GABA_A_rise } = cells                           // nS
  const { 'inbox_GABA_A.decay': inbox_GABA_A_decay } = cells                         // nS
  const { 'inbox_GABA_B.rise': inbox_GABA_B_rise } = cells                           // nS
  const { 'inbox_GABA_B.decay': inbox_GABA_B_decay, 'AMPA.rise': AMPA_rise } = cells // nS, nS
  const { 'AMPA.decay': AMPA_decay, 'NMDA.rise': NMDA_rise } = cells                 // nS, nS
  const { 'NMDA.decay': NMDA_decay, 'GABA_A.rise': GABA_A_rise } = cells             // nS, nS
  const { 'GABA_A.decay': GABA_A_decay, 'GABA_B.rise': GABA_B_rise } = cells         // nS, nS
  const { 'GABA_B.decay': GABA_B_decay } = cells                                     // nS

  for (let i = first; i < last; i++) {
    AMPA_rise[i] += inbox_AMPA_rise[i]
    inbox_AMPA_rise[i] = 0
    AMPA_decay[i] += inbox_AMPA_decay[i]
    inbox_AMPA_decay[i] = 0
    NMDA_rise[i] += inbox_NMDA_rise[i]
    inbox_NMDA_rise[i] = 0
    NMDA_decay[i] += inbox_NMDA_decay[i]
    inbox_NMDA_decay[i] = 0
    GABA_A_rise[i] += inbox_GABA_A_rise[i]
    inbox_GABA_A_rise[i] = 0
    GABA_A_decay[i] += inbox_GABA_A_decay[i]
    inbox_GABA_A_decay[i] = 0
    GABA_B_rise[i] += inbox_GABA_B_rise[i]
    inbox_GABA_B_rise[i] = 0
    GABA_B_decay[i] += inbox_GABA_B_decay[i]
    inbox_GABA_B_decay[i] = 0
  }
}

// AMPA · on_pre · from EXC to EXC
export function EXC_EXC_AMPA_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                     // 1, cell
  const { 'AMPA.rise': post_AMPA_rise, 'AMPA.decay': post_AMPA_decay } = targets // nS, nS
  const { 'post.AMPA.tau_rise': post_AMPA_tau_rise } = shared                    // ms
  const { 'post.AMPA.tau_decay': post_AMPA_tau_decay } = shared                  // ms
  const { 'post.AMPA.q': post_AMPA_q } = shared                                  // nS
  const post_AMPA_rise_2 = -(
    ((post_AMPA_tau_rise * post_AMPA_tau_decay) / (post_AMPA_tau_decay - post_AMPA_tau_rise)) *
    Math.log(post_AMPA_tau_decay / post_AMPA_tau_rise)
  )
  const post_AMPA_rise_1 =
    post_AMPA_q /
    (Math.exp(post_AMPA_rise_2 / post_AMPA_tau_decay) -
      Math.exp(post_AMPA_rise_2 / post_AMPA_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_AMPA_rise_3 = post_AMPA_rise_1 * weight[i]
    post_AMPA_rise[target] += post_AMPA_rise_3
    post_AMPA_decay[target] += post_AMPA_rise_3
  }
}

// AMPA · on_pre · from EXC to INH
export function EXC_INH_AMPA_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                     // 1, cell
  const { 'AMPA.rise': post_AMPA_rise, 'AMPA.decay': post_AMPA_decay } = targets // nS, nS
  const { 'post.AMPA.tau_rise': post_AMPA_tau_rise } = shared                    // ms
  const { 'post.AMPA.tau_decay': post_AMPA_tau_decay } = shared                  // ms
  const { 'post.AMPA.q': post_AMPA_q } = shared                                  // nS
  const post_AMPA_rise_2 = -(
    ((post_AMPA_tau_rise * post_AMPA_tau_decay) / (post_AMPA_tau_decay - post_AMPA_tau_rise)) *
    Math.log(post_AMPA_tau_decay / post_AMPA_tau_rise)
  )
  const post_AMPA_rise_1 =
    post_AMPA_q /
    (Math.exp(post_AMPA_rise_2 / post_AMPA_tau_decay) -
      Math.exp(post_AMPA_rise_2 / post_AMPA_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_AMPA_rise_3 = post_AMPA_rise_1 * weight[i]
    post_AMPA_rise[target] += post_AMPA_rise_3
    post_AMPA_decay[target] += post_AMPA_rise_3
  }
}

// AMPA · on_pre · from INH to EXC
export function INH_EXC_AMPA_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                     // 1, cell
  const { 'AMPA.rise': post_AMPA_rise, 'AMPA.decay': post_AMPA_decay } = targets // nS, nS
  const { 'post.AMPA.tau_rise': post_AMPA_tau_rise } = shared                    // ms
  const { 'post.AMPA.tau_decay': post_AMPA_tau_decay } = shared                  // ms
  const { 'post.AMPA.q': post_AMPA_q } = shared                                  // nS
  const post_AMPA_rise_2 = -(
    ((post_AMPA_tau_rise * post_AMPA_tau_decay) / (post_AMPA_tau_decay - post_AMPA_tau_rise)) *
    Math.log(post_AMPA_tau_decay / post_AMPA_tau_rise)
  )
  const post_AMPA_rise_1 =
    post_AMPA_q /
    (Math.exp(post_AMPA_rise_2 / post_AMPA_tau_decay) -
      Math.exp(post_AMPA_rise_2 / post_AMPA_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_AMPA_rise_3 = post_AMPA_rise_1 * weight[i]
    post_AMPA_rise[target] += post_AMPA_rise_3
    post_AMPA_decay[target] += post_AMPA_rise_3
  }
}

// AMPA · on_pre · from INH to INH
export function INH_INH_AMPA_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                     // 1, cell
  const { 'AMPA.rise': post_AMPA_rise, 'AMPA.decay': post_AMPA_decay } = targets // nS, nS
  const { 'post.AMPA.tau_rise': post_AMPA_tau_rise } = shared                    // ms
  const { 'post.AMPA.tau_decay': post_AMPA_tau_decay } = shared                  // ms
  const { 'post.AMPA.q': post_AMPA_q } = shared                                  // nS
  const post_AMPA_rise_2 = -(
    ((post_AMPA_tau_rise * post_AMPA_tau_decay) / (post_AMPA_tau_decay - post_AMPA_tau_rise)) *
    Math.log(post_AMPA_tau_decay / post_AMPA_tau_rise)
  )
  const post_AMPA_rise_1 =
    post_AMPA_q /
    (Math.exp(post_AMPA_rise_2 / post_AMPA_tau_decay) -
      Math.exp(post_AMPA_rise_2 / post_AMPA_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_AMPA_rise_3 = post_AMPA_rise_1 * weight[i]
    post_AMPA_rise[target] += post_AMPA_rise_3
    post_AMPA_decay[target] += post_AMPA_rise_3
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
  const { weight, target: to } = connections                                             // 1, cell
  const { 'GABA_A.rise': post_GABA_A_rise, 'GABA_A.decay': post_GABA_A_decay } = targets // nS, nS
  const { 'post.GABA_A.tau_rise': post_GABA_A_tau_rise } = shared                        // ms
  const { 'post.GABA_A.tau_decay': post_GABA_A_tau_decay } = shared                      // ms
  const { 'post.GABA_A.q': post_GABA_A_q } = shared                                      // nS
  const post_GABA_A_rise_2 = -(
    ((post_GABA_A_tau_rise * post_GABA_A_tau_decay) /
      (post_GABA_A_tau_decay - post_GABA_A_tau_rise)) *
    Math.log(post_GABA_A_tau_decay / post_GABA_A_tau_rise)
  )
  const post_GABA_A_rise_1 =
    post_GABA_A_q /
    (Math.exp(post_GABA_A_rise_2 / post_GABA_A_tau_decay) -
      Math.exp(post_GABA_A_rise_2 / post_GABA_A_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_GABA_A_rise_3 = post_GABA_A_rise_1 * weight[i]
    post_GABA_A_rise[target] += post_GABA_A_rise_3
    post_GABA_A_decay[target] += post_GABA_A_rise_3
  }
}

// GABA_A · on_pre · from EXC to INH
export function EXC_INH_GABA_A_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                             // 1, cell
  const { 'GABA_A.rise': post_GABA_A_rise, 'GABA_A.decay': post_GABA_A_decay } = targets // nS, nS
  const { 'post.GABA_A.tau_rise': post_GABA_A_tau_rise } = shared                        // ms
  const { 'post.GABA_A.tau_decay': post_GABA_A_tau_decay } = shared                      // ms
  const { 'post.GABA_A.q': post_GABA_A_q } = shared                                      // nS
  const post_GABA_A_rise_2 = -(
    ((post_GABA_A_tau_rise * post_GABA_A_tau_decay) /
      (post_GABA_A_tau_decay - post_GABA_A_tau_rise)) *
    Math.log(post_GABA_A_tau_decay / post_GABA_A_tau_rise)
  )
  const post_GABA_A_rise_1 =
    post_GABA_A_q /
    (Math.exp(post_GABA_A_rise_2 / post_GABA_A_tau_decay) -
      Math.exp(post_GABA_A_rise_2 / post_GABA_A_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_GABA_A_rise_3 = post_GABA_A_rise_1 * weight[i]
    post_GABA_A_rise[target] += post_GABA_A_rise_3
    post_GABA_A_decay[target] += post_GABA_A_rise_3
  }
}

// GABA_A · on_pre · from INH to EXC
export function INH_EXC_GABA_A_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                             // 1, cell
  const { 'GABA_A.rise': post_GABA_A_rise, 'GABA_A.decay': post_GABA_A_decay } = targets // nS, nS
  const { 'post.GABA_A.tau_rise': post_GABA_A_tau_rise } = shared                        // ms
  const { 'post.GABA_A.tau_decay': post_GABA_A_tau_decay } = shared                      // ms
  const { 'post.GABA_A.q': post_GABA_A_q } = shared                                      // nS
  const post_GABA_A_rise_2 = -(
    ((post_GABA_A_tau_rise * post_GABA_A_tau_decay) /
      (post_GABA_A_tau_decay - post_GABA_A_tau_rise)) *
    Math.log(post_GABA_A_tau_decay / post_GABA_A_tau_rise)
  )
  const post_GABA_A_rise_1 =
    post_GABA_A_q /
    (Math.exp(post_GABA_A_rise_2 / post_GABA_A_tau_decay) -
      Math.exp(post_GABA_A_rise_2 / post_GABA_A_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_GABA_A_rise_3 = post_GABA_A_rise_1 * weight[i]
    post_GABA_A_rise[target] += post_GABA_A_rise_3
    post_GABA_A_decay[target] += post_GABA_A_rise_3
  }
}

// GABA_A · on_pre · from INH to INH
export function INH_INH_GABA_A_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                             // 1, cell
  const { 'GABA_A.rise': post_GABA_A_rise, 'GABA_A.decay': post_GABA_A_decay } = targets // nS, nS
  const { 'post.GABA_A.tau_rise': post_GABA_A_tau_rise } = shared                        // ms
  const { 'post.GABA_A.tau_decay': post_GABA_A_tau_decay } = shared                      // ms
  const { 'post.GABA_A.q': post_GABA_A_q } = shared                                      // nS
  const post_GABA_A_rise_2 = -(
    ((post_GABA_A_tau_rise * post_GABA_A_tau_decay) /
      (post_GABA_A_tau_decay - post_GABA_A_tau_rise)) *
    Math.log(post_GABA_A_tau_decay / post_GABA_A_tau_rise)
  )
  const post_GABA_A_rise_1 =
    post_GABA_A_q /
    (Math.exp(post_GABA_A_rise_2 / post_GABA_A_tau_decay) -
      Math.exp(post_GABA_A_rise_2 / post_GABA_A_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_GABA_A_rise_3 = post_GABA_A_rise_1 * weight[i]
    post_GABA_A_rise[target] += post_GABA_A_rise_3
    post_GABA_A_decay[target] += post_GABA_A_rise_3
  }
}

// GABA_B · on_pre · from EXC to EXC
export function EXC_EXC_GABA_B_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                             // 1, cell
  const { 'GABA_B.rise': post_GABA_B_rise, 'GABA_B.decay': post_GABA_B_decay } = targets // nS, nS
  const { 'post.GABA_B.tau_rise': post_GABA_B_tau_rise } = shared                        // ms
  const { 'post.GABA_B.tau_decay': post_GABA_B_tau_decay } = shared                      // ms
  const { 'post.GABA_B.q': post_GABA_B_q } = shared                                      // nS
  const post_GABA_B_rise_2 = -(
    ((post_GABA_B_tau_rise * post_GABA_B_tau_decay) /
      (post_GABA_B_tau_decay - post_GABA_B_tau_rise)) *
    Math.log(post_GABA_B_tau_decay / post_GABA_B_tau_rise)
  )
  const post_GABA_B_rise_1 =
    post_GABA_B_q /
    (Math.exp(post_GABA_B_rise_2 / post_GABA_B_tau_decay) -
      Math.exp(post_GABA_B_rise_2 / post_GABA_B_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_GABA_B_rise_3 = post_GABA_B_rise_1 * weight[i]
    post_GABA_B_rise[target] += post_GABA_B_rise_3
    post_GABA_B_decay[target] += post_GABA_B_rise_3
  }
}

// GABA_B · on_pre · from EXC to INH
export function EXC_INH_GABA_B_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                             // 1, cell
  const { 'GABA_B.rise': post_GABA_B_rise, 'GABA_B.decay': post_GABA_B_decay } = targets // nS, nS
  const { 'post.GABA_B.tau_rise': post_GABA_B_tau_rise } = shared                        // ms
  const { 'post.GABA_B.tau_decay': post_GABA_B_tau_decay } = shared                      // ms
  const { 'post.GABA_B.q': post_GABA_B_q } = shared                                      // nS
  const post_GABA_B_rise_2 = -(
    ((post_GABA_B_tau_rise * post_GABA_B_tau_decay) /
      (post_GABA_B_tau_decay - post_GABA_B_tau_rise)) *
    Math.log(post_GABA_B_tau_decay / post_GABA_B_tau_rise)
  )
  const post_GABA_B_rise_1 =
    post_GABA_B_q /
    (Math.exp(post_GABA_B_rise_2 / post_GABA_B_tau_decay) -
      Math.exp(post_GABA_B_rise_2 / post_GABA_B_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_GABA_B_rise_3 = post_GABA_B_rise_1 * weight[i]
    post_GABA_B_rise[target] += post_GABA_B_rise_3
    post_GABA_B_decay[target] += post_GABA_B_rise_3
  }
}

// GABA_B · on_pre · from INH to EXC
export function INH_EXC_GABA_B_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                             // 1, cell
  const { 'GABA_B.rise': post_GABA_B_rise, 'GABA_B.decay': post_GABA_B_decay } = targets // nS, nS
  const { 'post.GABA_B.tau_rise': post_GABA_B_tau_rise } = shared                        // ms
  const { 'post.GABA_B.tau_decay': post_GABA_B_tau_decay } = shared                      // ms
  const { 'post.GABA_B.q': post_GABA_B_q } = shared                                      // nS
  const post_GABA_B_rise_2 = -(
    ((post_GABA_B_tau_rise * post_GABA_B_tau_decay) /
      (post_GABA_B_tau_decay - post_GABA_B_tau_rise)) *
    Math.log(post_GABA_B_tau_decay / post_GABA_B_tau_rise)
  )
  const post_GABA_B_rise_1 =
    post_GABA_B_q /
    (Math.exp(post_GABA_B_rise_2 / post_GABA_B_tau_decay) -
      Math.exp(post_GABA_B_rise_2 / post_GABA_B_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_GABA_B_rise_3 = post_GABA_B_rise_1 * weight[i]
    post_GABA_B_rise[target] += post_GABA_B_rise_3
    post_GABA_B_decay[target] += post_GABA_B_rise_3
  }
}

// GABA_B · on_pre · from INH to INH
export function INH_INH_GABA_B_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                             // 1, cell
  const { 'GABA_B.rise': post_GABA_B_rise, 'GABA_B.decay': post_GABA_B_decay } = targets // nS, nS
  const { 'post.GABA_B.tau_rise': post_GABA_B_tau_rise } = shared                        // ms
  const { 'post.GABA_B.tau_decay': post_GABA_B_tau_decay } = shared                      // ms
  const { 'post.GABA_B.q': post_GABA_B_q } = shared                                      // nS
  const post_GABA_B_rise_2 = -(
    ((post_GABA_B_tau_rise * post_GABA_B_tau_decay) /
      (post_GABA_B_tau_decay - post_GABA_B_tau_rise)) *
    Math.log(post_GABA_B_tau_decay / post_GABA_B_tau_rise)
  )
  const post_GABA_B_rise_1 =
    post_GABA_B_q /
    (Math.exp(post_GABA_B_rise_2 / post_GABA_B_tau_decay) -
      Math.exp(post_GABA_B_rise_2 / post_GABA_B_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_GABA_B_rise_3 = post_GABA_B_rise_1 * weight[i]
    post_GABA_B_rise[target] += post_GABA_B_rise_3
    post_GABA_B_decay[target] += post_GABA_B_rise_3
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
