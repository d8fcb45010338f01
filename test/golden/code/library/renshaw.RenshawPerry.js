// RenshawPerry — from models/neurons/renshaw.livn

// RenshawPerry · initialize
export function initialize(cells, shared, first, last) {
  const { v, 'Na.h': Na_h, 'K.n': K_n, 'A.a': A_a, 'A.b': A_b } = cells // mV, 1, 1, 1, 1
  const { 'CaN.m': CaN_m, 'CaN.h': CaN_h, Ca } = cells                  // 1, 1, mM
  const { V_rest, Ca_rest } = shared                                    // mV, mM

  for (let i = first; i < last; i++) {
    v[i] = V_rest
    Na_h[i] = 1 / (1 + Math.exp((-55 - v[i]) * -0.14285714285714285))
    K_n[i] = 1 / (1 + Math.exp((-28 - v[i]) * 0.06666666666666667))
    A_a[i] = 1 / (1 + Math.exp((-36 - v[i]) * 0.125))
    A_b[i] = 1 / (1 + Math.exp((-66 - v[i]) * -0.125))
    CaN_m[i] = 1 / (1 + Math.exp((-30 - v[i]) * 0.2))
    CaN_h[i] = 1 / (1 + Math.exp((-45 - v[i]) * -0.2))
    Ca[i] = Ca_rest
  }
}

// RenshawPerry · step
export function step(cells, shared, first, last, spikes) {
  const { v, Ca, not_refractory, lastspike, 'Na.h': Na_h } = cells // mV, mM, boolean, integer, 1
  const { 'K.n': K_n, 'A.a': A_a, 'A.b': A_b, 'CaN.m': CaN_m, 'CaN.h': CaN_h } = cells
  const { I, V_ext } = cells // pA, mV
  const { 'CaN.T': CaN_T, 'CaN.Ca_o': CaN_Ca_o, V_th, t_ref } = shared // kelvin, mM, mV, ms
  const { 'CaN.g': CaN_g, V_rest, Ca_rest, f, k_Ca } = shared // mS/cm^2, mV, mM, 1, 1/ms
  const { alpha, 'Na.g': Na_g, 'Na.E': Na_E } = shared // mM*cm^2/mA/ms, mS/cm^2, mV
  const { 'K.g': K_g, 'K.E': K_E, 'A.g': A_g, 'A.E': A_E } = shared // mS/cm^2, mV, mS/cm^2, mV
  const { 'KCa.g': KCa_g, 'KCa.K_d': KCa_K_d, 'KCa.E': KCa_E } = shared // mS/cm^2, uM, mV
  const { g_L, E_L, diameter, C } = shared // mS/cm^2, mV, um, uF/cm^2
  const { t, dt, step } = shared // ms, ms, 1
  const CaN_f = (18 * CaN_T) / 293.15
  const per_CaN_Ca_o = 1 / CaN_Ca_o
  const per_CaN_f = 1 / CaN_f
  const Na_tau_h_1 = Math.exp(3.3333333333333335)
  const Na_tau_h_2 = Math.exp(-3.125)
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
  const area = 3.141592653589793 * (diameter * diameter)
  const per_area = 1 / area
  const v_ahead_1 = -(K_g * K_E)
  const A_E_times_A_g = A_E * A_g
  const E_L_times_g_L = E_L * g_L
  const per_C = 1 / C
  const CaN_f_times_CaN_g = CaN_f * CaN_g
  const Na_E_times_Na_g = Na_E * Na_g
  const CaN_g_per_CaN_Ca_o = CaN_g / CaN_Ca_o
  const v_ahead_2 = -per_C
  const Na_g_per_C = Na_g / C
  const v_ahead_3 = 0.5 * dt
  const v_1 = -Na_g_per_C

  let fired = 0
  for (let i = first; i < last; i++) {
    const Na_m = 1 / (1 + Math.exp((-35 - v[i]) * 0.12820512820512822))
    const Ca_times_per_CaN_Ca_o = Ca[i] * per_CaN_Ca_o
    const CaN_force_1 = 1 / exprel(v[i] * per_CaN_f)
    const CaN_force =
      Ca_times_per_CaN_Ca_o * v[i] - (1 - Ca_times_per_CaN_Ca_o) * CaN_f * CaN_force_1
    const free = not_refractory[i] || !(v[i] > V_th || t - (t - (step - lastspike[i]) * dt) < t_ref)
    const Na_tau_h_3 = Math.exp(-0.0033333333333333335 * v[i])
    const Na_tau_h_4 = 1 / Na_tau_h_3
    const Na_tau_h_5 = Na_tau_h_4 * Na_tau_h_4
    const Na_tau_h_6 = Na_tau_h_5 * Na_tau_h_5 * Na_tau_h_4
    const Na_tau_h_7 = Na_tau_h_6 * Na_tau_h_6
    const Na_tau_h_8 = Math.exp(0.0125 * v[i])
    const Na_tau_h_9 = 1 / Na_tau_h_8
    const Na_tau_h_10 = Na_tau_h_9 * Na_tau_h_9
    const Na_tau_h_11 =
      Na_tau_h_1 * (Na_tau_h_7 * Na_tau_h_7) + Na_tau_h_2 * (Na_tau_h_10 * Na_tau_h_10 * Na_tau_h_9)
    const Na_h_inf = 1 / (1 + Math.exp((-55 - v[i]) * -0.14285714285714285))
    const Na_h_new =
      Na_h[i] + Na_h_2 * (exprel(Na_h_1 * Na_tau_h_11) * ((Na_h_inf - Na_h[i]) * Na_tau_h_11))
    const K_tau_n_3 = Na_tau_h_8 * Na_tau_h_8
    const K_tau_n_4 = Na_tau_h_3 * Na_tau_h_3
    const K_tau_n_5 = K_tau_n_4 * Na_tau_h_3
    const K_tau_n_6 = K_tau_n_1 * K_tau_n_3 + K_tau_n_2 * (K_tau_n_5 * K_tau_n_5)
    const K_n_inf_2 = K_tau_n_5 * K_tau_n_4
    const K_n_inf_3 = K_n_inf_2 * K_n_inf_2
    const K_n_inf = 1 / (1 + K_n_inf_1 * (K_n_inf_3 * K_n_inf_3))
    const K_n_new = K_n[i] + K_n_2 * (exprel(K_n_1 * K_tau_n_6) * ((K_n_inf - K_n[i]) * K_tau_n_6))
    const A_a_inf_2 = K_tau_n_3 * K_tau_n_3
    const A_a_inf_3 = A_a_inf_2 * Na_tau_h_8
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
    const v_ahead_4 = K_n_new * K_n_new
    const v_ahead_5 = v_ahead_4 * v_ahead_4
    const v_ahead_6 = (KCa_g * Ca_new) / (Ca_new + KCa_K_d)
    const v_ahead_7 =
      (I_hold +
        I[i] * per_area +
        g_L * V_ext[i] -
        (v_ahead_1 * v_ahead_5 -
          A_E_times_A_g * (A_a_new * A_b_new) -
          KCa_E * v_ahead_6 -
          E_L_times_g_L)) *
      per_C
    const v_ahead_8 = 1 - Ca_new * per_CaN_Ca_o
    const v_ahead_9 = CaN_m_new * CaN_m_new * CaN_h_new
    const v_ahead_10 = Na_m * Na_m * Na_m * Na_h_new
    const v_ahead_11 =
      (CaN_f_times_CaN_g * (v_ahead_8 * CaN_force_1 * v_ahead_9) + Na_E_times_Na_g * v_ahead_10) *
      per_C
    const v_ahead_12 =
      K_g * v_ahead_5 +
      A_g * A_a_new * A_b_new +
      v_ahead_6 +
      CaN_g_per_CaN_Ca_o * (v_ahead_9 * Ca_new) +
      g_L
    const v_ahead_13 = v_ahead_12 * v_ahead_2 - Na_g_per_C * v_ahead_10
    const v_ahead =
      v[i] + (dt * (v_ahead_7 + v_ahead_11 + v_ahead_13 * v[i])) / (1 - v_ahead_3 * v_ahead_13)
    const Na_m_ahead = 1 / (1 + Math.exp((-35 - v_ahead) * 0.12820512820512822))
    const v_2 = Na_m_ahead * Na_m_ahead * Na_m_ahead * Na_h_new
    const v_3 = 0.5 * (v_1 * v_ahead_10 - Na_g_per_C * v_2) - v_ahead_12 * per_C
    const v_4 = dt * v_3
    const v_5 = 6 - v_4
    const v_new =
      v[i] +
      (v_5 *
        (dt *
          (v_ahead_7 +
            0.5 *
              (v_ahead_11 +
                (CaN_f_times_CaN_g * (v_ahead_8 * (1 / exprel(v_ahead * per_CaN_f)) * v_ahead_9) +
                  Na_E_times_Na_g * v_2) *
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

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
