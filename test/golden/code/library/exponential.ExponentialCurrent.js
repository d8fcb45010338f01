// ExponentialCurrent — from models/synapses/exponential.livn

// ExponentialCurrent · step
export function step(cells, shared, first, last, spikes) {
  const { I } = cells    // pA
  const { tau } = shared // ms
  const { dt } = shared  // ms
  const decay_I = Math.exp((-1 / tau) * dt)

  let fired = 0
  for (let i = first; i < last; i++) {
    const I_new = decay_I * I[i]
    I[i] = I_new
  }
  return fired
}

// ExponentialCurrent · on_pre · from pre to ExponentialCurrent
export function connection_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections // 1, cell
  const { I: post_I } = targets              // pA
  const { 'post.q': post_q } = shared        // pA

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    post_I[target] += weight[i] * post_q
  }
}
