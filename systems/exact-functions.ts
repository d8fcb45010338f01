/**
 * Functions whose last bit is the same everywhere, unlike those of Math: they are made of sums, products and roots, which
 * IEEE 754 rounds correctly, so that a recipe gives the same system in every engine.
 */

/** e^(-k/64); beyond its end, e^-32 counts as nothing. */
const powers = Float64Array.from({ length: 64 * 32 })
powers.fill(1)
for (let k = 1; k < powers.length; k++) powers[k] = (powers[k - 1] ?? 0) * 0.9844964370054085

/** e^-s for s of 0 or more, to nine digits. */
export function decay(s: number): number {
  const k = Math.floor(s * 64)
  const power = powers[k]
  if (power === undefined) return 0
  const r = s - k / 64
  return power * (1 - r * (1 - r * (0.5 - r * (1 / 6 - r / 24))))
}

/** Natural logarithm of a number above 0, to thirteen digits: roots until it is near 1, then the series of artanh. */
export function logarithm(x: number): number {
  let root = x
  let scale = 2
  while (root < 0.9 || root > 1.1) {
    root = Math.sqrt(root)
    scale *= 2
  }
  const z = (root - 1) / (root + 1)
  const q = z * z
  return scale * z * (1 + q * (1 / 3 + q * (1 / 5 + q * (1 / 7 + q * (1 / 9 + q / 11)))))
}
