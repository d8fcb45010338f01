// Clopath — from models/plasticity/clopath.livn

// Clopath · initialize
export function initialize(cells, shared, first, last) {
  const { v, u_minus, u_plus } = cells // mV, mV, mV

  for (let i = first; i < last; i++) {
    u_minus[i] = v[i]
    u_plus[i] = v[i]
  }
}

// Clopath · step
export function step(cells, shared, first, last, spikes) {
  const { u_minus, v, u_plus } = cells   // mV, mV, mV
  const { tau_minus, tau_plus } = shared // ms, ms
  const { dt } = shared                  // ms
  const decay_u_minus_1 = (-1 / tau_minus) * dt
  const decay_u_minus = Math.exp(decay_u_minus_1)
  const gain_u_minus = dt * exprel(decay_u_minus_1)
  const gain_u_minus_per_tau_minus = gain_u_minus / tau_minus
  const decay_u_plus_1 = (-1 / tau_plus) * dt
  const decay_u_plus = Math.exp(decay_u_plus_1)
  const gain_u_plus = dt * exprel(decay_u_plus_1)
  const gain_u_plus_per_tau_plus = gain_u_plus / tau_plus

  let fired = 0
  for (let i = first; i < last; i++) {
    const u_minus_new = decay_u_minus * u_minus[i] + gain_u_minus_per_tau_minus * v[i]
    const u_plus_new = decay_u_plus * u_plus[i] + gain_u_plus_per_tau_plus * v[i]
    u_minus[i] = u_minus_new
    u_plus[i] = u_plus_new
  }
  return fired
}

// Clopath · advance · from pre to Clopath
export function connection_advance(connections, sources, targets, shared, first, last, list) {
  const { x, more, target: to } = connections                         // 1, 1, cell
  const { v: post_v, u_plus: post_u_plus } = targets                  // mV, mV
  const { tau_x, A_ltp, 'post.theta_plus': post_theta_plus } = shared // ms, 1/mV^2/ms, mV
  const { 'post.theta_minus': post_theta_minus } = shared             // mV
  const { dt } = shared                                               // ms
  const decay_x = Math.exp((-1 / tau_x) * dt)
  const dt_times_A_ltp = dt * A_ltp

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const x_new = decay_x * x[i]
    const more_new =
      more[i] +
      dt_times_A_ltp *
        (x[i] *
          (Math.max(post_v[target] - post_theta_plus, 0) *
            Math.max(post_u_plus[target] - post_theta_minus, 0)))
    x[i] = x_new
    more[i] = more_new
  }
}

// Clopath · on_pre · from pre to Clopath
export function connection_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, more, x, target: to } = connections                           // 1, 1, 1, cell
  const { u_minus: post_u_minus } = targets                                     // mV
  const { A_ltd, 'post.theta_minus': post_theta_minus, active, w_max } = shared // 1/mV, mV, 1, 1

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const less = A_ltd * Math.max(post_u_minus[target] - post_theta_minus, 0)
    weight[i] = active > 0 ? Math.min(Math.max(weight[i] + more[i] - less, 0), w_max) : weight[i]
    more[i] = 0
    x[i] += 1
  }
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
