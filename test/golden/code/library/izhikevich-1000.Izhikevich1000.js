// Izhikevich1000 — from models/networks/izhikevich-1000.livn

// E · initialize
export function E_initialize(cells, shared, first, last) {
  const { r, c, d, v, u } = cells
  const { b } = shared
  const { step, seed } = shared
  const u_1 = -65 * b

  for (let i = first; i < last; i++) {
    r[i] = uniform(seed, 1713844722, i, step)
    const r_squared = r[i] * r[i]
    c[i] = -65 + 15 * r_squared
    d[i] = 8 - 6 * r_squared
    v[i] = -65
    u[i] = u_1
  }
}

// E · step
export function E_step(cells, shared, first, last, spikes) {
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

// E · reset
export function E_reset(cells, shared, first, last, list) {
  const { c, d, v, u } = cells

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = c[i]
    u[i] += d[i]
  }
}

// E · arrive
export function E_arrive(cells, shared, first, last) {
  const { inbox_s, s } = cells

  for (let i = first; i < last; i++) {
    s[i] += inbox_s[i]
    inbox_s[i] = 0
  }
}

// E · renew_thalamus
export function E_renew_thalamus(cells, shared, first, last) {
  const { thalamus } = cells
  const { noise } = shared
  const { step, seed } = shared

  for (let i = first; i < last; i++) {
    thalamus[i] = noise * normal(seed, 2637642297, i, step)
  }
}

// I · initialize
export function I_initialize(cells, shared, first, last) {
  const { r, b, a, v, u } = cells
  const { step, seed } = shared

  for (let i = first; i < last; i++) {
    r[i] = uniform(seed, 3936438034, i, step)
    a[i] = 0.02 + 0.08 * r[i]
    b[i] = 0.25 - 0.05 * r[i]
    v[i] = -65
    u[i] = -65 * b[i]
  }
}

// I · step
export function I_step(cells, shared, first, last, spikes) {
  const { v, u, thalamus, s, a, b } = cells
  const { dt } = shared // ms

  let fired = 0
  for (let i = first; i < last; i++) {
    const v_new = v[i] + dt * (0.04 * (v[i] * v[i]) + 5 * v[i] + 140 - u[i] + thalamus[i] + s[i])
    const u_new = u[i] + dt * (a[i] * (b[i] * v[i] - u[i]))
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

// I · reset
export function I_reset(cells, shared, first, last, list) {
  const { v, u } = cells
  const { c, d } = shared

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = c
    u[i] += d
  }
}

// I · arrive
export function I_arrive(cells, shared, first, last) {
  const { inbox_s, s } = cells

  for (let i = first; i < last; i++) {
    s[i] += inbox_s[i]
    inbox_s[i] = 0
  }
}

// I · renew_thalamus
export function I_renew_thalamus(cells, shared, first, last) {
  const { thalamus } = cells
  const { noise } = shared
  const { step, seed } = shared

  for (let i = first; i < last; i++) {
    thalamus[i] = noise * normal(seed, 2435893725, i, step)
  }
}

// Push · on_pre · from E to E
export function E_E_Push_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections // 1, cell
  const { s: post_s } = targets

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_s[target] += weight[i]
  }
}

// Push · on_pre · from E to I
export function E_I_Push_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections // 1, cell
  const { s: post_s } = targets

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_s[target] += weight[i]
  }
}

// Push · on_pre · from I to E
export function I_E_Push_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections // 1, cell
  const { s: post_s } = targets

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_s[target] += weight[i]
  }
}

// Push · on_pre · from I to I
export function I_I_Push_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections // 1, cell
  const { s: post_s } = targets

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_s[target] += weight[i]
  }
}

/** Standard normal by Box and Muller. */
function normal(seed, stream, cell, step) {
  threefry(seed, stream, cell, step)
  const radius = Math.sqrt(-2 * Math.log((words[0] + 0.5) * 2 ** -32))
  return radius * Math.cos(2 * Math.PI * (words[1] * 2 ** -32))
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
