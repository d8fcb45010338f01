/** Types of the functions we use of packages that come without types. */

declare module 'fourier-transform' {
  /** In place; the number of points is a power of two. */
  export function cfft(re: Float64Array, im: Float64Array): void
  export function cifft(re: Float64Array, im: Float64Array): void
}

declare module 'digital-filter/iir/butterworth.js' {
  /** One step of second order; several of them, one after another, are a filter. */
  export interface Section {
    readonly b0: number
    readonly b1: number
    readonly b2: number
    readonly a1: number
    readonly a2: number
  }
  function butterworth(order: number, cutoff: number, rate: number): readonly Section[]
  export default butterworth
}

declare module 'digital-filter/core/filtfilt.js' {
  import type { Section } from 'digital-filter/iir/butterworth.js'
  /** In place, forwards and backwards. */
  function filtfilt(
    values: Float64Array,
    options: { readonly coefs: readonly Section[]; readonly padlen: number },
  ): Float64Array
  export default filtfilt
}
