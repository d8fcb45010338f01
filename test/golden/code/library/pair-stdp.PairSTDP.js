// PairSTDP — from models/plasticity/pair-stdp.livn

// PairSTDP · on_pre · from pre to post
export function on_pre(connections, sources, targets, shared, first, last, list) {
  const { updated, pre, post, weight } = connections         // integer, 1, 1, 1
  const { tau_pre, tau_post, A_pre, active, w_max } = shared // ms, ms, 1, 1, 1
  const { dt, step } = shared                                // ms, 1
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
    pre[i] += A_pre
    weight[i] = active > 0 ? Math.min(Math.max(weight[i] + post[i], 0), w_max) : weight[i]
  }
}

// PairSTDP · on_post · from pre to post
export function on_post(connections, sources, targets, shared, first, last, list) {
  const { updated, pre, post, weight } = connections          // integer, 1, 1, 1
  const { tau_pre, tau_post, A_post, active, w_max } = shared // ms, ms, 1, 1, 1
  const { dt, step } = shared                                 // ms, 1
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
    post[i] += A_post
    weight[i] = active > 0 ? Math.min(Math.max(weight[i] + pre[i], 0), w_max) : weight[i]
  }
}
