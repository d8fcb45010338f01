// TraubMiles — from models/neurons/traub-miles.livn

// TraubMiles · initialize
export function initialize(cells, shared, first, last) {
  const { v, m, h, n } = cells // mV, 1, 1, 1

  for (let i = first; i < last; i++) {
    v[i] = -67
    const m_1 = 1.28 / exprel((v[i] + 54) * -0.25)
    const m_2 = v[i] + 27
    m[i] = m_1 / (m_1 + 1.4 / exprel(m_2 * 0.2))
    const h_1 = 0.128 * Math.exp((v[i] + 50) * -0.05555555555555555)
    h[i] = h_1 / (h_1 + 4 / (1 + Math.exp(m_2 * -0.2)))
    const n_1 = 0.16 / exprel((v[i] + 52) * -0.2)
    n[i] = n_1 / (n_1 + 0.5 * Math.exp((v[i] + 57) * -0.025))
  }
}

// TraubMiles · step
export function step(cells, shared, first, last, spikes) {
  const { not_refractory, v, m, h, n, I, lastspike } = cells // boolean, mV, 1, 1, 1, pA, integer
  const { g_Na, g_K, g_L, C, area, E_Na } = shared // mS/cm^2, mS/cm^2, mS/cm^2, uF/cm^2, um^2, mV
  const { E_K, E_L } = shared // mV, mV
  const { dt, step } = shared // ms, 1
  const a_m_1 = Math.exp(-13.5)
  const b_m_1 = 0.2 * Math.exp(-5.4)
  const b_m_2 = Math.exp(-5.4)
  const a_n_1 = Math.exp(-10.4)
  const b_n_1 = 0.5 * Math.exp(-1.425)
  const v_1 = -(dt / C)
  const per_area = 1 / area
  const E_Na_times_g_Na = E_Na * g_Na
  const E_K_times_g_K = E_K * g_K
  const E_L_times_g_L = E_L * g_L
  const per_C = 1 / C
  const v_2 = -per_C

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = not_refractory[i] || !(v[i] > -20)
    const a_m_2 = v[i] + 54
    const a_m_3 = a_m_2 * -0.25
    const a_m_4 = a_m_2 * a_m_2
    const a_m_5 = 0.0625 * a_m_4
    const a_m_6 = Math.exp(-0.025 * v[i])
    const a_m_7 = a_m_6 * a_m_6
    const a_m_8 = a_m_7 * a_m_7
    const a_m_9 = a_m_8 * a_m_8
    const a_m =
      1.28 *
      (Math.abs(a_m_3) < 0.1
        ? 1 -
          -0.125 * a_m_2 +
          a_m_5 *
            (((-5.166997354497355e-8 * a_m_4 + 0.00003306878306878307) * a_m_5 +
              -0.001388888888888889) *
              a_m_5 +
              0.08333333333333333)
        : a_m_3 / (a_m_1 * (a_m_9 * a_m_7) - 1))
    const b_m_3 = v[i] + 27
    const b_m_4 = b_m_3 * b_m_3
    const b_m_5 = 0.04000000000000001 * b_m_4
    const b_m_6 = b_m_2 * a_m_9
    const b_m =
      1.4 *
      (Math.abs(b_m_3 * 0.2) < 0.1
        ? 1 -
          0.1 * b_m_3 +
          b_m_5 *
            (((-3.3068783068783076e-8 * b_m_4 + 0.00003306878306878307) * b_m_5 +
              -0.001388888888888889) *
              b_m_5 +
              0.08333333333333333)
        : (b_m_1 * (b_m_3 * a_m_9)) / (1 - b_m_6))
    const m_new = m[i] + dt * exprel(-(a_m + b_m) * dt) * (a_m * (1 - m[i]) - b_m * m[i])
    const a_h = 0.128 * Math.exp((v[i] + 50) * -0.05555555555555555)
    const b_h = 4 / (1 + b_m_6)
    const h_new = h[i] + dt * exprel(-(a_h + b_h) * dt) * (a_h * (1 - h[i]) - b_h * h[i])
    const a_n_2 = v[i] + 52
    const a_n_3 = a_n_2 * -0.2
    const a_n_4 = a_n_2 * a_n_2
    const a_n_5 = 0.04000000000000001 * a_n_4
    const a_n =
      0.16 *
      (Math.abs(a_n_3) < 0.1
        ? 1 -
          -0.1 * a_n_2 +
          a_n_5 *
            (((-3.3068783068783076e-8 * a_n_4 + 0.00003306878306878307) * a_n_5 +
              -0.001388888888888889) *
              a_n_5 +
              0.08333333333333333)
        : a_n_3 / (a_n_1 * a_m_9 - 1))
    const b_n = b_n_1 * a_m_6
    const n_new = n[i] + dt * exprel(-(a_n + b_n) * dt) * (a_n * (1 - n[i]) - b_n * n[i])
    const v_3 = m_new * m_new * m_new
    const v_4 = n_new * n_new
    const v_5 = v_4 * v_4
    const v_6 = g_Na * v_3 * h_new + g_K * v_5 + g_L
    const v_7 = v_1 * v_6
    const v_8 = 6 - v_7
    const v_new =
      v[i] +
      (v_8 *
        (dt *
          ((I[i] * per_area +
            E_Na_times_g_Na * (v_3 * h_new) +
            E_K_times_g_K * v_5 +
            E_L_times_g_L) *
            per_C +
            v_6 * v_2 * v[i]))) /
        (v_8 - v_1 * ((3 - v_7) * v_6))
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
    v[i] = v_new
  }
  return fired
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
