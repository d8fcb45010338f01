// OpsinMotoneuron — from models/neurons/opsin-motoneuron.livn

// OpsinMotoneuron · initialize
export function initialize(cells, shared, first, last) {
  const { 'soma.v': soma_v, 'dend.v': dend_v, 'soma.Na.h': soma_Na_h } = cells // mV, mV, 1
  const { 'soma.K.n': soma_K_n, 'soma.CaN.m': soma_CaN_m, 'soma.CaN.h': soma_CaN_h } = cells
  const { 'soma.Ca': soma_Ca, 'soma.ChR.C': soma_ChR_C } = cells // mM, 1
  const { 'soma.ChR.O': soma_ChR_O, 'dend.CaN.m': dend_CaN_m, 'dend.CaN.h': dend_CaN_h } = cells
  const { 'dend.CaL.m': dend_CaL_m, 'dend.Ca': dend_Ca } = cells // 1, mM
  const { V_rest, Ca_rest } = shared                             // mV, mM

  for (let i = first; i < last; i++) {
    soma_v[i] = V_rest
    soma_Na_h[i] = 1 / (1 + Math.exp((-55 - soma_v[i]) * -0.14285714285714285))
    soma_K_n[i] = 1 / (1 + Math.exp((-28 - soma_v[i]) * 0.06666666666666667))
    soma_CaN_m[i] = 1 / (1 + Math.exp((-30 - soma_v[i]) * 0.2))
    soma_CaN_h[i] = 1 / (1 + Math.exp((-45 - soma_v[i]) * -0.2))
    soma_Ca[i] = Ca_rest
    soma_ChR_C[i] = 1
    soma_ChR_O[i] = 0
    dend_v[i] = V_rest
    dend_CaN_m[i] = 1 / (1 + Math.exp((-30 - dend_v[i]) * 0.2))
    dend_CaN_h[i] = 1 / (1 + Math.exp((-45 - dend_v[i]) * -0.2))
    dend_CaL_m[i] = 1 / (1 + Math.exp((-40 - dend_v[i]) * 0.14285714285714285))
    dend_Ca[i] = Ca_rest
  }
}

// OpsinMotoneuron · step
export function step(cells, shared, first, last, spikes) {
  const { 'soma.v': soma_v, 'soma.Ca': soma_Ca, 'dend.Ca': dend_Ca } = cells // mV, mM, mM
  const { 'dend.v': dend_v, not_refractory, lastspike } = cells              // mV, boolean, integer
  const { 'soma.Na.h': soma_Na_h, 'soma.K.n': soma_K_n, 'soma.CaN.m': soma_CaN_m } = cells
  const { 'soma.CaN.h': soma_CaN_h, 'dend.CaN.m': dend_CaN_m, 'dend.CaN.h': dend_CaN_h } = cells
  const { 'dend.CaL.m': dend_CaL_m, 'soma.light': soma_light } = cells // 1, mW/mm^2
  const { 'soma.ChR.C': soma_ChR_C, 'soma.ChR.O': soma_ChR_O, 'soma.I': soma_I } = cells // 1, 1, pA
  const { 'soma.V_ext': soma_V_ext, 'dend.I': dend_I } = cells // mV, pA
  const { 'dend.V_ext': dend_V_ext } = cells // mV
  const { 'soma.CaN.T': soma_CaN_T, 'soma.CaN.Ca_o': soma_CaN_Ca_o } = shared // kelvin, mM
  const { 'soma.ChR.E': soma_ChR_E, 'soma.ChR.v_0': soma_ChR_v_0 } = shared // mV, mV
  const { 'dend.CaN.T': dend_CaN_T, 'dend.CaN.Ca_o': dend_CaN_Ca_o } = shared // kelvin, mM
  const { 'dend.CaL.T': dend_CaL_T, 'dend.CaL.Ca_o': dend_CaL_Ca_o } = shared // kelvin, mM
  const { V_th, t_ref, 'soma.CaN.g': soma_CaN_g, V_rest } = shared // mV, ms, mS/cm^2, mV
  const { Ca_rest, 'soma.f': soma_f, 'soma.k_Ca': soma_k_Ca } = shared // mM, 1, 1/ms
  const { 'soma.alpha': soma_alpha, 'dend.CaN.g': dend_CaN_g } = shared // mM*cm^2/mA/ms, mS/cm^2
  const { 'dend.CaL.g': dend_CaL_g, 'dend.f': dend_f } = shared // mS/cm^2, 1
  const { 'dend.k_Ca': dend_k_Ca, 'dend.alpha': dend_alpha } = shared // 1/ms, mM*cm^2/mA/ms
  const { 'soma.ChR.wavelength': soma_ChR_wavelength } = shared // nm
  const { 'soma.ChR.G_r0': soma_ChR_G_r0, 'soma.ChR.k_r': soma_ChR_k_r } = shared // 1/ms, 1/ms
  const { 'soma.ChR.phi_m': soma_ChR_phi_m, 'soma.ChR.q': soma_ChR_q } = shared // 1/second/mm^2, 1
  const { 'soma.ChR.k_a': soma_ChR_k_a, 'soma.ChR.p': soma_ChR_p } = shared // 1/ms, 1
  const { 'soma.ChR.G_d': soma_ChR_G_d, g_c, p, diameter, L } = shared // 1/ms, mS/cm^2, 1, um, um
  const { C_m, C_ratio, 'soma.Na.g': soma_Na_g } = shared // uF/cm^2, 1, mS/cm^2
  const { 'soma.Na.E': soma_Na_E, 'soma.K.g': soma_K_g } = shared // mV, mS/cm^2
  const { 'soma.K.E': soma_K_E, 'soma.KCa.g': soma_KCa_g } = shared // mV, mS/cm^2
  const { 'soma.KCa.K_d': soma_KCa_K_d, 'soma.KCa.E': soma_KCa_E } = shared // uM, mV
  const { 'soma.g_L': soma_g_L, E_L, 'dend.KCa.g': dend_KCa_g } = shared // mS/cm^2, mV, mS/cm^2
  const { 'dend.KCa.K_d': dend_KCa_K_d, 'dend.KCa.E': dend_KCa_E } = shared // uM, mV
  const { 'dend.g_L': dend_g_L, 'soma.ChR.g': soma_ChR_g } = shared // mS/cm^2, pS
  const { t, dt, step } = shared // ms, ms, 1
  const soma_CaN_f = (18 * soma_CaN_T) / 293.15
  const soma_CaN_force_1 = 1 / soma_CaN_Ca_o
  const per_soma_CaN_f = 1 / soma_CaN_f
  const soma_ChR_bend_1 = 1 / soma_ChR_v_0
  const soma_ChR_bend_3 = 1 / exprel((70 + soma_ChR_E) / soma_ChR_v_0)
  const dend_CaN_f = (18 * dend_CaN_T) / 293.15
  const dend_CaN_force_1 = 1 / dend_CaN_Ca_o
  const per_dend_CaN_f = 1 / dend_CaN_f
  const dend_CaL_f = (12.5 * dend_CaL_T) / 293.15
  const dend_CaL_force_1 = 1 / dend_CaL_Ca_o
  const per_dend_CaL_f = 1 / dend_CaL_f
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
  const soma_ChR_phi_1 = soma_ChR_wavelength * 5.03068719187041
  const soma_ChR_G_r_1 = 1 / soma_ChR_phi_m
  const soma_ChR_O_1 = dt * exprel(-soma_ChR_G_d * dt)
  const g_axial_1 = 1 - p
  const g_axial = 2 * g_c * g_axial_1 * 3.141592653589793 * diameter * L
  const dend_area_1 = 3.141592653589793 * diameter * L
  const dend_area = dend_area_1 * g_axial_1
  const soma_C = C_m * C_ratio
  const soma_area = dend_area_1 * p
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
  const soma_v_ahead_1 = dend_CaN_g / dend_CaN_Ca_o
  const soma_v_ahead_2 = dend_CaL_g / dend_CaL_Ca_o
  const per_C_m = 1 / C_m
  const soma_v_ahead_3 = -per_C_m
  const soma_v_ahead_4 = g_axial / C_m / dend_area
  const soma_v_ahead_5 = 0.5 * dt
  const per_soma_area = 1 / soma_area
  const soma_K_E_times_soma_K_g = soma_K_E * soma_K_g
  const E_L_times_soma_g_L = E_L * soma_g_L
  const per_soma_C = 1 / soma_C
  const soma_Na_E_times_soma_Na_g = soma_Na_E * soma_Na_g
  const soma_v_ahead_6 = -((soma_ChR_g * soma_ChR_E) / soma_area)
  const soma_CaN_f_times_soma_CaN_g = soma_CaN_f * soma_CaN_g
  const soma_v_ahead_7 = soma_CaN_g / soma_CaN_Ca_o
  const soma_v_ahead_8 = -per_soma_C
  const soma_v_ahead_9 = g_axial / soma_C / soma_area
  const soma_v_ahead_10 = -(soma_ChR_g / soma_area)
  const per_dend_area = 1 / dend_area
  const E_L_times_dend_g_L = E_L * dend_g_L
  const dend_CaL_f_times_dend_CaL_g = dend_CaL_f * dend_CaL_g
  const dend_CaN_f_times_dend_CaN_g = dend_CaN_f * dend_CaN_g
  const soma_v_ahead_13 = soma_v_ahead_5 * soma_v_ahead_9
  const soma_v_ahead_11 = soma_v_ahead_13 * dt
  const soma_v_ahead_14 = soma_v_ahead_5 * soma_v_ahead_4
  const soma_v_ahead_12 = soma_v_ahead_13 * soma_v_ahead_14
  const dend_v_ahead_1 = soma_v_ahead_14 * dt
  const soma_v_3 = dt * soma_v_ahead_9
  const soma_v_1 = soma_v_3 * dt
  const soma_v_4 = dt * soma_v_ahead_4
  const soma_v_2 = soma_v_3 * soma_v_4
  const dend_v_1 = soma_v_4 * dt

  let fired = 0
  for (let i = first; i < last; i++) {
    const soma_Na_m = 1 / (1 + Math.exp((-35 - soma_v[i]) * 0.12820512820512822))
    const soma_CaN_force_3 = soma_Ca[i] * soma_CaN_force_1
    const soma_CaN_force_4 = 1 / exprel(soma_v[i] * per_soma_CaN_f)
    const soma_CaN_force =
      soma_CaN_force_3 * soma_v[i] - (1 - soma_CaN_force_3) * soma_CaN_f * soma_CaN_force_4
    const soma_ChR_bend = exprel((soma_ChR_E - soma_v[i]) * soma_ChR_bend_1) * soma_ChR_bend_3
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
    const soma_ChR_phi = soma_ChR_phi_1 * Math.max(soma_light[i], 0)
    const soma_ChR_G_r_2 = soma_ChR_phi * soma_ChR_G_r_1
    const soma_ChR_G_r_3 = power(soma_ChR_G_r_2, soma_ChR_q)
    const soma_ChR_G_r = soma_ChR_G_r0 + soma_ChR_k_r * (soma_ChR_G_r_3 / (1 + soma_ChR_G_r_3))
    const soma_ChR_G_a_1 = power(soma_ChR_G_r_2, soma_ChR_p)
    const soma_ChR_G_a = soma_ChR_k_a * (soma_ChR_G_a_1 / (1 + soma_ChR_G_a_1))
    const soma_ChR_G_a_times_soma_ChR_C = soma_ChR_G_a * soma_ChR_C[i]
    const soma_ChR_C_new =
      soma_ChR_C[i] +
      dt *
        exprel(-(soma_ChR_G_r + soma_ChR_G_a) * dt) *
        (soma_ChR_G_r * (1 - soma_ChR_C[i] - soma_ChR_O[i]) - soma_ChR_G_a_times_soma_ChR_C)
    const soma_ChR_O_new =
      soma_ChR_O[i] + soma_ChR_O_1 * (soma_ChR_G_a_times_soma_ChR_C - soma_ChR_G_d * soma_ChR_O[i])
    const soma_v_ahead_15 = (dend_KCa_g * dend_Ca_new) / (dend_Ca_new + dend_KCa_K_d)
    const soma_v_ahead_16 = dend_CaN_m_new * dend_CaN_m_new * dend_CaN_h_new
    const soma_v_ahead_17 =
      (soma_v_ahead_15 +
        (soma_v_ahead_1 * (soma_v_ahead_16 * dend_Ca_new) +
          soma_v_ahead_2 * (dend_CaL_m_new * dend_Ca_new)) +
        dend_g_L) *
        soma_v_ahead_3 -
      soma_v_ahead_4
    const soma_v_ahead_18 = 1 - soma_v_ahead_5 * soma_v_ahead_17
    const soma_v_ahead_19 = soma_K_n_new * soma_K_n_new
    const soma_v_ahead_20 = soma_v_ahead_19 * soma_v_ahead_19
    const soma_v_ahead_21 = (soma_KCa_g * soma_Ca_new) / (soma_Ca_new + soma_KCa_K_d)
    const soma_v_ahead_22 =
      (soma_I_hold +
        soma_I[i] * per_soma_area +
        soma_g_L * soma_V_ext[i] +
        soma_K_E_times_soma_K_g * soma_v_ahead_20 +
        soma_KCa_E * soma_v_ahead_21 +
        E_L_times_soma_g_L) *
      per_soma_C
    const soma_v_ahead_23 = soma_Na_m * soma_Na_m * soma_Na_m
    const soma_v_ahead_24 = soma_ChR_O_new * soma_ChR_bend
    const soma_v_ahead_25 = 1 - soma_Ca_new * soma_CaN_force_1
    const soma_v_ahead_26 = soma_CaN_m_new * soma_CaN_m_new * soma_CaN_h_new
    const soma_v_ahead_27 =
      (soma_Na_E_times_soma_Na_g * (soma_v_ahead_23 * soma_Na_h_new) -
        soma_v_ahead_6 * soma_v_ahead_24 +
        soma_CaN_f_times_soma_CaN_g * (soma_v_ahead_25 * soma_CaN_force_4 * soma_v_ahead_26)) *
      per_soma_C
    const soma_v_ahead_28 =
      (soma_K_g * soma_v_ahead_20 +
        soma_v_ahead_21 +
        soma_v_ahead_7 * (soma_v_ahead_26 * soma_Ca_new) +
        soma_g_L) *
        soma_v_ahead_8 -
      soma_v_ahead_9
    const soma_v_ahead_29 =
      (soma_v_ahead_10 * soma_v_ahead_24 - soma_Na_g * soma_v_ahead_23 * soma_Na_h_new) * per_soma_C
    const soma_v_ahead_30 = soma_v_ahead_28 + soma_v_ahead_29
    const soma_v_ahead_31 = soma_v_ahead_9 * dend_v[i]
    const soma_v_ahead_32 =
      soma_v_ahead_22 + soma_v_ahead_27 + soma_v_ahead_30 * soma_v[i] + soma_v_ahead_31
    const soma_v_ahead_33 =
      (dend_I_hold +
        dend_I[i] * per_dend_area +
        dend_g_L * dend_V_ext[i] +
        dend_KCa_E * soma_v_ahead_15 +
        E_L_times_dend_g_L) *
      per_C_m
    const soma_v_ahead_34 = 1 - dend_Ca_new * dend_CaL_force_1
    const soma_v_ahead_35 = 1 - dend_Ca_new * dend_CaN_force_1
    const soma_v_ahead_36 =
      (dend_CaL_f_times_dend_CaL_g * (soma_v_ahead_34 * dend_CaL_force_4 * dend_CaL_m_new) +
        dend_CaN_f_times_dend_CaN_g * (soma_v_ahead_35 * dend_CaN_force_4 * soma_v_ahead_16)) *
      per_C_m
    const soma_v_ahead_37 = soma_v_ahead_17 * dend_v[i]
    const soma_v_ahead_38 = soma_v_ahead_4 * soma_v[i]
    const soma_v_ahead_39 = soma_v_ahead_33 + soma_v_ahead_36 + soma_v_ahead_37 + soma_v_ahead_38
    const soma_v_ahead_40 = 1 - soma_v_ahead_5 * soma_v_ahead_30
    const soma_v_ahead_41 = 1 / (soma_v_ahead_40 * soma_v_ahead_18 - soma_v_ahead_12)
    const soma_v_ahead =
      soma_v[i] +
      (soma_v_ahead_18 * (dt * soma_v_ahead_32) + soma_v_ahead_11 * soma_v_ahead_39) *
        soma_v_ahead_41
    const soma_ChR_bend_ahead =
      exprel((soma_ChR_E - soma_v_ahead) * soma_ChR_bend_1) * soma_ChR_bend_3
    const soma_Na_m_ahead = 1 / (1 + Math.exp((-35 - soma_v_ahead) * 0.12820512820512822))
    const dend_v_ahead =
      dend_v[i] +
      (soma_v_ahead_40 * (dt * soma_v_ahead_39) + dend_v_ahead_1 * soma_v_ahead_32) *
        soma_v_ahead_41
    const soma_v_5 = dt * (soma_v_ahead_17 + soma_v_ahead_4)
    const soma_v_6 = 6 - soma_v_5
    const soma_v_7 = 3 - soma_v_5
    const soma_v_8 = soma_v_6 - dt * soma_v_7 * soma_v_ahead_17
    const soma_v_9 = soma_ChR_O_new * soma_ChR_bend_ahead
    const soma_v_10 = soma_Na_m_ahead * soma_Na_m_ahead * soma_Na_m_ahead
    const soma_v_11 =
      soma_v_ahead_28 +
      0.5 *
        (soma_v_ahead_29 +
          (soma_v_ahead_10 * soma_v_9 - soma_Na_g * soma_v_10 * soma_Na_h_new) * per_soma_C)
    const soma_v_12 = dt * (soma_v_11 + soma_v_ahead_9)
    const soma_v_13 = 6 - soma_v_12
    const soma_v_14 =
      soma_v_ahead_22 +
      0.5 *
        (soma_v_ahead_27 +
          (soma_Na_E_times_soma_Na_g * (soma_v_10 * soma_Na_h_new) -
            soma_v_ahead_6 * soma_v_9 +
            soma_CaN_f_times_soma_CaN_g *
              (soma_v_ahead_25 * (1 / exprel(soma_v_ahead * per_soma_CaN_f)) * soma_v_ahead_26)) *
            per_soma_C) +
      soma_v_11 * soma_v[i] +
      soma_v_ahead_31
    const soma_v_15 = 3 - soma_v_12
    const soma_v_16 =
      soma_v_ahead_33 +
      0.5 *
        (soma_v_ahead_36 +
          (dend_CaL_f_times_dend_CaL_g *
            (soma_v_ahead_34 * (1 / exprel(dend_v_ahead * per_dend_CaL_f)) * dend_CaL_m_new) +
            dend_CaN_f_times_dend_CaN_g *
              (soma_v_ahead_35 * (1 / exprel(dend_v_ahead * per_dend_CaN_f)) * soma_v_ahead_16)) *
            per_C_m) +
      soma_v_ahead_37 +
      soma_v_ahead_38
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
    soma_Na_h[i] = soma_Na_h_new
    soma_K_n[i] = soma_K_n_new
    soma_CaN_m[i] = soma_CaN_m_new
    soma_CaN_h[i] = soma_CaN_h_new
    dend_CaN_m[i] = dend_CaN_m_new
    dend_CaN_h[i] = dend_CaN_h_new
    dend_CaL_m[i] = dend_CaL_m_new
    soma_Ca[i] = soma_Ca_new
    dend_Ca[i] = dend_Ca_new
    soma_ChR_C[i] = soma_ChR_C_new
    soma_ChR_O[i] = soma_ChR_O_new
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

/** x to the power of y; whole powers up to 16 are products in a fixed order. */
function power(x, y) {
  if (!Number.isInteger(y) || Math.abs(y) > 16) return x ** y
  return y < 0 ? 1 / wholePower(x, -y) : wholePower(x, y)
}

function wholePower(x, n) {
  if (n === 0) return 1
  const half = wholePower(x, n >> 1)
  return n % 2 === 1 ? half * half * x : half * half
}
