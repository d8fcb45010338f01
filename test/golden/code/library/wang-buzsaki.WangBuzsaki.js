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
  const { phi, area, g_K, E_K, g_L, E_L, C } = shared // 1, um^2, mS/cm^2, mV, mS/cm^2, mV, uF/cm^2
  const { g_Na, E_Na } = shared // mS/cm^2, mV
  const { dt, step } = shared // ms, 1
  const a_h_1 = 0.07 * Math.exp(-2.9000000000000004)
  const b_h_1 = Math.exp(-2.8000000000000003)
  const phi_times_dt = phi * dt
  const dt_times_phi = dt * phi
  const a_n_1 = Math.exp(-3.4000000000000004)
  const b_n_1 = 0.125 * Math.exp(-0.55)
  const a_m_1 = Math.exp(-3.5)
  const per_area = 1 / area
  const E_K_times_g_K = E_K * g_K
  const E_L_times_g_L = E_L * g_L
  const per_C = 1 / C
  const v_2 = (g_Na * E_Na) / C
  const v_ahead_1 = -v_2
  const v_ahead_2 = -per_C
  const g_Na_per_C = g_Na / C
  const v_ahead_3 = 0.5 * dt
  const v_1 = -g_Na_per_C

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
    const v_ahead_4 = n_new * n_new
    const v_ahead_5 = v_ahead_4 * v_ahead_4
    const v_ahead_6 = (I[i] * per_area + E_K_times_g_K * v_ahead_5 + E_L_times_g_L) * per_C
    const v_ahead_7 = m * m * m * h_new
    const v_ahead_8 = g_K * v_ahead_5 + g_L
    const v_ahead_9 = v_ahead_8 * v_ahead_2 - g_Na_per_C * v_ahead_7
    const v_ahead =
      v[i] +
      (dt * (v_ahead_6 - v_ahead_1 * v_ahead_7 + v_ahead_9 * v[i])) / (1 - v_ahead_3 * v_ahead_9)
    const a_m_ahead = 1 / exprel((v_ahead + 35) * -0.1)
    const b_m_ahead = 4 * Math.exp((v_ahead + 60) * -0.05555555555555555)
    const m_ahead = a_m_ahead / (a_m_ahead + b_m_ahead)
    const v_3 = m_ahead * m_ahead * m_ahead * h_new
    const v_4 = 0.5 * (v_1 * v_ahead_7 - g_Na_per_C * v_3) - v_ahead_8 * per_C
    const v_5 = dt * v_4
    const v_6 = 6 - v_5
    const v_new =
      v[i] +
      (v_6 * (dt * (v_ahead_6 + 0.5 * (v_2 * v_ahead_7 - v_ahead_1 * v_3) + v_4 * v[i]))) /
        (v_6 - dt * (3 - v_5) * v_4)
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
