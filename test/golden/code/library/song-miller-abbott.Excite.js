// Excite — from models/networks/song-miller-abbott.livn

// Excite · on_pre · from pre to Excite
export function connection_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections // 1, cell
  const { ge: post_ge } = targets

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_ge[target] += weight[i]
  }
}
