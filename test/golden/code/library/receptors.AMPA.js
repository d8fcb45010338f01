// AMPA — from models/synapses/receptors.livn

// AMPA · step
export function step(cells, shared, first, last, spikes) {
  const { rise, decay } = cells          // nS, nS
  const { tau_rise, tau_decay } = shared // ms, ms
  const { dt } = shared                  // ms
  const decay_rise = Math.exp((-1 / tau_rise) * dt)
  const decay_decay = Math.exp((-1 / tau_decay) * dt)

  let fired = 0
  for (let i = first; i < last; i++) {
    const rise_new = decay_rise * rise[i]
    const decay_new = decay_decay * decay[i]
    rise[i] = rise_new
    decay[i] = decay_new
  }
  return fired
}

// AMPA · on_pre · from pre to AMPA
export function connection_on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, target: to } = connections                                          // 1, cell
  const { rise: post_rise, decay: post_decay } = targets                              // nS, nS
  const { 'post.tau_rise': post_tau_rise, 'post.tau_decay': post_tau_decay } = shared // ms, ms
  const { 'post.q': post_q } = shared                                                 // nS
  const post_rise_2 = -(
    ((post_tau_rise * post_tau_decay) / (post_tau_decay - post_tau_rise)) *
    Math.log(post_tau_decay / post_tau_rise)
  )
  const post_rise_1 =
    post_q / (Math.exp(post_rise_2 / post_tau_decay) - Math.exp(post_rise_2 / post_tau_rise))

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const post_rise_3 = post_rise_1 * weight[i]
    post_rise[target] += post_rise_3
    post_decay[target] += post_rise_3
  }
}
