// HodgkinHuxleyCulture — from models/cultures/hodgkin-huxley-culture.livn

// EXC · initialize
export function EXC_initialize(cells, shared, first, last) {
  const { v, m, h, n, 'OrnsteinUhlenbeck.I': OrnsteinUhlenbeck_I } = cells // mV, 1, 1, 1, pA
  const { 'OrnsteinUhlenbeck.mu': OrnsteinUhlenbeck_mu } = shared          // pA
  const { 'OrnsteinUhlenbeck.level': OrnsteinUhlenbeck_level } = shared
  const { 'OrnsteinUhlenbeck.sigma': OrnsteinUhlenbeck_sigma } = shared // pA
  const { step, seed } = shared
  const OrnsteinUhlenbeck_I_1 = OrnsteinUhlenbeck_level * OrnsteinUhlenbeck_sigma

  for (let i = first; i < last; i++) {
    v[i] = -65
    const m_1 = 1 / exprel((v[i] + 40) * -0.1)
    const m_2 = v[i] + 65
    m[i] = m_1 / (m_1 + 4 * Math.exp(m_2 * -0.05555555555555555))
    const h_1 = 0.07 * Math.exp(m_2 * -0.05)
    h[i] = h_1 / (h_1 + 1 / (Math.exp((v[i] + 35) * -0.1) + 1))
    const n_1 = 0.1 / exprel((v[i] + 55) * -0.1)
    n[i] = n_1 / (n_1 + 0.125 * Math.exp(m_2 * -0.0125))
    OrnsteinUhlenbeck_I[i] =
      OrnsteinUhlenbeck_mu + OrnsteinUhlenbeck_I_1 * normal(seed, 974224724, i, step)
  }
}

// EXC · step
export function EXC_step(cells, shared, first, last, spikes) {
  const { v, lastspike, 'AMPA.rise': AMPA_rise } = cells // mV, integer, nS
  const { 'AMPA.decay': AMPA_decay, 'NMDA.rise': NMDA_rise } = cells // nS, nS
  const { 'NMDA.decay': NMDA_decay, 'GABA_A.rise': GABA_A_rise } = cells // nS, nS
  const { 'GABA_A.decay': GABA_A_decay, 'GABA_B.rise': GABA_B_rise } = cells // nS, nS
  const { 'GABA_B.decay': GABA_B_decay } = cells // nS
  const { 'OrnsteinUhlenbeck.I': OrnsteinUhlenbeck_I, m, h, n } = cells // pA, 1, 1, 1
  const { 'I.stimulus': I_stimulus, V_ext } = cells // pA, mV
  const { 'NMDA.Mg': NMDA_Mg, 'AMPA.tau_rise': AMPA_tau_rise } = shared // mM, ms
  const { 'AMPA.tau_decay': AMPA_tau_decay, 'NMDA.tau_rise': NMDA_tau_rise } = shared // ms, ms
  const { 'NMDA.tau_decay': NMDA_tau_decay, 'GABA_A.tau_rise': GABA_A_tau_rise } = shared // ms, ms
  const { 'GABA_A.tau_decay': GABA_A_tau_decay } = shared // ms
  const { 'GABA_B.tau_rise': GABA_B_tau_rise } = shared // ms
  const { 'GABA_B.tau_decay': GABA_B_tau_decay } = shared // ms
  const { 'OrnsteinUhlenbeck.tau': OrnsteinUhlenbeck_tau } = shared // ms
  const { 'OrnsteinUhlenbeck.mu': OrnsteinUhlenbeck_mu } = shared // pA
  const { 'OrnsteinUhlenbeck.level': OrnsteinUhlenbeck_level } = shared
  const { 'OrnsteinUhlenbeck.sigma': OrnsteinUhlenbeck_sigma } = shared // pA
  const { 'AMPA.E_rev': AMPA_E_rev, 'GABA_A.E_rev': GABA_A_E_rev } = shared // mV, mV
  const { 'GABA_B.E_rev': GABA_B_E_rev, area, g_Na, E_Na } = shared // mV, um^2, mS/cm^2, mV
  const { g_K, E_K, g_L, E_L, C } = shared // mS/cm^2, mV, mS/cm^2, mV, uF/cm^2
  const { 'NMDA.E_rev': NMDA_E_rev } = shared // mV
  const { dt, step, seed } = shared // ms, 1, 1
  const NMDA_block_1 = NMDA_Mg / 3.57
  const silent_steps = Math.floor(2 / dt + 0.001)
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
  const a_m_1 = Math.exp(-4)
  const a_h_1 = 0.07 * Math.exp(-3.25)
  const b_h_1 = Math.exp(-3.5)
  const a_n_1 = Math.exp(-5.5)
  const b_n_1 = 0.125 * Math.exp(-0.8125)
  const v_ahead_1 = 0.5 * (1 + decay_AMPA_decay)
  const v_ahead_2 = 0.5 * (1 + decay_AMPA_rise)
  const v_ahead_3 = 0.5 * (1 + decay_GABA_A_decay)
  const v_ahead_4 = 0.5 * (1 + decay_GABA_A_rise)
  const v_ahead_5 = 0.5 * (1 + decay_GABA_B_decay)
  const v_ahead_6 = 0.5 * (1 + decay_GABA_B_rise)
  const per_area = 1 / area
  const E_Na_times_g_Na = E_Na * g_Na
  const E_K_times_g_K = E_K * g_K
  const per_C = 1 / C
  const v_ahead_7 = 0.5 * (1 + decay_NMDA_decay)
  const v_ahead_8 = 0.5 * (1 + decay_NMDA_rise)
  const v_ahead_9 = NMDA_E_rev / area / C
  const v_ahead_10 = -per_area
  const v_ahead_11 = -(per_area / C)
  const v_ahead_12 = 0.5 * dt

  let fired = 0
  for (let i = first; i < last; i++) {
    const NMDA_block = 1 / (1 + NMDA_block_1 * Math.exp(-0.062 * v[i]))
    const free = step - lastspike[i] >= silent_steps
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
    const a_m_2 = v[i] + 40
    const a_m_3 = a_m_2 * -0.1
    const a_m_4 = a_m_2 * a_m_2
    const a_m_5 = 0.010000000000000002 * a_m_4
    const a_m_6 = Math.exp(-0.0125 * v[i])
    const a_m_7 = a_m_6 * a_m_6
    const a_m_8 = a_m_7 * a_m_7
    const a_m_9 = a_m_8 * a_m_8
    const a_m =
      Math.abs(a_m_3) < 0.1
        ? 1 -
          -0.05 * a_m_2 +
          a_m_5 *
            (((-8.267195767195769e-9 * a_m_4 + 0.00003306878306878307) * a_m_5 +
              -0.001388888888888889) *
              a_m_5 +
              0.08333333333333333)
        : a_m_3 / (a_m_1 * a_m_9 - 1)
    const b_m = 4 * Math.exp((v[i] + 65) * -0.05555555555555555)
    const m_new = m[i] + dt * exprel(-(a_m + b_m) * dt) * (a_m * (1 - m[i]) - b_m * m[i])
    const a_h = a_h_1 * a_m_8
    const b_h = 1 / (b_h_1 * a_m_9 + 1)
    const h_new = h[i] + dt * exprel(-(a_h + b_h) * dt) * (a_h * (1 - h[i]) - b_h * h[i])
    const a_n_2 = v[i] + 55
    const a_n_3 = a_n_2 * -0.1
    const a_n_4 = a_n_2 * a_n_2
    const a_n_5 = 0.010000000000000002 * a_n_4
    const a_n =
      0.1 *
      (Math.abs(a_n_3) < 0.1
        ? 1 -
          -0.05 * a_n_2 +
          a_n_5 *
            (((-8.267195767195769e-9 * a_n_4 + 0.00003306878306878307) * a_n_5 +
              -0.001388888888888889) *
              a_n_5 +
              0.08333333333333333)
        : a_n_3 / (a_n_1 * a_m_9 - 1))
    const b_n = b_n_1 * a_m_6
    const n_new = n[i] + dt * exprel(-(a_n + b_n) * dt) * (a_n * (1 - n[i]) - b_n * n[i])
    const v_ahead_13 = v_ahead_1 * AMPA_decay[i] - v_ahead_2 * AMPA_rise[i]
    const v_ahead_14 = v_ahead_3 * GABA_A_decay[i] - v_ahead_4 * GABA_A_rise[i]
    const v_ahead_15 = v_ahead_5 * GABA_B_decay[i] - v_ahead_6 * GABA_B_rise[i]
    const v_ahead_16 = m_new * m_new * m_new
    const v_ahead_17 = n_new * n_new
    const v_ahead_18 = v_ahead_17 * v_ahead_17
    const v_ahead_19 =
      ((v_ahead_13 * AMPA_E_rev +
        v_ahead_14 * GABA_A_E_rev +
        v_ahead_15 * GABA_B_E_rev +
        0.5 * (OrnsteinUhlenbeck_I[i] + OrnsteinUhlenbeck_I_new) +
        I_stimulus[i]) *
        per_area +
        E_Na_times_g_Na * (v_ahead_16 * h_new) +
        E_K_times_g_K * v_ahead_18 +
        (V_ext[i] + E_L) * g_L) *
      per_C
    const v_ahead_20 = v_ahead_7 * NMDA_decay[i] - v_ahead_8 * NMDA_rise[i]
    const v_ahead_21 = NMDA_block * v_ahead_20
    const v_ahead_22 = v_ahead_9 * v_ahead_21
    const v_ahead_23 =
      ((v_ahead_13 + v_ahead_14 + v_ahead_15) * v_ahead_10 -
        g_Na * v_ahead_16 * h_new -
        g_K * v_ahead_18 -
        g_L) *
      per_C
    const v_ahead_24 = v_ahead_11 * v_ahead_21
    const v_ahead_25 = v_ahead_23 + v_ahead_24
    const v_ahead =
      v[i] + (dt * (v_ahead_19 + v_ahead_22 + v_ahead_25 * v[i])) / (1 - v_ahead_12 * v_ahead_25)
    const NMDA_block_ahead = 1 / (1 + NMDA_block_1 * Math.exp(-0.062 * v_ahead))
    const v_1 = NMDA_block_ahead * v_ahead_20
    const v_2 = v_ahead_23 + 0.5 * (v_ahead_24 + v_ahead_11 * v_1)
    const v_3 = dt * v_2
    const v_4 = 6 - v_3
    const v_new =
      v[i] +
      (v_4 * (dt * (v_ahead_19 + 0.5 * (v_ahead_22 + v_ahead_9 * v_1) + v_2 * v[i]))) /
        (v_4 - dt * (3 - v_3) * v_2)
    if (free) {
      if (v_new > 0) {
        spikes[fired++] = i
        lastspike[i] = step
      }
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
    m[i] = m_new
    h[i] = h_new
    n[i] = n_new
    v[i] = v_new
  }
  return fired
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
  const { v, m, h, n, 'OrnsteinUhlenbeck.I': OrnsteinUhlenbeck_I } = cells // mV, 1, 1, 1, pA
  const { 'OrnsteinUhlenbeck.mu': OrnsteinUhlenbeck_mu } = shared          // pA
  const { 'OrnsteinUhlenbeck.level': OrnsteinUhlenbeck_level } = shared
  const { 'OrnsteinUhlenbeck.sigma': OrnsteinUhlenbeck_sigma } = shared // pA
  const { step, seed } = shared
  const OrnsteinUhlenbeck_I_1 = OrnsteinUhlenbeck_level * OrnsteinUhlenbeck_sigma

  for (let i = first; i < last; i++) {
    v[i] = -65
    const m_1 = 1 / exprel((v[i] + 40) * -0.1)
    const m_2 = v[i] + 65
    m[i] = m_1 / (m_1 + 4 * Math.exp(m_2 * -0.05555555555555555))
    const h_1 = 0.07 * Math.exp(m_2 * -0.05)
    h[i] = h_1 / (h_1 + 1 / (Math.exp((v[i] + 35) * -0.1) + 1))
    const n_1 = 0.1 / exprel((v[i] + 55) * -0.1)
    n[i] = n_1 / (n_1 + 0.125 * Math.exp(m_2 * -0.0125))
    OrnsteinUhlenbeck_I[i] =
      OrnsteinUhlenbeck_mu + OrnsteinUhlenbeck_I_1 * normal(seed, 1607473193, i, step)
  }
}

// INH · step
export function INH_step(cells, shared, first, last, spikes) {
  const { v, lastspike, 'AMPA.rise': AMPA_rise } = cells // mV, integer, nS
  const { 'AMPA.decay': AMPA_decay, 'NMDA.rise': NMDA_rise } = cells // nS, nS
  const { 'NMDA.decay': NMDA_decay, 'GABA_A.rise': GABA_A_rise } = cells // nS, nS
  const { 'GABA_A.decay': GABA_A_decay, 'GABA_B.rise': GABA_B_rise } = cells // nS, nS
  const { 'GABA_B.decay': GABA_B_decay } = cells // nS
  const { 'OrnsteinUhlenbeck.I': OrnsteinUhlenbeck_I, m, h, n } = cells // pA, 1, 1, 1
  const { 'I.stimulus': I_stimulus, V_ext } = cells // pA, mV
  const { 'NMDA.Mg': NMDA_Mg, 'AMPA.tau_rise': AMPA_tau_rise } = shared // mM, ms
  const { 'AMPA.tau_decay': AMPA_tau_decay, 'NMDA.tau_rise': NMDA_tau_rise } = shared // ms, ms
  const { 'NMDA.tau_decay': NMDA_tau_decay, 'GABA_A.tau_rise': GABA_A_tau_rise } = shared // ms, ms
  const { 'GABA_A.tau_decay': GABA_A_tau_decay } = shared // ms
  const { 'GABA_B.tau_rise': GABA_B_tau_rise } = shared // ms
  const { 'GABA_B.tau_decay': GABA_B_tau_decay } = shared // ms
  const { 'OrnsteinUhlenbeck.tau': OrnsteinUhlenbeck_tau } = shared // ms
  const { 'OrnsteinUhlenbeck.mu': OrnsteinUhlenbeck_mu } = shared // pA
  const { 'OrnsteinUhlenbeck.level': OrnsteinUhlenbeck_level } = shared
  const { 'OrnsteinUhlenbeck.sigma': OrnsteinUhlenbeck_sigma } = shared // pA
  const { 'AMPA.E_rev': AMPA_E_rev, 'GABA_A.E_rev': GABA_A_E_rev } = shared // mV, mV
  const { 'GABA_B.E_rev': GABA_B_E_rev, area, g_Na, E_Na } = shared // mV, um^2, mS/cm^2, mV
  const { g_K, E_K, g_L, E_L, C } = shared // mS/cm^2, mV, mS/cm^2, mV, uF/cm^2
  const { 'NMDA.E_rev': NMDA_E_rev } = shared // mV
  const { dt, step, seed } = shared // ms, 1, 1
  const NMDA_block_1 = NMDA_Mg / 3.57
  const silent_steps = Math.floor(2 / dt + 0.001)
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
  const a_m_1 = Math.exp(-4)
  const a_h_1 = 0.07 * Math.exp(-3.25)
  const b_h_1 = Math.exp(-3.5)
  const a_n_1 = Math.exp(-5.5)
  const b_n_1 = 0.125 * Math.exp(-0.8125)
  const v_ahead_1 = 0.5 * (1 + decay_AMPA_decay)
  const v_ahead_2 = 0.5 * (1 + decay_AMPA_rise)
  const v_ahead_3 = 0.5 * (1 + decay_GABA_A_decay)
  const v_ahead_4 = 0.5 * (1 + decay_GABA_A_rise)
  const v_ahead_5 = 0.5 * (1 + decay_GABA_B_decay)
  const v_ahead_6 = 0.5 * (1 + decay_GABA_B_rise)
  const per_area = 1 / area
  const E_Na_times_g_Na = E_Na * g_Na
  const E_K_times_g_K = E_K * g_K
  const per_C = 1 / C
  const v_ahead_7 = 0.5 * (1 + decay_NMDA_decay)
  const v_ahead_8 = 0.5 * (1 + decay_NMDA_rise)
  const v_ahead_9 = NMDA_E_rev / area / C
  const v_ahead_10 = -per_area
  const v_ahead_11 = -(per_area / C)
  const v_ahead_12 = 0.5 * dt

  let fired = 0
  for (let i = first; i < last; i++) {
    const NMDA_block = 1 / (1 + NMDA_block_1 * Math.exp(-0.062 * v[i]))
    const free = step - lastspike[i] >= silent_steps
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
    const a_m_2 = v[i] + 40
    const a_m_3 = a_m_2 * -0.1
    const a_m_4 = a_m_2 * a_m_2
    const a_m_5 = 0.010000000000000002 * a_m_4
    const a_m_6 = Math.exp(-0.0125 * v[i])
    const a_m_7 = a_m_6 * a_m_6
    const a_m_8 = a_m_7 * a_m_7
    const a_m_9 = a_m_8 * a_m_8
    const a_m =
      Math.abs(a_m_3) < 0.1
        ? 1 -
          -0.05 * a_m_2 +
          a_m_5 *
            (((-8.267195767195769e-9 * a_m_4 + 0.00003306878306878307) * a_m_5 +
              -0.001388888888888889) *
              a_m_5 +
              0.08333333333333333)
        : a_m_3 / (a_m_1 * a_m_9 - 1)
    const b_m = 4 * Math.exp((v[i] + 65) * -0.05555555555555555)
    const m_new = m[i] + dt * exprel(-(a_m + b_m) * dt) * (a_m * (1 - m[i]) - b_m * m[i])
    const a_h = a_h_1 * a_m_8
    const b_h = 1 / (b_h_1 * a_m_9 + 1)
    const h_new = h[i] + dt * exprel(-(a_h + b_h) * dt) * (a_h * (1 - h[i]) - b_h * h[i])
    const a_n_2 = v[i] + 55
    const a_n_3 = a_n_2 * -0.1
    const a_n_4 = a_n_2 * a_n_2
    const a_n_5 = 0.010000000000000002 * a_n_4
    const a_n =
      0.1 *
      (Math.abs(a_n_3) < 0.1
        ? 1 -
          -0.05 * a_n_2 +
          a_n_5 *
            (((-8.267195767195769e-9 * a_n_4 + 0.00003306878306878307) * a_n_5 +
              -0.001388888888888889) *
              a_n_5 +
              0.08333333333333333)
        : a_n_3 / (a_n_1 * a_m_9 - 1))
    const b_n = b_n_1 * a_m_6
    const n_new = n[i] + dt * exprel(-(a_n + b_n) * dt) * (a_n * (1 - n[i]) - b_n * n[i])
    const v_ahead_13 = v_ahead_1 * AMPA_decay[i] - v_ahead_2 * AMPA_rise[i]
    const v_ahead_14 = v_ahead_3 * GABA_A_decay[i] - v_ahead_4 * GABA_A_rise[i]
    const v_ahead_15 = v_ahead_5 * GABA_B_decay[i] - v_ahead_6 * GABA_B_rise[i]
    const v_ahead_16 = m_new * m_new * m_new
    const v_ahead_17 = n_new * n_new
    const v_ahead_18 = v_ahead_17 * v_ahead_17
    const v_ahead_19 =
      ((v_ahead_13 * AMPA_E_rev +
        v_ahead_14 * GABA_A_E_rev +
        v_ahead_15 * GABA_B_E_rev +
        0.5 * (OrnsteinUhlenbeck_I[i] + OrnsteinUhlenbeck_I_new) +
        I_stimulus[i]) *
        per_area +
        E_Na_times_g_Na * (v_ahead_16 * h_new) +
        E_K_times_g_K * v_ahead_18 +
        (V_ext[i] + E_L) * g_L) *
      per_C
    const v_ahead_20 = v_ahead_7 * NMDA_decay[i] - v_ahead_8 * NMDA_rise[i]
    const v_ahead_21 = NMDA_block * v_ahead_20
    const v_ahead_22 = v_ahead_9 * v_ahead_21
    const v_ahead_23 =
      ((v_ahead_13 + v_ahead_14 + v_ahead_15) * v_ahead_10 -
        g_Na * v_ahead_16 * h_new -
        g_K * v_ahead_18 -
        g_L) *
      per_C
    const v_ahead_24 = v_ahead_11 * v_ahead_21
    const v_ahead_25 = v_ahead_23 + v_ahead_24
    const v_ahead =
      v[i] + (dt * (v_ahead_19 + v_ahead_22 + v_ahead_25 * v[i])) / (1 - v_ahead_12 * v_ahead_25)
    const NMDA_block_ahead = 1 / (1 + NMDA_block_1 * Math.exp(-0.062 * v_ahead))
    const v_1 = NMDA_block_ahead * v_ahead_20
    const v_2 = v_ahead_23 + 0.5 * (v_ahead_24 + v_ahead_11 * v_1)
    const v_3 = dt * v_2
    const v_4 = 6 - v_3
    const v_new =
      v[i] +
      (v_4 * (dt * (v_ahead_19 + 0.5 * (v_ahead_22 + v_ahead_9 * v_1) + v_2 * v[i]))) /
        (v_4 - dt * (3 - v_3) * v_2)
    if (free) {
      if (v_new > 0) {
        spikes[fired++] = i
        lastspike[i] = step
      }
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
    m[i] = m_new
    h[i] = h_new
    n[i] = n_new
    v[i] = v_new
  }
  return fired
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
