// PairSTDP — from models/plasticity/pair-stdp.livn

// PairSTDP · on pre
export function E_to_I_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, pre, last: last_, source: from } = connections // 1, 1, integer, cell
  const { target: to } = connections // cell
  const { rate: pre_rate } = sources // kHz
  const { 'AMPA.g': post_AMPA_g, not_refractory: post_not_refractory } = targets // nS, boolean
  const { tau_pre, A_pre, w_max, q } = shared // ms, 1, 1, nS
  const { dt, step } = shared // ms, 1

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const source = from[i]
    const target = to[i]
    const pre_now = pre[i] * Math.exp(((last_[i] - step) * dt) / tau_pre)
    pre[i] = pre_now + A_pre
    weight[i] = Math.min(Math.max(weight[i] + square(pre_now - pre_rate[source]), 0), w_max)
    last_[i] = step
    if (post_not_refractory[target] && source !== target) {
      post_AMPA_g[target] += weight[i] * q
    }
    post_AMPA_g[target] -= weight[i] * weight[i] * weight[i]
  }
}

function square(x) {
  return x * x
}
