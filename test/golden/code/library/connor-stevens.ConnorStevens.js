// ConnorStevens — from models/neurons/connor-stevens.livn

// ConnorStevens · initialize
export function initialize(cells, shared, first, last) {
  const { v, m, h, n, a, b } = cells // mV, 1, 1, 1, 1, 1

  for (let i = first; i < last; i++) {
    v[i] = -68
    const m_1 = 3.8 / exprel((v[i] + 29.7) * -0.1)
    m[i] = m_1 / (m_1 + 15.2 * Math.exp(-0.0556 * (v[i] + 54.7)))
    const h_1 = 0.266 * Math.exp(-0.05 * (v[i] + 48))
    h[i] = h_1 / (h_1 + 3.8 / (1 + Math.exp((v[i] + 18) * -0.1)))
    const n_1 = 0.2 / exprel((v[i] + 45.7) * -0.1)
    n[i] = n_1 / (n_1 + 0.25 * Math.exp(-0.0125 * (v[i] + 55.7)))
    a[i] =
      ((0.0761 * Math.exp(0.0314 * (v[i] + 94.22))) / (1 + Math.exp(0.0346 * (v[i] + 1.17)))) **
      0.3333333333333333
    const b_1 = 1 + Math.exp(0.0688 * (v[i] + 53.3))
    const b_2 = b_1 * b_1
    b[i] = 1 / (b_2 * b_2)
  }
}

// ConnorStevens · step
export function step(cells, shared, first, last, spikes) {
  const { not_refractory, v, m, h, n, a, b, I } = cells // boolean, mV, 1, 1, 1, 1, 1, pA
  const { lastspike } = cells // integer
  const { g_Na, g_K, g_A, g_L, C } = shared // mS/cm^2, mS/cm^2, mS/cm^2, mS/cm^2, uF/cm^2
  const { area, E_Na, E_K, E_A, E_L } = shared // um^2, mV, mV, mV, mV
  const { dt, step } = shared // ms, 1
  const a_m_1 = Math.exp(-2.97)
  const a_h_1 = 0.266 * Math.exp(-2.4000000000000004)
  const b_h_1 = Math.exp(-1.8)
  const a_n_1 = Math.exp(-4.57)
  const b_n_1 = 0.25 * Math.exp(-0.69625)
  const v_1 = -(dt / C)
  const per_area = 1 / area
  const E_Na_times_g_Na = E_Na * g_Na
  const E_K_times_g_K = E_K * g_K
  const E_A_times_g_A = E_A * g_A
  const E_L_times_g_L = E_L * g_L
  const per_C = 1 / C
  const v_2 = -per_C

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = not_refractory[i] || !(v[i] > -20)
    const a_m_2 = v[i] + 29.7
    const a_m_3 = a_m_2 * -0.1
    const a_m_4 = a_m_2 * a_m_2
    const a_m_5 = 0.010000000000000002 * a_m_4
    const a_m_6 = Math.exp(-0.0125 * v[i])
    const a_m_7 = a_m_6 * a_m_6
    const a_m_8 = a_m_7 * a_m_7
    const a_m_9 = a_m_8 * a_m_8
    const a_m =
      3.8 *
      (Math.abs(a_m_3) < 0.1
        ? 1 -
          -0.05 * a_m_2 +
          a_m_5 *
            (((-8.267195767195769e-9 * a_m_4 + 0.00003306878306878307) * a_m_5 +
              -0.001388888888888889) *
              a_m_5 +
              0.08333333333333333)
        : a_m_3 / (a_m_1 * a_m_9 - 1))
    const b_m = 15.2 * Math.exp(-0.0556 * (v[i] + 54.7))
    const m_new = m[i] + dt * exprel(-(a_m + b_m) * dt) * (a_m * (1 - m[i]) - b_m * m[i])
    const a_h = a_h_1 * a_m_8
    const b_h = 3.8 / (1 + b_h_1 * a_m_9)
    const h_new = h[i] + dt * exprel(-(a_h + b_h) * dt) * (a_h * (1 - h[i]) - b_h * h[i])
    const a_n_2 = v[i] + 45.7
    const a_n_3 = a_n_2 * -0.1
    const a_n_4 = a_n_2 * a_n_2
    const a_n_5 = 0.010000000000000002 * a_n_4
    const a_n =
      0.2 *
      (Math.abs(a_n_3) < 0.1
        ? 1 -
          -0.05 * a_n_2 +
          a_n_5 *
            (((-8.267195767195769e-9 * a_n_4 + 0.00003306878306878307) * a_n_5 +
              -0.001388888888888889) *
              a_n_5 +
              0.08333333333333333)
        : a_n_3 / (a_n_1 * a_m_9 - 1))
    const b_n = b_n_1 * a_m_6
    const n_new = n[i] + dt * exprel(-(a_n + b_n) * dt) * (a_n * (1 - n[i]) - b_n * n[i])
    const tau_a = 0.3632 + 1.158 / (1 + Math.exp(0.0497 * (v[i] + 55.96)))
    const a_inf =
      ((0.0761 * Math.exp(0.0314 * (v[i] + 94.22))) / (1 + Math.exp(0.0346 * (v[i] + 1.17)))) **
      0.3333333333333333
    const per_tau_a = 1 / tau_a
    const a_new = a[i] + dt * exprel(-per_tau_a * dt) * ((a_inf - a[i]) * per_tau_a)
    const tau_b = 1.24 + 2.678 / (1 + Math.exp(0.0624 * (v[i] + 50)))
    const b_inf_1 = 1 + Math.exp(0.0688 * (v[i] + 53.3))
    const b_inf_2 = b_inf_1 * b_inf_1
    const b_inf = 1 / (b_inf_2 * b_inf_2)
    const per_tau_b = 1 / tau_b
    const b_new = b[i] + dt * exprel(-per_tau_b * dt) * ((b_inf - b[i]) * per_tau_b)
    const v_3 = m_new * m_new * m_new
    const v_4 = n_new * n_new
    const v_5 = v_4 * v_4
    const v_6 = a_new * a_new * a_new
    const v_7 = g_Na * v_3 * h_new + g_K * v_5 + g_A * v_6 * b_new + g_L
    const v_8 = v_1 * v_7
    const v_9 = 6 - v_8
    const v_new =
      v[i] +
      (v_9 *
        (dt *
          ((I[i] * per_area +
            E_Na_times_g_Na * (v_3 * h_new) +
            E_K_times_g_K * v_5 +
            E_A_times_g_A * (v_6 * b_new) +
            E_L_times_g_L) *
            per_C +
            v_7 * v_2 * v[i]))) /
        (v_9 - v_1 * ((3 - v_8) * v_7))
    not_refractory[i] = Number(free)
    if (free) {
      if (v_new > -20) {
        spikes[fired++] = i
        lastspike[i] = step
        not_refractory[i] = 0
      }
    }
    m[i] = m_new
    h[i] = h_new
    n[i] = n_new
    a[i] = a_new
    b[i] = b_new
    v[i] = v_new
  }
  return fired
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
