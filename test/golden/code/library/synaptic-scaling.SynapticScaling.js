// SynapticScaling — from models/plasticity/synaptic-scaling.livn

// SynapticScaling · initialize · from pre to post
export function initialize(connections, sources, targets, shared, first, last, list) {
  const { a } = connections // Hz
  const { goal } = shared   // Hz

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    a[i] = goal
  }
}

// SynapticScaling · advance · from pre to post
export function advance(connections, sources, targets, shared, first, last, list) {
  const { learned, a } = connections                                               // 1, Hz
  const { P_learned_learned, P_learned_a, Q_learned_learned, beta, goal } = shared // 1, 1, 1, 1, Hz
  const { P_a_a } = shared
  const learned_1 = Q_learned_learned * (beta * goal)

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const learned_new = P_learned_learned * learned[i] + P_learned_a * a[i] + learned_1
    const a_new = P_a_a * a[i]
    learned[i] = learned_new
    a[i] = a_new
  }
}

// SynapticScaling · on_pre · from pre to post
export function on_pre(connections, sources, targets, shared, first, last, list) {
  const { weight, learned } = connections
  const { active } = shared

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    weight[i] = active > 0 ? weight[i] * Math.exp(learned[i]) : weight[i]
    learned[i] = 0
  }
}

// SynapticScaling · on_post · from pre to post
export function on_post(connections, sources, targets, shared, first, last, list) {
  const { weight, learned, a } = connections // 1, 1, Hz
  const { active, tau } = shared             // 1, second
  const per_tau = 1 / tau

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    weight[i] = active > 0 ? weight[i] * Math.exp(learned[i]) : weight[i]
    learned[i] = 0
    a[i] += per_tau
  }
}
