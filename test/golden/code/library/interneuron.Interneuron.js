// Interneuron — from models/neurons/interneuron.livn

// Interneuron · initialize
export function initialize(cells, shared, first, last) {
  const { v, 'CaN.m': CaN_m, 'CaN.h': CaN_h, Ca } = cells // mV, 1, 1, mM
  const { Ca_rest } = shared                              // uM

  for (let i = first; i < last; i++) {
    v[i] = -62
    CaN_m[i] = 1 / (1 + Math.exp((v[i] + 30) * -0.2))
    CaN_h[i] = 1 / (1 + Math.exp((v[i] + 45) * 0.2))
    Ca[i] = Ca_rest
  }
}

// Interneuron · step
export function step(cells, shared, first, last, spikes) {
  const { lastspike, v, 'CaN.m': CaN_m, 'CaN.h': CaN_h, Ca, I } = cells // integer, mV, 1, 1, mM, pA
  const { 'Leak.g': Leak_g, 'Leak.E': Leak_E, 'CaN.g': CaN_g } = shared // mS/cm^2, mV, mS/cm^2
  const { 'CaN.E': CaN_E, 'KCa.g': KCa_g, 'KCa.K_d': KCa_K_d } = shared // mV, mS/cm^2, uM
  const { 'KCa.E': KCa_E, C, area, f, k_Ca } = shared // mV, uF/cm^2, um^2, 1, 1/ms
  const { alpha, Ca_rest } = shared // mM*cm^2/uA/ms, uM
  const { dt, step } = shared // ms, 1
  const silent_steps = Math.floor(2 / dt + 0.001)
  const CaN_m_inf_1 = Math.exp(-6)
  const CaN_m_1 = dt * exprel(-0.25 * dt) * 0.25
  const CaN_h_inf_1 = Math.exp(9)
  const CaN_h_1 = dt * exprel(-0.025 * dt) * 0.025
  const dt_per_C = dt / C
  const v_1 = -dt_per_C
  const per_area = 1 / area
  const Ca_1 = dt * exprel(f * -k_Ca * dt) * f

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = step - lastspike[i] >= silent_steps
    const CaN_m_inf_2 = Math.exp(0.2 * v[i])
    const CaN_m_inf = 1 / (1 + CaN_m_inf_1 * (1 / CaN_m_inf_2))
    const CaN_m_new = CaN_m[i] + CaN_m_1 * (CaN_m_inf - CaN_m[i])
    const CaN_h_inf = 1 / (1 + CaN_h_inf_1 * CaN_m_inf_2)
    const CaN_h_new = CaN_h[i] + CaN_h_1 * (CaN_h_inf - CaN_h[i])
    const Leak_I = Leak_g * (v[i] - Leak_E)
    const CaN_I_1 = CaN_g * (CaN_m[i] * CaN_m[i]) * CaN_h[i]
    const CaN_I = CaN_I_1 * (v[i] - CaN_E)
    const KCa_I_1 = (KCa_g * Ca[i]) / (Ca[i] + KCa_K_d)
    const KCa_I = KCa_I_1 * (v[i] - KCa_E)
    const v_new =
      v[i] +
      dt_per_C *
        (exprel(v_1 * (Leak_g + CaN_I_1 + KCa_I_1)) * (I[i] * per_area - Leak_I - CaN_I - KCa_I))
    const Ca_new = Ca[i] + Ca_1 * (alpha * Math.max(-CaN_I, 0) - k_Ca * (Ca[i] - Ca_rest))
    if (free) {
      if (v_new > -20) {
        spikes[fired++] = i
        lastspike[i] = step
      }
    }
    CaN_m[i] = CaN_m_new
    CaN_h[i] = CaN_h_new
    v[i] = v_new
    Ca[i] = Ca_new
  }
  return fired
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
