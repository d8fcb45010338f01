// QuadraticIF — from models/neurons/quadratic-if.livn

// QuadraticIF · initialize
export function initialize(cells, shared, first, last) {
  const { v } = cells       // mV
  const { V_rest } = shared // mV

  for (let i = first; i < last; i++) {
    v[i] = V_rest
  }
}

// QuadraticIF · step
export function step(cells, shared, first, last, spikes) {
  const { v, I } = cells                           // mV, pA
  const { k: k_, V_rest, V_T, C, V_peak } = shared // nS/mV, mV, mV, pF, mV
  const { dt } = shared                            // ms
  const dt_per_C = dt / C

  let fired = 0
  for (let i = first; i < last; i++) {
    const k_v = dt_per_C * (k_ * (v[i] - V_rest) * (v[i] - V_T) + I[i])
    const v_mid = v[i] + k_v * 0.5
    const v_new = v[i] + dt_per_C * (k_ * (v_mid - V_rest) * (v_mid - V_T) + I[i])
    if (v_new >= V_peak) {
      spikes[fired++] = i
    }
    v[i] = v_new
  }
  return fired
}

// QuadraticIF · reset
export function reset(cells, shared, first, last, list) {
  const { v } = cells    // mV
  const { V_r } = shared // mV

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = V_r
  }
}
