// CultureLIF — from models/neurons/glif.livn

// CultureLIF · initialize
export function initialize(cells, shared, first, last) {
  const { v } = cells    // mV
  const { E_L } = shared // mV

  for (let i = first; i < last; i++) {
    v[i] = E_L
  }
}

// CultureLIF · step
export function step(cells, shared, first, last, spikes) {
  const { lastspike, theta_s, v, V_ext, I } = cells           // integer, mV, mV, mV, pA
  const { t_ref, theta_rate, tau_m, E_L, g_L, V_th } = shared // ms, 1/ms, ms, mV, nS, mV
  const { dt, step } = shared                                 // ms, 1
  const silent_steps = Math.floor(t_ref / dt + 0.001)
  const decay_theta_s = Math.exp(-theta_rate * dt)
  const decay_v_1 = (-1 / tau_m) * dt
  const decay_v = Math.exp(decay_v_1)
  const gain_v = dt * exprel(decay_v_1)
  const gain_v_per_tau_m = gain_v / tau_m
  const v_1 = gain_v * (E_L / tau_m)
  const v_2 = gain_v * (1 / g_L / tau_m)

  let fired = 0
  for (let i = first; i < last; i++) {
    const free = step - lastspike[i] >= silent_steps
    const theta_s_new = decay_theta_s * theta_s[i]
    if (free) {
      const v_new = decay_v * v[i] + (v_1 + gain_v_per_tau_m * V_ext[i] + v_2 * I[i])
      v[i] = v_new
      if (v_new > V_th + theta_s_new) {
        spikes[fired++] = i
        lastspike[i] = step
      }
    }
    theta_s[i] = theta_s_new
  }
  return fired
}

// CultureLIF · reset
export function reset(cells, shared, first, last, list) {
  const { v, theta_s } = cells                                        // mV, mV
  const { E_L, f_v, delta_v, theta_jump, theta_rate, t_ref } = shared // mV, 1, mV, mV, 1/ms, ms
  const theta_s_1 = theta_jump * Math.exp(Math.min(theta_rate * t_ref, 50))

  for (let k = first; k < last; k++) {
    const i = list[k]
    v[i] = E_L + f_v * (v[i] - E_L) - delta_v
    theta_s[i] += theta_s_1
  }
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
