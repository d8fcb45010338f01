// CA1OLM — from models/neurons/ca1-interneurons.livn

// CA1OLM · initialize
export function initialize(cells, shared, first, last) {
  const { 'soma.v': soma_v, 'dend.v': dend_v, 'soma.Na.h': soma_Na_h } = cells // mV, mV, 1
  const { 'soma.K.n': soma_K_n, 'dend.Ca_L.s': dend_Ca_L_s, 'dend.Ca_L.r': dend_Ca_L_r } = cells
  const { 'dend.KCa.c': dend_KCa_c, 'dend.Ca': dend_Ca } = cells // 1, mM
  const { V_rest, Ca_rest } = shared                             // mV, mM

  for (let i = first; i < last; i++) {
    soma_v[i] = V_rest
    const soma_Na_h_1 = 0.128 * Math.exp((-43 - soma_v[i]) * 0.05555555555555555)
    soma_Na_h[i] = soma_Na_h_1 / (soma_Na_h_1 + 4 / (1 + Math.exp((-20 - soma_v[i]) * 0.2)))
    const soma_K_n_1 = 0.08 / exprel((-24.9 - soma_v[i]) * 0.2)
    soma_K_n[i] = soma_K_n_1 / (soma_K_n_1 + 0.25 * Math.exp(-1 - 0.025 * soma_v[i]))
    dend_v[i] = V_rest
    const dend_Ca_L_s_1 = 5 / (1 + Math.exp((5 - dend_v[i]) * 0.1))
    dend_Ca_L_s[i] = dend_Ca_L_s_1 / (dend_Ca_L_s_1 + 0.2 / exprel((dend_v[i] + 8.9) * 0.2))
    const dend_Ca_L_r_1 = 0.1673 * Math.exp(-0.03035 * (dend_v[i] + 38.5))
    dend_Ca_L_r[i] = dend_Ca_L_r_1 / (dend_Ca_L_r_1 + 0.5 / (1 + Math.exp(0.3 * (8.9 - dend_v[i]))))
    const dend_KCa_c_1 = dend_v[i] + 10.1
    dend_KCa_c[i] = Math.exp(
      -0.00925 *
        (Math.max(dend_KCa_c_1 * -9.84251968503937, 0) +
          Math.log1p(Math.exp(-Math.abs(dend_KCa_c_1 * 9.84251968503937)))),
    )
    dend_Ca[i] = Ca_rest
  }
}

// CA1OLM · step
export function step(cells, shared, first, last, spikes) {
  const { 'soma.v': soma_v, 'dend.Ca': dend_Ca, 'dend.v': dend_v } = cells // mV, mM, mV
  const { not_refractory, lastspike, 'soma.Na.h': soma_Na_h } = cells      // boolean, integer, 1
  const { 'soma.K.n': soma_K_n, 'dend.Ca_L.s': dend_Ca_L_s, 'dend.Ca_L.r': dend_Ca_L_r } = cells
  const { 'dend.KCa.c': dend_KCa_c, 'soma.I': soma_I } = cells // 1, pA
  const { 'soma.V_ext': soma_V_ext, 'dend.I': dend_I } = cells // mV, pA
  const { 'dend.V_ext': dend_V_ext } = cells // mV
  const { 'dend.Ca_L.T': dend_Ca_L_T, 'dend.Ca_L.Ca_o': dend_Ca_L_Ca_o } = shared // kelvin, mM
  const { V_th, t_ref, 'dend.KCa.T': dend_KCa_T, V_rest } = shared // mV, ms, kelvin, mV
  const { 'dend.Ca_L.g': dend_Ca_L_g, Ca_rest, k_Ca } = shared // mS/cm^2, mM, 1/ms
  const { d_Ca, g_c, p, diameter, L, C_m } = shared // mM*cm^2/mA/ms, mS/cm^2, 1, um, um, uF/cm^2
  const { C_ratio, 'soma.Na.g': soma_Na_g, 'soma.Na.E': soma_Na_E } = shared // 1, mS/cm^2, mV
  const { 'soma.K.g': soma_K_g, 'soma.K.E': soma_K_E, g_L_s } = shared // mS/cm^2, mV, mS/cm^2
  const { E_L, 'dend.KCa.g': dend_KCa_g, 'dend.KCa.E': dend_KCa_E } = shared // mV, mS/cm^2, mV
  const { g_L_d } = shared // mS/cm^2
  const { t, dt, step } = shared // ms, ms, 1
  const soma_Na_m_1 = Math.exp(-11.725)
  const soma_Na_m_3 = 0.2 * Math.exp(-3.98)
  const soma_Na_m_4 = Math.exp(-3.98)
  const dend_Ca_L_f = (18 * dend_Ca_L_T) / 293.15
  const dend_Ca_L_force_1 = 1 / dend_Ca_L_Ca_o
  const per_dend_Ca_L_f = 1 / dend_Ca_L_f
  const soma_Na_h_1 = Math.exp(-4)
  const soma_K_n_1 = Math.exp(-4.98)
  const soma_K_n_2 = 0.25 * Math.exp(-1)
  const dend_Ca_L_s_1 = Math.exp(0.5)
  const dend_Ca_L_s_2 = 0.2 * Math.exp(-1.7800000000000002)
  const dend_Ca_L_s_3 = Math.exp(-1.7800000000000002)
  const dend_Ca_L_r_1 = Math.exp(2.67)
  const dend_KCa_tau_c_1 = 3.627 / power(3, (dend_KCa_T - 309.15) / 10)
  const dend_Ca_L_s_rest_1 = 5 / (1 + Math.exp((5 - V_rest) / 10))
  const dend_Ca_L_s_rest =
    dend_Ca_L_s_rest_1 / (dend_Ca_L_s_rest_1 + 0.2 / exprel((V_rest + 8.9) / 5))
  const dend_Ca_L_r_rest_1 = 0.1673 * Math.exp(-0.03035 * (V_rest + 38.5))
  const dend_Ca_L_r_rest =
    dend_Ca_L_r_rest_1 / (dend_Ca_L_r_rest_1 + 0.5 / (1 + Math.exp(0.3 * (8.9 - V_rest))))
  const dend_Ca_L_I_rest_1 = Ca_rest / dend_Ca_L_Ca_o
  const dend_Ca_L_I_rest =
    dend_Ca_L_g *
    (dend_Ca_L_s_rest * dend_Ca_L_s_rest) *
    dend_Ca_L_r_rest *
    (dend_Ca_L_I_rest_1 * V_rest -
      ((1 - dend_Ca_L_I_rest_1) * dend_Ca_L_f) / exprel(V_rest / dend_Ca_L_f))
  const dend_Ca_1 = dend_Ca_L_g * 0.25 * 0.5
  const dend_Ca_2 = dt * exprel(-k_Ca * dt)
  const g_axial_1 = 1 - p
  const g_axial = 2 * g_c * g_axial_1 * 3.141592653589793 * diameter * L
  const dend_area_1 = 3.141592653589793 * diameter * L
  const dend_area = dend_area_1 * g_axial_1
  const soma_C = C_m * C_ratio
  const soma_area = dend_area_1 * p
  const soma_Na_I_rest_1 = 1.28 / exprel((-46.9 - V_rest) / 4)
  const soma_Na_I_rest_2 = soma_Na_I_rest_1 / (soma_Na_I_rest_1 + 1.4 / exprel((V_rest + 19.9) / 5))
  const soma_Na_I_rest_3 = 0.128 * Math.exp((-43 - V_rest) / 18)
  const soma_Na_I_rest =
    ((soma_Na_g * (soma_Na_I_rest_2 * soma_Na_I_rest_2) * soma_Na_I_rest_3) /
      (soma_Na_I_rest_3 + 4 / (1 + Math.exp((-20 - V_rest) / 5)))) *
    (V_rest - soma_Na_E)
  const soma_K_I_rest_1 = 0.08 / exprel((-24.9 - V_rest) / 5)
  const soma_K_I_rest =
    ((soma_K_g * soma_K_I_rest_1) / (soma_K_I_rest_1 + 0.25 * Math.exp(-1 - 0.025 * V_rest))) *
    (V_rest - soma_K_E)
  const V_rest_minus_E_L = V_rest - E_L
  const soma_I_hold = soma_Na_I_rest + soma_K_I_rest + g_L_s * V_rest_minus_E_L
  const dend_KCa_I_rest_1 = V_rest + 10.1
  const dend_KCa_I_rest =
    dend_KCa_g *
    Math.exp(
      -0.00925 *
        (Math.max(-dend_KCa_I_rest_1 / 0.1016, 0) +
          Math.log1p(Math.exp(-Math.abs(dend_KCa_I_rest_1 / 0.1016)))),
    ) *
    (1.073 * Math.sin(0.003453 * Ca_rest + 0.08095) +
      0.08408 * Math.sin(0.01634 * Ca_rest - 2.34) +
      0.01811 * Math.sin(0.0348 * Ca_rest - 0.9918)) *
    (V_rest - dend_KCa_E)
  const dend_I_hold = dend_Ca_L_I_rest + dend_KCa_I_rest + g_L_d * V_rest_minus_E_L
  const soma_v_ahead_1 = dend_Ca_L_g / dend_Ca_L_Ca_o
  const per_C_m = 1 / C_m
  const soma_v_ahead_2 = -per_C_m
  const soma_v_ahead_3 = g_axial / C_m / dend_area
  const soma_v_ahead_4 = 0.5 * dt
  const per_soma_area = 1 / soma_area
  const soma_K_E_times_soma_K_g = soma_K_E * soma_K_g
  const E_L_times_g_L_s = E_L * g_L_s
  const per_soma_C = 1 / soma_C
  const soma_v_2 = (soma_Na_g * soma_Na_E) / soma_C
  const soma_v_ahead_5 = -soma_v_2
  const soma_v_ahead_6 = -per_soma_C
  const soma_v_ahead_7 = g_axial / soma_C / soma_area
  const soma_Na_g_per_soma_C = soma_Na_g / soma_C
  const per_dend_area = 1 / dend_area
  const dend_KCa_E_times_dend_KCa_g = dend_KCa_E * dend_KCa_g
  const E_L_times_g_L_d = E_L * g_L_d
  const soma_v_3 = (dend_Ca_L_g * dend_Ca_L_f) / C_m
  const soma_v_ahead_8 = -soma_v_3
  const soma_v_ahead_11 = soma_v_ahead_4 * soma_v_ahead_7
  const soma_v_ahead_9 = soma_v_ahead_11 * dt
  const soma_v_ahead_12 = soma_v_ahead_4 * soma_v_ahead_3
  const soma_v_ahead_10 = soma_v_ahead_11 * soma_v_ahead_12
  const dend_v_ahead_1 = soma_v_ahead_12 * dt
  const soma_v_1 = -soma_Na_g_per_soma_C
  const soma_v_6 = dt * soma_v_ahead_7
  const soma_v_4 = soma_v_6 * dt
  const soma_v_7 = dt * soma_v_ahead_3
  const soma_v_5 = soma_v_6 * soma_v_7
  const dend_v_1 = soma_v_7 * dt

  let fired = 0
  for (let i = first; i < last; i++) {
    const soma_Na_m_5 = -46.9 - soma_v[i]
    const soma_Na_m_6 = soma_Na_m_5 * 0.25
    const soma_Na_m_7 = soma_Na_m_5 * soma_Na_m_5
    const soma_Na_m_8 = 0.0625 * soma_Na_m_7
    const soma_Na_m_9 = Math.exp(-0.025 * soma_v[i])
    const soma_Na_m_10 = soma_Na_m_9 * soma_Na_m_9
    const soma_Na_m_11 = soma_Na_m_10 * soma_Na_m_10
    const soma_Na_m_12 = soma_Na_m_11 * soma_Na_m_11
    const soma_Na_m_13 =
      1.28 *
      (Math.abs(soma_Na_m_6) < 0.1
        ? 1 -
          0.125 * soma_Na_m_5 +
          soma_Na_m_8 *
            (((-5.166997354497355e-8 * soma_Na_m_7 + 0.00003306878306878307) * soma_Na_m_8 +
              -0.001388888888888889) *
              soma_Na_m_8 +
              0.08333333333333333)
        : soma_Na_m_6 / (soma_Na_m_1 * (soma_Na_m_12 * soma_Na_m_10) - 1))
    const soma_Na_m_14 = soma_v[i] + 19.9
    const soma_Na_m_15 = soma_Na_m_14 * soma_Na_m_14
    const soma_Na_m_16 = 0.04000000000000001 * soma_Na_m_15
    const soma_Na_m =
      soma_Na_m_13 /
      (soma_Na_m_13 +
        1.4 *
          (Math.abs(soma_Na_m_14 * 0.2) < 0.1
            ? 1 -
              0.1 * soma_Na_m_14 +
              soma_Na_m_16 *
                (((-3.3068783068783076e-8 * soma_Na_m_15 + 0.00003306878306878307) * soma_Na_m_16 +
                  -0.001388888888888889) *
                  soma_Na_m_16 +
                  0.08333333333333333)
            : (soma_Na_m_3 * (soma_Na_m_14 * soma_Na_m_12)) / (1 - soma_Na_m_4 * soma_Na_m_12)))
    const dend_Ca_L_force_3 = dend_Ca[i] * dend_Ca_L_force_1
    const dend_Ca_L_force_4 = 1 / exprel(dend_v[i] * per_dend_Ca_L_f)
    const dend_Ca_L_force =
      dend_Ca_L_force_3 * dend_v[i] - (1 - dend_Ca_L_force_3) * dend_Ca_L_f * dend_Ca_L_force_4
    const free =
      not_refractory[i] || !(soma_v[i] > V_th || t - (t - (step - lastspike[i]) * dt) < t_ref)
    const soma_Na_h_2 = 0.128 * Math.exp((-43 - soma_v[i]) * 0.05555555555555555)
    const soma_Na_h_3 = 4 / (1 + soma_Na_h_1 * soma_Na_m_12)
    const soma_Na_h_new =
      soma_Na_h[i] +
      dt *
        exprel(-(soma_Na_h_2 + soma_Na_h_3) * dt) *
        (soma_Na_h_2 * (1 - soma_Na_h[i]) - soma_Na_h_3 * soma_Na_h[i])
    const soma_K_n_3 = -24.9 - soma_v[i]
    const soma_K_n_4 = soma_K_n_3 * 0.2
    const soma_K_n_5 = soma_K_n_3 * soma_K_n_3
    const soma_K_n_6 = 0.04000000000000001 * soma_K_n_5
    const soma_K_n_7 =
      0.08 *
      (Math.abs(soma_K_n_4) < 0.1
        ? 1 -
          0.1 * soma_K_n_3 +
          soma_K_n_6 *
            (((-3.3068783068783076e-8 * soma_K_n_5 + 0.00003306878306878307) * soma_K_n_6 +
              -0.001388888888888889) *
              soma_K_n_6 +
              0.08333333333333333)
        : soma_K_n_4 / (soma_K_n_1 * soma_Na_m_12 - 1))
    const soma_K_n_8 = soma_K_n_2 * soma_Na_m_9
    const soma_K_n_new =
      soma_K_n[i] +
      dt *
        exprel(-(soma_K_n_7 + soma_K_n_8) * dt) *
        (soma_K_n_7 * (1 - soma_K_n[i]) - soma_K_n_8 * soma_K_n[i])
    const dend_Ca_L_s_4 = Math.exp(-0.1 * dend_v[i])
    const dend_Ca_L_s_5 = 5 / (1 + dend_Ca_L_s_1 * dend_Ca_L_s_4)
    const dend_Ca_L_s_6 = dend_v[i] + 8.9
    const dend_Ca_L_s_7 = dend_Ca_L_s_6 * dend_Ca_L_s_6
    const dend_Ca_L_s_8 = 0.04000000000000001 * dend_Ca_L_s_7
    const dend_Ca_L_s_9 = dend_Ca_L_s_4 * dend_Ca_L_s_4
    const dend_Ca_L_s_10 =
      0.2 *
      (Math.abs(dend_Ca_L_s_6 * 0.2) < 0.1
        ? 1 -
          0.1 * dend_Ca_L_s_6 +
          dend_Ca_L_s_8 *
            (((-3.3068783068783076e-8 * dend_Ca_L_s_7 + 0.00003306878306878307) * dend_Ca_L_s_8 +
              -0.001388888888888889) *
              dend_Ca_L_s_8 +
              0.08333333333333333)
        : (dend_Ca_L_s_2 * (dend_Ca_L_s_6 * dend_Ca_L_s_9)) / (1 - dend_Ca_L_s_3 * dend_Ca_L_s_9))
    const dend_Ca_L_s_new =
      dend_Ca_L_s[i] +
      dt *
        exprel(-(dend_Ca_L_s_5 + dend_Ca_L_s_10) * dt) *
        (dend_Ca_L_s_5 * (1 - dend_Ca_L_s[i]) - dend_Ca_L_s_10 * dend_Ca_L_s[i])
    const dend_Ca_L_r_2 = 0.1673 * Math.exp(-0.03035 * (dend_v[i] + 38.5))
    const dend_Ca_L_r_3 = 0.5 / (1 + dend_Ca_L_r_1 * (dend_Ca_L_s_9 * dend_Ca_L_s_4))
    const dend_Ca_L_r_new =
      dend_Ca_L_r[i] +
      dt *
        exprel(-(dend_Ca_L_r_2 + dend_Ca_L_r_3) * dt) *
        (dend_Ca_L_r_2 * (1 - dend_Ca_L_r[i]) - dend_Ca_L_r_3 * dend_Ca_L_r[i])
    const dend_KCa_tau_c = dend_KCa_tau_c_1 * Math.exp(0.03704 * dend_v[i])
    const dend_KCa_c_1 = 1 / dend_KCa_tau_c
    const dend_KCa_c_2 = dend_v[i] + 10.1
    const dend_KCa_c_new =
      dend_KCa_c[i] +
      dt *
        exprel(-dend_KCa_c_1 * dt) *
        ((Math.exp(
          -0.00925 *
            (Math.max(dend_KCa_c_2 * -9.84251968503937, 0) +
              Math.log1p(Math.exp(-Math.abs(dend_KCa_c_2 * 9.84251968503937)))),
        ) -
          dend_KCa_c[i]) *
          dend_KCa_c_1)
    const dend_Ca_3 = dend_Ca_L_s[i] + dend_Ca_L_s_new
    const dend_Ca_new =
      dend_Ca[i] +
      dend_Ca_2 *
        (d_Ca *
          Math.max(
            dend_Ca_L_I_rest -
              dend_Ca_1 *
                (dend_Ca_3 * dend_Ca_3 * (dend_Ca_L_r[i] + dend_Ca_L_r_new)) *
                dend_Ca_L_force,
            0,
          ) -
          k_Ca * (dend_Ca[i] - Ca_rest))
    const soma_v_ahead_13 = dend_Ca_L_s_new * dend_Ca_L_s_new * dend_Ca_L_r_new
    const soma_v_ahead_14 =
      1.073 * Math.sin(0.003453 * dend_Ca_new + 0.08095) +
      0.08408 * Math.sin(0.01634 * dend_Ca_new - 2.34) +
      0.01811 * Math.sin(0.0348 * dend_Ca_new - 0.9918)
    const soma_v_ahead_15 =
      (soma_v_ahead_1 * (soma_v_ahead_13 * dend_Ca_new) +
        dend_KCa_g * dend_KCa_c_new * soma_v_ahead_14 +
        g_L_d) *
        soma_v_ahead_2 -
      soma_v_ahead_3
    const soma_v_ahead_16 = 1 - soma_v_ahead_4 * soma_v_ahead_15
    const soma_v_ahead_17 =
      (soma_I_hold +
        soma_I[i] * per_soma_area +
        g_L_s * soma_V_ext[i] +
        soma_K_E_times_soma_K_g * soma_K_n_new +
        E_L_times_g_L_s) *
      per_soma_C
    const soma_v_ahead_18 = soma_Na_m * soma_Na_m * soma_Na_h_new
    const soma_v_ahead_19 = (soma_K_g * soma_K_n_new + g_L_s) * soma_v_ahead_6 - soma_v_ahead_7
    const soma_v_ahead_20 = soma_v_ahead_19 - soma_Na_g_per_soma_C * soma_v_ahead_18
    const soma_v_ahead_21 = soma_v_ahead_7 * dend_v[i]
    const soma_v_ahead_22 =
      soma_v_ahead_17 -
      soma_v_ahead_5 * soma_v_ahead_18 +
      soma_v_ahead_20 * soma_v[i] +
      soma_v_ahead_21
    const soma_v_ahead_23 =
      (dend_I_hold +
        dend_I[i] * per_dend_area +
        g_L_d * dend_V_ext[i] +
        dend_KCa_E_times_dend_KCa_g * (dend_KCa_c_new * soma_v_ahead_14) +
        E_L_times_g_L_d) *
      per_C_m
    const soma_v_ahead_24 = 1 - dend_Ca_new * dend_Ca_L_force_1
    const soma_v_ahead_25 = soma_v_ahead_13 * (soma_v_ahead_24 * dend_Ca_L_force_4)
    const soma_v_ahead_26 = soma_v_ahead_15 * dend_v[i]
    const soma_v_ahead_27 = soma_v_ahead_3 * soma_v[i]
    const soma_v_ahead_28 =
      soma_v_ahead_23 - soma_v_ahead_8 * soma_v_ahead_25 + soma_v_ahead_26 + soma_v_ahead_27
    const soma_v_ahead_29 = 1 - soma_v_ahead_4 * soma_v_ahead_20
    const soma_v_ahead_30 = 1 / (soma_v_ahead_29 * soma_v_ahead_16 - soma_v_ahead_10)
    const soma_v_ahead =
      soma_v[i] +
      (soma_v_ahead_16 * (dt * soma_v_ahead_22) + soma_v_ahead_9 * soma_v_ahead_28) *
        soma_v_ahead_30
    const soma_Na_m_ahead_1 = 1.28 * (1 / exprel((-46.9 - soma_v_ahead) * 0.25))
    const soma_Na_m_ahead =
      soma_Na_m_ahead_1 / (soma_Na_m_ahead_1 + 1.4 * (1 / exprel((soma_v_ahead + 19.9) * 0.2)))
    const dend_v_ahead =
      dend_v[i] +
      (soma_v_ahead_29 * (dt * soma_v_ahead_28) + dend_v_ahead_1 * soma_v_ahead_22) *
        soma_v_ahead_30
    const soma_v_8 = dt * (soma_v_ahead_15 + soma_v_ahead_3)
    const soma_v_9 = 6 - soma_v_8
    const soma_v_10 = 3 - soma_v_8
    const soma_v_11 = soma_v_9 - dt * soma_v_10 * soma_v_ahead_15
    const soma_v_12 = soma_Na_m_ahead * soma_Na_m_ahead * soma_Na_h_new
    const soma_v_13 =
      soma_v_ahead_19 + 0.5 * (soma_v_1 * soma_v_ahead_18 - soma_Na_g_per_soma_C * soma_v_12)
    const soma_v_14 = dt * (soma_v_13 + soma_v_ahead_7)
    const soma_v_15 = 6 - soma_v_14
    const soma_v_16 =
      soma_v_ahead_17 +
      0.5 * (soma_v_2 * soma_v_ahead_18 - soma_v_ahead_5 * soma_v_12) +
      soma_v_13 * soma_v[i] +
      soma_v_ahead_21
    const soma_v_17 = 3 - soma_v_14
    const soma_v_18 =
      soma_v_ahead_23 +
      0.5 *
        (soma_v_3 * soma_v_ahead_25 -
          soma_v_ahead_8 *
            (soma_v_ahead_13 * (soma_v_ahead_24 * (1 / exprel(dend_v_ahead * per_dend_Ca_L_f))))) +
      soma_v_ahead_26 +
      soma_v_ahead_27
    const soma_v_19 = soma_v_15 - dt * soma_v_17 * soma_v_13
    const soma_v_20 = 1 / (soma_v_19 * soma_v_11 - soma_v_5 * (soma_v_17 * soma_v_10))
    const soma_v_new =
      soma_v[i] +
      (soma_v_11 * (soma_v_15 * (dt * soma_v_16)) +
        soma_v_4 * (soma_v_17 * (soma_v_9 * soma_v_18))) *
        soma_v_20
    const dend_v_new =
      dend_v[i] +
      (soma_v_19 * (soma_v_9 * (dt * soma_v_18)) +
        dend_v_1 * (soma_v_10 * (soma_v_15 * soma_v_16))) *
        soma_v_20
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
    dend_Ca_L_s[i] = dend_Ca_L_s_new
    dend_Ca_L_r[i] = dend_Ca_L_r_new
    dend_KCa_c[i] = dend_KCa_c_new
    dend_Ca[i] = dend_Ca_new
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
