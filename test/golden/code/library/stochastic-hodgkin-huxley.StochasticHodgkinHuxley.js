// StochasticHodgkinHuxley — from models/neurons/stochastic-hodgkin-huxley.livn

// StochasticHodgkinHuxley · initialize
export function initialize(cells, shared, first, last) {
  const { v, m, h, n } = cells // mV, 1, 1, 1

  for (let i = first; i < last; i++) {
    v[i] = -65
    const m_1 = 1 / exprel((v[i] + 40) * -0.1)
    const m_2 = v[i] + 65
    m[i] = m_1 / (m_1 + 4 * Math.exp(m_2 * -0.05555555555555555))
    const h_1 = 0.07 * Math.exp(m_2 * -0.05)
    h[i] = h_1 / (h_1 + 1 / (Math.exp((v[i] + 35) * -0.1) + 1))
    const n_1 = 0.1 / exprel((v[i] + 55) * -0.1)
    n[i] = n_1 / (n_1 + 0.125 * Math.exp(m_2 * -0.0125))
  }
}

// StochasticHodgkinHuxley · step
export function step(cells, shared, first, last, spikes) {
  const { not_refractory, v, m, h, n, I, lastspike } = cells // boolean, mV, 1, 1, 1, pA, integer
  const { g_Na, E_Na, g_K, E_K, g_L, E_L } = shared // mS/cm^2, mV, mS/cm^2, mV, mS/cm^2, mV
  const { area, C, d_Na, d_K } = shared // um^2, uF/cm^2, 1/um^2, 1/um^2
  const { dt, step, seed } = shared // ms, 1, 1
  const per_area = 1 / area
  const dt_per_C = dt / C
  const a_m_1 = Math.exp(-4)
  const d_Na_times_area = d_Na * area
  const m_1 = Math.sqrt(dt) * 0.5
  const a_h_1 = 0.07 * Math.exp(-3.25)
  const b_h_1 = Math.exp(-3.5)
  const a_n_1 = Math.exp(-5.5)
  const b_n_1 = 0.125 * Math.exp(-0.8125)
  const d_K_times_area = d_K * area

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = not_refractory[i] || !(v[i] > 0)
    const I_Na = g_Na * (m[i] * m[i] * m[i]) * h[i] * (v[i] - E_Na)
    const n_squared = n[i] * n[i]
    const I_K = g_K * (n_squared * n_squared) * (v[i] - E_K)
    const I_L = g_L * (v[i] - E_L)
    const v_new = v[i] + dt_per_C * (I[i] * per_area - I_Na - I_K - I_L)
    const a_m_2 = v[i] + 40
    const a_m_3 = a_m_2 * -0.1
    const a_m_4 = a_m_2 * a_m_2
    const a_m_5 = 0.010000000000000002 * a_m_4
    const a_m_6 = Math.exp(-0.0125 * v[i])
    const a_m_7 = a_m_6 * a_m_6
    const a_m_8 = a_m_7 * a_m_7
    const a_m_9 = a_m_8 * a_m_8
    const a_m =
      Math.abs(a_m_3) < 0.1
        ? 1 -
          -0.05 * a_m_2 +
          a_m_5 *
            (((-8.267195767195769e-9 * a_m_4 + 0.00003306878306878307) * a_m_5 +
              -0.001388888888888889) *
              a_m_5 +
              0.08333333333333333)
        : a_m_3 / (a_m_1 * a_m_9 - 1)
    const b_m = 4 * Math.exp((v[i] + 65) * -0.05555555555555555)
    const s_m = Math.sqrt((2 * a_m * b_m) / (d_Na_times_area * (a_m + b_m)))
    const m_new =
      m[i] +
      dt * (a_m * (1 - m[i]) - b_m * m[i]) +
      m_1 * ((s_m + s_m) * normal(seed, 2492861687, i, step))
    const a_h = a_h_1 * a_m_8
    const b_h = 1 / (b_h_1 * a_m_9 + 1)
    const s_h = Math.sqrt((2 * a_h * b_h) / (d_Na_times_area * (a_h + b_h)))
    const h_new =
      h[i] +
      dt * (a_h * (1 - h[i]) - b_h * h[i]) +
      m_1 * ((s_h + s_h) * normal(seed, 277774694, i, step))
    const a_n_2 = v[i] + 55
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
        : a_n_3 / (a_n_1 * a_m_9 - 1))
    const b_n = b_n_1 * a_m_6
    const s_n = Math.sqrt((2 * a_n * b_n) / (d_K_times_area * (a_n + b_n)))
    const n_new =
      n[i] +
      dt * (a_n * (1 - n[i]) - b_n * n[i]) +
      m_1 * ((s_n + s_n) * normal(seed, 882754716, i, step))
    not_refractory[i] = Number(free)
    if (free) {
      if (v_new > 0) {
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
