// Graded — from models/synapses/graded.livn

// Graded · add_up · from pre to Graded
export function connection_add_up(connections, sources, targets, shared, first, last, list) {
  const { weight, s, target: to } = connections                 // 1, 1, cell
  const { v: post_v, I: post_I } = targets                      // 1, pA
  const { 'post.g': post_g, 'post.E_rev': post_E_rev } = shared // nS, mV

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_I[target] += weight[i] * post_g * s[i] * (post_E_rev - post_v[target])
  }
}

// Graded · advance · from pre to Graded
export function connection_advance(connections, sources, targets, shared, first, last, list) {
  const { s, source: from } = connections // 1, cell
  const { v: pre_v } = sources
  const { 'post.V_half': post_V_half, 'post.slope': post_slope } = shared // mV, mV
  const { 'post.tau': post_tau } = shared                                 // ms
  const { dt } = shared                                                   // ms
  const per_post_slope = 1 / post_slope

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const source = from[i]
    const s_inf = 1 / (1 + Math.exp((post_V_half - pre_v[source]) * per_post_slope))
    const s_1 = 1 / (post_tau * (1 - s_inf))
    const s_new = s[i] + dt * exprel(-s_1 * dt) * ((s_inf - s[i]) * s_1)
    s[i] = s_new
  }
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
