// TripletSTDP — from models/plasticity/triplet-stdp.livn

// TripletSTDP · on_pre · from pre to post
export function on_pre(connections, sources, targets, shared, first, last, list) {
  const { updated, r1, r2, o1, o2, weight } = connections                  // integer, 1, 1, 1, 1, 1
  const { tau_plus, tau_x, tau_minus, tau_y, A2_minus, A3_minus } = shared // ms, ms, ms, ms, 1, 1
  const { active, w_max } = shared
  const { dt, step } = shared // ms, 1
  const r1_now_1 = -1 / tau_plus
  const r2_now_1 = -1 / tau_x
  const o1_now_1 = -1 / tau_minus
  const o2_now_1 = -1 / tau_y

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const since = (step - updated[i]) * dt
    const r1_now = Math.exp(r1_now_1 * since) * r1[i]
    const r2_now = Math.exp(r2_now_1 * since) * r2[i]
    const o1_now = Math.exp(o1_now_1 * since) * o1[i]
    const o2_now = Math.exp(o2_now_1 * since) * o2[i]
    r1[i] = r1_now
    r2[i] = r2_now
    o1[i] = o1_now
    o2[i] = o2_now
    updated[i] = step
    const less = o1[i] * (A2_minus + A3_minus * r2[i])
    weight[i] = active > 0 ? Math.min(Math.max(weight[i] - less, 0), w_max) : weight[i]
    r1[i] += 1
    r2[i] += 1
  }
}

// TripletSTDP · on_post · from pre to post
export function on_post(connections, sources, targets, shared, first, last, list) {
  const { updated, r1, r2, o1, o2, weight } = connections                // integer, 1, 1, 1, 1, 1
  const { tau_plus, tau_x, tau_minus, tau_y, A2_plus, A3_plus } = shared // ms, ms, ms, ms, 1, 1
  const { active, w_max } = shared
  const { dt, step } = shared // ms, 1
  const r1_now_1 = -1 / tau_plus
  const r2_now_1 = -1 / tau_x
  const o1_now_1 = -1 / tau_minus
  const o2_now_1 = -1 / tau_y

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const since_2 = (step - updated[i]) * dt
    const r1_now_2 = Math.exp(r1_now_1 * since_2) * r1[i]
    const r2_now_2 = Math.exp(r2_now_1 * since_2) * r2[i]
    const o1_now_2 = Math.exp(o1_now_1 * since_2) * o1[i]
    const o2_now_2 = Math.exp(o2_now_1 * since_2) * o2[i]
    r1[i] = r1_now_2
    r2[i] = r2_now_2
    o1[i] = o1_now_2
    o2[i] = o2_now_2
    updated[i] = step
    const more = r1[i] * (A2_plus + A3_plus * o2[i])
    weight[i] = active > 0 ? Math.min(Math.max(weight[i] + more, 0), w_max) : weight[i]
    o1[i] += 1
    o2[i] += 1
  }
}
