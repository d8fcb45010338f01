// PyramidalKAHP — from models/channels/pinsky-rinzel.livn

// PyramidalKAHP · initialize
export function initialize(cells, shared, first, last) {
  const { Ca_rest, q } = cells // mM, 1
  const { a, b } = shared      // 1/mM/ms, 1/ms

  for (let i = first; i < last; i++) {
    const q_1 = Math.min(a * Ca_rest[i], 0.01)
    q[i] = q_1 / (q_1 + b)
  }
}

// PyramidalKAHP · step
export function step(cells, shared, first, last, spikes) {
  const { Ca, q } = cells // mM, 1
  const { a, b } = shared // 1/mM/ms, 1/ms
  const { dt } = shared   // ms

  let fired = 0
  for (let i = first; i < last; i++) {
    const rate = Math.min(a * Ca[i], 0.01)
    const q_new = q[i] + dt * exprel(-(rate + b) * dt) * (rate * (1 - q[i]) - b * q[i])
    q[i] = q_new
  }
  return fired
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
}
