/** Sums as the card keeps them: whole numbers of 2^-32 in 64 bits, the low word first. */

const wordRange = 2 ** 32

export function toPairs(values: ArrayLike<number>): Uint32Array<ArrayBuffer> {
  const pairs = new Uint32Array(2 * values.length)
  for (let k = 0; k < values.length; k++) {
    const value = values[k] ?? 0
    const whole = Math.floor(value)
    const low = Math.floor((value - whole) * wordRange)
    pairs[2 * k] = low % wordRange
    pairs[2 * k + 1] = low === wordRange ? whole + 1 : whole
  }
  return pairs
}

export function fromPairs(
  pairs: Uint32Array,
  values: { readonly length: number; [k: number]: number },
): void {
  for (let k = 0; k < values.length; k++) {
    const whole = (pairs[2 * k + 1] ?? 0) | 0
    values[k] = whole + (pairs[2 * k] ?? 0) / wordRange
  }
}
