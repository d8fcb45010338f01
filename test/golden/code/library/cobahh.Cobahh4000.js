// Cobahh4000 — from models/networks/cobahh.livn

// E · initialize
export function E_initialize(cells, shared, first, last) {
  const { v, ge, gi } = cells // mV, nS, nS
  const { step, seed } = shared

  for (let i = first; i < last; i++) {
    v[i] = -65 + 5 * normal(seed, 4241203974, i, step)
    ge[i] = Math.max(0, 40 + 15 * normal(seed, 1839944182, i, step))
    gi[i] = Math.max(0, 200 + 120 * normal(seed, 263559570, i, step))
  }
}

// E · step
export function E_step(cells, shared, first, last, spikes) {
  const { lastspike, v, m, h, n, ge, gi } = cells       // integer, mV, 1, 1, 1, nS, nS
  const { g_L, E_L, g_Na, E_Na, g_K, E_K } = shared     // uS/cm^2, mV, mS/cm^2, mV, mS/cm^2, mV
  const { area, C, E_e, E_i, V_T, taue, taui } = shared // um^2, uF/cm^2, mV, mV, mV, ms, ms
  const { dt, step } = shared                           // ms, 1
  const silent_steps = Math.floor(3 / dt + 0.001)
  const per_area = 1 / area
  const v_1 = -per_area
  const dt_per_C = dt / C
  const a_m_1 = Math.exp((13 + V_T) * 0.25)
  const b_m_2 = Math.exp(-(-(V_T + 40) * 0.2))
  const b_m_1 = 0.2 * b_m_2
  const a_n_1 = Math.exp((15 + V_T) * 0.2)
  const b_n_1 = 0.5 * Math.exp((10 + V_T) * 0.025)
  const b_h_1 = Math.exp((40 + V_T) * 0.2)
  const ge_1 = -((dt * exprel((-1 / taue) * dt)) / taue)
  const gi_1 = -((dt * exprel((-1 / taui) * dt)) / taui)

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = step - lastspike[i] >= silent_steps
    const I_m_1 = g_Na * (m[i] * m[i] * m[i]) * h[i]
    const n_squared = n[i] * n[i]
    const I_m_2 = g_K * (n_squared * n_squared)
    const I_m = g_L * (E_L - v[i]) - I_m_1 * (v[i] - E_Na) - I_m_2 * (v[i] - E_K)
    const v_new =
      v[i] +
      dt_per_C *
        (exprel(dt_per_C * ((ge[i] + gi[i]) * v_1 - (g_L + I_m_1 + I_m_2))) *
          (I_m + (ge[i] * (E_e - v[i]) + gi[i] * (E_i - v[i])) * per_area))
    const a_m_2 = 13 - v[i] + V_T
    const a_m_3 = a_m_2 * 0.25
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
          0.125 * a_m_2 +
          a_m_5 *
            (((-5.166997354497355e-8 * a_m_4 + 0.00003306878306878307) * a_m_5 +
              -0.001388888888888889) *
              a_m_5 +
              0.08333333333333333)
        : a_m_3 / (a_m_1 * (a_m_9 * a_m_7) - 1))
    const b_m_3 = v[i] - V_T - 40
    const b_m_4 = b_m_3 * b_m_3
    const b_m_5 = 0.04000000000000001 * b_m_4
    const b_m =
      1.4000000000000001 *
      (Math.abs(b_m_3 * 0.2) < 0.1
        ? 1 -
          0.1 * b_m_3 +
          b_m_5 *
            (((-3.3068783068783076e-8 * b_m_4 + 0.00003306878306878307) * b_m_5 +
              -0.001388888888888889) *
              b_m_5 +
              0.08333333333333333)
        : (b_m_1 * (b_m_3 * a_m_9)) / (1 - b_m_2 * a_m_9))
    const m_new = m[i] + dt * exprel(-(a_m + b_m) * dt) * (a_m * (1 - m[i]) - b_m * m[i])
    const a_n_2 = 15 - v[i] + V_T
    const a_n_3 = a_n_2 * 0.2
    const a_n_4 = a_n_2 * a_n_2
    const a_n_5 = 0.04000000000000001 * a_n_4
    const a_n =
      0.16 *
      (Math.abs(a_n_3) < 0.1
        ? 1 -
          0.1 * a_n_2 +
          a_n_5 *
            (((-3.3068783068783076e-8 * a_n_4 + 0.00003306878306878307) * a_n_5 +
              -0.001388888888888889) *
              a_n_5 +
              0.08333333333333333)
        : a_n_3 / (a_n_1 * a_m_9 - 1))
    const b_n = b_n_1 * a_m_6
    const n_new = n[i] + dt * exprel(-(a_n + b_n) * dt) * (a_n * (1 - n[i]) - b_n * n[i])
    const a_h = 0.128 * Math.exp((17 - v[i] + V_T) * 0.05555555555555555)
    const b_h = 4 / (1 + b_h_1 * a_m_9)
    const h_new = h[i] + dt * exprel(-(a_h + b_h) * dt) * (a_h * (1 - h[i]) - b_h * h[i])
    const ge_new = ge[i] + ge_1 * ge[i]
    const gi_new = gi[i] + gi_1 * gi[i]
    if (free) {
      if (v_new > -20) {
        spikes[fired++] = i
        lastspike[i] = step
      }
    }
    v[i] = v_new
    m[i] = m_new
    n[i] = n_new
    h[i] = h_new
    ge[i] = ge_new
    gi[i] = gi_new
  }
  return fired
}

// E · arrive
export function E_arrive(cells, shared, first, last) {
  const { inbox_ge, inbox_gi, ge, gi } = cells // nS, nS, nS, nS

  for (let i = first; i < last; i++) {
    ge[i] += inbox_ge[i]
    inbox_ge[i] = 0
    gi[i] += inbox_gi[i]
    inbox_gi[i] = 0
  }
}

// I · initialize
export function I_initialize(cells, shared, first, last) {
  const { v, ge, gi } = cells // mV, nS, nS
  const { step, seed } = shared

  for (let i = first; i < last; i++) {
    v[i] = -65 + 5 * normal(seed, 4039921890, i, step)
    ge[i] = Math.max(0, 40 + 15 * normal(seed, 1638703634, i, step))
    gi[i] = Math.max(0, 200 + 120 * normal(seed, 62024310, i, step))
  }
}

// I · step
export function I_step(cells, shared, first, last, spikes) {
  const { lastspike, v, m, h, n, ge, gi } = cells       // integer, mV, 1, 1, 1, nS, nS
  const { g_L, E_L, g_Na, E_Na, g_K, E_K } = shared     // uS/cm^2, mV, mS/cm^2, mV, mS/cm^2, mV
  const { area, C, E_e, E_i, V_T, taue, taui } = shared // um^2, uF/cm^2, mV, mV, mV, ms, ms
  const { dt, step } = shared                           // ms, 1
  const silent_steps = Math.floor(3 / dt + 0.001)
  const per_area = 1 / area
  const v_1 = -per_area
  const dt_per_C = dt / C
  const a_m_1 = Math.exp((13 + V_T) * 0.25)
  const b_m_2 = Math.exp(-(-(V_T + 40) * 0.2))
  const b_m_1 = 0.2 * b_m_2
  const a_n_1 = Math.exp((15 + V_T) * 0.2)
  const b_n_1 = 0.5 * Math.exp((10 + V_T) * 0.025)
  const b_h_1 = Math.exp((40 + V_T) * 0.2)
  const ge_1 = -((dt * exprel((-1 / taue) * dt)) / taue)
  const gi_1 = -((dt * exprel((-1 / taui) * dt)) / taui)

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = step - lastspike[i] >= silent_steps
    const I_m_1 = g_Na * (m[i] * m[i] * m[i]) * h[i]
    const n_squared = n[i] * n[i]
    const I_m_2 = g_K * (n_squared * n_squared)
    const I_m = g_L * (E_L - v[i]) - I_m_1 * (v[i] - E_Na) - I_m_2 * (v[i] - E_K)
    const v_new =
      v[i] +
      dt_per_C *
        (exprel(dt_per_C * ((ge[i] + gi[i]) * v_1 - (g_L + I_m_1 + I_m_2))) *
          (I_m + (ge[i] * (E_e - v[i]) + gi[i] * (E_i - v[i])) * per_area))
    const a_m_2 = 13 - v[i] + V_T
    const a_m_3 = a_m_2 * 0.25
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
          0.125 * a_m_2 +
          a_m_5 *
            (((-5.166997354497355e-8 * a_m_4 + 0.00003306878306878307) * a_m_5 +
              -0.001388888888888889) *
              a_m_5 +
              0.08333333333333333)
        : a_m_3 / (a_m_1 * (a_m_9 * a_m_7) - 1))
    const b_m_3 = v[i] - V_T - 40
    const b_m_4 = b_m_3 * b_m_3
    const b_m_5 = 0.04000000000000001 * b_m_4
    const b_m =
      1.4000000000000001 *
      (Math.abs(b_m_3 * 0.2) < 0.1
        ? 1 -
          0.1 * b_m_3 +
          b_m_5 *
            (((-3.3068783068783076e-8 * b_m_4 + 0.00003306878306878307) * b_m_5 +
              -0.001388888888888889) *
              b_m_5 +
              0.08333333333333333)
        : (b_m_1 * (b_m_3 * a_m_9)) / (1 - b_m_2 * a_m_9))
    const m_new = m[i] + dt * exprel(-(a_m + b_m) * dt) * (a_m * (1 - m[i]) - b_m * m[i])
    const a_n_2 = 15 - v[i] + V_T
    const a_n_3 = a_n_2 * 0.2
    const a_n_4 = a_n_2 * a_n_2
    const a_n_5 = 0.04000000000000001 * a_n_4
    const a_n =
      0.16 *
      (Math.abs(a_n_3) < 0.1
        ? 1 -
          0.1 * a_n_2 +
          a_n_5 *
            (((-3.3068783068783076e-8 * a_n_4 + 0.00003306878306878307) * a_n_5 +
              -0.001388888888888889) *
              a_n_5 +
              0.08333333333333333)
        : a_n_3 / (a_n_1 * a_m_9 - 1))
    const b_n = b_n_1 * a_m_6
    const n_new = n[i] + dt * exprel(-(a_n + b_n) * dt) * (a_n * (1 - n[i]) - b_n * n[i])
    const a_h = 0.128 * Math.exp((17 - v[i] + V_T) * 0.05555555555555555)
    const b_h = 4 / (1 + b_h_1 * a_m_9)
    const h_new = h[i] + dt * exprel(-(a_h + b_h) * dt) * (a_h * (1 - h[i]) - b_h * h[i])
    const ge_new = ge[i] + ge_1 * ge[i]
    const gi_new = gi[i] + gi_1 * gi[i]
    if (free) {
      if (v_new > -20) {
        spikes[fired++] = i
        lastspike[i] = step
      }
    }
    v[i] = v_new
    m[i] = m_new
    n[i] = n_new
    h[i] = h_new
    ge[i] = ge_new
    gi[i] = gi_new
  }
  return fired
}

// I · arrive
export function I_arrive(cells, shared, first, last) {
  const { inbox_ge, inbox_gi, ge, gi } = cells // nS, nS, nS, nS

  for (let i = first; i < last; i++) {
    ge[i] += inbox_ge[i]
    inbox_ge[i] = 0
    gi[i] += inbox_gi[i]
    inbox_gi[i] = 0
  }
}

// Excite · on_pre · from E to E
export function E_E_Excite_on_pre(connections, sources, targets, shared, first, last, list) {
  const { target: to } = connections // cell
  const { ge: post_ge } = targets    // nS

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_ge[target] += 6
  }
}

// Excite · on_pre · from E to I
export function E_I_Excite_on_pre(connections, sources, targets, shared, first, last, list) {
  const { target: to } = connections // cell
  const { ge: post_ge } = targets    // nS

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_ge[target] += 6
  }
}

// Inhibit · on_pre · from I to E
export function I_E_Inhibit_on_pre(connections, sources, targets, shared, first, last, list) {
  const { target: to } = connections // cell
  const { gi: post_gi } = targets    // nS

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_gi[target] += 67
  }
}

// Inhibit · on_pre · from I to I
export function I_I_Inhibit_on_pre(connections, sources, targets, shared, first, last, list) {
  const { target: to } = connections // cell
  const { gi: post_gi } = targets    // nS

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_gi[target] += 67
  }
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
