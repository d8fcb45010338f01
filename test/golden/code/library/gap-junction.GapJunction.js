// GapJunction — from models/synapses/gap-junction.livn

// GapJunction · add_up · from pre to GapJunction
export function connection_add_up(connections, sources, targets, shared, first, last, list) {
  const { weight, source: from, target: to } = connections // 1, cell, cell
  const { v: pre_v } = sources
  const { v: post_v, I: post_I } = targets // 1, pA
  const { 'post.g': post_g } = shared      // nS

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const source = from[i]
    const target = to[i]
    post_I[target] += weight[i] * post_g * (pre_v[source] - post_v[target])
  }
}
