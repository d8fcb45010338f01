// PolarizedLIF — from models/neurons/polarized-lif.livn

// PolarizedLIF · initialize
export function initialize(cells, shared, first, last) {
  const { v } = cells // mV
  const { step, seed } = shared

  for (let i = first; i < last; i++) {
    v[i] = -70 + 2 * normal(seed, 2479510322, i, step)
  }
}

// PolarizedLIF · step
export function step(cells, shared, first, last, spikes) {
  const { lastspike, v, V_ext, I } = cells     // integer, mV, mV, pA
  const { g_L, C, E_L, polarization } = shared // nS, pF, mV, 1
  const { dt, step } = shared                  // ms, 1
  const silent_steps = Math.floor(2 / dt + 0.001)
  const v_1 = (dt * exprel((-g_L / C) * dt)) / C

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = step - lastspike[i] >= silent_steps
    if (free) {
      const v_new = v[i] + v_1 * (g_L * (E_L - polarization * V_ext[i] - v[i]) + I[i])
      v[i] = v_new
      if (v_new > -50) {
        spikes[fired++] = i
        lastspike[i] = step
      }
    }
  }
  return fired
}

// PolarizedLIF · reset
export function reset(cells, shared, first, last, list) {
  const { v } = cells // mV

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = -58
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
