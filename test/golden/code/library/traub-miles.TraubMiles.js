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
  const { g_Na, E_Na, g_K, E_K, g_L, E_L } = shared // mS/cm^2, mV, mS/cm^2, mV, mS/cm^2, mV
  const { C, area } = shared // uF/cm^2, um^2
  const { dt, step } = shared // ms, 1
  const dt_per_C = dt / C
  const v_1 = -dt_per_C
  const per_area = 1 / area
  const a_m_1 = Math.exp(-13.5)
  const b_m_1 = 0.2 * Math.exp(-5.4)
  const b_m_2 = Math.exp(-5.4)
  const a_n_1 = Math.exp(-10.4)
  const b_n_1 = 0.5 * Math.exp(-1.425)

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = not_refractory[i] || !(v[i] > -20)
    const I_Na_1 = g_Na * (m[i] * m[i] * m[i]) * h[i]
    const I_Na = I_Na_1 * (v[i] - E_Na)
    const n_squared = n[i] * n[i]
    const I_K_1 = g_K * (n_squared * n_squared)
    const I_K = I_K_1 * (v[i] - E_K)
    const I_L = g_L * (v[i] - E_L)
    const v_new =
      v[i] +
      dt_per_C * (exprel(v_1 * (I_Na_1 + I_K_1 + g_L)) * (I[i] * per_area - I_Na - I_K - I_L))
    const a_m_2 = v[i] + 54
    const a_m_3 = a_m_2 * -0.25
    const a_m_4 = a_m_2 * a_m_2
    const a_m_5 = 0.0625 * a_m_4
    const a_m_6 = Math.exp(-0.025 * v[i])
    const a_m_7 = a_m_6 * a_m_6
    const a_m_8 = a_m_7 * a_m_7
    const a_m_9 = a_m_8 * a_m_6
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
        : a_m_3 / (a_m_1 * (a_m_9 * a_m_9) - 1))
    const b_m_3 = v[i] + 27
    const b_m_4 = b_m_3 * b_m_3
    const b_m_5 = 0.04000000000000001 * b_m_4
    const b_m_6 = a_m_8 * a_m_8
    const b_m_7 = b_m_2 * b_m_6
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
        : (b_m_1 * (b_m_3 * b_m_6)) / (1 - b_m_7))
    const m_new = m[i] + dt * exprel(-(a_m + b_m) * dt) * (a_m * (1 - m[i]) - b_m * m[i])
    const a_h = 0.128 * Math.exp((v[i] + 50) * -0.05555555555555555)
    const b_h = 4 / (1 + b_m_7)
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
        : a_n_3 / (a_n_1 * b_m_6 - 1))
    const b_n = b_n_1 * a_m_6
    const n_new = n[i] + dt * exprel(-(a_n + b_n) * dt) * (a_n * (1 - n[i]) - b_n * n[i])
    not_refractory[i] = Number(free)
    if (free) {
      if (v_new > -20) {
        spikes[fired++] = i
        lastspike[i] = step
        not_refractory[i] = 0
      }
    }
    v[i] = v_new
    m[i] = m_new
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
