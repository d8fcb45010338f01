// IzhikevichCulture — from models/cultures/izhikevich-culture.livn

// EXC · initialize
export function EXC_initialize(cells, shared, first, last) {
  const { r, c, d, v, u } = cells // 1, mV, mV, mV, mV
  const { b } = shared
  const { step, seed } = shared

  for (let i = first; i < last; i++) {
    r[i] = uniform(seed, 945829838, i, step)
    const r_squared = r[i] * r[i]
    c[i] = -65 + 15 * r_squared
    d[i] = 8 - 6 * r_squared
    v[i] = c[i]
    u[i] = b * c[i]
  }
}

// EXC · step
export function EXC_step(cells, shared, first, last, spikes) {
  const { 'AMPA.I': AMPA_I, 'NMDA.I': NMDA_I, 'GABA_A.I': GABA_A_I } = cells  // pA, pA, pA
  const { 'GABA_B.I': GABA_B_I, 'WhiteCurrent.I': WhiteCurrent_I } = cells    // pA, pA
  const { 'I.stimulus': I_stimulus, v, u, V_ext } = cells                     // pA, mV, mV, mV
  const { 'AMPA.tau': AMPA_tau, 'NMDA.tau': NMDA_tau } = shared               // ms, ms
  const { 'GABA_A.tau': GABA_A_tau, 'GABA_B.tau': GABA_B_tau, R, a } = shared // ms, ms, Gohm, 1/ms
  const { b } = shared
  const { dt } = shared // ms
  const decay_AMPA_I = Math.exp((-1 / AMPA_tau) * dt)
  const decay_NMDA_I = Math.exp((-1 / NMDA_tau) * dt)
  const decay_GABA_A_I = Math.exp((-1 / GABA_A_tau) * dt)
  const decay_GABA_B_I = Math.exp((-1 / GABA_B_tau) * dt)
  const dt_times_a = dt * a
  const k_AMPA_I_1 = -(dt / AMPA_tau)
  const k_NMDA_I_1 = -(dt / NMDA_tau)
  const k_GABA_A_I_1 = -(dt / GABA_A_tau)
  const k_GABA_B_I_1 = -(dt / GABA_B_tau)

  let fired = 0
  for (let i = first; i < last; i++) {
    const AMPA_I_new = decay_AMPA_I * AMPA_I[i]
    const NMDA_I_new = decay_NMDA_I * NMDA_I[i]
    const GABA_A_I_new = decay_GABA_A_I * GABA_A_I[i]
    const GABA_B_I_new = decay_GABA_B_I * GABA_B_I[i]
    const I = AMPA_I[i] + NMDA_I[i] + GABA_A_I[i] + GABA_B_I[i] + WhiteCurrent_I[i] + I_stimulus[i]
    const k_v = dt * (0.04 * (v[i] * v[i]) + 5 * v[i] + 140 - u[i] + R * I + V_ext[i])
    const v_mid = v[i] + k_v * 0.5
    const k_u = dt_times_a * (b * v[i] - u[i])
    const u_mid = u[i] + k_u * 0.5
    const k_AMPA_I = k_AMPA_I_1 * AMPA_I[i]
    const AMPA_I_mid = AMPA_I[i] + k_AMPA_I * 0.5
    const k_NMDA_I = k_NMDA_I_1 * NMDA_I[i]
    const NMDA_I_mid = NMDA_I[i] + k_NMDA_I * 0.5
    const k_GABA_A_I = k_GABA_A_I_1 * GABA_A_I[i]
    const GABA_A_I_mid = GABA_A_I[i] + k_GABA_A_I * 0.5
    const k_GABA_B_I = k_GABA_B_I_1 * GABA_B_I[i]
    const GABA_B_I_mid = GABA_B_I[i] + k_GABA_B_I * 0.5
    const I_2 =
      AMPA_I_mid + NMDA_I_mid + GABA_A_I_mid + GABA_B_I_mid + WhiteCurrent_I[i] + I_stimulus[i]
    const v_new =
      v[i] + dt * (0.04 * (v_mid * v_mid) + 5 * v_mid + 140 - u_mid + R * I_2 + V_ext[i])
    const u_new = u[i] + dt_times_a * (b * v_mid - u_mid)
    if (v_new >= 30) {
      spikes[fired++] = i
    }
    AMPA_I[i] = AMPA_I_new
    NMDA_I[i] = NMDA_I_new
    GABA_A_I[i] = GABA_A_I_new
    GABA_B_I[i] = GABA_B_I_new
    v[i] = v_new
    u[i] = u_new
  }
  return fired
}

// EXC · reset
export function EXC_reset(cells, shared, first, last, list) {
  const { c, d, v, u } = cells // mV, mV, mV, mV

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = c[i]
    u[i] += d[i]
  }
}

// EXC · arrive
export function EXC_arrive(cells, shared, first, last) {
  const { 'inbox_AMPA.I': inbox_AMPA_I, 'inbox_NMDA.I': inbox_NMDA_I } = cells         // pA, pA
  const { 'inbox_GABA_A.I': inbox_GABA_A_I, 'inbox_GABA_B.I': inbox_GABA_B_I } = cells // pA, pA
  const { 'AMPA.I': AMPA_I, 'NMDA.I': NMDA_I, 'GABA_A.I': GABA_A_I } = cells           // pA, pA, pA
  const { 'GABA_B.I': GABA_B_I } = cells                                               // pA

  for (let i = first; i < last; i++) {
    AMPA_I[i] += inbox_AMPA_I[i]
    inbox_AMPA_I[i] = 0
    NMDA_I[i] += inbox_NMDA_I[i]
    inbox_NMDA_I[i] = 0
    GABA_A_I[i] += inbox_GABA_A_I[i]
    inbox_GABA_A_I[i] = 0
    GABA_B_I[i] += inbox_GABA_B_I[i]
    inbox_GABA_B_I[i] = 0
  }
}

// EXC · renew_WhiteCurrent.I
export function EXC_renew_WhiteCurrent_I(cells, shared, first, last) {
  const { 'WhiteCurrent.I': WhiteCurrent_I } = cells    // pA
  const { 'WhiteCurrent.mu': WhiteCurrent_mu } = shared // pA
  const { 'WhiteCurrent.level': WhiteCurrent_level } = shared
  const { 'WhiteCurrent.sigma': WhiteCurrent_sigma } = shared // pA
  const { step, seed } = shared
  const WhiteCurrent_I_1 = WhiteCurrent_level * WhiteCurrent_sigma

  for (let i = first; i < last; i++) {
    WhiteCurrent_I[i] = WhiteCurrent_mu + WhiteCurrent_I_1 * normal(seed, 3001527169, i, step)
  }
}

// INH · initialize
export function INH_initialize(cells, shared, first, last) {
  const { r, b, a, v, u } = cells // 1, 1, 1/ms, mV, mV
  const { c } = shared            // mV
  const { step, seed } = shared

  for (let i = first; i < last; i++) {
    r[i] = uniform(seed, 3215884290, i, step)
    a[i] = 0.02 + 0.08 * r[i]
    b[i] = 0.25 - 0.05 * r[i]
    v[i] = c
    u[i] = b[i] * c
  }
}

// INH · step
export function INH_step(cells, shared, first, last, spikes) {
  const { 'AMPA.I': AMPA_I, 'NMDA.I': NMDA_I, 'GABA_A.I': GABA_A_I } = cells // pA, pA, pA
  const { 'GABA_B.I': GABA_B_I, 'WhiteCurrent.I': WhiteCurrent_I } = cells // pA, pA
  const { 'I.stimulus': I_stimulus, v, u, V_ext, a, b } = cells // pA, mV, mV, mV, 1/ms, 1
  const { 'AMPA.tau': AMPA_tau, 'NMDA.tau': NMDA_tau } = shared // ms, ms
  const { 'GABA_A.tau': GABA_A_tau, 'GABA_B.tau': GABA_B_tau, R } = shared // ms, ms, Gohm
  const { dt } = shared // ms
  const decay_AMPA_I = Math.exp((-1 / AMPA_tau) * dt)
  const decay_NMDA_I = Math.exp((-1 / NMDA_tau) * dt)
  const decay_GABA_A_I = Math.exp((-1 / GABA_A_tau) * dt)
  const decay_GABA_B_I = Math.exp((-1 / GABA_B_tau) * dt)
  const k_AMPA_I_1 = -(dt / AMPA_tau)
  const k_NMDA_I_1 = -(dt / NMDA_tau)
  const k_GABA_A_I_1 = -(dt / GABA_A_tau)
  const k_GABA_B_I_1 = -(dt / GABA_B_tau)

  let fired = 0
  for (let i = first; i < last; i++) {
    const AMPA_I_new = decay_AMPA_I * AMPA_I[i]
    const NMDA_I_new = decay_NMDA_I * NMDA_I[i]
    const GABA_A_I_new = decay_GABA_A_I * GABA_A_I[i]
    const GABA_B_I_new = decay_GABA_B_I * GABA_B_I[i]
    const I = AMPA_I[i] + NMDA_I[i] + GABA_A_I[i] + GABA_B_I[i] + WhiteCurrent_I[i] + I_stimulus[i]
    const k_v = dt * (0.04 * (v[i] * v[i]) + 5 * v[i] + 140 - u[i] + R * I + V_ext[i])
    const v_mid = v[i] + k_v * 0.5
    const k_u = dt * (a[i] * (b[i] * v[i] - u[i]))
    const u_mid = u[i] + k_u * 0.5
    const k_AMPA_I = k_AMPA_I_1 * AMPA_I[i]
    const AMPA_I_mid = AMPA_I[i] + k_AMPA_I * 0.5
    const k_NMDA_I = k_NMDA_I_1 * NMDA_I[i]
    const NMDA_I_mid = NMDA_I[i] + k_NMDA_I * 0.5
    const k_GABA_A_I = k_GABA_A_I_1 * GABA_A_I[i]
    const GABA_A_I_mid = GABA_A_I[i] + k_GABA_A_I * 0.5
    const k_GABA_B_I = k_GABA_B_I_1 * GABA_B_I[i]
    const GABA_B_I_mid = GABA_B_I[i] + k_GABA_B_I * 0.5
    const I_2 =
      AMPA_I_mid + NMDA_I_mid + GABA_A_I_mid + GABA_B_I_mid + WhiteCurrent_I[i] + I_stimulus[i]
    const v_new =
      v[i] + dt * (0.04 * (v_mid * v_mid) + 5 * v_mid + 140 - u_mid + R * I_2 + V_ext[i])
    const u_new = u[i] + dt * (a[i] * (b[i] * v_mid - u_mid))
    if (v_new >= 30) {
      spikes[fired++] = i
    }
    AMPA_I[i] = AMPA_I_new
    NMDA_I[i] = NMDA_I_new
    GABA_A_I[i] = GABA_A_I_new
    GABA_B_I[i] = GABA_B_I_new
    v[i] = v_new
    u[i] = u_new
  }
  return fired
}

// INH · reset
export function INH_reset(cells, shared, first, last, list) {
  const { v, u } = cells  // mV, mV
  const { c, d } = shared // mV, mV

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = c
    u[i] += d
  }
}

// INH · arrive
export function INH_arrive(cells, shared, first, last) {
  const { 'inbox_AMPA.I': inbox_AMPA_I, 'inbox_NMDA.I': inbox_NMDA_I } = cells         // pA, pA
  const { 'inbox_GABA_A.I': inbox_GABA_A_I, 'inbox_GABA_B.I': inbox_GABA_B_I } = cells // pA, pA
  const { 'AMPA.I': AMPA_I, 'NMDA.I': NMDA_I, 'GABA_A.I': GABA_A_I } = cells           // pA, pA, pA
  const { 'GABA_B.I': GABA_B_I } = cells                                               // pA

  for (let i = first; i < last; i++) {
    AMPA_I[i] += inbox_AMPA_I[i]
    inbox_AMPA_I[i] = 0
    NMDA_I[i] += inbox_NMDA_I[i]
    inbox_NMDA_I[i] = 0
    GABA_A_I[i] += inbox_GABA_A_I[i]
    inbox_GABA_A_I[i] = 0
    GABA_B_I[i] += inbox_GABA_B_I[i]
    inbox_GABA_B_I[i] = 0
  }
}

// INH · renew_WhiteCurrent.I
export function INH_renew_WhiteCurrent_I(cells, shared, first, last) {
  const { 'WhiteCurrent.I': WhiteCurrent_I } = cells    // pA
  const { 'WhiteCurrent.mu': WhiteCurrent_mu } = shared // pA
  const { 'WhiteCurrent.level': WhiteCurrent_level } = shared
  const { 'WhiteCurrent.sigma': WhiteCurrent_sigma } = shared // pA
  const { step, seed } = shared
  const WhiteCurrent_I_1 = WhiteCurrent_level * WhiteCurrent_sigma

  for (let i = first; i < last; i++) {
    WhiteCurrent_I[i] = WhiteCurrent_mu + WhiteCurrent_I_1 * normal(seed, 2555374034, i, step)
  }
}

// AMPA · on_pre · from EXC to EXC
export function EXC_EXC_AMPA_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections    // 1, cell
  const { 'AMPA.I': post_AMPA_I } = targets     // pA
  const { 'post.AMPA.q': post_AMPA_q } = shared // pA

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_AMPA_I[target] += weight[i] * post_AMPA_q
  }
}

// AMPA · on_pre · from EXC to INH
export function EXC_INH_AMPA_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections    // 1, cell
  const { 'AMPA.I': post_AMPA_I } = targets     // pA
  const { 'post.AMPA.q': post_AMPA_q } = shared // pA

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_AMPA_I[target] += weight[i] * post_AMPA_q
  }
}

// AMPA · on_pre · from INH to EXC
export function INH_EXC_AMPA_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections    // 1, cell
  const { 'AMPA.I': post_AMPA_I } = targets     // pA
  const { 'post.AMPA.q': post_AMPA_q } = shared // pA

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_AMPA_I[target] += weight[i] * post_AMPA_q
  }
}

// AMPA · on_pre · from INH to INH
export function INH_INH_AMPA_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections    // 1, cell
  const { 'AMPA.I': post_AMPA_I } = targets     // pA
  const { 'post.AMPA.q': post_AMPA_q } = shared // pA

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_AMPA_I[target] += weight[i] * post_AMPA_q
  }
}

// NMDA · on_pre · from EXC to EXC
export function EXC_EXC_NMDA_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections    // 1, cell
  const { 'NMDA.I': post_NMDA_I } = targets     // pA
  const { 'post.NMDA.q': post_NMDA_q } = shared // pA

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_NMDA_I[target] += weight[i] * post_NMDA_q
  }
}

// NMDA · on_pre · from EXC to INH
export function EXC_INH_NMDA_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections    // 1, cell
  const { 'NMDA.I': post_NMDA_I } = targets     // pA
  const { 'post.NMDA.q': post_NMDA_q } = shared // pA

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_NMDA_I[target] += weight[i] * post_NMDA_q
  }
}

// NMDA · on_pre · from INH to EXC
export function INH_EXC_NMDA_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections    // 1, cell
  const { 'NMDA.I': post_NMDA_I } = targets     // pA
  const { 'post.NMDA.q': post_NMDA_q } = shared // pA

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_NMDA_I[target] += weight[i] * post_NMDA_q
  }
}

// NMDA · on_pre · from INH to INH
export function INH_INH_NMDA_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections    // 1, cell
  const { 'NMDA.I': post_NMDA_I } = targets     // pA
  const { 'post.NMDA.q': post_NMDA_q } = shared // pA

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_NMDA_I[target] += weight[i] * post_NMDA_q
  }
}

// GABA_A · on_pre · from EXC to EXC
export function EXC_EXC_GABA_A_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections        // 1, cell
  const { 'GABA_A.I': post_GABA_A_I } = targets     // pA
  const { 'post.GABA_A.q': post_GABA_A_q } = shared // pA

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_GABA_A_I[target] += weight[i] * post_GABA_A_q
  }
}

// GABA_A · on_pre · from EXC to INH
export function EXC_INH_GABA_A_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections        // 1, cell
  const { 'GABA_A.I': post_GABA_A_I } = targets     // pA
  const { 'post.GABA_A.q': post_GABA_A_q } = shared // pA

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_GABA_A_I[target] += weight[i] * post_GABA_A_q
  }
}

// GABA_A · on_pre · from INH to EXC
export function INH_EXC_GABA_A_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections        // 1, cell
  const { 'GABA_A.I': post_GABA_A_I } = targets     // pA
  const { 'post.GABA_A.q': post_GABA_A_q } = shared // pA

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_GABA_A_I[target] += weight[i] * post_GABA_A_q
  }
}

// GABA_A · on_pre · from INH to INH
export function INH_INH_GABA_A_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections        // 1, cell
  const { 'GABA_A.I': post_GABA_A_I } = targets     // pA
  const { 'post.GABA_A.q': post_GABA_A_q } = shared // pA

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_GABA_A_I[target] += weight[i] * post_GABA_A_q
  }
}

// GABA_B · on_pre · from EXC to EXC
export function EXC_EXC_GABA_B_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections        // 1, cell
  const { 'GABA_B.I': post_GABA_B_I } = targets     // pA
  const { 'post.GABA_B.q': post_GABA_B_q } = shared // pA

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_GABA_B_I[target] += weight[i] * post_GABA_B_q
  }
}

// GABA_B · on_pre · from EXC to INH
export function EXC_INH_GABA_B_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections        // 1, cell
  const { 'GABA_B.I': post_GABA_B_I } = targets     // pA
  const { 'post.GABA_B.q': post_GABA_B_q } = shared // pA

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_GABA_B_I[target] += weight[i] * post_GABA_B_q
  }
}

// GABA_B · on_pre · from INH to EXC
export function INH_EXC_GABA_B_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections        // 1, cell
  const { 'GABA_B.I': post_GABA_B_I } = targets     // pA
  const { 'post.GABA_B.q': post_GABA_B_q } = shared // pA

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_GABA_B_I[target] += weight[i] * post_GABA_B_q
  }
}

// GABA_B · on_pre · from INH to INH
export function INH_INH_GABA_B_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections        // 1, cell
  const { 'GABA_B.I': post_GABA_B_I } = targets     // pA
  const { 'post.GABA_B.q': post_GABA_B_q } = shared // pA

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_GABA_B_I[target] += weight[i] * post_GABA_B_q
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
