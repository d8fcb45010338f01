// GlifCulture — from models/cultures/glif-culture.livn

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
  const { v, lastspike, theta_s, A_1, A_2 } = cells // mV, integer, mV, pA, pA
  const { 'AMPA.rise': AMPA_rise, 'AMPA.decay': AMPA_decay } = cells // nS, nS
  const { 'NMDA.rise': NMDA_rise, 'NMDA.decay': NMDA_decay } = cells // nS, nS
  const { 'GABA_A.rise': GABA_A_rise, 'GABA_A.decay': GABA_A_decay } = cells // nS, nS
  const { 'GABA_B.rise': GABA_B_rise, 'GABA_B.decay': GABA_B_decay } = cells // nS, nS
  const { 'WhiteCurrent.I': WhiteCurrent_I, 'I.stimulus': I_stimulus, V_ext } = cells // pA, pA, mV
  const { theta_v } = cells // mV
  const { 'NMDA.Mg': NMDA_Mg, t_ref, theta_rate, asc_rate_1 } = shared // mM, ms, 1/ms, 1/ms
  const { asc_rate_2, 'AMPA.tau_rise': AMPA_tau_rise } = shared // 1/ms, ms
  const { 'AMPA.tau_decay': AMPA_tau_decay, 'NMDA.tau_rise': NMDA_tau_rise } = shared // ms, ms
  const { 'NMDA.tau_decay': NMDA_tau_decay, 'GABA_A.tau_rise': GABA_A_tau_rise } = shared // ms, ms
  const { 'GABA_A.tau_decay': GABA_A_tau_decay } = shared // ms
  const { 'GABA_B.tau_rise': GABA_B_tau_rise } = shared // ms
  const { 'GABA_B.tau_decay': GABA_B_tau_decay, 'AMPA.E_rev': AMPA_E_rev } = shared // ms, mV
  const { 'NMDA.E_rev': NMDA_E_rev, 'GABA_A.E_rev': GABA_A_E_rev } = shared // mV, mV
  const { 'GABA_B.E_rev': GABA_B_E_rev, g_L, tau_m, E_L, b_v } = shared // mV, nS, ms, mV, 1/ms
  const { a_v, V_th } = shared // 1/ms, mV
  const { dt, step } = shared // ms, 1
  const NMDA_block_1 = NMDA_Mg / 3.57
  const silent_steps = Math.floor(t_ref / dt + 0.001)
  const decay_theta_s = Math.exp(-theta_rate * dt)
  const decay_A_1 = Math.exp(-asc_rate_1 * dt)
  const decay_A_2 = Math.exp(-asc_rate_2 * dt)
  const decay_AMPA_rise = Math.exp((-1 / AMPA_tau_rise) * dt)
  const decay_AMPA_decay = Math.exp((-1 / AMPA_tau_decay) * dt)
  const decay_NMDA_rise = Math.exp((-1 / NMDA_tau_rise) * dt)
  const decay_NMDA_decay = Math.exp((-1 / NMDA_tau_decay) * dt)
  const decay_GABA_A_rise = Math.exp((-1 / GABA_A_tau_rise) * dt)
  const decay_GABA_A_decay = Math.exp((-1 / GABA_A_tau_decay) * dt)
  const decay_GABA_B_rise = Math.exp((-1 / GABA_B_tau_rise) * dt)
  const decay_GABA_B_decay = Math.exp((-1 / GABA_B_tau_decay) * dt)
  const per_g_L = 1 / g_L
  const dt_per_tau_m = dt / tau_m
  const theta_v_1 = dt * exprel(-b_v * dt)

  let fired = 0
  for (let i = first; i < last; i++) {
    const NMDA_block = 1 / (1 + NMDA_block_1 * Math.exp(-0.062 * v[i]))
    const free = step - lastspike[i] >= silent_steps
    const theta_s_new = decay_theta_s * theta_s[i]
    const A_1_new = decay_A_1 * A_1[i]
    const A_2_new = decay_A_2 * A_2[i]
    const AMPA_rise_new = decay_AMPA_rise * AMPA_rise[i]
    const AMPA_decay_new = decay_AMPA_decay * AMPA_decay[i]
    const NMDA_rise_new = decay_NMDA_rise * NMDA_rise[i]
    const NMDA_decay_new = decay_NMDA_decay * NMDA_decay[i]
    const GABA_A_rise_new = decay_GABA_A_rise * GABA_A_rise[i]
    const GABA_A_decay_new = decay_GABA_A_decay * GABA_A_decay[i]
    const GABA_B_rise_new = decay_GABA_B_rise * GABA_B_rise[i]
    const GABA_B_decay_new = decay_GABA_B_decay * GABA_B_decay[i]
    if (free) {
      const AMPA_decay_minus_AMPA_rise = AMPA_decay[i] - AMPA_rise[i]
      const AMPA_I = AMPA_decay_minus_AMPA_rise * (AMPA_E_rev - v[i])
      const NMDA_I_1 = NMDA_block * (NMDA_decay[i] - NMDA_rise[i])
      const NMDA_I = NMDA_I_1 * (NMDA_E_rev - v[i])
      const GABA_A_decay_minus_GABA_A_rise = GABA_A_decay[i] - GABA_A_rise[i]
      const GABA_A_I = GABA_A_decay_minus_GABA_A_rise * (GABA_A_E_rev - v[i])
      const GABA_B_decay_minus_GABA_B_rise = GABA_B_decay[i] - GABA_B_rise[i]
      const GABA_B_I = GABA_B_decay_minus_GABA_B_rise * (GABA_B_E_rev - v[i])
      const I = AMPA_I + NMDA_I + GABA_A_I + GABA_B_I + WhiteCurrent_I[i] + I_stimulus[i]
      const v_new =
        v[i] +
        dt_per_tau_m *
          (exprel(
            dt_per_tau_m *
              (-1 -
                (AMPA_decay_minus_AMPA_rise +
                  NMDA_I_1 +
                  GABA_A_decay_minus_GABA_A_rise +
                  GABA_B_decay_minus_GABA_B_rise) *
                  per_g_L),
          ) *
            (E_L - v[i] + V_ext[i] + (I + A_1[i] + A_2[i]) * per_g_L))
      const theta_v_new = theta_v[i] + theta_v_1 * (a_v * (v[i] - E_L) - b_v * theta_v[i])
      v[i] = v_new
      theta_v[i] = theta_v_new
      if (v_new > V_th + theta_s_new + theta_v_new) {
        spikes[fired++] = i
        lastspike[i] = step
      }
    }
    theta_s[i] = theta_s_new
    A_1[i] = A_1_new
    A_2[i] = A_2_new
    AMPA_rise[i] = AMPA_rise_new
    AMPA_decay[i] = AMPA_decay_new
    NMDA_rise[i] = NMDA_rise_new
    NMDA_decay[i] = NMDA_decay_new
    GABA_A_rise[i] = GABA_A_rise_new
    GABA_A_decay[i] = GABA_A_decay_new
    GABA_B_rise[i] = GABA_B_rise_new
    GABA_B_decay[i] = GABA_B_decay_new
  }
  return fired
}

// EXC · reset
export function EXC_reset(cells, shared, first, last, list) {
  const { v, A_1, A_2, theta_s } = cells                                 // mV, pA, pA, mV
  const { E_L, f_v, delta_v, theta_jump, theta_rate, t_ref } = shared    // mV, 1, mV, mV, 1/ms, ms
  const { asc_r, asc_amp_1, asc_rate_1, asc_amp_2, asc_rate_2 } = shared // 1, pA, 1/ms, pA, 1/ms
  const theta_s_1 = theta_jump * Math.exp(Math.min(theta_rate * t_ref, 50))
  const A_3 = asc_amp_1 * Math.exp(Math.min(asc_rate_1 * t_ref, 50))
  const A_4 = asc_amp_2 * Math.exp(Math.min(asc_rate_2 * t_ref, 50))

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = E_L + f_v * (v[i] - E_L) - delta_v
    theta_s[i] += theta_s_1
    A_1[i] = asc_r * A_1[i] + A_3
    A_2[i] = asc_r * A_2[i] + A_4
  }
}

// EXC · arrive
export function EXC_arrive(cells, shared, first, last) {
  const { 'inbox_AMPA.rise': inbox_AMPA_rise } = cells                               // nS
  const { 'inbox_AMPA.decay': inbox_AMPA_decay } = cells                             // nS
  const { 'inbox_NMDA.rise': inbox_NMDA_rise } = cells                               // nS
  const { 'inbox_NMDA.decay': inbox_NMDA_decay } = cells                             // nS
  const { 'inbox_GABA_A.rise': inbox_GABA_A_rise } = cells                           // nS
  const { 'inbox_GABA_A.decay': inbox_GABA_A_decay } = cells                         // nS
  const { 'inbox_GABA_B.rise': inbox_GABA_B_rise } = cells                           // nS
  const { 'inbox_GABA_B.decay': inbox_GABA_B_decay, 'AMPA.rise': AMPA_rise } = cells // nS, nS
  const { 'AMPA.decay': AMPA_decay, 'NMDA.rise': NMDA_rise } = cells                 // nS, nS
  const { 'NMDA.decay': NMDA_decay, 'GABA_A.rise': GABA_A_rise } = cells             // nS, nS
  const { 'GABA_A.decay': GABA_A_decay, 'GABA_B.rise': GABA_B_rise } = cells         // nS, nS
  const { 'GABA_B.decay': GABA_B_decay } = cells                                     // nS

  for (let i = first; i < last; i++) {
    AMPA_rise[i] += inbox_AMPA_rise[i]
    inbox_AMPA_rise[i] = 0
    AMPA_decay[i] += inbox_AMPA_decay[i]
    inbox_AMPA_decay[i] = 0
    NMDA_rise[i] += inbox_NMDA_rise[i]
    inbox_NMDA_rise[i] = 0
    NMDA_decay[i] += inbox_NMDA_decay[i]
    inbox_NMDA_decay[i] = 0
    GABA_A_rise[i] += inbox_GABA_A_rise[i]
    inbox_GABA_A_rise[i] = 0
    GABA_A_decay[i] += inbox_GABA_A_decay[i]
    inbox_GABA_A_decay[i] = 0
    GABA_B_rise[i] += inbox_GABA_B_rise[i]
    inbox_GABA_B_rise[i] = 0
    GABA_B_decay[i] += inbox_GABA_B_decay[i]
    inbox_GABA_B_decay[i] = 0
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
  const { v, lastspike, theta_s, A_1, A_2 } = cells // mV, integer, mV, pA, pA
  const { 'AMPA.rise': AMPA_rise, 'AMPA.decay': AMPA_decay } = cells // nS, nS
  const { 'NMDA.rise': NMDA_rise, 'NMDA.decay': NMDA_decay } = cells // nS, nS
  const { 'GABA_A.rise': GABA_A_rise, 'GABA_A.decay': GABA_A_decay } = cells // nS, nS
  const { 'GABA_B.rise': GABA_B_rise, 'GABA_B.decay': GABA_B_decay } = cells // nS, nS
  const { 'WhiteCurrent.I': WhiteCurrent_I, 'I.stimulus': I_stimulus, V_ext } = cells // pA, pA, mV
  const { theta_v } = cells // mV
  const { 'NMDA.Mg': NMDA_Mg, t_ref, theta_rate, asc_rate_1 } = shared // mM, ms, 1/ms, 1/ms
  const { asc_rate_2, 'AMPA.tau_rise': AMPA_tau_rise } = shared // 1/ms, ms
  const { 'AMPA.tau_decay': AMPA_tau_decay, 'NMDA.tau_rise': NMDA_tau_rise } = shared // ms, ms
  const { 'NMDA.tau_decay': NMDA_tau_decay, 'GABA_A.tau_rise': GABA_A_tau_rise } = shared // ms, ms
  const { 'GABA_A.tau_decay': GABA_A_tau_decay } = shared // ms
  const { 'GABA_B.tau_rise': GABA_B_tau_rise } = shared // ms
  const { 'GABA_B.tau_decay': GABA_B_tau_decay, 'AMPA.E_rev': AMPA_E_rev } = shared // ms, mV
  const { 'NMDA.E_rev': NMDA_E_rev, 'GABA_A.E_rev': GABA_A_E_rev } = shared // mV, mV
  const { 'GABA_B.E_rev': GABA_B_E_rev, g_L, tau_m, E_L, b_v } = shared // mV, nS, ms, mV, 1/ms
  const { a_v, V_th } = shared // 1/ms, mV
  const { dt, step } = shared // ms, 1
  const NMDA_block_1 = NMDA_Mg / 3.57
  const silent_steps = Math.floor(t_ref / dt + 0.001)
  const decay_theta_s = Math.exp(-theta_rate * dt)
  const decay_A_1 = Math.exp(-asc_rate_1 * dt)
  const decay_A_2 = Math.exp(-asc_rate_2 * dt)
  const decay_AMPA_rise = Math.exp((-1 / AMPA_tau_rise) * dt)
  const decay_AMPA_decay = Math.exp((-1 / AMPA_tau_decay) * dt)
  const decay_NMDA_rise = Math.exp((-1 / NMDA_tau_rise) * dt)
  const decay_NMDA_decay = Math.exp((-1 / NMDA_tau_decay) * dt)
  const decay_GABA_A_rise = Math.exp((-1 / GABA_A_tau_rise) * dt)
  const decay_GABA_A_decay = Math.exp((-1 / GABA_A_tau_decay) * dt)
  const decay_GABA_B_rise = Math.exp((-1 / GABA_B_tau_rise) * dt)
  const decay_GABA_B_decay = Math.exp((-1 / GABA_B_tau_decay) * dt)
  const per_g_L = 1 / g_L
  const dt_per_tau_m = dt / tau_m
  const theta_v_1 = dt * exprel(-b_v * dt)

  let fired = 0
  for (let i = first; i < last; i++) {
    const NMDA_block = 1 / (1 + NMDA_block_1 * Math.exp(-0.062 * v[i]))
    const free = step - lastspike[i] >= silent_steps
    const theta_s_new = decay_theta_s * theta_s[i]
    const A_1_new = decay_A_1 * A_1[i]
    const A_2_new = decay_A_2 * A_2[i]
    const AMPA_rise_new = decay_AMPA_rise * AMPA_rise[i]
    const AMPA_decay_new = decay_AMPA_decay * AMPA_decay[i]
    const NMDA_rise_new = decay_NMDA_rise * NMDA_rise[i]
    const NMDA_decay_new = decay_NMDA_decay * NMDA_decay[i]
    const GABA_A_rise_new = decay_GABA_A_rise * GABA_A_rise[i]
    const GABA_A_decay_new = decay_GABA_A_decay * GABA_A_decay[i]
    const GABA_B_rise_new = decay_GABA_B_rise * GABA_B_rise[i]
    const GABA_B_decay_new = decay_GABA_B_decay * GABA_B_decay[i]
    if (free) {
      const AMPA_decay_minus_AMPA_rise = AMPA_decay[i] - AMPA_rise[i]
      const AMPA_I = AMPA_decay_minus_AMPA_rise * (AMPA_E_rev - v[i])
      const NMDA_I_1 = NMDA_block * (NMDA_decay[i] - NMDA_rise[i])
      const NMDA_I = NMDA_I_1 * (NMDA_E_rev - v[i])
      const GABA_A_decay_minus_GABA_A_rise = GABA_A_decay[i] - GABA_A_rise[i]
      const GABA_A_I = GABA_A_decay_minus_GABA_A_rise * (GABA_A_E_rev - v[i])
      const GABA_B_decay_minus_GABA_B_rise = GABA_B_decay[i] - GABA_B_rise[i]
      const GABA_B_I = GABA_B_decay_minus_GABA_B_rise * (GABA_B_E_rev - v[i])
      const I = AMPA_I + NMDA_I + GABA_A_I + GABA_B_I + WhiteCurrent_I[i] + I_stimulus[i]
      const v_new =
        v[i] +
        dt_per_tau_m *
          (exprel(
            dt_per_tau_m *
              (-1 -
                (AMPA_decay_minus_AMPA_rise +
                  NMDA_I_1 +
                  GABA_A_decay_minus_GABA_A_rise +
                  GABA_B_decay_minus_GABA_B_rise) *
                  per_g_L),
          ) *
            (E_L - v[i] + V_ext[i] + (I + A_1[i] + A_2[i]) * per_g_L))
      const theta_v_new = theta_v[i] + theta_v_1 * (a_v * (v[i] - E_L) - b_v * theta_v[i])
      v[i] = v_new
      theta_v[i] = theta_v_new
      if (v_new > V_th + theta_s_new + theta_v_new) {
        spikes[fired++] = i
        lastspike[i] = step
      }
    }
    theta_s[i] = theta_s_new
    A_1[i] = A_1_new
    A_2[i] = A_2_new
    AMPA_rise[i] = AMPA_rise_new
    AMPA_decay[i] = AMPA_decay_new
    NMDA_rise[i] = NMDA_rise_new
    NMDA_decay[i] = NMDA_decay_new
    GABA_A_rise[i] = GABA_A_rise_new
    GABA_A_decay[i] = GABA_A_decay_new
    GABA_B_rise[i] = GABA_B_rise_new
    GABA_B_decay[i] = GABA_B_decay_new
  }
  return fired
}

// INH · reset
export function INH_reset(cells, shared, first, last, list) {
  const { v, A_1, A_2, theta_s } = cells                                 // mV, pA, pA, mV
  const { E_L, f_v, delta_v, theta_jump, theta_rate, t_ref } = shared    // mV, 1, mV, mV, 1/ms, ms
  const { asc_r, asc_amp_1, asc_rate_1, asc_amp_2, asc_rate_2 } = shared // 1, pA, 1/ms, pA, 1/ms
  const theta_s_1 = theta_jump * Math.exp(Math.min(theta_rate * t_ref, 50))
  const A_3 = asc_amp_1 * Math.exp(Math.min(asc_rate_1 * t_ref, 50))
  const A_4 = asc_amp_2 * Math.exp(Math.min(asc_rate_2 * t_ref, 50))

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = E_L + f_v * (v[i] - E_L) - delta_v
    theta_s[i] += theta_s_1
    A_1[i] = asc_r * A_1[i] + A_3
    A_2[i] = asc_r * A_2[i] + A_4
  }
}

// INH · arrive
export function INH_arrive(cells, shared, first, last) {
  const { 'inbox_AMPA.rise': inbox_AMPA_rise } = cells                               // nS
  const { 'inbox_AMPA.decay': inbox_AMPA_decay } = cells                             // nS
  const { 'inbox_NMDA.rise': inbox_NMDA_rise } = cells                               // nS
  const { 'inbox_NMDA.decay': inbox_NMDA_decay } = cells                             // nS
  const { 'inbox_GABA_A.rise': inbox_GABA_A_rise } = cells                           // nS
  const { 'inbox_GABA_A.decay': inbox_GABA_A_decay } = cells                         // nS
  const { 'inbox_GABA_B.rise': inbox_GABA_B_rise } = cells                           // nS
  const { 'inbox_GABA_B.decay': inbox_GABA_B_decay, 'AMPA.rise': AMPA_rise } = cells // nS, nS
  const { 'AMPA.decay': AMPA_decay, 'NMDA.rise': NMDA_rise } = cells                 // nS, nS
  const { 'NMDA.decay': NMDA_decay, 'GABA_A.rise': GABA_A_rise } = cells             // nS, nS
  const { 'GABA_A.decay': GABA_A_decay, 'GABA_B.rise': GABA_B_rise } = cells         // nS, nS
  const { 'GABA_B.decay': GABA_B_decay } = cells                                     // nS

  for (let i = first; i < last; i++) {
    AMPA_rise[i] += inbox_AMPA_rise[i]
    inbox_AMPA_rise[i] = 0
    AMPA_decay[i] += inbox_AMPA_decay[i]
    inbox_AMPA_decay[i] = 0
    NMDA_rise[i] += inbox_NMDA_rise[i]
    inbox_NMDA_rise[i] = 0
    NMDA_decay[i] += inbox_NMDA_decay[i]
    inbox_NMDA_decay[i] = 0
    GABA_A_rise[i] += inbox_GABA_A_rise[i]
    inbox_GABA_A_rise[i] = 0
    GABA_A_decay[i] += inbox_GABA_A_decay[i]
    inbox_GABA_A_decay[i] = 0
    GABA_B_rise[i] += inbox_GABA_B_rise[i]
    inbox_GABA_B_rise[i] = 0
    GABA_B_decay[i] += inbox_GABA_B_decay[i]
    inbox_GABA_B_decay[i] = 0
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
  const { weight, target: to } = connections                                     // 1, cell
  const { 'AMPA.rise': post_AMPA_rise, 'AMPA.decay': post_AMPA_decay } = targets // nS, nS
  const { 'post.AMPA.tau_rise': post_AMPA_tau_rise } = shared                    // ms
  const { 'post.AMPA.tau_decay': post_AMPA_tau_decay } = shared                  // ms
  const { 'post.AMPA.q': post_AMPA_q } = shared                                  // nS
  const post_AMPA_rise_2 = -(
    ((post_AMPA_tau_rise * post_AMPA_tau_decay) / (post_AMPA_tau_decay - post_AMPA_tau_rise)) *
    Math.log(post_AMPA_tau_decay / post_AMPA_tau_rise)
  )
  const post_AMPA_rise_1 =
    post_AMPA_q /
    (Math.exp(post_AMPA_rise_2 / post_AMPA_tau_decay) -
      Math.exp(post_AMPA_rise_2 / post_AMPA_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_AMPA_rise_3 = post_AMPA_rise_1 * weight[i]
    post_AMPA_rise[target] += post_AMPA_rise_3
    post_AMPA_decay[target] += post_AMPA_rise_3
  }
}

// AMPA · on_pre · from EXC to INH
export function EXC_INH_AMPA_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                     // 1, cell
  const { 'AMPA.rise': post_AMPA_rise, 'AMPA.decay': post_AMPA_decay } = targets // nS, nS
  const { 'post.AMPA.tau_rise': post_AMPA_tau_rise } = shared                    // ms
  const { 'post.AMPA.tau_decay': post_AMPA_tau_decay } = shared                  // ms
  const { 'post.AMPA.q': post_AMPA_q } = shared                                  // nS
  const post_AMPA_rise_2 = -(
    ((post_AMPA_tau_rise * post_AMPA_tau_decay) / (post_AMPA_tau_decay - post_AMPA_tau_rise)) *
    Math.log(post_AMPA_tau_decay / post_AMPA_tau_rise)
  )
  const post_AMPA_rise_1 =
    post_AMPA_q /
    (Math.exp(post_AMPA_rise_2 / post_AMPA_tau_decay) -
      Math.exp(post_AMPA_rise_2 / post_AMPA_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_AMPA_rise_3 = post_AMPA_rise_1 * weight[i]
    post_AMPA_rise[target] += post_AMPA_rise_3
    post_AMPA_decay[target] += post_AMPA_rise_3
  }
}

// AMPA · on_pre · from INH to EXC
export function INH_EXC_AMPA_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                     // 1, cell
  const { 'AMPA.rise': post_AMPA_rise, 'AMPA.decay': post_AMPA_decay } = targets // nS, nS
  const { 'post.AMPA.tau_rise': post_AMPA_tau_rise } = shared                    // ms
  const { 'post.AMPA.tau_decay': post_AMPA_tau_decay } = shared                  // ms
  const { 'post.AMPA.q': post_AMPA_q } = shared                                  // nS
  const post_AMPA_rise_2 = -(
    ((post_AMPA_tau_rise * post_AMPA_tau_decay) / (post_AMPA_tau_decay - post_AMPA_tau_rise)) *
    Math.log(post_AMPA_tau_decay / post_AMPA_tau_rise)
  )
  const post_AMPA_rise_1 =
    post_AMPA_q /
    (Math.exp(post_AMPA_rise_2 / post_AMPA_tau_decay) -
      Math.exp(post_AMPA_rise_2 / post_AMPA_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_AMPA_rise_3 = post_AMPA_rise_1 * weight[i]
    post_AMPA_rise[target] += post_AMPA_rise_3
    post_AMPA_decay[target] += post_AMPA_rise_3
  }
}

// AMPA · on_pre · from INH to INH
export function INH_INH_AMPA_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                     // 1, cell
  const { 'AMPA.rise': post_AMPA_rise, 'AMPA.decay': post_AMPA_decay } = targets // nS, nS
  const { 'post.AMPA.tau_rise': post_AMPA_tau_rise } = shared                    // ms
  const { 'post.AMPA.tau_decay': post_AMPA_tau_decay } = shared                  // ms
  const { 'post.AMPA.q': post_AMPA_q } = shared                                  // nS
  const post_AMPA_rise_2 = -(
    ((post_AMPA_tau_rise * post_AMPA_tau_decay) / (post_AMPA_tau_decay - post_AMPA_tau_rise)) *
    Math.log(post_AMPA_tau_decay / post_AMPA_tau_rise)
  )
  const post_AMPA_rise_1 =
    post_AMPA_q /
    (Math.exp(post_AMPA_rise_2 / post_AMPA_tau_decay) -
      Math.exp(post_AMPA_rise_2 / post_AMPA_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_AMPA_rise_3 = post_AMPA_rise_1 * weight[i]
    post_AMPA_rise[target] += post_AMPA_rise_3
    post_AMPA_decay[target] += post_AMPA_rise_3
  }
}

// NMDA · on_pre · from EXC to EXC
export function EXC_EXC_NMDA_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                     // 1, cell
  const { 'NMDA.rise': post_NMDA_rise, 'NMDA.decay': post_NMDA_decay } = targets // nS, nS
  const { 'post.NMDA.tau_rise': post_NMDA_tau_rise } = shared                    // ms
  const { 'post.NMDA.tau_decay': post_NMDA_tau_decay } = shared                  // ms
  const { 'post.NMDA.q': post_NMDA_q } = shared                                  // nS
  const post_NMDA_rise_2 = -(
    ((post_NMDA_tau_rise * post_NMDA_tau_decay) / (post_NMDA_tau_decay - post_NMDA_tau_rise)) *
    Math.log(post_NMDA_tau_decay / post_NMDA_tau_rise)
  )
  const post_NMDA_rise_1 =
    post_NMDA_q /
    (Math.exp(post_NMDA_rise_2 / post_NMDA_tau_decay) -
      Math.exp(post_NMDA_rise_2 / post_NMDA_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_NMDA_rise_3 = post_NMDA_rise_1 * weight[i]
    post_NMDA_rise[target] += post_NMDA_rise_3
    post_NMDA_decay[target] += post_NMDA_rise_3
  }
}

// NMDA · on_pre · from EXC to INH
export function EXC_INH_NMDA_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                     // 1, cell
  const { 'NMDA.rise': post_NMDA_rise, 'NMDA.decay': post_NMDA_decay } = targets // nS, nS
  const { 'post.NMDA.tau_rise': post_NMDA_tau_rise } = shared                    // ms
  const { 'post.NMDA.tau_decay': post_NMDA_tau_decay } = shared                  // ms
  const { 'post.NMDA.q': post_NMDA_q } = shared                                  // nS
  const post_NMDA_rise_2 = -(
    ((post_NMDA_tau_rise * post_NMDA_tau_decay) / (post_NMDA_tau_decay - post_NMDA_tau_rise)) *
    Math.log(post_NMDA_tau_decay / post_NMDA_tau_rise)
  )
  const post_NMDA_rise_1 =
    post_NMDA_q /
    (Math.exp(post_NMDA_rise_2 / post_NMDA_tau_decay) -
      Math.exp(post_NMDA_rise_2 / post_NMDA_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_NMDA_rise_3 = post_NMDA_rise_1 * weight[i]
    post_NMDA_rise[target] += post_NMDA_rise_3
    post_NMDA_decay[target] += post_NMDA_rise_3
  }
}

// NMDA · on_pre · from INH to EXC
export function INH_EXC_NMDA_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                     // 1, cell
  const { 'NMDA.rise': post_NMDA_rise, 'NMDA.decay': post_NMDA_decay } = targets // nS, nS
  const { 'post.NMDA.tau_rise': post_NMDA_tau_rise } = shared                    // ms
  const { 'post.NMDA.tau_decay': post_NMDA_tau_decay } = shared                  // ms
  const { 'post.NMDA.q': post_NMDA_q } = shared                                  // nS
  const post_NMDA_rise_2 = -(
    ((post_NMDA_tau_rise * post_NMDA_tau_decay) / (post_NMDA_tau_decay - post_NMDA_tau_rise)) *
    Math.log(post_NMDA_tau_decay / post_NMDA_tau_rise)
  )
  const post_NMDA_rise_1 =
    post_NMDA_q /
    (Math.exp(post_NMDA_rise_2 / post_NMDA_tau_decay) -
      Math.exp(post_NMDA_rise_2 / post_NMDA_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_NMDA_rise_3 = post_NMDA_rise_1 * weight[i]
    post_NMDA_rise[target] += post_NMDA_rise_3
    post_NMDA_decay[target] += post_NMDA_rise_3
  }
}

// NMDA · on_pre · from INH to INH
export function INH_INH_NMDA_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                     // 1, cell
  const { 'NMDA.rise': post_NMDA_rise, 'NMDA.decay': post_NMDA_decay } = targets // nS, nS
  const { 'post.NMDA.tau_rise': post_NMDA_tau_rise } = shared                    // ms
  const { 'post.NMDA.tau_decay': post_NMDA_tau_decay } = shared                  // ms
  const { 'post.NMDA.q': post_NMDA_q } = shared                                  // nS
  const post_NMDA_rise_2 = -(
    ((post_NMDA_tau_rise * post_NMDA_tau_decay) / (post_NMDA_tau_decay - post_NMDA_tau_rise)) *
    Math.log(post_NMDA_tau_decay / post_NMDA_tau_rise)
  )
  const post_NMDA_rise_1 =
    post_NMDA_q /
    (Math.exp(post_NMDA_rise_2 / post_NMDA_tau_decay) -
      Math.exp(post_NMDA_rise_2 / post_NMDA_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_NMDA_rise_3 = post_NMDA_rise_1 * weight[i]
    post_NMDA_rise[target] += post_NMDA_rise_3
    post_NMDA_decay[target] += post_NMDA_rise_3
  }
}

// GABA_A · on_pre · from EXC to EXC
export function EXC_EXC_GABA_A_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                             // 1, cell
  const { 'GABA_A.rise': post_GABA_A_rise, 'GABA_A.decay': post_GABA_A_decay } = targets // nS, nS
  const { 'post.GABA_A.tau_rise': post_GABA_A_tau_rise } = shared                        // ms
  const { 'post.GABA_A.tau_decay': post_GABA_A_tau_decay } = shared                      // ms
  const { 'post.GABA_A.q': post_GABA_A_q } = shared                                      // nS
  const post_GABA_A_rise_2 = -(
    ((post_GABA_A_tau_rise * post_GABA_A_tau_decay) /
      (post_GABA_A_tau_decay - post_GABA_A_tau_rise)) *
    Math.log(post_GABA_A_tau_decay / post_GABA_A_tau_rise)
  )
  const post_GABA_A_rise_1 =
    post_GABA_A_q /
    (Math.exp(post_GABA_A_rise_2 / post_GABA_A_tau_decay) -
      Math.exp(post_GABA_A_rise_2 / post_GABA_A_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_GABA_A_rise_3 = post_GABA_A_rise_1 * weight[i]
    post_GABA_A_rise[target] += post_GABA_A_rise_3
    post_GABA_A_decay[target] += post_GABA_A_rise_3
  }
}

// GABA_A · on_pre · from EXC to INH
export function EXC_INH_GABA_A_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                             // 1, cell
  const { 'GABA_A.rise': post_GABA_A_rise, 'GABA_A.decay': post_GABA_A_decay } = targets // nS, nS
  const { 'post.GABA_A.tau_rise': post_GABA_A_tau_rise } = shared                        // ms
  const { 'post.GABA_A.tau_decay': post_GABA_A_tau_decay } = shared                      // ms
  const { 'post.GABA_A.q': post_GABA_A_q } = shared                                      // nS
  const post_GABA_A_rise_2 = -(
    ((post_GABA_A_tau_rise * post_GABA_A_tau_decay) /
      (post_GABA_A_tau_decay - post_GABA_A_tau_rise)) *
    Math.log(post_GABA_A_tau_decay / post_GABA_A_tau_rise)
  )
  const post_GABA_A_rise_1 =
    post_GABA_A_q /
    (Math.exp(post_GABA_A_rise_2 / post_GABA_A_tau_decay) -
      Math.exp(post_GABA_A_rise_2 / post_GABA_A_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_GABA_A_rise_3 = post_GABA_A_rise_1 * weight[i]
    post_GABA_A_rise[target] += post_GABA_A_rise_3
    post_GABA_A_decay[target] += post_GABA_A_rise_3
  }
}

// GABA_A · on_pre · from INH to EXC
export function INH_EXC_GABA_A_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                             // 1, cell
  const { 'GABA_A.rise': post_GABA_A_rise, 'GABA_A.decay': post_GABA_A_decay } = targets // nS, nS
  const { 'post.GABA_A.tau_rise': post_GABA_A_tau_rise } = shared                        // ms
  const { 'post.GABA_A.tau_decay': post_GABA_A_tau_decay } = shared                      // ms
  const { 'post.GABA_A.q': post_GABA_A_q } = shared                                      // nS
  const post_GABA_A_rise_2 = -(
    ((post_GABA_A_tau_rise * post_GABA_A_tau_decay) /
      (post_GABA_A_tau_decay - post_GABA_A_tau_rise)) *
    Math.log(post_GABA_A_tau_decay / post_GABA_A_tau_rise)
  )
  const post_GABA_A_rise_1 =
    post_GABA_A_q /
    (Math.exp(post_GABA_A_rise_2 / post_GABA_A_tau_decay) -
      Math.exp(post_GABA_A_rise_2 / post_GABA_A_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_GABA_A_rise_3 = post_GABA_A_rise_1 * weight[i]
    post_GABA_A_rise[target] += post_GABA_A_rise_3
    post_GABA_A_decay[target] += post_GABA_A_rise_3
  }
}

// GABA_A · on_pre · from INH to INH
export function INH_INH_GABA_A_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                             // 1, cell
  const { 'GABA_A.rise': post_GABA_A_rise, 'GABA_A.decay': post_GABA_A_decay } = targets // nS, nS
  const { 'post.GABA_A.tau_rise': post_GABA_A_tau_rise } = shared                        // ms
  const { 'post.GABA_A.tau_decay': post_GABA_A_tau_decay } = shared                      // ms
  const { 'post.GABA_A.q': post_GABA_A_q } = shared                                      // nS
  const post_GABA_A_rise_2 = -(
    ((post_GABA_A_tau_rise * post_GABA_A_tau_decay) /
      (post_GABA_A_tau_decay - post_GABA_A_tau_rise)) *
    Math.log(post_GABA_A_tau_decay / post_GABA_A_tau_rise)
  )
  const post_GABA_A_rise_1 =
    post_GABA_A_q /
    (Math.exp(post_GABA_A_rise_2 / post_GABA_A_tau_decay) -
      Math.exp(post_GABA_A_rise_2 / post_GABA_A_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_GABA_A_rise_3 = post_GABA_A_rise_1 * weight[i]
    post_GABA_A_rise[target] += post_GABA_A_rise_3
    post_GABA_A_decay[target] += post_GABA_A_rise_3
  }
}

// GABA_B · on_pre · from EXC to EXC
export function EXC_EXC_GABA_B_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                             // 1, cell
  const { 'GABA_B.rise': post_GABA_B_rise, 'GABA_B.decay': post_GABA_B_decay } = targets // nS, nS
  const { 'post.GABA_B.tau_rise': post_GABA_B_tau_rise } = shared                        // ms
  const { 'post.GABA_B.tau_decay': post_GABA_B_tau_decay } = shared                      // ms
  const { 'post.GABA_B.q': post_GABA_B_q } = shared                                      // nS
  const post_GABA_B_rise_2 = -(
    ((post_GABA_B_tau_rise * post_GABA_B_tau_decay) /
      (post_GABA_B_tau_decay - post_GABA_B_tau_rise)) *
    Math.log(post_GABA_B_tau_decay / post_GABA_B_tau_rise)
  )
  const post_GABA_B_rise_1 =
    post_GABA_B_q /
    (Math.exp(post_GABA_B_rise_2 / post_GABA_B_tau_decay) -
      Math.exp(post_GABA_B_rise_2 / post_GABA_B_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_GABA_B_rise_3 = post_GABA_B_rise_1 * weight[i]
    post_GABA_B_rise[target] += post_GABA_B_rise_3
    post_GABA_B_decay[target] += post_GABA_B_rise_3
  }
}

// GABA_B · on_pre · from EXC to INH
export function EXC_INH_GABA_B_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                             // 1, cell
  const { 'GABA_B.rise': post_GABA_B_rise, 'GABA_B.decay': post_GABA_B_decay } = targets // nS, nS
  const { 'post.GABA_B.tau_rise': post_GABA_B_tau_rise } = shared                        // ms
  const { 'post.GABA_B.tau_decay': post_GABA_B_tau_decay } = shared                      // ms
  const { 'post.GABA_B.q': post_GABA_B_q } = shared                                      // nS
  const post_GABA_B_rise_2 = -(
    ((post_GABA_B_tau_rise * post_GABA_B_tau_decay) /
      (post_GABA_B_tau_decay - post_GABA_B_tau_rise)) *
    Math.log(post_GABA_B_tau_decay / post_GABA_B_tau_rise)
  )
  const post_GABA_B_rise_1 =
    post_GABA_B_q /
    (Math.exp(post_GABA_B_rise_2 / post_GABA_B_tau_decay) -
      Math.exp(post_GABA_B_rise_2 / post_GABA_B_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_GABA_B_rise_3 = post_GABA_B_rise_1 * weight[i]
    post_GABA_B_rise[target] += post_GABA_B_rise_3
    post_GABA_B_decay[target] += post_GABA_B_rise_3
  }
}

// GABA_B · on_pre · from INH to EXC
export function INH_EXC_GABA_B_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                             // 1, cell
  const { 'GABA_B.rise': post_GABA_B_rise, 'GABA_B.decay': post_GABA_B_decay } = targets // nS, nS
  const { 'post.GABA_B.tau_rise': post_GABA_B_tau_rise } = shared                        // ms
  const { 'post.GABA_B.tau_decay': post_GABA_B_tau_decay } = shared                      // ms
  const { 'post.GABA_B.q': post_GABA_B_q } = shared                                      // nS
  const post_GABA_B_rise_2 = -(
    ((post_GABA_B_tau_rise * post_GABA_B_tau_decay) /
      (post_GABA_B_tau_decay - post_GABA_B_tau_rise)) *
    Math.log(post_GABA_B_tau_decay / post_GABA_B_tau_rise)
  )
  const post_GABA_B_rise_1 =
    post_GABA_B_q /
    (Math.exp(post_GABA_B_rise_2 / post_GABA_B_tau_decay) -
      Math.exp(post_GABA_B_rise_2 / post_GABA_B_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_GABA_B_rise_3 = post_GABA_B_rise_1 * weight[i]
    post_GABA_B_rise[target] += post_GABA_B_rise_3
    post_GABA_B_decay[target] += post_GABA_B_rise_3
  }
}

// GABA_B · on_pre · from INH to INH
export function INH_INH_GABA_B_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                             // 1, cell
  const { 'GABA_B.rise': post_GABA_B_rise, 'GABA_B.decay': post_GABA_B_decay } = targets // nS, nS
  const { 'post.GABA_B.tau_rise': post_GABA_B_tau_rise } = shared                        // ms
  const { 'post.GABA_B.tau_decay': post_GABA_B_tau_decay } = shared                      // ms
  const { 'post.GABA_B.q': post_GABA_B_q } = shared                                      // nS
  const post_GABA_B_rise_2 = -(
    ((post_GABA_B_tau_rise * post_GABA_B_tau_decay) /
      (post_GABA_B_tau_decay - post_GABA_B_tau_rise)) *
    Math.log(post_GABA_B_tau_decay / post_GABA_B_tau_rise)
  )
  const post_GABA_B_rise_1 =
    post_GABA_B_q /
    (Math.exp(post_GABA_B_rise_2 / post_GABA_B_tau_decay) -
      Math.exp(post_GABA_B_rise_2 / post_GABA_B_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_GABA_B_rise_3 = post_GABA_B_rise_1 * weight[i]
    post_GABA_B_rise[target] += post_GABA_B_rise_3
    post_GABA_B_decay[target] += post_GABA_B_rise_3
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
