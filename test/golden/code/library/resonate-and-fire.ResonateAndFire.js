// ResonateAndFire — from models/neurons/resonate-and-fire.livn

// ResonateAndFire · step
export function step(cells, shared, first, last, spikes) {
  const { u, v, I } = cells                                      // 1, 1, pA
  const { P_u_u, P_u_v, Q_u_u, q, P_v_u, P_v_v, Q_v_u } = shared // 1, 1, 1, pC, 1, 1, 1
  const Q_u_u_per_q = Q_u_u / q
  const Q_v_u_per_q = Q_v_u / q

  let fired = 0
  for (let i = first; i < last; i++) {
    const u_new = P_u_u * u[i] + P_u_v * v[i] + Q_u_u_per_q * I[i]
    const v_new = P_v_u * u[i] + P_v_v * v[i] + Q_v_u_per_q * I[i]
    if (v_new > 1) {
      spikes[fired++] = i
    }
    u[i] = u_new
    v[i] = v_new
  }
  return fired
}

// ResonateAndFire · reset
export function reset(cells, shared, first, last, list) {
  const { u, v } = cells

  for (let k = first; k < last; k++) {
    const i = list[k]
    u[i] = 0
    v[i] = 1
  }
}
