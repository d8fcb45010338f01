// GLIF1Escape — from models/neurons/glif-escape.livn

// GLIF1Escape · initialize
export function initialize(cells, shared, first, last) {
  const { v, S } = cells        // mV, 1
  const { E_L, alpha } = shared // mV, 1
  const { step, seed } = shared

  for (let i = first; i < last; i++) {
    v[i] = E_L
    S[i] = Math.log(Math.max(uniform(seed, 2385815438, i, step), 1e-10)) - alpha
  }
}

// GLIF1Escape · step
export function step(cells, shared, first, last, spikes) {
  const { lastspike, v, V_ext, I, S } = cells                   // integer, mV, mV, pA, 1
  const { t_ref, tau_m, E_L, g_L, V_th, sigma, tau_s } = shared // ms, ms, mV, nS, mV, mV, ms
  const { dt, step } = shared                                   // ms, 1
  const silent_steps = Math.floor(t_ref / dt + 0.001)
  const decay_v_1 = (-1 / tau_m) * dt
  const decay_v = Math.exp(decay_v_1)
  const gain_v = dt * exprel(decay_v_1)
  const gain_v_per_tau_m = gain_v / tau_m
  const v_1 = gain_v * (E_L / tau_m)
  const v_2 = gain_v * (1 / g_L / tau_m)
  const per_sigma = 1 / sigma
  const per_tau_s = 1 / tau_s

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = step - lastspike[i] >= silent_steps
    if (free) {
      const v_new = decay_v * v[i] + (v_1 + gain_v_per_tau_m * V_ext[i] + v_2 * I[i])
      const hazard = Math.exp(Math.min((v[i] - V_th) * per_sigma, 50)) * per_tau_s
      const S_new = S[i] + dt * hazard
      v[i] = v_new
      S[i] = S_new
      if (S_new >= 0) {
        spikes[fired++] = i
        lastspike[i] = step
      }
    }
  }
  return fired
}

// GLIF1Escape · reset
export function reset(cells, shared, first, last, list) {
  const { v, S } = cells        // mV, 1
  const { E_L, alpha } = shared // mV, 1
  const { step, seed } = shared

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = E_L
    S[i] = Math.log(Math.max(uniform(seed, 2382416976, i, step), 1e-10)) - alpha
  }
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
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
