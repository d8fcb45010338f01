/** Numbers between bounds: the space of most observations, and of commands to electrodes. */
import { UsageError } from '../../compiler/usage-error.ts'
import { anySeed, type Bounds, isList, type Space, uniform } from './space.ts'

type Bound = number | ArrayLike<number>

/**
 * Values are flat, row after row where the shape has several dimensions.
 *
 * @example
 * const box = new Box(-1, [1, Infinity])
 * box.contains([0, 100]) // → true
 * box.contains([0]) // → false
 * String(box) // → 'Box(-1, [1, Infinity], [2])'
 */
export class Box implements Space<ArrayLike<number>> {
  readonly low: Float64Array
  readonly high: Float64Array
  readonly shape: readonly number[]

  constructor(low: Bound, high: Bound, shape?: readonly number[]) {
    mustBeBound('low', low)
    mustBeBound('high', high)
    this.shape = shape ?? [lengthOf(low) ?? lengthOf(high) ?? 1]
    const length = this.shape.reduce((product, n) => product * n, 1)
    this.low = filled('low', low, length)
    this.high = filled('high', high, length)
    const wrong = this.low.findIndex((value, k) => !(value <= (this.high[k] ?? value)))
    if (wrong < 0) return
    throw new UsageError(
      `Bound ${wrong} of the Box goes from ${this.low[wrong]} to ${this.high[wrong]}; low must not be above high.`,
    )
  }

  /** From the space that an io or an encoding describes. */
  static from(like: {
    readonly low: number
    readonly high: number
    readonly shape: readonly number[]
  }): Box {
    return like instanceof Box ? like : new Box(like.low, like.high, like.shape)
  }

  get flat(): Bounds {
    return this
  }

  /** Uniform between two bounds, exponential from one, normal without any. */
  sample(seed = anySeed()): Float64Array {
    return this.low.map((low, k) => {
      const high = this.high[k] ?? low
      const u = uniform(seed, 2 * k)
      const [hasLow, hasHigh] = [Number.isFinite(low), Number.isFinite(high)]
      if (hasLow && hasHigh) return low + u * (high - low)
      if (hasLow) return low - Math.log(1 - u)
      if (hasHigh) return high + Math.log(1 - u)
      return Math.sqrt(-2 * Math.log(1 - u)) * Math.cos(2 * Math.PI * uniform(seed, 2 * k + 1))
    })
  }

  contains(value: unknown): value is ArrayLike<number> {
    return this.misfit(value) === undefined
  }

  /** Why a value is not inside; undefined where it is. */
  misfit(value: unknown): string | undefined {
    if (!isList(value)) return `it is ${typeof value}, and must be a list of numbers`
    if (value.length !== this.low.length) {
      return `it has ${value.length} numbers, and must have ${this.low.length}`
    }
    for (let k = 0; k < value.length; k++) {
      const [each, low = 0, high = 0] = [value[k], this.low[k], this.high[k]]
      if (typeof each !== 'number' || Number.isNaN(each)) return `number ${k} is ${each}`
      if (each < low || each > high)
        return `number ${k} is ${each}, and must be from ${low} to ${high}`
    }
    return undefined
  }

  /** The nearest value inside. */
  clip(value: ArrayLike<number>): Float64Array {
    return this.low.map((low, k) => Math.min(Math.max(value[k] ?? 0, low), this.high[k] ?? low))
  }

  flatten(value: ArrayLike<number>): Float64Array {
    return Float64Array.from(value)
  }

  toString(): string {
    return `Box(${shown(this.low)}, ${shown(this.high)}, [${this.shape.join(', ')}])`
  }
}

function mustBeBound(name: string, bound: unknown): void {
  if (typeof bound === 'number' || isList(bound)) return
  throw new UsageError(
    `${name} of a Box is ${String(bound)}; it must be a number, or a list of them.`,
  )
}

const lengthOf = (bound: Bound): number | undefined =>
  typeof bound === 'number' ? undefined : bound.length

function filled(name: string, bound: Bound, length: number): Float64Array {
  if (typeof bound === 'number') return new Float64Array(length).fill(bound)
  if (bound.length === length) return Float64Array.from(bound)
  throw new UsageError(`${name} has ${bound.length} numbers; the Box has ${length}.`)
}

/** One number where all are the same. */
const shown = (bounds: Float64Array): string =>
  bounds.every((bound) => bound === bounds[0]) ? String(bounds[0] ?? '') : `[${bounds.join(', ')}]`
