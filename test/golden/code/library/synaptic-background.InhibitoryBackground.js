// InhibitoryBackground — from models/noise/synaptic-background.livn

// InhibitoryBackground · initialize
export function initialize(cells, shared, first, last) {
  const { g } = cells     // uS
  const { g_i0 } = shared // uS

  for (let i = first; i < last; i++) {
    g[i] = g_i0
  }
}

// InhibitoryBackground · step
export function step(cells, shared, first, last, spikes) {
  const { g } = cells                   // uS
  const { tau_i, g_i0, std_i } = shared // ms, uS, uS
  const { dt, step, seed } = shared     // ms, 1, 1
  const decay_g_1 = (-1 / tau_i) * dt
  const decay_g = Math.exp(decay_g_1)
  const gain_g = dt * exprel(decay_g_1)
  const g_1 = gain_g * (g_i0 / tau_i)
  const g_2 = std_i * Math.sqrt(2 / tau_i) * Math.sqrt(exprel(2 * decay_g_1)) * Math.sqrt(dt)

  let fired = 0
  for (let i = first; i < last; i++) {
    const g_new = decay_g * g[i] + g_1 + g_2 * normal(seed, 4167783266, i, step)
    g[i] = g_new
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
