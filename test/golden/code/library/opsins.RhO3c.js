// RhO3c — from models/channels/opsins.livn

// RhO3c · initialize
export function initialize(cells, shared, first, last) {
  const { C, O } = cells

  for (let i = first; i < last; i++) {
    C[i] = 1
    O[i] = 0
  }
}

// RhO3c · step
export function step(cells, shared, first, last, spikes) {
  const { light, C, O } = cells                           // mW/mm^2, 1, 1
  const { wavelength, G_r0, k_r, phi_m, q, k_a } = shared // nm, 1/ms, 1/ms, 1/second/mm^2, 1, 1/ms
  const { p, G_d } = shared                               // 1, 1/ms
  const { dt } = shared                                   // ms
  const phi_1 = wavelength * 5.03068719187041
  const per_phi_m = 1 / phi_m
  const O_1 = dt * exprel(-G_d * dt)

  let fired = 0
  for (let i = first; i < last; i++) {
    const phi = phi_1 * Math.max(light[i], 0)
    const phi_times_per_phi_m = phi * per_phi_m
    const G_r_1 = power(phi_times_per_phi_m, q)
    const G_r = G_r0 + k_r * (G_r_1 / (1 + G_r_1))
    const G_a_1 = power(phi_times_per_phi_m, p)
    const G_a = k_a * (G_a_1 / (1 + G_a_1))
    const G_a_times_C = G_a * C[i]
    const C_new = C[i] + dt * exprel(-(G_r + G_a) * dt) * (G_r * (1 - C[i] - O[i]) - G_a_times_C)
    const O_new = O[i] + O_1 * (G_a_times_C - G_d * O[i])
    C[i] = C_new
    O[i] = O_new
  }
  return fired
}

/** (exp(x) - 1) / x, finite at 0. */
function exprel(x) {
  if (x === 0) return 1
  return x === Infinity ? x : Math.expm1(x) / x
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
