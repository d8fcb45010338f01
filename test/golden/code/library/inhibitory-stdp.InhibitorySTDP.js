// InhibitorySTDP — from models/plasticity/inhibitory-stdp.livn

// InhibitorySTDP · on_pre · from pre to post
export function on_pre(connections, sources, targets, shared, first, last, list) {
  const { updated, pre, post, weight } = connections // integer, 1, 1, 1
  const { tau, active, eta, rho, w_max } = shared    // ms, 1, 1, Hz, 1
  const { dt, step } = shared                        // ms, 1
  const pre_now_1 = -1 / tau
  const weight_1 = 2 * rho * tau

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const since = (step - updated[i]) * dt
    const pre_now_2 = Math.exp(pre_now_1 * since)
    const pre_now = pre_now_2 * pre[i]
    const post_now = pre_now_2 * post[i]
    pre[i] = pre_now
    post[i] = post_now
    updated[i] = step
    pre[i] += 1
    weight[i] =
      active > 0 ? Math.min(Math.max(weight[i] + eta * (post[i] - weight_1), 0), w_max) : weight[i]
  }
}

// InhibitorySTDP · on_post · from pre to post
export function on_post(connections, sources, targets, shared, first, last, list) {
  const { updated, pre, post, weight } = connections // integer, 1, 1, 1
  const { tau, active, eta, w_max } = shared         // ms, 1, 1, 1
  const { dt, step } = shared                        // ms, 1
  const pre_now_1 = -1 / tau

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const since_2 = (step - updated[i]) * dt
    const pre_now_3 = Math.exp(pre_now_1 * since_2)
    const pre_now_2 = pre_now_3 * pre[i]
    const post_now_2 = pre_now_3 * post[i]
    pre[i] = pre_now_2
    post[i] = post_now_2
    updated[i] = step
    post[i] += 1
    weight[i] = active > 0 ? Math.min(Math.max(weight[i] + eta * pre[i], 0), w_max) : weight[i]
  }
}
