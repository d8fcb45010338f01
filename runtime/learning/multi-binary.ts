/** Several switches: zeros and ones. */
import { anySeed, areWholeIn, type Bounds, mustCount, type Space, uniform } from './space.ts'

/**
 * @example
 * const space = new MultiBinary(3)
 * space.contains([0, 1, 1]) // → true
 * space.contains([0, 1, 2]) // → false
 * String(space) // → 'MultiBinary(3)'
 */
export class MultiBinary implements Space<ArrayLike<number>> {
  readonly n: number

  constructor(n: number) {
    mustCount('n of a MultiBinary space', n)
    this.n = n
  }

  get flat(): Bounds {
    return { low: new Float64Array(this.n), high: new Float64Array(this.n).fill(1) }
  }

  sample(seed = anySeed()): Int32Array {
    return Int32Array.from({ length: this.n }, (_, k) => (uniform(seed, k) < 0.5 ? 0 : 1))
  }

  contains(value: unknown): value is ArrayLike<number> {
    return areWholeIn(value, Array(this.n).fill(2))
  }

  flatten(value: ArrayLike<number>): Float64Array {
    return Float64Array.from(value)
  }

  toString(): string {
    return `MultiBinary(${this.n})`
  }
}
