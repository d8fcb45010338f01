// StdpCell — from models/networks/song-miller-abbott.livn

// StdpCell · initialize
export function initialize(cells, shared, first, last) {
  const { v } = cells    // mV
  const { V_r } = shared // mV

  for (let i = first; i < last; i++) {
    v[i] = V_r
  }
}

// StdpCell · step
export function step(cells, shared, first, last, spikes) {
  const { v, ge } = cells                       // mV, 1
  const { tau, E_L, E_e, tau_e, V_th } = shared // ms, mV, mV, ms, mV
  const { dt } = shared                         // ms
  const dt_per_tau = dt / tau
  const ge_1 = -((dt * exprel((-1 / tau_e) * dt)) / tau_e)

  let fired = 0
  for (let i = first; i < last; i++) {
    const v_new =
      v[i] + dt_per_tau * (exprel(dt_per_tau * (-1 - ge[i])) * (E_L - v[i] + ge[i] * (E_e - v[i])))
    const ge_new = ge[i] + ge_1 * ge[i]
    if (v_new > V_th) {
      spikes[fired++] = i
    }
    v[i] = v_new
    ge[i] = ge_new
  }
  return fired
}

// StdpCell · reset
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
