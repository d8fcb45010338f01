// Alpha — from models/synapses/alpha.livn

// Alpha · step
export function step(cells, shared, first, last, spikes) {
  const { g, x } = cells // nS, nS
  const { P_g_g, P_g_x, P_x_x } = shared

  let fired = 0
  for (let i = first; i < last; i++) {
    const g_new = P_g_g * g[i] + P_g_x * x[i]
    const x_new = P_x_x * x[i]
    g[i] = g_new
    x[i] = x_new
  }
  return fired
}

// Alpha · on_pre · from pre to Alpha
export function connection_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections // 1, cell
  const { x: post_x } = targets              // nS
  const { 'post.q': post_q } = shared        // nS
  const post_x_1 = 2.718281828459045 * post_q

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_x[target] += post_x_1 * weight[i]
  }
}
