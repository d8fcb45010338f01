// LifCulture — from models/cultures/lif-culture.livn

// EXC · initialize
export function EXC_initialize(cells, shared, first, last) {
  const { v } = cells    // mV
  const { E_L } = shared // mV

  for (let i = first; i < last; i++) {
    v[i] = E_L
  }
}

// EXC · step
export function EXC_step(cells, shared, first, last, spikes) {
  const { lastspike, 'AMPA.I': AMPA_I, 'NMDA.I': NMDA_I } = cells // integer, pA, pA
  const { 'GABA_A.I': GABA_A_I, 'GABA_B.I': GABA_B_I, theta_s, v } = cells // pA, pA, mV, mV
  const { V_ext, 'WhiteCurrent.I': WhiteCurrent_I, 'I.stimulus': I_stimulus } = cells // mV, pA, pA
  const { t_ref, 'P_AMPA.I_AMPA.I': P_AMPA_I_AMPA_I } = shared // ms, 1
  const { 'P_NMDA.I_NMDA.I': P_NMDA_I_NMDA_I } = shared
  const { 'P_GABA_A.I_GABA_A.I': P_GABA_A_I_GABA_A_I } = shared
  const { 'P_GABA_B.I_GABA_B.I': P_GABA_B_I_GABA_B_I, theta_rate, P_v_v } = shared // 1, 1/ms, 1
  const { 'P_v_AMPA.I': P_v_AMPA_I, 'P_v_NMDA.I': P_v_NMDA_I } = shared
  const { 'P_v_GABA_A.I': P_v_GABA_A_I, 'P_v_GABA_B.I': P_v_GABA_B_I, Q_v_v } = shared
  const { E_L, tau_m, g_L, V_th } = shared // mV, ms, nS, mV
  const { dt, step } = shared              // ms, 1
  const silent_steps = Math.floor(t_ref / dt + 0.001)
  const decay_theta_s = Math.exp(-theta_rate * dt)
  const Q_v_v_per_tau_m = Q_v_v / tau_m
  const v_1 = Q_v_v * (E_L / tau_m)
  const v_2 = Q_v_v * (1 / g_L / tau_m)

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = step - lastspike[i] >= silent_steps
    const AMPA_I_new = P_AMPA_I_AMPA_I * AMPA_I[i]
    const NMDA_I_new = P_NMDA_I_NMDA_I * NMDA_I[i]
    const GABA_A_I_new = P_GABA_A_I_GABA_A_I * GABA_A_I[i]
    const GABA_B_I_new = P_GABA_B_I_GABA_B_I * GABA_B_I[i]
    const theta_s_new = decay_theta_s * theta_s[i]
    if (free) {
      const v_new =
        P_v_v * v[i] +
        P_v_AMPA_I * AMPA_I[i] +
        P_v_NMDA_I * NMDA_I[i] +
        P_v_GABA_A_I * GABA_A_I[i] +
        P_v_GABA_B_I * GABA_B_I[i] +
        (v_1 + Q_v_v_per_tau_m * V_ext[i] + v_2 * WhiteCurrent_I[i] + v_2 * I_stimulus[i])
      v[i] = v_new
      if (v_new > V_th + theta_s_new) {
        spikes[fired++] = i
        lastspike[i] = step
      }
    }
    AMPA_I[i] = AMPA_I_new
    NMDA_I[i] = NMDA_I_new
    GABA_A_I[i] = GABA_A_I_new
    GABA_B_I[i] = GABA_B_I_new
    theta_s[i] = theta_s_new
  }
  return fired
}

// EXC · reset
export function EXC_reset(cells, shared, first, last, list) {
  const { v, theta_s } = cells                                        // mV, mV
  const { E_L, f_v, delta_v, theta_jump, theta_rate, t_ref } = shared // mV, 1, mV, mV, 1/ms, ms
  const theta_s_1 = theta_jump * Math.exp(Math.min(theta_rate * t_ref, 50))

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = E_L + f_v * (v[i] - E_L) - delta_v
    theta_s[i] += theta_s_1
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
  const { v } = cells    // mV
  const { E_L } = shared // mV

  for (let i = first; i < last; i++) {
    v[i] = E_L
  }
}

// INH · step
export function INH_step(cells, shared, first, last, spikes) {
  const { lastspike, 'AMPA.I': AMPA_I, 'NMDA.I': NMDA_I } = cells // integer, pA, pA
  const { 'GABA_A.I': GABA_A_I, 'GABA_B.I': GABA_B_I, theta_s, v } = cells // pA, pA, mV, mV
  const { V_ext, 'WhiteCurrent.I': WhiteCurrent_I, 'I.stimulus': I_stimulus } = cells // mV, pA, pA
  const { t_ref, 'P_AMPA.I_AMPA.I': P_AMPA_I_AMPA_I } = shared // ms, 1
  const { 'P_NMDA.I_NMDA.I': P_NMDA_I_NMDA_I } = shared
  const { 'P_GABA_A.I_GABA_A.I': P_GABA_A_I_GABA_A_I } = shared
  const { 'P_GABA_B.I_GABA_B.I': P_GABA_B_I_GABA_B_I, theta_rate, P_v_v } = shared // 1, 1/ms, 1
  const { 'P_v_AMPA.I': P_v_AMPA_I, 'P_v_NMDA.I': P_v_NMDA_I } = shared
  const { 'P_v_GABA_A.I': P_v_GABA_A_I, 'P_v_GABA_B.I': P_v_GABA_B_I, Q_v_v } = shared
  const { E_L, tau_m, g_L, V_th } = shared // mV, ms, nS, mV
  const { dt, step } = shared              // ms, 1
  const silent_steps = Math.floor(t_ref / dt + 0.001)
  const decay_theta_s = Math.exp(-theta_rate * dt)
  const Q_v_v_per_tau_m = Q_v_v / tau_m
  const v_1 = Q_v_v * (E_L / tau_m)
  const v_2 = Q_v_v * (1 / g_L / tau_m)

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = step - lastspike[i] >= silent_steps
    const AMPA_I_new = P_AMPA_I_AMPA_I * AMPA_I[i]
    const NMDA_I_new = P_NMDA_I_NMDA_I * NMDA_I[i]
    const GABA_A_I_new = P_GABA_A_I_GABA_A_I * GABA_A_I[i]
    const GABA_B_I_new = P_GABA_B_I_GABA_B_I * GABA_B_I[i]
    const theta_s_new = decay_theta_s * theta_s[i]
    if (free) {
      const v_new =
        P_v_v * v[i] +
        P_v_AMPA_I * AMPA_I[i] +
        P_v_NMDA_I * NMDA_I[i] +
        P_v_GABA_A_I * GABA_A_I[i] +
        P_v_GABA_B_I * GABA_B_I[i] +
        (v_1 + Q_v_v_per_tau_m * V_ext[i] + v_2 * WhiteCurrent_I[i] + v_2 * I_stimulus[i])
      v[i] = v_new
      if (v_new > V_th + theta_s_new) {
        spikes[fired++] = i
        lastspike[i] = step
      }
    }
    AMPA_I[i] = AMPA_I_new
    NMDA_I[i] = NMDA_I_new
    GABA_A_I[i] = GABA_A_I_new
    GABA_B_I[i] = GABA_B_I_new
    theta_s[i] = theta_s_new
  }
  return fired
}

// INH · reset
export function INH_reset(cells, shared, first, last, list) {
  const { v, theta_s } = cells                                        // mV, mV
  const { E_L, f_v, delta_v, theta_jump, theta_rate, t_ref } = shared // mV, 1, mV, mV, 1/ms, ms
  const theta_s_1 = theta_jump * Math.exp(Math.min(theta_rate * t_ref, 50))

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = E_L + f_v * (v[i] - E_L) - delta_v
    theta_s[i] += theta_s_1
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
