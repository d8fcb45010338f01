// VogelsAbbott4000 — from models/networks/vogels-abbott.livn

// E · initialize
export function E_initialize(cells, shared, first, last) {
  const { v, ge, gi } = cells // mV, nS, nS
  const { step, seed } = shared

  for (let i = first; i < last; i++) {
    v[i] = -60 + 5 * normal(seed, 4241203974, i, step)
    ge[i] = Math.max(0, 40 + 15 * normal(seed, 1839944182, i, step))
    gi[i] = Math.max(0, 200 + 120 * normal(seed, 263559570, i, step))
  }
}

// E · step
export function E_step(cells, shared, first, last, spikes) {
  const { lastspike, ge, gi, v } = cells                      // integer, nS, nS, mV
  const { t_ref, taue, taui, g_L, C, E_L, E_e, E_i } = shared // ms, ms, ms, nS, pF, mV, mV, mV
  const { V_th } = shared                                     // mV
  const { dt, step } = shared                                 // ms, 1
  const silent_steps = Math.floor(t_ref / dt + 0.001)
  const ge_1 = -((dt * exprel((-1 / taue) * dt)) / taue)
  const gi_1 = -((dt * exprel((-1 / taui) * dt)) / taui)
  const dt_per_C = dt / C
  const v_1 = -dt_per_C

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = step - lastspike[i] >= silent_steps
    const ge_new = ge[i] + ge_1 * ge[i]
    const gi_new = gi[i] + gi_1 * gi[i]
    if (free) {
      const v_new =
        v[i] +
        dt_per_C *
          (exprel(v_1 * (g_L + ge[i] + gi[i])) *
            (g_L * (E_L - v[i]) + ge[i] * (E_e - v[i]) + gi[i] * (E_i - v[i])))
      v[i] = v_new
      if (v_new > V_th) {
        spikes[fired++] = i
        lastspike[i] = step
      }
    }
    ge[i] = ge_new
    gi[i] = gi_new
  }
  return fired
}

// E · reset
export function E_reset(cells, shared, first, last, list) {
  const { v } = cells    // mV
  const { V_r } = shared // mV

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = V_r
  }
}

// E · arrive
export function E_arrive(cells, shared, first, last) {
  const { inbox_ge, inbox_gi, ge, gi } = cells // nS, nS, nS, nS

  for (let i = first; i < last; i++) {
    ge[i] += inbox_ge[i]
    inbox_ge[i] = 0
    gi[i] += inbox_gi[i]
    inbox_gi[i] = 0
  }
}

// I · initialize
export function I_initialize(cells, shared, first, last) {
  const { v, ge, gi } = cells // mV, nS, nS
  const { step, seed } = shared

  for (let i = first; i < last; i++) {
    v[i] = -60 + 5 * normal(seed, 4039921890, i, step)
    ge[i] = Math.max(0, 40 + 15 * normal(seed, 1638703634, i, step))
    gi[i] = Math.max(0, 200 + 120 * normal(seed, 62024310, i, step))
  }
}

// I · step
export function I_step(cells, shared, first, last, spikes) {
  const { lastspike, ge, gi, v } = cells                      // integer, nS, nS, mV
  const { t_ref, taue, taui, g_L, C, E_L, E_e, E_i } = shared // ms, ms, ms, nS, pF, mV, mV, mV
  const { V_th } = shared                                     // mV
  const { dt, step } = shared                                 // ms, 1
  const silent_steps = Math.floor(t_ref / dt + 0.001)
  const ge_1 = -((dt * exprel((-1 / taue) * dt)) / taue)
  const gi_1 = -((dt * exprel((-1 / taui) * dt)) / taui)
  const dt_per_C = dt / C
  const v_1 = -dt_per_C

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = step - lastspike[i] >= silent_steps
    const ge_new = ge[i] + ge_1 * ge[i]
    const gi_new = gi[i] + gi_1 * gi[i]
    if (free) {
      const v_new =
        v[i] +
        dt_per_C *
          (exprel(v_1 * (g_L + ge[i] + gi[i])) *
            (g_L * (E_L - v[i]) + ge[i] * (E_e - v[i]) + gi[i] * (E_i - v[i])))
      v[i] = v_new
      if (v_new > V_th) {
        spikes[fired++] = i
        lastspike[i] = step
      }
    }
    ge[i] = ge_new
    gi[i] = gi_new
  }
  return fired
}

// I · reset
export function I_reset(cells, shared, first, last, list) {
  const { v } = cells    // mV
  const { V_r } = shared // mV

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = V_r
  }
}

// I · arrive
export function I_arrive(cells, shared, first, last) {
  const { inbox_ge, inbox_gi, ge, gi } = cells // nS, nS, nS, nS

  for (let i = first; i < last; i++) {
    ge[i] += inbox_ge[i]
    inbox_ge[i] = 0
    gi[i] += inbox_gi[i]
    inbox_gi[i] = 0
  }
}

// Excite · on_pre · from E to E
export function E_E_Excite_on_pre(connections, sources, targets, shared, first, last, list) {
  const { target: to } = connections // cell
  const { ge: post_ge } = targets    // nS

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_ge[target] += 6
  }
}

// Excite · on_pre · from E to I
export function E_I_Excite_on_pre(connections, sources, targets, shared, first, last, list) {
  const { target: to } = connections // cell
  const { ge: post_ge } = targets    // nS

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_ge[target] += 6
  }
}

// Inhibit · on_pre · from I to E
export function I_E_Inhibit_on_pre(connections, sources, targets, shared, first, last, list) {
  const { target: to } = connections // cell
  const { gi: post_gi } = targets    // nS

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_gi[target] += 67
  }
}

// Inhibit · on_pre · from I to I
export function I_I_Inhibit_on_pre(connections, sources, targets, shared, first, last, list) {
  const { target: to } = connections // cell
  const { gi: post_gi } = targets    // nS

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_gi[target] += 67
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
