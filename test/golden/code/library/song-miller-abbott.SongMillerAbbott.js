// SongMillerAbbott — from models/networks/song-miller-abbott.livn

// In · step
export function In_step(cells, shared, first, last, spikes) {
  const { rate } = shared           // Hz
  const { dt, step, seed } = shared // ms, 1, 1
  const rate_times_dt = rate * dt

  let fired = 0
  for (let i = first; i < last; i++) {
    if (uniform(seed, 1288727065, i, step) < rate_times_dt) {
      spikes[fired++] = i
    }
  }
  return fired
}

// Out · initialize
export function Out_initialize(cells, shared, first, last) {
  const { v } = cells    // mV
  const { V_r } = shared // mV

  for (let i = first; i < last; i++) {
    v[i] = V_r
  }
}

// Out · step
export function Out_step(cells, shared, first, last, spikes) {
  const { v, ge } = cells                       // mV, 1
  const { tau, E_L, E_e, tau_e, V_th } = shared // ms, mV, mV, ms, mV
  const { dt } = shared                         // ms
  const dt_per_tau = dt / tau
  const ge_1 = -((dt * exprel((-1 / tau_e) * dt)) / tau_e)

  let fired = 0
  for (let i = first; i < last; i++) {
    const v_new =
      v[i] + dt_per_tau * (exprel(dt_per_tau * (-1 - ge[i])) * (E_L - v[i] + ge[i] * (E_e - v[i])))
    const ge_new = ge[i] + ge_1 * ge[i]
    if (v_new > V_th) {
      spikes[fired++] = i
    }
    v[i] = v_new
    ge[i] = ge_new
  }
  return fired
}

// Out · reset
export function Out_reset(cells, shared, first, last, list) {
  const { v } = cells    // mV
  const { V_r } = shared // mV

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = V_r
  }
}

// Plastic · on_pre · from In to Out
export function In_Out_Plastic_on_pre(connections, sources, targets, shared, first, last, list) {
  const { updated, pre, post, weight, target: to } = connections // integer, 1, 1, 1, cell
  const { ge: post_ge } = targets
  const { tau_pre, tau_post, A_pre, g_max } = shared // ms, ms, 1, 1
  const { dt, step } = shared                        // ms, 1
  const pre_now_1 = -1 / tau_pre
  const post_now_1 = -1 / tau_post
  const A_pre_times_g_max = A_pre * g_max

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const since = (step - updated[i]) * dt
    const pre_now = Math.exp(pre_now_1 * since) * pre[i]
    const post_now = Math.exp(post_now_1 * since) * post[i]
    pre[i] = pre_now
    post[i] = post_now
    updated[i] = step
    pre[i] += A_pre_times_g_max
    const delivered = weight[i]
    weight[i] = Math.min(Math.max(weight[i] + post[i], 0), g_max)
    post_ge[target] += delivered
  }
}

// Plastic · on_post · from In to Out
export function In_Out_Plastic_on_post(connections, sources, targets, shared, first, last, list) {
  const { updated, pre, post, weight } = connections        // integer, 1, 1, 1
  const { tau_pre, tau_post, ratio, A_pre, g_max } = shared // ms, ms, 1, 1, 1
  const { dt, step } = shared                               // ms, 1
  const pre_now_1 = -1 / tau_pre
  const post_now_1 = -1 / tau_post
  const post_1 = -(ratio * A_pre * g_max)

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const since_2 = (step - updated[i]) * dt
    const pre_now_2 = Math.exp(pre_now_1 * since_2) * pre[i]
    const post_now_2 = Math.exp(post_now_1 * since_2) * post[i]
    pre[i] = pre_now_2
    post[i] = post_now_2
    updated[i] = step
    post[i] += post_1
    weight[i] = Math.min(Math.max(weight[i] + pre[i], 0), g_max)
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
