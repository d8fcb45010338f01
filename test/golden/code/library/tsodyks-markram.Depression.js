// Depression — from models/plasticity/tsodyks-markram.livn

// Depression · initialize · from pre to post
export function initialize(connections, sources, targets, shared, first, last, list) {
  const { x } = connections

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    x[i] = 1
  }
}

// Depression · on_pre · from pre to post
export function on_pre(connections, sources, targets, shared, first, last, list) {
  const { updated, x } = connections // integer, 1
  const { tau_rec, U } = shared      // ms, 1
  const { dt, step } = shared        // ms, 1
  const x_now_1 = -1 / tau_rec
  const per_tau_rec = 1 / tau_rec

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const since = (step - updated[i]) * dt
    const x_now_2 = x_now_1 * since
    const x_now = Math.exp(x_now_2) * x[i] + since * exprel(x_now_2) * per_tau_rec
    x[i] = x_now
    updated[i] = step
    x[i] -= U * x[i]
  }
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
