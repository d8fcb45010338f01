// Excite — from models/networks/brunel.livn

// Excite · on_pre · from pre to Excite
export function connection_on_pre(connections, sources, targets, shared, first, last, list) {
  const { target: to } = connections // cell
  const { v: post_v } = targets
  const { 'post.J': post_J } = shared // mV

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_v[target] += post_J
  }
}
