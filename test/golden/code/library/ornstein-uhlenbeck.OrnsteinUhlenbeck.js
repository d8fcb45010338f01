// OrnsteinUhlenbeck — from models/noise/ornstein-uhlenbeck.livn

// OrnsteinUhlenbeck · initialize
export function initialize(cells, shared, first, last) {
  const { I } = cells                 // pA
  const { mu, level, sigma } = shared // pA, 1, pA
  const { step, seed } = shared
  const level_times_sigma = level * sigma

  for (let i = first; i < last; i++) {
    I[i] = mu + level_times_sigma * normal(seed, 3413184733, i, step)
  }
}

// OrnsteinUhlenbeck · step
export function step(cells, shared, first, last, spikes) {
  const { I } = cells                      // pA
  const { tau, mu, level, sigma } = shared // ms, pA, 1, pA
  const { dt, step, seed } = shared        // ms, 1, 1
  const decay_I_1 = (-1 / tau) * dt
  const decay_I = Math.exp(decay_I_1)
  const gain_I = dt * exprel(decay_I_1)
  const I_1 = gain_I * (mu / tau)
  const I_2 = level * sigma * Math.sqrt(2 / tau) * Math.sqrt(exprel(2 * decay_I_1)) * Math.sqrt(dt)

  let fired = 0
  for (let i = first; i < last; i++) {
    const I_new = decay_I * I[i] + I_1 + I_2 * normal(seed, 4262310214, i, step)
    I[i] = I_new
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
