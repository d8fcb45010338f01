// ShotNoise — from models/noise/shot-noise.livn

// ShotNoise · initialize
export function initialize(cells, shared, first, last) {
  const { I } = cells             // pA
  const { rate, q, tau } = shared // kHz, pA, ms
  const I_1 = rate * q * tau

  for (let i = first; i < last; i++) {
    I[i] = I_1
  }
}

// ShotNoise · step
export function step(cells, shared, first, last, spikes) {
  const { I } = cells    // pA
  const { tau } = shared // ms
  const { dt } = shared  // ms
  const decay_I = Math.exp((-1 / tau) * dt)

  let fired = 0
  for (let i = first; i < last; i++) {
    const I_new = decay_I * I[i]
    I[i] = I_new
  }
  return fired
}

// ShotNoise · on_step
export function on_step(cells, shared, first, last) {
  const { I } = cells               // pA
  const { q, rate } = shared        // pA, kHz
  const { dt, step, seed } = shared // ms, 1, 1
  const rate_times_dt = rate * dt

  for (let i = first; i < last; i++) {
    I[i] += q * poisson(rate_times_dt, seed, 1522471087, i, step)
  }
}

/** Poisson count by inversion; for large means from the matching normal. */
function poisson(mean, seed, stream, cell, step) {
  if (!(mean > 0)) return 0
  if (mean > 64) return largeCount(mean, normal(seed, stream ^ 0x165667b1, cell, step))
  const u = countingUniform(seed, stream, cell, step)
  let count = 0
  let term = Math.exp(-mean)
  let sum = term
  while (u >= sum && count < 1000) {
    count += 1
    term *= mean * (1 / count)
    sum += term
  }
  return count
}

/** Uniform on [0, 1) with 32 bits, at the far end with 53. Cells 2k and 2k + 1 share two words. */
function countingUniform(seed, stream, cell, step) {
  threefry(seed, stream, cell >>> 1, step)
  const word = words[cell & 1]
  if (word < 0xfff00000) return word * 2 ** -32
  threefry(seed, stream ^ 0x27d4eb2f, cell, step)
  return (word * 2 ** 21 + (words[0] >>> 11)) * 2 ** -53
}

/** The normal with the mean, variance, skewness and kurtosis of a Poisson count, rounded. */
function largeCount(mean, z) {
  const root = Math.sqrt(mean)
  const skewed = (z * z - 1) / 6 - (z * (z * z + 2)) / (72 * root)
  return Math.max(0, Math.floor(mean + root * z + skewed + 0.5))
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
