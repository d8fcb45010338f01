// Competition — from models/networks/song-miller-abbott.livn

// Competition · on_pre · from pre to post
export function on_pre(connections, sources, targets, shared, first, last, list) {
  const { updated, pre, post, weight } = connections // integer, 1, 1, 1
  const { tau_pre, tau_post, A_pre, g_max } = shared // ms, ms, 1, 1
  const { dt, step } = shared                        // ms, 1
  const pre_now_1 = -1 / tau_pre
  const post_now_1 = -1 / tau_post
  const A_pre_times_g_max = A_pre * g_max

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const since = (step - updated[i]) * dt
    const pre_now = Math.exp(pre_now_1 * since) * pre[i]
    const post_now = Math.exp(post_now_1 * since) * post[i]
    pre[i] = pre_now
    post[i] = post_now
    updated[i] = step
    pre[i] += A_pre_times_g_max
    weight[i] = Math.min(Math.max(weight[i] + post[i], 0), g_max)
  }
}

// Competition · on_post · from pre to post
export function on_post(connections, sources, targets, shared, first, last, list) {
  const { updated, pre, post, weight } = connections        // integer, 1, 1, 1
  const { tau_pre, tau_post, ratio, A_pre, g_max } = shared // ms, ms, 1, 1, 1
  const { dt, step } = shared                               // ms, 1
  const pre_now_1 = -1 / tau_pre
  const post_now_1 = -1 / tau_post
  const post_1 = -(ratio * A_pre * g_max)

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const since_2 = (step - updated[i]) * dt
    const pre_now_2 = Math.exp(pre_now_1 * since_2) * pre[i]
    const post_now_2 = Math.exp(post_now_1 * since_2) * post[i]
    pre[i] = pre_now_2
    post[i] = post_now_2
    updated[i] = step
    post[i] += post_1
    weight[i] = Math.min(Math.max(weight[i] + pre[i], 0), g_max)
  }
}
