// GLIF4Escape — from models/neurons/glif-escape.livn

// GLIF4Escape · initialize
export function initialize(cells, shared, first, last) {
  const { v, S } = cells        // mV, 1
  const { E_L, alpha } = shared // mV, 1
  const { step, seed } = shared

  for (let i = first; i < last; i++) {
    v[i] = E_L
    S[i] = Math.log(Math.max(uniform(seed, 939155373, i, step), 1e-10)) - alpha
  }
}

// GLIF4Escape · step
export function step(cells, shared, first, last, spikes) {
  const { lastspike, A_1, A_2, theta_s, v, V_ext, I } = cells // integer, pA, pA, mV, mV, mV, pA
  const { S } = cells
  const { t_ref, P_A_1_A_1, P_A_2_A_2, theta_rate, P_v_v, P_v_A_1 } = shared // ms, 1, 1, 1/ms, 1, 1
  const { P_v_A_2, Q_v_v, E_L, tau_m, g_L, V_th, sigma } = shared // 1, 1, mV, ms, nS, mV, mV
  const { tau_s } = shared // ms
  const { dt, step } = shared // ms, 1
  const silent_steps = Math.floor(t_ref / dt + 0.001)
  const decay_theta_s = Math.exp(-theta_rate * dt)
  const Q_v_v_per_tau_m = Q_v_v / tau_m
  const v_1 = Q_v_v * (E_L / tau_m)
  const v_2 = Q_v_v * (1 / g_L / tau_m)
  const per_sigma = 1 / sigma
  const per_tau_s = 1 / tau_s

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = step - lastspike[i] >= silent_steps
    const A_1_new = P_A_1_A_1 * A_1[i]
    const A_2_new = P_A_2_A_2 * A_2[i]
    const theta_s_new = decay_theta_s * theta_s[i]
    if (free) {
      const v_new =
        P_v_v * v[i] +
        P_v_A_1 * A_1[i] +
        P_v_A_2 * A_2[i] +
        (v_1 + Q_v_v_per_tau_m * V_ext[i] + v_2 * I[i])
      const theta = V_th + theta_s[i]
      const hazard = Math.exp(Math.min((v[i] - theta) * per_sigma, 50)) * per_tau_s
      const S_new = S[i] + dt * hazard
      v[i] = v_new
      S[i] = S_new
      if (S_new >= 0) {
        spikes[fired++] = i
        lastspike[i] = step
      }
    }
    A_1[i] = A_1_new
    A_2[i] = A_2_new
    theta_s[i] = theta_s_new
  }
  return fired
}

// GLIF4Escape · reset
export function reset(cells, shared, first, last, list) {
  const { v, A_1, A_2, theta_s, S } = cells                              // mV, pA, pA, mV, 1
  const { E_L, f_v, delta_v, theta_jump, theta_rate, t_ref } = shared    // mV, 1, mV, mV, 1/ms, ms
  const { asc_r, asc_amp_1, asc_rate_1, asc_amp_2, asc_rate_2 } = shared // 1, pA, 1/ms, pA, 1/ms
  const { alpha } = shared
  const { step, seed } = shared
  const theta_s_1 = theta_jump * Math.exp(Math.min(theta_rate * t_ref, 50))
  const A_3 = asc_amp_1 * Math.exp(Math.min(asc_rate_1 * t_ref, 50))
  const A_4 = asc_amp_2 * Math.exp(Math.min(asc_rate_2 * t_ref, 50))

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = E_L + f_v * (v[i] - E_L) - delta_v
    theta_s[i] += theta_s_1
    A_1[i] = asc_r * A_1[i] + A_3
    A_2[i] = asc_r * A_2[i] + A_4
    S[i] = Math.log(Math.max(uniform(seed, 936260723, i, step), 1e-10)) - alpha
  }
}

/** Uniform on [0, 1) with 53 bits. */
function uniform(seed, stream, cell, step) {
  threefry(seed, stream, cell, step)
  return ((words[0] >>> 5) * 67108864 + (words[1] >>> 6)) * 2 ** -53
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
