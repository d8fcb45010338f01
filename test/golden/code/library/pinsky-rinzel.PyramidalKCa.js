// PyramidalKCa — from models/channels/pinsky-rinzel.livn

// PyramidalKCa · initialize
export function initialize(cells, shared, first, last) {
  const { v, c } = cells // mV, 1

  for (let i = first; i < last; i++) {
    const c_1 = v[i] + 10.1
    c[i] = Math.exp(
      -0.00925 *
        (Math.max(c_1 * -9.84251968503937, 0) +
          Math.log1p(Math.exp(-Math.abs(c_1 * 9.84251968503937)))),
    )
  }
}

// PyramidalKCa · step
export function step(cells, shared, first, last, spikes) {
  const { v, c } = cells // mV, 1
  const { T } = shared   // kelvin
  const { dt } = shared  // ms
  const tau_c_1 = 3.627 / power(3, (T - 309.15) / 10)

  let fired = 0
  for (let i = first; i < last; i++) {
    const tau_c = tau_c_1 * Math.exp(0.03704 * v[i])
    const per_tau_c = 1 / tau_c
    const c_1 = v[i] + 10.1
    const c_new =
      c[i] +
      dt *
        exprel(-per_tau_c * dt) *
        ((Math.exp(
          -0.00925 *
            (Math.max(c_1 * -9.84251968503937, 0) +
              Math.log1p(Math.exp(-Math.abs(c_1 * 9.84251968503937)))),
        ) -
          c[i]) *
          per_tau_c)
    c[i] = c_new
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
