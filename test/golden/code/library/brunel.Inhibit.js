// Inhibit — from models/networks/brunel.livn

// Inhibit · on_pre · from pre to Inhibit
export function connection_on_pre(connections, sources, targets, shared, first, last, list) {
  const { target: to } = connections // cell
  const { v: post_v } = targets
  const { 'post.g': post_g, 'post.J': post_J } = shared // 1, mV
  const post_v_1 = -(post_g * post_J)

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_v[target] += post_v_1
  }
}
