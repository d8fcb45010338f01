// LIF — from models/neurons/lif.livn

// LIF · initialize
export function initialize(cells, shared, first, last) {
  const { v } = cells    // mV
  const { E_L } = shared // mV

  for (let i = first; i < last; i++) {
    v[i] = E_L
  }
}

// LIF · step
export function step(cells, shared, first, last, spikes) {
  const { lastspike, v, I } = cells           // integer, mV, pA
  const { t_ref, g_L, C, E_L, V_th } = shared // ms, nS, pF, mV, mV
  const { dt, step } = shared                 // ms, 1
  const silent_steps = Math.floor(t_ref / dt + 0.001)
  const decay_v_1 = (-g_L / C) * dt
  const decay_v = Math.exp(decay_v_1)
  const gain_v = dt * exprel(decay_v_1)
  const gain_v_per_C = gain_v / C
  const v_1 = gain_v * ((g_L * E_L) / C)

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = step - lastspike[i] >= silent_steps
    if (free) {
      const v_new = decay_v * v[i] + (v_1 + gain_v_per_C * I[i])
      v[i] = v_new
      if (v_new > V_th) {
        spikes[fired++] = i
        lastspike[i] = step
      }
    }
  }
  return fired
}

// LIF · reset
export function reset(cells, shared, first, last, list) {
  const { v } = cells    // mV
  const { V_r } = shared // mV

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = V_r
  }
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
