// WangBuzsaki — from models/neurons/wang-buzsaki.livn

// WangBuzsaki · initialize
export function initialize(cells, shared, first, last) {
  const { v, h, n } = cells // mV, 1, 1

  for (let i = first; i < last; i++) {
    v[i] = -64
    const h_1 = 0.07 * Math.exp((v[i] + 58) * -0.05)
    h[i] = h_1 / (h_1 + 1 / (Math.exp((v[i] + 28) * -0.1) + 1))
    const n_1 = 0.1 / exprel((v[i] + 34) * -0.1)
    n[i] = n_1 / (n_1 + 0.125 * Math.exp((v[i] + 44) * -0.0125))
  }
}

// WangBuzsaki · step
export function step(cells, shared, first, last, spikes) {
  const { not_refractory, v, h, n, I, lastspike } = cells // boolean, mV, 1, 1, pA, integer
  const { phi, area, g_Na, E_Na, g_K, E_K } = shared      // 1, um^2, mS/cm^2, mV, mS/cm^2, mV
  const { g_L, E_L, C } = shared                          // mS/cm^2, mV, uF/cm^2
  const { dt, step } = shared                             // ms, 1
  const a_h_1 = 0.07 * Math.exp(-2.9000000000000004)
  const b_h_1 = Math.exp(-2.8000000000000003)
  const phi_times_dt = phi * dt
  const dt_times_phi = dt * phi
  const a_n_1 = Math.exp(-3.4000000000000004)
  const b_n_1 = 0.125 * Math.exp(-0.55)
  const a_m_1 = Math.exp(-3.5)
  const per_area = 1 / area
  const E_Na_times_g_Na = E_Na * g_Na
  const E_K_times_g_K = E_K * g_K
  const E_L_times_g_L = E_L * g_L
  const per_C = 1 / C
  const v_1 = -per_C
  const v_2 = 0.5 * dt
  const v_3 = -(v_2 / C)
  const v_4 = -(dt / C)

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = not_refractory[i] || !(v[i] > -20)
    const a_h_2 = Math.exp(-0.0125 * v[i])
    const a_h_3 = a_h_2 * a_h_2
    const a_h_4 = a_h_3 * a_h_3
    const a_h = a_h_1 * a_h_4
    const b_h_2 = a_h_4 * a_h_4
    const b_h = 1 / (b_h_1 * b_h_2 + 1)
    const h_new =
      h[i] + dt_times_phi * (exprel(phi_times_dt * -(a_h + b_h)) * (a_h * (1 - h[i]) - b_h * h[i]))
    const a_n_2 = v[i] + 34
    const a_n_3 = a_n_2 * -0.1
    const a_n_4 = a_n_2 * a_n_2
    const a_n_5 = 0.010000000000000002 * a_n_4
    const a_n =
      0.1 *
      (Math.abs(a_n_3) < 0.1
        ? 1 -
          -0.05 * a_n_2 +
          a_n_5 *
            (((-8.267195767195769e-9 * a_n_4 + 0.00003306878306878307) * a_n_5 +
              -0.001388888888888889) *
              a_n_5 +
              0.08333333333333333)
        : a_n_3 / (a_n_1 * b_h_2 - 1))
    const b_n = b_n_1 * a_h_2
    const n_new =
      n[i] + dt_times_phi * (exprel(phi_times_dt * -(a_n + b_n)) * (a_n * (1 - n[i]) - b_n * n[i]))
    const a_m_2 = v[i] + 35
    const a_m_3 = a_m_2 * -0.1
    const a_m_4 = a_m_2 * a_m_2
    const a_m_5 = 0.010000000000000002 * a_m_4
    const a_m =
      Math.abs(a_m_3) < 0.1
        ? 1 -
          -0.05 * a_m_2 +
          a_m_5 *
            (((-8.267195767195769e-9 * a_m_4 + 0.00003306878306878307) * a_m_5 +
              -0.001388888888888889) *
              a_m_5 +
              0.08333333333333333)
        : a_m_3 / (a_m_1 * b_h_2 - 1)
    const b_m = 4 * Math.exp((v[i] + 60) * -0.05555555555555555)
    const m = a_m / (a_m + b_m)
    const I_times_per_area = I[i] * per_area
    const v_5 = m * m * m
    const v_6 = n_new * n_new
    const v_7 = v_6 * v_6
    const v_8 = E_K_times_g_K * v_7
    const v_9 = g_K * v_7
    const v_10 = g_Na * v_5 * h_new + v_9 + g_L
    const v_mid =
      v[i] +
      (v_2 *
        ((I_times_per_area + E_Na_times_g_Na * (v_5 * h_new) + v_8 + E_L_times_g_L) * per_C +
          v_10 * v_1 * v[i])) /
        (1 - v_3 * v_10)
    const a_m_mid = 1 / exprel((v_mid + 35) * -0.1)
    const b_m_mid = 4 * Math.exp((v_mid + 60) * -0.05555555555555555)
    const m_mid = a_m_mid / (a_m_mid + b_m_mid)
    const v_11 = m_mid * m_mid * m_mid
    const v_12 = g_Na * v_11 * h_new + v_9 + g_L
    const v_13 = v_4 * v_12
    const v_14 = 6 - v_13
    const v_new =
      v[i] +
      (v_14 *
        (dt *
          ((I_times_per_area + E_Na_times_g_Na * (v_11 * h_new) + v_8 + E_L_times_g_L) * per_C +
            v_12 * v_1 * v[i]))) /
        (v_14 - v_4 * ((3 - v_13) * v_12))
    not_refractory[i] = Number(free)
    if (free) {
      if (v_new > -20) {
        spikes[fired++] = i
        lastspike[i] = step
        not_refractory[i] = 0
      }
    }
    h[i] = h_new
    n[i] = n_new
    v[i] = v_new
  }
  return fired
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
