// Exponential — from models/synapses/exponential.livn

// Exponential · step
export function step(cells, shared, first, last, spikes) {
  const { g } = cells    // nS
  const { tau } = shared // ms
  const { dt } = shared  // ms
  const decay_g = Math.exp((-1 / tau) * dt)

  let fired = 0
  for (let i = first; i < last; i++) {
    const g_new = decay_g * g[i]
    g[i] = g_new
  }
  return fired
}

// Exponential · on_pre · from pre to Exponential
export function connection_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections // 1, cell
  const { g: post_g } = targets              // nS
  const { 'post.q': post_q } = shared        // nS

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_g[target] += weight[i] * post_q
  }
}
