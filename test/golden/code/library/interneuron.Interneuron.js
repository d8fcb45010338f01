// Interneuron — from models/neurons/interneuron.livn

// Interneuron · initialize
export function initialize(cells, shared, first, last) {
  const { v, 'CaN.m': CaN_m, 'CaN.h': CaN_h, 'ChR.C': ChR_C } = cells // mV, 1, 1, 1
  const { 'ChR.O': ChR_O, Ca } = cells                                // 1, mM
  const { Ca_rest } = shared                                          // uM

  for (let i = first; i < last; i++) {
    v[i] = -62
    CaN_m[i] = 1 / (1 + Math.exp((v[i] + 30) * -0.2))
    CaN_h[i] = 1 / (1 + Math.exp((v[i] + 45) * 0.2))
    ChR_C[i] = 1
    ChR_O[i] = 0
    Ca[i] = Ca_rest
  }
}

// Interneuron · step
export function step(cells, shared, first, last, spikes) {
  const { v, lastspike, 'CaN.m': CaN_m, 'CaN.h': CaN_h } = cells // mV, integer, 1, 1
  const { light, 'ChR.C': ChR_C, 'ChR.O': ChR_O, Ca, I } = cells // mW/mm^2, 1, 1, mM, pA
  const { 'ChR.E': ChR_E, 'ChR.v_0': ChR_v_0 } = shared // mV, mV
  const { 'ChR.wavelength': ChR_wavelength, 'ChR.G_r0': ChR_G_r0 } = shared // nm, 1/ms
  const { 'ChR.k_r': ChR_k_r, 'ChR.phi_m': ChR_phi_m } = shared // 1/ms, 1/second/mm^2
  const { 'ChR.q': ChR_q, 'ChR.k_a': ChR_k_a, 'ChR.p': ChR_p } = shared // 1, 1/ms, 1
  const { 'ChR.G_d': ChR_G_d, 'ChR.g': ChR_g, 'Leak.g': Leak_g } = shared // 1/ms, pS, mS/cm^2
  const { 'Leak.E': Leak_E, 'CaN.g': CaN_g, 'CaN.E': CaN_E } = shared // mV, mS/cm^2, mV
  const { 'KCa.g': KCa_g, 'KCa.K_d': KCa_K_d, 'KCa.E': KCa_E } = shared // mS/cm^2, uM, mV
  const { area, C, f, k_Ca, alpha, Ca_rest } = shared // um^2, uF/cm^2, 1, 1/ms, mM*cm^2/uA/ms, uM
  const { dt, step } = shared // ms, 1
  const ChR_bend_1 = 1 / ChR_v_0
  const ChR_bend_3 = 1 / exprel((70 + ChR_E) / ChR_v_0)
  const silent_steps = Math.floor(2 / dt + 0.001)
  const CaN_m_inf_1 = Math.exp(-6)
  const CaN_m_1 = dt * exprel(-0.25 * dt) * 0.25
  const CaN_h_inf_1 = Math.exp(9)
  const CaN_h_1 = dt * exprel(-0.025 * dt) * 0.025
  const ChR_phi_1 = ChR_wavelength * 5.03068719187041
  const per_ChR_phi_m = 1 / ChR_phi_m
  const ChR_O_1 = dt * exprel(-ChR_G_d * dt)
  const v_1 = -(ChR_g / area)
  const dt_per_C = dt / C
  const per_area = 1 / area
  const Ca_1 = dt * exprel(f * -k_Ca * dt) * f

  let fired = 0
  for (let i = first; i < last; i++) {
    const ChR_bend = exprel((ChR_E - v[i]) * ChR_bend_1) * ChR_bend_3
    const free = step - lastspike[i] >= silent_steps
    const CaN_m_inf_2 = Math.exp(0.2 * v[i])
    const CaN_m_inf_3 = Math.min(CaN_m_inf_2, 1e30)
    const CaN_m_inf = CaN_m_inf_3 / (CaN_m_inf_3 + CaN_m_inf_1)
    const CaN_m_new = CaN_m[i] + CaN_m_1 * (CaN_m_inf - CaN_m[i])
    const CaN_h_inf = 1 / (1 + CaN_h_inf_1 * CaN_m_inf_2)
    const CaN_h_new = CaN_h[i] + CaN_h_1 * (CaN_h_inf - CaN_h[i])
    const ChR_phi = ChR_phi_1 * Math.max(light[i], 0)
    const ChR_G_r_1 = ChR_phi * per_ChR_phi_m
    const ChR_G_r_2 = power(ChR_G_r_1, ChR_q)
    const ChR_G_r = ChR_G_r0 + ChR_k_r * (ChR_G_r_2 / (1 + ChR_G_r_2))
    const ChR_G_a_1 = power(ChR_G_r_1, ChR_p)
    const ChR_G_a = ChR_k_a * (ChR_G_a_1 / (1 + ChR_G_a_1))
    const ChR_G_a_times_ChR_C = ChR_G_a * ChR_C[i]
    const ChR_C_new =
      ChR_C[i] +
      dt *
        exprel(-(ChR_G_r + ChR_G_a) * dt) *
        (ChR_G_r * (1 - ChR_C[i] - ChR_O[i]) - ChR_G_a_times_ChR_C)
    const ChR_O_new = ChR_O[i] + ChR_O_1 * (ChR_G_a_times_ChR_C - ChR_G_d * ChR_O[i])
    const ChR_I = ChR_g * ChR_O[i] * ChR_bend * (v[i] - ChR_E)
    const Leak_I = Leak_g * (v[i] - Leak_E)
    const CaN_I_1 = CaN_g * (CaN_m[i] * CaN_m[i]) * CaN_h[i]
    const CaN_I = CaN_I_1 * (v[i] - CaN_E)
    const KCa_I_1 = (KCa_g * Ca[i]) / (Ca[i] + KCa_K_d)
    const KCa_I = KCa_I_1 * (v[i] - KCa_E)
    const v_new =
      v[i] +
      dt_per_C *
        (exprel(dt_per_C * (v_1 * (ChR_O[i] * ChR_bend) - Leak_g - CaN_I_1 - KCa_I_1)) *
          ((I[i] - ChR_I) * per_area - Leak_I - CaN_I - KCa_I))
    const Ca_new = Ca[i] + Ca_1 * (alpha * Math.max(-CaN_I, 0) - k_Ca * (Ca[i] - Ca_rest))
    if (free) {
      if (v_new > -20) {
        spikes[fired++] = i
        lastspike[i] = step
      }
    }
    CaN_m[i] = CaN_m_new
    CaN_h[i] = CaN_h_new
    ChR_C[i] = ChR_C_new
    ChR_O[i] = ChR_O_new
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

/** x to the power of y; whole powers up to 16 are products in a fixed order. */
function power(x, y) {
  if (!Number.isInteger(y) || Math.abs(y) > 16) return x ** y
  return y < 0 ? 1 / wholePower(x, -y) : wholePower(x, y)
}

function wholePower(x, n) {
  if (n === 0) return 1
  const half = wholePower(x, n >> 1)
  return n % 2 === 1 ? half * half * x : half * half
}
