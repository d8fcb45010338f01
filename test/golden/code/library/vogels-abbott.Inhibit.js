// Inhibit — from models/networks/vogels-abbott.livn

// Inhibit · on_pre · from pre to Inhibit
export function connection_on_pre(connections, sources, targets, shared, first, last, list) {
  const { target: to } = connections // cell
  const { gi: post_gi } = targets

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_gi[target] += 67
  }
}
