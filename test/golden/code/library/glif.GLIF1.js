// GLIF1 — from models/neurons/glif.livn

// GLIF1 · initialize
export function initialize(cells, shared, first, last) {
  const { v } = cells    // mV
  const { E_L } = shared // mV

  for (let i = first; i < last; i++) {
    v[i] = E_L
  }
}

// GLIF1 · step
export function step(cells, shared, first, last, spikes) {
  const { lastspike, v, V_ext, I } = cells        // integer, mV, mV, pA
  const { t_ref, tau_m, E_L, g_L, V_th } = shared // ms, ms, mV, nS, mV
  const { dt, step } = shared                     // ms, 1
  const silent_steps = Math.floor(t_ref / dt + 0.001)
  const decay_v_1 = (-1 / tau_m) * dt
  const decay_v = Math.exp(decay_v_1)
  const gain_v = dt * exprel(decay_v_1)
  const gain_v_per_tau_m = gain_v / tau_m
  const v_1 = gain_v * (E_L / tau_m)
  const v_2 = gain_v * (1 / g_L / tau_m)

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = step - lastspike[i] >= silent_steps
    if (free) {
      const v_new = decay_v * v[i] + (v_1 + gain_v_per_tau_m * V_ext[i] + v_2 * I[i])
      v[i] = v_new
      if (v_new > V_th) {
        spikes[fired++] = i
        lastspike[i] = step
      }
    }
  }
  return fired
}

// GLIF1 · reset
export function reset(cells, shared, first, last, list) {
  const { v } = cells    // mV
  const { E_L } = shared // mV

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = E_L
  }
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
