/** Several spaces as one: by name, or in order. */
import { anySeed, type Bounds, isList, joined, type Space, seedOfPart } from './space.ts'

/** Methods of spaces take their values as methods do, so a space of anything is one of `unknown`. */
type AnySpace = Space<unknown>

/**
 * @example
 * const space = new Dict({ place: new Box(0, 1, [2]), button: new Discrete(2) })
 * space.contains({ place: [0.5, 1], button: 1 }) // → true
 * space.contains({ place: [0.5, 1] }) // → false
 */
export class Dict implements Space<Readonly<Record<string, unknown>>> {
  readonly spaces: Readonly<Record<string, AnySpace>>

  constructor(spaces: Readonly<Record<string, AnySpace>>) {
    this.spaces = Object.freeze({ ...spaces })
  }

  get flat(): Bounds {
    return boundsOf(Object.values(this.spaces))
  }

  sample(seed = anySeed()): Readonly<Record<string, unknown>> {
    const parts = Object.entries(this.spaces)
    return Object.fromEntries(
      parts.map(([name, space], k) => [name, space.sample(seedOfPart(seed, k))]),
    )
  }

  contains(value: unknown): value is Readonly<Record<string, unknown>> {
    if (typeof value !== 'object' || value === null) return false
    const parts = new Map<string, unknown>(Object.entries(value))
    const names = Object.keys(this.spaces)
    return (
      parts.size === names.length &&
      Object.entries(this.spaces).every(([name, space]) => space.contains(parts.get(name)))
    )
  }

  flatten(value: Readonly<Record<string, unknown>>): Float64Array {
    return joined(Object.entries(this.spaces).map(([name, space]) => space.flatten(value[name])))
  }

  toString(): string {
    const parts = Object.entries(this.spaces).map(([name, space]) => `${name}: ${space}`)
    return `Dict(${parts.join(', ')})`
  }
}

/**
 * @example
 * const space = new Tuple([new Box(0, 1, [2]), new Discrete(2)])
 * space.contains([[0.5, 1], 1]) // → true
 * String(space) // → 'Tuple(Box(0, 1, [2]), Discrete(2))'
 */
export class Tuple implements Space<readonly unknown[]> {
  readonly spaces: readonly AnySpace[]

  constructor(spaces: readonly AnySpace[]) {
    this.spaces = Object.freeze([...spaces])
  }

  get flat(): Bounds {
    return boundsOf(this.spaces)
  }

  sample(seed = anySeed()): readonly unknown[] {
    return this.spaces.map((space, k) => space.sample(seedOfPart(seed, k)))
  }

  contains(value: unknown): value is readonly unknown[] {
    return (
      isList(value) &&
      value.length === this.spaces.length &&
      this.spaces.every((space, k) => space.contains(value[k]))
    )
  }

  flatten(value: readonly unknown[]): Float64Array {
    return joined(this.spaces.map((space, k) => space.flatten(value[k])))
  }

  toString(): string {
    return `Tuple(${this.spaces.join(', ')})`
  }
}

const boundsOf = (spaces: readonly AnySpace[]): Bounds => ({
  low: joined(spaces.map(({ flat }) => flat.low)),
  high: joined(spaces.map(({ flat }) => flat.high)),
})
