// Simple — from models/networks/izhikevich-1000.livn

// Simple · initialize
export function initialize(cells, shared, first, last) {
  const { v, u } = cells
  const { b } = shared
  const u_1 = -65 * b

  for (let i = first; i < last; i++) {
    v[i] = -65
    u[i] = u_1
  }
}

// Simple · step
export function step(cells, shared, first, last, spikes) {
  const { v, u, thalamus, s } = cells
  const { a, b } = shared
  const { dt } = shared // ms
  const dt_times_a = dt * a

  let fired = 0
  for (let i = first; i < last; i++) {
    const v_new = v[i] + dt * (0.04 * (v[i] * v[i]) + 5 * v[i] + 140 - u[i] + thalamus[i] + s[i])
    const u_new = u[i] + dt_times_a * (b * v[i] - u[i])
    const s_new = s[i] - s[i] * dt
    if (v_new >= 30) {
      spikes[fired++] = i
    }
    v[i] = v_new
    u[i] = u_new
    s[i] = s_new
  }
  return fired
}

// Simple · reset
export function reset(cells, shared, first, last, list) {
  const { v, u } = cells
  const { c, d } = shared

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = c
    u[i] += d
  }
}

// Simple · renew_thalamus
export function renew_thalamus(cells, shared, first, last) {
  const { thalamus } = cells
  const { noise } = shared
  const { step, seed } = shared

  for (let i = first; i < last; i++) {
    thalamus[i] = noise * normal(seed, 3591355942, i, step)
  }
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
