// RewardSTDP — from models/plasticity/reward-stdp.livn

// RewardSTDP · step
export function step(cells, shared, first, last, spikes) {
  const { dopamine } = cells
  const { tau_dopamine } = shared // ms
  const { dt } = shared           // ms
  const decay_dopamine = Math.exp((-1 / tau_dopamine) * dt)

  let fired = 0
  for (let i = first; i < last; i++) {
    const dopamine_new = decay_dopamine * dopamine[i]
    dopamine[i] = dopamine_new
  }
  return fired
}

// RewardSTDP · advance · from pre to RewardSTDP
export function connection_advance(connections, sources, targets, shared, first, last, list) {
  const { c, learned, target: to } = connections // 1, 1, cell
  const { dopamine: post_dopamine } = targets
  const { tau_c } = shared // ms
  const { dt } = shared    // ms
  const decay_c = Math.exp((-1 / tau_c) * dt)
  const learned_1 = dt * 0.001

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const c_new = decay_c * c[i]
    const learned_new = learned[i] + learned_1 * (c[i] * post_dopamine[target])
    c[i] = c_new
    learned[i] = learned_new
  }
}

// RewardSTDP · on_pre · from pre to RewardSTDP
export function connection_on_pre(connections, sources, targets, shared, first, last, list) {
  const { updated, pre, post, weight, learned, c } = connections // integer, 1, 1, 1, 1, 1
  const { tau_pre, tau_post, active, w_max, A_pre } = shared     // ms, ms, 1, 1, 1
  const { dt, step } = shared                                    // ms, 1
  const pre_now_1 = -1 / tau_pre
  const post_now_1 = -1 / tau_post

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const since = (step - updated[i]) * dt
    const pre_now = Math.exp(pre_now_1 * since) * pre[i]
    const post_now = Math.exp(post_now_1 * since) * post[i]
    pre[i] = pre_now
    post[i] = post_now
    updated[i] = step
    c[i] += post[i]
    weight[i] = active > 0 ? Math.min(Math.max(weight[i] + learned[i], 0), w_max) : weight[i]
    learned[i] = 0
    pre[i] += A_pre
  }
}

// RewardSTDP · on_post · from pre to RewardSTDP
export function connection_on_post(connections, sources, targets, shared, first, last, list) {
  const { updated, pre, post, weight, learned, c } = connections // integer, 1, 1, 1, 1, 1
  const { tau_pre, tau_post, active, w_max, A_post } = shared    // ms, ms, 1, 1, 1
  const { dt, step } = shared                                    // ms, 1
  const pre_now_1 = -1 / tau_pre
  const post_now_1 = -1 / tau_post

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const since_2 = (step - updated[i]) * dt
    const pre_now_2 = Math.exp(pre_now_1 * since_2) * pre[i]
    const post_now_2 = Math.exp(post_now_1 * since_2) * post[i]
    pre[i] = pre_now_2
    post[i] = post_now_2
    updated[i] = step
    c[i] += pre[i]
    weight[i] = active > 0 ? Math.min(Math.max(weight[i] + learned[i], 0), w_max) : weight[i]
    learned[i] = 0
    post[i] += A_post
  }
}
