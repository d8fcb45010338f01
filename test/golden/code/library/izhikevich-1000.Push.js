// Push — from models/networks/izhikevich-1000.livn

// Push · on_pre · from pre to Push
export function connection_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections // 1, cell
  const { s: post_s } = targets

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_s[target] += weight[i]
  }
}
