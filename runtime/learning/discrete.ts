/** One of n whole numbers: the actions of most games. */
import { anySeed, type Bounds, mustCount, oneHot, type Space, uniform } from './space.ts'

/**
 * @example
 * const space = new Discrete(2)
 * space.contains(1) // → true
 * space.contains(2) // → false
 * String(space) // → 'Discrete(2)'
 */
export class Discrete implements Space<number> {
  readonly n: number
  /** The smallest of them. */
  readonly start: number

  constructor(n: number, start = 0) {
    mustCount('n of a Discrete space', n)
    this.n = n
    this.start = start
  }

  /** One number for each of them, 1 for the one it is. */
  get flat(): Bounds {
    return { low: new Float64Array(this.n), high: new Float64Array(this.n).fill(1) }
  }

  sample(seed = anySeed()): number {
    return this.start + Math.floor(uniform(seed, 0) * this.n)
  }

  contains(value: unknown): value is number {
    if (typeof value !== 'number' || !Number.isInteger(value)) return false
    return value >= this.start && value < this.start + this.n
  }

  flatten(value: number): Float64Array {
    return oneHot(this.n, value - this.start)
  }

  toString(): string {
    return this.start === 0 ? `Discrete(${this.n})` : `Discrete(${this.n}, start=${this.start})`
  }
}
