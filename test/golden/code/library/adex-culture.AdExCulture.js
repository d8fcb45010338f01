// AdExCulture — from models/cultures/adex-culture.livn

// EXC · initialize
export function EXC_initialize(cells, shared, first, last) {
  const { v, 'OrnsteinUhlenbeck.I': OrnsteinUhlenbeck_I } = cells      // mV, pA
  const { E_L, 'OrnsteinUhlenbeck.mu': OrnsteinUhlenbeck_mu } = shared // mV, pA
  const { 'OrnsteinUhlenbeck.level': OrnsteinUhlenbeck_level } = shared
  const { 'OrnsteinUhlenbeck.sigma': OrnsteinUhlenbeck_sigma } = shared // pA
  const { step, seed } = shared
  const OrnsteinUhlenbeck_I_1 = OrnsteinUhlenbeck_level * OrnsteinUhlenbeck_sigma

  for (let i = first; i < last; i++) {
    v[i] = E_L
    OrnsteinUhlenbeck_I[i] =
      OrnsteinUhlenbeck_mu + OrnsteinUhlenbeck_I_1 * normal(seed, 974224724, i, step)
  }
}

// EXC · step
export function EXC_step(cells, shared, first, last, spikes) {
  const { v, 'AMPA.rise': AMPA_rise, 'AMPA.decay': AMPA_decay } = cells // mV, nS, nS
  const { 'NMDA.rise': NMDA_rise, 'NMDA.decay': NMDA_decay } = cells // nS, nS
  const { 'GABA_A.rise': GABA_A_rise, 'GABA_A.decay': GABA_A_decay } = cells // nS, nS
  const { 'GABA_B.rise': GABA_B_rise, 'GABA_B.decay': GABA_B_decay } = cells // nS, nS
  const { 'OrnsteinUhlenbeck.I': OrnsteinUhlenbeck_I, 'I.stimulus': I_stimulus } = cells // pA, pA
  const { V_ext, w } = cells // mV, pA
  const { 'NMDA.Mg': NMDA_Mg, 'AMPA.tau_rise': AMPA_tau_rise } = shared // mM, ms
  const { 'AMPA.tau_decay': AMPA_tau_decay, 'NMDA.tau_rise': NMDA_tau_rise } = shared // ms, ms
  const { 'NMDA.tau_decay': NMDA_tau_decay, 'GABA_A.tau_rise': GABA_A_tau_rise } = shared // ms, ms
  const { 'GABA_A.tau_decay': GABA_A_tau_decay } = shared // ms
  const { 'GABA_B.tau_rise': GABA_B_tau_rise } = shared // ms
  const { 'GABA_B.tau_decay': GABA_B_tau_decay } = shared // ms
  const { 'OrnsteinUhlenbeck.tau': OrnsteinUhlenbeck_tau } = shared // ms
  const { 'OrnsteinUhlenbeck.mu': OrnsteinUhlenbeck_mu } = shared // pA
  const { 'OrnsteinUhlenbeck.level': OrnsteinUhlenbeck_level } = shared
  const { 'OrnsteinUhlenbeck.sigma': OrnsteinUhlenbeck_sigma, V_peak, g_L } = shared // pA, mV, nS
  const { Delta_T, V_T, 'AMPA.E_rev': AMPA_E_rev } = shared // mV, mV, mV
  const { 'NMDA.E_rev': NMDA_E_rev, 'GABA_A.E_rev': GABA_A_E_rev } = shared // mV, mV
  const { 'GABA_B.E_rev': GABA_B_E_rev, E_L, C, a, tau_w } = shared // mV, mV, pF, nS, ms
  const { dt, step, seed } = shared // ms, 1, 1
  const NMDA_block_1 = NMDA_Mg / 3.57
  const decay_AMPA_rise = Math.exp((-1 / AMPA_tau_rise) * dt)
  const decay_AMPA_decay = Math.exp((-1 / AMPA_tau_decay) * dt)
  const decay_NMDA_rise = Math.exp((-1 / NMDA_tau_rise) * dt)
  const decay_NMDA_decay = Math.exp((-1 / NMDA_tau_decay) * dt)
  const decay_GABA_A_rise = Math.exp((-1 / GABA_A_tau_rise) * dt)
  const decay_GABA_A_decay = Math.exp((-1 / GABA_A_tau_decay) * dt)
  const decay_GABA_B_rise = Math.exp((-1 / GABA_B_tau_rise) * dt)
  const decay_GABA_B_decay = Math.exp((-1 / GABA_B_tau_decay) * dt)
  const decay_OrnsteinUhlenbeck_I_1 = (-1 / OrnsteinUhlenbeck_tau) * dt
  const decay_OrnsteinUhlenbeck_I = Math.exp(decay_OrnsteinUhlenbeck_I_1)
  const gain_OrnsteinUhlenbeck_I = dt * exprel(decay_OrnsteinUhlenbeck_I_1)
  const OrnsteinUhlenbeck_I_1 =
    gain_OrnsteinUhlenbeck_I * (OrnsteinUhlenbeck_mu / OrnsteinUhlenbeck_tau)
  const OrnsteinUhlenbeck_I_2 =
    OrnsteinUhlenbeck_level *
    OrnsteinUhlenbeck_sigma *
    Math.sqrt(2 / OrnsteinUhlenbeck_tau) *
    Math.sqrt(exprel(2 * decay_OrnsteinUhlenbeck_I_1)) *
    Math.sqrt(dt)
  const per_Delta_T = 1 / Delta_T
  const g_L_times_Delta_T = g_L * Delta_T
  const dt_per_C = dt / C
  const dt_per_tau_w = dt / tau_w
  const k_AMPA_decay_1 = -(dt / AMPA_tau_decay)
  const k_AMPA_rise_1 = -(dt / AMPA_tau_rise)
  const k_NMDA_decay_1 = -(dt / NMDA_tau_decay)
  const k_NMDA_rise_1 = -(dt / NMDA_tau_rise)
  const k_GABA_A_decay_1 = -(dt / GABA_A_tau_decay)
  const k_GABA_A_rise_1 = -(dt / GABA_A_tau_rise)
  const k_GABA_B_decay_1 = -(dt / GABA_B_tau_decay)
  const k_GABA_B_rise_1 = -(dt / GABA_B_tau_rise)
  const k_OrnsteinUhlenbeck_I_1 = dt / OrnsteinUhlenbeck_tau

  let fired = 0
  for (let i = first; i < last; i++) {
    const NMDA_block = 1 / (1 + NMDA_block_1 * Math.exp(-0.062 * v[i]))
    const AMPA_rise_new = decay_AMPA_rise * AMPA_rise[i]
    const AMPA_decay_new = decay_AMPA_decay * AMPA_decay[i]
    const NMDA_rise_new = decay_NMDA_rise * NMDA_rise[i]
    const NMDA_decay_new = decay_NMDA_decay * NMDA_decay[i]
    const GABA_A_rise_new = decay_GABA_A_rise * GABA_A_rise[i]
    const GABA_A_decay_new = decay_GABA_A_decay * GABA_A_decay[i]
    const GABA_B_rise_new = decay_GABA_B_rise * GABA_B_rise[i]
    const GABA_B_decay_new = decay_GABA_B_decay * GABA_B_decay[i]
    const OrnsteinUhlenbeck_I_new =
      decay_OrnsteinUhlenbeck_I * OrnsteinUhlenbeck_I[i] +
      OrnsteinUhlenbeck_I_1 +
      OrnsteinUhlenbeck_I_2 * normal(seed, 2128870018, i, step)
    const peak = Math.min(v[i], V_peak)
    const I_exp = g_L_times_Delta_T * Math.exp((peak - V_T) * per_Delta_T)
    const AMPA_I = (AMPA_decay[i] - AMPA_rise[i]) * (AMPA_E_rev - v[i])
    const NMDA_I = NMDA_block * (NMDA_decay[i] - NMDA_rise[i]) * (NMDA_E_rev - v[i])
    const GABA_A_I = (GABA_A_decay[i] - GABA_A_rise[i]) * (GABA_A_E_rev - v[i])
    const GABA_B_I = (GABA_B_decay[i] - GABA_B_rise[i]) * (GABA_B_E_rev - v[i])
    const I = AMPA_I + NMDA_I + GABA_A_I + GABA_B_I + OrnsteinUhlenbeck_I[i] + I_stimulus[i]
    const k_v = dt_per_C * (g_L * (E_L - v[i] + V_ext[i]) + I_exp - w[i] + I)
    const v_mid = v[i] + k_v * 0.5
    const peak_2 = Math.min(v_mid, V_peak)
    const I_exp_2 = g_L_times_Delta_T * Math.exp((peak_2 - V_T) * per_Delta_T)
    const k_w = dt_per_tau_w * (a * (peak - E_L) - w[i])
    const w_mid = w[i] + k_w * 0.5
    const k_AMPA_decay = k_AMPA_decay_1 * AMPA_decay[i]
    const AMPA_decay_mid = AMPA_decay[i] + k_AMPA_decay * 0.5
    const k_AMPA_rise = k_AMPA_rise_1 * AMPA_rise[i]
    const AMPA_rise_mid = AMPA_rise[i] + k_AMPA_rise * 0.5
    const AMPA_I_2 = (AMPA_decay_mid - AMPA_rise_mid) * (AMPA_E_rev - v_mid)
    const k_NMDA_decay = k_NMDA_decay_1 * NMDA_decay[i]
    const NMDA_decay_mid = NMDA_decay[i] + k_NMDA_decay * 0.5
    const k_NMDA_rise = k_NMDA_rise_1 * NMDA_rise[i]
    const NMDA_rise_mid = NMDA_rise[i] + k_NMDA_rise * 0.5
    const NMDA_I_2 = NMDA_block * (NMDA_decay_mid - NMDA_rise_mid) * (NMDA_E_rev - v_mid)
    const k_GABA_A_decay = k_GABA_A_decay_1 * GABA_A_decay[i]
    const GABA_A_decay_mid = GABA_A_decay[i] + k_GABA_A_decay * 0.5
    const k_GABA_A_rise = k_GABA_A_rise_1 * GABA_A_rise[i]
    const GABA_A_rise_mid = GABA_A_rise[i] + k_GABA_A_rise * 0.5
    const GABA_A_I_2 = (GABA_A_decay_mid - GABA_A_rise_mid) * (GABA_A_E_rev - v_mid)
    const k_GABA_B_decay = k_GABA_B_decay_1 * GABA_B_decay[i]
    const GABA_B_decay_mid = GABA_B_decay[i] + k_GABA_B_decay * 0.5
    const k_GABA_B_rise = k_GABA_B_rise_1 * GABA_B_rise[i]
    const GABA_B_rise_mid = GABA_B_rise[i] + k_GABA_B_rise * 0.5
    const GABA_B_I_2 = (GABA_B_decay_mid - GABA_B_rise_mid) * (GABA_B_E_rev - v_mid)
    const k_OrnsteinUhlenbeck_I =
      k_OrnsteinUhlenbeck_I_1 * (OrnsteinUhlenbeck_mu - OrnsteinUhlenbeck_I[i])
    const OrnsteinUhlenbeck_I_mid = OrnsteinUhlenbeck_I[i] + k_OrnsteinUhlenbeck_I * 0.5
    const I_2 =
      AMPA_I_2 + NMDA_I_2 + GABA_A_I_2 + GABA_B_I_2 + OrnsteinUhlenbeck_I_mid + I_stimulus[i]
    const v_new = v[i] + dt_per_C * (g_L * (E_L - v_mid + V_ext[i]) + I_exp_2 - w_mid + I_2)
    const w_new = w[i] + dt_per_tau_w * (a * (peak_2 - E_L) - w_mid)
    if (v_new > V_peak) {
      spikes[fired++] = i
    }
    AMPA_rise[i] = AMPA_rise_new
    AMPA_decay[i] = AMPA_decay_new
    NMDA_rise[i] = NMDA_rise_new
    NMDA_decay[i] = NMDA_decay_new
    GABA_A_rise[i] = GABA_A_rise_new
    GABA_A_decay[i] = GABA_A_decay_new
    GABA_B_rise[i] = GABA_B_rise_new
    GABA_B_decay[i] = GABA_B_decay_new
    OrnsteinUhlenbeck_I[i] = OrnsteinUhlenbeck_I_new
    v[i] = v_new
    w[i] = w_new
  }
  return fired
}

// EXC · reset
export function EXC_reset(cells, shared, first, last, list) {
  const { v, w } = cells    // mV, pA
  const { V_r, b } = shared // mV, pA

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = V_r
    w[i] += b
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

// INH · initialize
export function INH_initialize(cells, shared, first, last) {
  const { v, 'OrnsteinUhlenbeck.I': OrnsteinUhlenbeck_I } = cells      // mV, pA
  const { E_L, 'OrnsteinUhlenbeck.mu': OrnsteinUhlenbeck_mu } = shared // mV, pA
  const { 'OrnsteinUhlenbeck.level': OrnsteinUhlenbeck_level } = shared
  const { 'OrnsteinUhlenbeck.sigma': OrnsteinUhlenbeck_sigma } = shared // pA
  const { step, seed } = shared
  const OrnsteinUhlenbeck_I_1 = OrnsteinUhlenbeck_level * OrnsteinUhlenbeck_sigma

  for (let i = first; i < last; i++) {
    v[i] = E_L
    OrnsteinUhlenbeck_I[i] =
      OrnsteinUhlenbeck_mu + OrnsteinUhlenbeck_I_1 * normal(seed, 1607473193, i, step)
  }
}

// INH · step
export function INH_step(cells, shared, first, last, spikes) {
  const { v, 'AMPA.rise': AMPA_rise, 'AMPA.decay': AMPA_decay } = cells // mV, nS, nS
  const { 'NMDA.rise': NMDA_rise, 'NMDA.decay': NMDA_decay } = cells // nS, nS
  const { 'GABA_A.rise': GABA_A_rise, 'GABA_A.decay': GABA_A_decay } = cells // nS, nS
  const { 'GABA_B.rise': GABA_B_rise, 'GABA_B.decay': GABA_B_decay } = cells // nS, nS
  const { 'OrnsteinUhlenbeck.I': OrnsteinUhlenbeck_I, 'I.stimulus': I_stimulus } = cells // pA, pA
  const { V_ext, w } = cells // mV, pA
  const { 'NMDA.Mg': NMDA_Mg, 'AMPA.tau_rise': AMPA_tau_rise } = shared // mM, ms
  const { 'AMPA.tau_decay': AMPA_tau_decay, 'NMDA.tau_rise': NMDA_tau_rise } = shared // ms, ms
  const { 'NMDA.tau_decay': NMDA_tau_decay, 'GABA_A.tau_rise': GABA_A_tau_rise } = shared // ms, ms
  const { 'GABA_A.tau_decay': GABA_A_tau_decay } = shared // ms
  const { 'GABA_B.tau_rise': GABA_B_tau_rise } = shared // ms
  const { 'GABA_B.tau_decay': GABA_B_tau_decay } = shared // ms
  const { 'OrnsteinUhlenbeck.tau': OrnsteinUhlenbeck_tau } = shared // ms
  const { 'OrnsteinUhlenbeck.mu': OrnsteinUhlenbeck_mu } = shared // pA
  const { 'OrnsteinUhlenbeck.level': OrnsteinUhlenbeck_level } = shared
  const { 'OrnsteinUhlenbeck.sigma': OrnsteinUhlenbeck_sigma, V_peak, g_L } = shared // pA, mV, nS
  const { Delta_T, V_T, 'AMPA.E_rev': AMPA_E_rev } = shared // mV, mV, mV
  const { 'NMDA.E_rev': NMDA_E_rev, 'GABA_A.E_rev': GABA_A_E_rev } = shared // mV, mV
  const { 'GABA_B.E_rev': GABA_B_E_rev, E_L, C, a, tau_w } = shared // mV, mV, pF, nS, ms
  const { dt, step, seed } = shared // ms, 1, 1
  const NMDA_block_1 = NMDA_Mg / 3.57
  const decay_AMPA_rise = Math.exp((-1 / AMPA_tau_rise) * dt)
  const decay_AMPA_decay = Math.exp((-1 / AMPA_tau_decay) * dt)
  const decay_NMDA_rise = Math.exp((-1 / NMDA_tau_rise) * dt)
  const decay_NMDA_decay = Math.exp((-1 / NMDA_tau_decay) * dt)
  const decay_GABA_A_rise = Math.exp((-1 / GABA_A_tau_rise) * dt)
  const decay_GABA_A_decay = Math.exp((-1 / GABA_A_tau_decay) * dt)
  const decay_GABA_B_rise = Math.exp((-1 / GABA_B_tau_rise) * dt)
  const decay_GABA_B_decay = Math.exp((-1 / GABA_B_tau_decay) * dt)
  const decay_OrnsteinUhlenbeck_I_1 = (-1 / OrnsteinUhlenbeck_tau) * dt
  const decay_OrnsteinUhlenbeck_I = Math.exp(decay_OrnsteinUhlenbeck_I_1)
  const gain_OrnsteinUhlenbeck_I = dt * exprel(decay_OrnsteinUhlenbeck_I_1)
  const OrnsteinUhlenbeck_I_1 =
    gain_OrnsteinUhlenbeck_I * (OrnsteinUhlenbeck_mu / OrnsteinUhlenbeck_tau)
  const OrnsteinUhlenbeck_I_2 =
    OrnsteinUhlenbeck_level *
    OrnsteinUhlenbeck_sigma *
    Math.sqrt(2 / OrnsteinUhlenbeck_tau) *
    Math.sqrt(exprel(2 * decay_OrnsteinUhlenbeck_I_1)) *
    Math.sqrt(dt)
  const per_Delta_T = 1 / Delta_T
  const g_L_times_Delta_T = g_L * Delta_T
  const dt_per_C = dt / C
  const dt_per_tau_w = dt / tau_w
  const k_AMPA_decay_1 = -(dt / AMPA_tau_decay)
  const k_AMPA_rise_1 = -(dt / AMPA_tau_rise)
  const k_NMDA_decay_1 = -(dt / NMDA_tau_decay)
  const k_NMDA_rise_1 = -(dt / NMDA_tau_rise)
  const k_GABA_A_decay_1 = -(dt / GABA_A_tau_decay)
  const k_GABA_A_rise_1 = -(dt / GABA_A_tau_rise)
  const k_GABA_B_decay_1 = -(dt / GABA_B_tau_decay)
  const k_GABA_B_rise_1 = -(dt / GABA_B_tau_rise)
  const k_OrnsteinUhlenbeck_I_1 = dt / OrnsteinUhlenbeck_tau

  let fired = 0
  for (let i = first; i < last; i++) {
    const NMDA_block = 1 / (1 + NMDA_block_1 * Math.exp(-0.062 * v[i]))
    const AMPA_rise_new = decay_AMPA_rise * AMPA_rise[i]
    const AMPA_decay_new = decay_AMPA_decay * AMPA_decay[i]
    const NMDA_rise_new = decay_NMDA_rise * NMDA_rise[i]
    const NMDA_decay_new = decay_NMDA_decay * NMDA_decay[i]
    const GABA_A_rise_new = decay_GABA_A_rise * GABA_A_rise[i]
    const GABA_A_decay_new = decay_GABA_A_decay * GABA_A_decay[i]
    const GABA_B_rise_new = decay_GABA_B_rise * GABA_B_rise[i]
    const GABA_B_decay_new = decay_GABA_B_decay * GABA_B_decay[i]
    const OrnsteinUhlenbeck_I_new =
      decay_OrnsteinUhlenbeck_I * OrnsteinUhlenbeck_I[i] +
      OrnsteinUhlenbeck_I_1 +
      OrnsteinUhlenbeck_I_2 * normal(seed, 667083777, i, step)
    const peak = Math.min(v[i], V_peak)
    const I_exp = g_L_times_Delta_T * Math.exp((peak - V_T) * per_Delta_T)
    const AMPA_I = (AMPA_decay[i] - AMPA_rise[i]) * (AMPA_E_rev - v[i])
    const NMDA_I = NMDA_block * (NMDA_decay[i] - NMDA_rise[i]) * (NMDA_E_rev - v[i])
    const GABA_A_I = (GABA_A_decay[i] - GABA_A_rise[i]) * (GABA_A_E_rev - v[i])
    const GABA_B_I = (GABA_B_decay[i] - GABA_B_rise[i]) * (GABA_B_E_rev - v[i])
    const I = AMPA_I + NMDA_I + GABA_A_I + GABA_B_I + OrnsteinUhlenbeck_I[i] + I_stimulus[i]
    const k_v = dt_per_C * (g_L * (E_L - v[i] + V_ext[i]) + I_exp - w[i] + I)
    const v_mid = v[i] + k_v * 0.5
    const peak_2 = Math.min(v_mid, V_peak)
    const I_exp_2 = g_L_times_Delta_T * Math.exp((peak_2 - V_T) * per_Delta_T)
    const k_w = dt_per_tau_w * (a * (peak - E_L) - w[i])
    const w_mid = w[i] + k_w * 0.5
    const k_AMPA_decay = k_AMPA_decay_1 * AMPA_decay[i]
    const AMPA_decay_mid = AMPA_decay[i] + k_AMPA_decay * 0.5
    const k_AMPA_rise = k_AMPA_rise_1 * AMPA_rise[i]
    const AMPA_rise_mid = AMPA_rise[i] + k_AMPA_rise * 0.5
    const AMPA_I_2 = (AMPA_decay_mid - AMPA_rise_mid) * (AMPA_E_rev - v_mid)
    const k_NMDA_decay = k_NMDA_decay_1 * NMDA_decay[i]
    const NMDA_decay_mid = NMDA_decay[i] + k_NMDA_decay * 0.5
    const k_NMDA_rise = k_NMDA_rise_1 * NMDA_rise[i]
    const NMDA_rise_mid = NMDA_rise[i] + k_NMDA_rise * 0.5
    const NMDA_I_2 = NMDA_block * (NMDA_decay_mid - NMDA_rise_mid) * (NMDA_E_rev - v_mid)
    const k_GABA_A_decay = k_GABA_A_decay_1 * GABA_A_decay[i]
    const GABA_A_decay_mid = GABA_A_decay[i] + k_GABA_A_decay * 0.5
    const k_GABA_A_rise = k_GABA_A_rise_1 * GABA_A_rise[i]
    const GABA_A_rise_mid = GABA_A_rise[i] + k_GABA_A_rise * 0.5
    const GABA_A_I_2 = (GABA_A_decay_mid - GABA_A_rise_mid) * (GABA_A_E_rev - v_mid)
    const k_GABA_B_decay = k_GABA_B_decay_1 * GABA_B_decay[i]
    const GABA_B_decay_mid = GABA_B_decay[i] + k_GABA_B_decay * 0.5
    const k_GABA_B_rise = k_GABA_B_rise_1 * GABA_B_rise[i]
    const GABA_B_rise_mid = GABA_B_rise[i] + k_GABA_B_rise * 0.5
    const GABA_B_I_2 = (GABA_B_decay_mid - GABA_B_rise_mid) * (GABA_B_E_rev - v_mid)
    const k_OrnsteinUhlenbeck_I =
      k_OrnsteinUhlenbeck_I_1 * (OrnsteinUhlenbeck_mu - OrnsteinUhlenbeck_I[i])
    const OrnsteinUhlenbeck_I_mid = OrnsteinUhlenbeck_I[i] + k_OrnsteinUhlenbeck_I * 0.5
    const I_2 =
      AMPA_I_2 + NMDA_I_2 + GABA_A_I_2 + GABA_B_I_2 + OrnsteinUhlenbeck_I_mid + I_stimulus[i]
    const v_new = v[i] + dt_per_C * (g_L * (E_L - v_mid + V_ext[i]) + I_exp_2 - w_mid + I_2)
    const w_new = w[i] + dt_per_tau_w * (a * (peak_2 - E_L) - w_mid)
    if (v_new > V_peak) {
      spikes[fired++] = i
    }
    AMPA_rise[i] = AMPA_rise_new
    AMPA_decay[i] = AMPA_decay_new
    NMDA_rise[i] = NMDA_rise_new
    NMDA_decay[i] = NMDA_decay_new
    GABA_A_rise[i] = GABA_A_rise_new
    GABA_A_decay[i] = GABA_A_decay_new
    GABA_B_rise[i] = GABA_B_rise_new
    GABA_B_decay[i] = GABA_B_decay_new
    OrnsteinUhlenbeck_I[i] = OrnsteinUhlenbeck_I_new
    v[i] = v_new
    w[i] = w_new
  }
  return fired
}

// INH · reset
export function INH_reset(cells, shared, first, last, list) {
  const { v, w } = cells    // mV, pA
  const { V_r, b } = shared // mV, pA

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = V_r
    w[i] += b
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
