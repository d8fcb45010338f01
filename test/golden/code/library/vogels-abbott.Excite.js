// Excite — from models/networks/vogels-abbott.livn

// Excite · on_pre · from pre to Excite
export function connection_on_pre(connections, sources, targets, shared, first, last, list) {
  const { target: to } = connections // cell
  const { ge: post_ge } = targets

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_ge[target] += 6
  }
}
