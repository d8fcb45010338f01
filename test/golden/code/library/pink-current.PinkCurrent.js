// PinkCurrent — from models/noise/pink-current.livn

// PinkCurrent · initialize
export function initialize(cells, shared, first, last) {
  const { a, b, c, d, e, f } = cells // pA, pA, pA, pA, pA, pA
  const { level, sigma } = shared    // 1, pA
  const { step, seed } = shared
  const a_1 = (level * sigma) / 2.449489742783178

  for (let i = first; i < last; i++) {
    a[i] = a_1 * normal(seed, 307211433, i, step)
    b[i] = a_1 * normal(seed, 1134991432, i, step)
    c[i] = a_1 * normal(seed, 3320726743, i, step)
    d[i] = a_1 * normal(seed, 3804529390, i, step)
    e[i] = a_1 * normal(seed, 1206738453, i, step)
    f[i] = a_1 * normal(seed, 2492926260, i, step)
  }
}

// PinkCurrent · step
export function step(cells, shared, first, last, spikes) {
  const { a, b, c, d, e, f } = cells   // pA, pA, pA, pA, pA, pA
  const { tau, level, sigma } = shared // ms, 1, pA
  const { dt, step, seed } = shared    // ms, 1, 1
  const decay_a_1 = (-1 / tau) * dt
  const decay_a = Math.exp(decay_a_1)
  const s = (level * sigma) / 2.449489742783178
  const sqrt_dt = Math.sqrt(dt)
  const a_1 = s * Math.sqrt(2 / tau) * Math.sqrt(exprel(2 * decay_a_1)) * sqrt_dt
  const decay_b_1 = 4 * tau
  const decay_b_2 = (-1 / decay_b_1) * dt
  const decay_b = Math.exp(decay_b_2)
  const b_1 = s * Math.sqrt(2 / decay_b_1) * Math.sqrt(exprel(2 * decay_b_2)) * sqrt_dt
  const decay_c_1 = 16 * tau
  const decay_c_2 = (-1 / decay_c_1) * dt
  const decay_c = Math.exp(decay_c_2)
  const c_1 = s * Math.sqrt(2 / decay_c_1) * Math.sqrt(exprel(2 * decay_c_2)) * sqrt_dt
  const decay_d_1 = 64 * tau
  const decay_d_2 = (-1 / decay_d_1) * dt
  const decay_d = Math.exp(decay_d_2)
  const d_1 = s * Math.sqrt(2 / decay_d_1) * Math.sqrt(exprel(2 * decay_d_2)) * sqrt_dt
  const decay_e_1 = 256 * tau
  const decay_e_2 = (-1 / decay_e_1) * dt
  const decay_e = Math.exp(decay_e_2)
  const e_1 = s * Math.sqrt(2 / decay_e_1) * Math.sqrt(exprel(2 * decay_e_2)) * sqrt_dt
  const decay_f_1 = 1024 * tau
  const decay_f_2 = (-1 / decay_f_1) * dt
  const decay_f = Math.exp(decay_f_2)
  const f_1 = s * Math.sqrt(2 / decay_f_1) * Math.sqrt(exprel(2 * decay_f_2)) * sqrt_dt

  let fired = 0
  for (let i = first; i < last; i++) {
    const a_new = decay_a * a[i] + a_1 * normal(seed, 168343242, i, step)
    const b_new = decay_b * b[i] + b_1 * normal(seed, 571153193, i, step)
    const c_new = decay_c * c[i] + c_1 * normal(seed, 2249062188, i, step)
    const d_new = decay_d * d[i] + d_1 * normal(seed, 2113708403, i, step)
    const e_new = decay_e * e[i] + e_1 * normal(seed, 2717849782, i, step)
    const f_new = decay_f * f[i] + f_1 * normal(seed, 2315334021, i, step)
    a[i] = a_new
    b[i] = b_new
    c[i] = c_new
    d[i] = d_new
    e[i] = e_new
    f[i] = f_new
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
