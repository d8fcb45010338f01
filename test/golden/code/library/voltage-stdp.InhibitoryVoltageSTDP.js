// InhibitoryVoltageSTDP — from models/plasticity/voltage-stdp.livn

// InhibitoryVoltageSTDP · step
export function step(cells, shared, first, last, spikes) {
  const { v, learned, l } = cells                                          // mV, 1, 1
  const { side, theta_ltp, slope, half_ltp, theta_ltd, half_ltd } = shared // 1, mV, 1, mV, mV, mV
  const { A_ltp, A_ltd, tau_learn, P_learned_learned, P_learned_l, Q_learned_l, P_l_l } = shared
  const { Q_l_l } = shared
  const ltp_1 = -Math.log(slope)
  const move_1 = 2 * A_ltp
  const per_tau_learn = 1 / tau_learn
  const learned_1 = Q_learned_l * 0.008
  const l_1 = Q_l_l * 0.008

  let fired = 0
  for (let i = first; i < last; i++) {
    const ltp = Number(side * (v[i] - theta_ltp) > 0) / (1 + Math.exp(ltp_1 * (v[i] - half_ltp)))
    const ltd = Number(side * (v[i] - theta_ltd) > 0) / (1 + Math.exp(ltp_1 * (v[i] - half_ltd)))
    const move = 2 / (1 + power(slope, (A_ltd * ltd - move_1 * ltp) * per_tau_learn)) - 1
    const learned_new = P_learned_learned * learned[i] + P_learned_l * l[i] + learned_1 * move
    const l_new = P_l_l * l[i] + l_1 * move
    learned[i] = learned_new
    l[i] = l_new
  }
  return fired
}

// InhibitoryVoltageSTDP · initialize · from pre to InhibitoryVoltageSTDP
export function connection_initialize(connections, sources, targets, shared, first, last, list) {
  const { plastic, seen, knows } = connections

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    plastic[i] = 1
    seen[i] = 0
    knows[i] = 0
  }
}

// InhibitoryVoltageSTDP · on_pre · from pre to InhibitoryVoltageSTDP
export function connection_on_pre(connections, sources, targets, shared, first, last, list) {
  const { knows, seen, plastic, target: to } = connections // 1, 1, 1, cell
  const { learned: post_learned } = targets
  const { active, w_min, w_max } = shared
  const change_1 = Number(active > 0)

  for (let k = first; k < last; k++) {
    const i = list ? list[k] : k
    const target = to[i]
    const change = change_1 * knows[i] * (post_learned[target] - seen[i]) * plastic[i]
    plastic[i] = Math.min(Math.max(plastic[i] + change, w_min), w_max)
    seen[i] = post_learned[target]
    knows[i] = change_1
  }
}

/** x to the power of y; whole powers up to 16 are products in a fixed order. */
function power(x, y) {
  if (!Number.isInteger(y) || Math.abs(y) > 16) return x ** y
  return y < 0 ? 1 / wholePower(x, -y) : wholePower(x, y)
}

function wholePower(x, n) {
  if (n === 0) return 1
  const half = wholePower(x, n >> 1)
  return n % 2 === 1 ? half * half * x : half * half
}
