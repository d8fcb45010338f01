// TsodyksMarkram — from models/plasticity/tsodyks-markram.livn

// TsodyksMarkram · initialize · from pre to post
export function initialize(connections, sources, targets, shared, first, last, list) {
  const { x, u } = connections
  const { U } = shared

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    x[i] = 1
    u[i] = U
  }
}

// TsodyksMarkram · on_pre · from pre to post
export function on_pre(connections, sources, targets, shared, first, last, list) {
  const { updated, x, u } = connections  // integer, 1, 1
  const { tau_rec, tau_fac, U } = shared // ms, ms, 1
  const { dt, step } = shared            // ms, 1
  const x_now_1 = -1 / tau_rec
  const per_tau_rec = 1 / tau_rec
  const u_now_1 = -1 / tau_fac
  const U_per_tau_fac = U / tau_fac

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const since = (step - updated[i]) * dt
    const x_now_2 = x_now_1 * since
    const x_now = Math.exp(x_now_2) * x[i] + since * exprel(x_now_2) * per_tau_rec
    const u_now_2 = u_now_1 * since
    const u_now = Math.exp(u_now_2) * u[i] + since * exprel(u_now_2) * U_per_tau_fac
    x[i] = x_now
    u[i] = u_now
    updated[i] = step
    u[i] += U * (1 - u[i])
    x[i] -= u[i] * x[i]
  }
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
