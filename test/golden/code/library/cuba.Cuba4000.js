// Cuba4000 — from models/networks/cuba.livn

// E · initialize
export function E_initialize(cells, shared, first, last) {
  const { v } = cells       // mV
  const { Vr, Vt } = shared // mV, mV
  const { step, seed } = shared
  const Vt_minus_Vr = Vt - Vr

  for (let i = first; i < last; i++) {
    v[i] = Vr + Vt_minus_Vr * uniform(seed, 4241203974, i, step)
  }
}

// E · step
export function E_step(cells, shared, first, last, spikes) {
  const { lastspike, ge, gi, v } = cells                                // integer, mV, mV, mV
  const { P_ge_ge, P_gi_gi, P_v_v, P_v_ge, P_v_gi, Q_v_v, El } = shared // 1, 1, 1, 1, 1, 1, mV
  const { taum, Vt } = shared                                           // ms, mV
  const { dt, step } = shared                                           // ms, 1
  const silent_steps = Math.floor(5 / dt + 0.001)
  const v_1 = Q_v_v * (El / taum)

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = step - lastspike[i] >= silent_steps
    const ge_new = P_ge_ge * ge[i]
    const gi_new = P_gi_gi * gi[i]
    if (free) {
      const v_new = P_v_v * v[i] + P_v_ge * ge[i] + P_v_gi * gi[i] + v_1
      v[i] = v_new
      if (v_new > Vt) {
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
  const { v } = cells   // mV
  const { Vr } = shared // mV

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = Vr
  }
}

// E · arrive
export function E_arrive(cells, shared, first, last) {
  const { inbox_ge, inbox_gi, ge, gi } = cells // mV, mV, mV, mV

  for (let i = first; i < last; i++) {
    ge[i] += inbox_ge[i]
    inbox_ge[i] = 0
    gi[i] += inbox_gi[i]
    inbox_gi[i] = 0
  }
}

// I · initialize
export function I_initialize(cells, shared, first, last) {
  const { v } = cells       // mV
  const { Vr, Vt } = shared // mV, mV
  const { step, seed } = shared
  const Vt_minus_Vr = Vt - Vr

  for (let i = first; i < last; i++) {
    v[i] = Vr + Vt_minus_Vr * uniform(seed, 4039921890, i, step)
  }
}

// I · step
export function I_step(cells, shared, first, last, spikes) {
  const { lastspike, ge, gi, v } = cells                                // integer, mV, mV, mV
  const { P_ge_ge, P_gi_gi, P_v_v, P_v_ge, P_v_gi, Q_v_v, El } = shared // 1, 1, 1, 1, 1, 1, mV
  const { taum, Vt } = shared                                           // ms, mV
  const { dt, step } = shared                                           // ms, 1
  const silent_steps = Math.floor(5 / dt + 0.001)
  const v_1 = Q_v_v * (El / taum)

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = step - lastspike[i] >= silent_steps
    const ge_new = P_ge_ge * ge[i]
    const gi_new = P_gi_gi * gi[i]
    if (free) {
      const v_new = P_v_v * v[i] + P_v_ge * ge[i] + P_v_gi * gi[i] + v_1
      v[i] = v_new
      if (v_new > Vt) {
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
  const { v } = cells   // mV
  const { Vr } = shared // mV

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = Vr
  }
}

// I · arrive
export function I_arrive(cells, shared, first, last) {
  const { inbox_ge, inbox_gi, ge, gi } = cells // mV, mV, mV, mV

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
  const { ge: post_ge } = targets    // mV

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_ge[target] += 1.62
  }
}

// Excite · on_pre · from E to I
export function E_I_Excite_on_pre(connections, sources, targets, shared, first, last, list) {
  const { target: to } = connections // cell
  const { ge: post_ge } = targets    // mV

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_ge[target] += 1.62
  }
}

// Inhibit · on_pre · from I to E
export function I_E_Inhibit_on_pre(connections, sources, targets, shared, first, last, list) {
  const { target: to } = connections // cell
  const { gi: post_gi } = targets    // mV

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_gi[target] -= 9
  }
}

// Inhibit · on_pre · from I to I
export function I_I_Inhibit_on_pre(connections, sources, targets, shared, first, last, list) {
  const { target: to } = connections // cell
  const { gi: post_gi } = targets    // mV

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_gi[target] -= 9
  }
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
