/** Several whole numbers, each from 0 on: several knobs with so many positions. */
import {
  anySeed,
  areWholeIn,
  type Bounds,
  joined,
  mustCount,
  oneHot,
  type Space,
  uniform,
} from './space.ts'

/**
 * @example
 * const space = new MultiDiscrete([3, 2])
 * space.contains([2, 1]) // → true
 * space.contains([2, 2]) // → false
 * String(space) // → 'MultiDiscrete([3, 2])'
 */
export class MultiDiscrete implements Space<ArrayLike<number>> {
  /** How many positions each has. */
  readonly counts: readonly number[]

  constructor(counts: readonly number[]) {
    counts.forEach((n, k) => {
      mustCount(`Count ${k} of a MultiDiscrete space`, n)
    })
    this.counts = Object.freeze([...counts])
  }

  get flat(): Bounds {
    const length = this.counts.reduce((sum, n) => sum + n, 0)
    return { low: new Float64Array(length), high: new Float64Array(length).fill(1) }
  }

  sample(seed = anySeed()): Int32Array {
    return Int32Array.from(this.counts, (n, k) => Math.floor(uniform(seed, k) * n))
  }

  contains(value: unknown): value is ArrayLike<number> {
    return areWholeIn(value, this.counts)
  }

  flatten(value: ArrayLike<number>): Float64Array {
    return joined(this.counts.map((n, k) => oneHot(n, value[k] ?? 0)))
  }

  toString(): string {
    return `MultiDiscrete([${this.counts.join(', ')}])`
  }
}
