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
  const { g_Na, E_Na, g_K, E_K, g_L, E_L } = shared       // mS/cm^2, mV, mS/cm^2, mV, mS/cm^2, mV
  const { area, C, phi } = shared                         // um^2, uF/cm^2, 1
  const { dt, step } = shared                             // ms, 1
  const a_m_1 = Math.exp(-3.5)
  const per_area = 1 / area
  const dt_per_C = dt / C
  const a_h_1 = 0.07 * Math.exp(-2.9000000000000004)
  const b_h_1 = Math.exp(-2.8000000000000003)
  const dt_times_phi = dt * phi
  const a_n_1 = Math.exp(-3.4000000000000004)
  const b_n_1 = 0.125 * Math.exp(-0.55)

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = not_refractory[i] || !(v[i] > -20)
    const a_m_3 = v[i] + 35
    const a_m_4 = a_m_3 * -0.1
    const a_m_5 = a_m_3 * a_m_3
    const a_m_6 = 0.010000000000000002 * a_m_5
    const a_m_7 = Math.exp(-0.0125 * v[i])
    const a_m_8 = a_m_7 * a_m_7
    const a_m_9 = a_m_8 * a_m_8
    const a_m_10 = a_m_9 * a_m_9
    const a_m =
      Math.abs(a_m_4) < 0.1
        ? 1 -
          -0.05 * a_m_3 +
          a_m_6 *
            (((-8.267195767195769e-9 * a_m_5 + 0.00003306878306878307) * a_m_6 +
              -0.001388888888888889) *
              a_m_6 +
              0.08333333333333333)
        : a_m_4 / (a_m_1 * a_m_10 - 1)
    const b_m = 4 * Math.exp((v[i] + 60) * -0.05555555555555555)
    const m = a_m / (a_m + b_m)
    const I_Na = g_Na * (m * m * m) * h[i] * (v[i] - E_Na)
    const n_squared = n[i] * n[i]
    const I_K = g_K * (n_squared * n_squared) * (v[i] - E_K)
    const I_L = g_L * (v[i] - E_L)
    const I_times_per_area = I[i] * per_area
    const k_v = dt_per_C * (I_times_per_area - I_Na - I_K - I_L)
    const v_mid = v[i] + k_v * 0.5
    const a_m_2 = 1 / exprel((v_mid + 35) * -0.1)
    const b_m_2 = 4 * Math.exp((v_mid + 60) * -0.05555555555555555)
    const m_2 = a_m_2 / (a_m_2 + b_m_2)
    const a_h = a_h_1 * a_m_9
    const b_h = 1 / (b_h_1 * a_m_10 + 1)
    const k_h = dt_times_phi * (a_h * (1 - h[i]) - b_h * h[i])
    const h_mid = h[i] + k_h * 0.5
    const I_Na_2 = g_Na * (m_2 * m_2 * m_2) * h_mid * (v_mid - E_Na)
    const a_n_3 = v[i] + 34
    const a_n_4 = a_n_3 * -0.1
    const a_n_5 = a_n_3 * a_n_3
    const a_n_6 = 0.010000000000000002 * a_n_5
    const a_n =
      0.1 *
      (Math.abs(a_n_4) < 0.1
        ? 1 -
          -0.05 * a_n_3 +
          a_n_6 *
            (((-8.267195767195769e-9 * a_n_5 + 0.00003306878306878307) * a_n_6 +
              -0.001388888888888889) *
              a_n_6 +
              0.08333333333333333)
        : a_n_4 / (a_n_1 * a_m_10 - 1))
    const b_n = b_n_1 * a_m_7
    const k_n = dt_times_phi * (a_n * (1 - n[i]) - b_n * n[i])
    const n_mid = n[i] + k_n * 0.5
    const n_mid_squared = n_mid * n_mid
    const I_K_2 = g_K * (n_mid_squared * n_mid_squared) * (v_mid - E_K)
    const I_L_2 = g_L * (v_mid - E_L)
    const v_new = v[i] + dt_per_C * (I_times_per_area - I_Na_2 - I_K_2 - I_L_2)
    const a_h_2 = 0.07 * Math.exp((v_mid + 58) * -0.05)
    const b_h_2 = 1 / (Math.exp((v_mid + 28) * -0.1) + 1)
    const h_new = h[i] + dt_times_phi * (a_h_2 * (1 - h_mid) - b_h_2 * h_mid)
    const a_n_2 = 0.1 / exprel((v_mid + 34) * -0.1)
    const b_n_2 = 0.125 * Math.exp((v_mid + 44) * -0.0125)
    const n_new = n[i] + dt_times_phi * (a_n_2 * (1 - n_mid) - b_n_2 * n_mid)
    not_refractory[i] = Number(free)
    if (free) {
      if (v_new > -20) {
        spikes[fired++] = i
        lastspike[i] = step
        not_refractory[i] = 0
      }
    }
    v[i] = v_new
    h[i] = h_new
    n[i] = n_new
  }
  return fired
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
