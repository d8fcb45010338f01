// RhO6c — from models/channels/opsins.livn

// RhO6c · initialize
export function initialize(cells, shared, first, last) {
  const { I_1, O_1, O_2, I_2, C_2 } = cells

  for (let i = first; i < last; i++) {
    I_1[i] = 0
    O_1[i] = 0
    O_2[i] = 0
    I_2[i] = 0
    C_2[i] = 0
  }
}

// RhO6c · step
export function step(cells, shared, first, last, spikes) {
  const { light, I_1, O_1, O_2, I_2, C_2 } = cells         // mW/mm^2, 1, 1, 1, 1, 1
  const { wavelength, k_1, phi_m, p, G_o1, G_f0 } = shared // nm, 1/ms, 1/second/mm^2, 1, 1/ms, 1/ms
  const { k_f, q, G_b0, k_b, G_d1, G_d2, G_o2 } = shared   // 1/ms, 1, 1/ms, 1/ms, 1/ms, 1/ms, 1/ms
  const { k_2, G_r0 } = shared                             // 1/ms, 1/ms
  const { dt } = shared                                    // ms
  const phi_1 = wavelength * 5.03068719187041
  const per_phi_m = 1 / phi_m
  const I_2_1 = dt * exprel(-G_o2 * dt)

  let fired = 0
  for (let i = first; i < last; i++) {
    const phi = phi_1 * Math.max(light[i], 0)
    const phi_times_per_phi_m = phi * per_phi_m
    const G_3 = power(phi_times_per_phi_m, p)
    const G_4 = G_3 / (1 + G_3)
    const G_1 = k_1 * G_4
    const C_1 = 1 - I_1[i] - O_1[i] - O_2[i] - I_2[i] - C_2[i]
    const I_1_1 = G_o1 * I_1[i]
    const I_1_new = I_1[i] + dt * exprel(-(G_1 + G_o1) * dt) * (G_1 * C_1 - I_1_1)
    const G_f_1 = power(phi_times_per_phi_m, q)
    const G_f_2 = G_f_1 / (1 + G_f_1)
    const G_f = G_f0 + k_f * G_f_2
    const G_b = G_b0 + k_b * G_f_2
    const G_d1_plus_G_f = G_d1 + G_f
    const O_1_new =
      O_1[i] + dt * exprel(-G_d1_plus_G_f * dt) * (I_1_1 + G_b * O_2[i] - G_d1_plus_G_f * O_1[i])
    const G_d2_plus_G_b = G_d2 + G_b
    const O_2_1 = G_o2 * I_2[i]
    const O_2_new =
      O_2[i] + dt * exprel(-G_d2_plus_G_b * dt) * (O_2_1 + G_f * O_1[i] - G_d2_plus_G_b * O_2[i])
    const G_2 = k_2 * G_4
    const I_2_new = I_2[i] + I_2_1 * (G_2 * C_2[i] - O_2_1)
    const C_2_1 = G_2 + G_r0
    const C_2_new = C_2[i] + dt * exprel(-C_2_1 * dt) * (G_d2 * O_2[i] - C_2_1 * C_2[i])
    I_1[i] = I_1_new
    O_1[i] = O_1_new
    O_2[i] = O_2_new
    I_2[i] = I_2_new
    C_2[i] = C_2_new
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
