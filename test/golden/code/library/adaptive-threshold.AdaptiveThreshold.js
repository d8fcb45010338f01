// AdaptiveThreshold — from models/neurons/adaptive-threshold.livn

// AdaptiveThreshold · initialize
export function initialize(cells, shared, first, last) {
  const { v } = cells    // mV
  const { E_L } = shared // mV

  for (let i = first; i < last; i++) {
    v[i] = E_L
  }
}

// AdaptiveThreshold · step
export function step(cells, shared, first, last, spikes) {
  const { lastspike, v, I, fast, slow } = cells              // integer, mV, pA, mV, mV
  const { t_ref, tau, E_L, R, tau_1, tau_2, omega } = shared // ms, ms, mV, Mohm, ms, ms, mV
  const { dt, step } = shared                                // ms, 1
  const silent_steps = Math.floor(t_ref / dt + 0.001)
  const decay_v_1 = (-1 / tau) * dt
  const decay_v = Math.exp(decay_v_1)
  const gain_v = dt * exprel(decay_v_1)
  const v_1 = gain_v * (R / tau)
  const v_2 = gain_v * (E_L / tau)
  const decay_fast = Math.exp((-1 / tau_1) * dt)
  const decay_slow = Math.exp((-1 / tau_2) * dt)
  const E_L_plus_omega = E_L + omega

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = step - lastspike[i] >= silent_steps
    const v_new = decay_v * v[i] + (v_2 + v_1 * I[i])
    const fast_new = decay_fast * fast[i]
    const slow_new = decay_slow * slow[i]
    if (free) {
      if (v_new > E_L_plus_omega + fast_new + slow_new) {
        spikes[fired++] = i
        lastspike[i] = step
      }
    }
    v[i] = v_new
    fast[i] = fast_new
    slow[i] = slow_new
  }
  return fired
}

// AdaptiveThreshold · reset
export function reset(cells, shared, first, last, list) {
  const { fast, slow } = cells        // mV, mV
  const { alpha_1, alpha_2 } = shared // mV, mV

  for (let k = first; k < last; k++) {
    const i = list[k]
    fast[i] += alpha_1
    slow[i] += alpha_2
  }
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
