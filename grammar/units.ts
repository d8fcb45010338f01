/** Every unit the language knows, with its dimension and scale: the only unit table. */

/** Powers of metre, kilogram, second, ampere, kelvin, mole, candela. */
export type Dimension = readonly [number, number, number, number, number, number, number]

/** A named unit: one of it is `factor * 10^exponent` in SI base units. Factor is 1 for nearly all. */
export interface NamedUnit {
  readonly name: string
  readonly dimension: Dimension
  readonly factor: number
  readonly exponent: number
}
