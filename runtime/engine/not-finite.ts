/** A state that is no finite number any more: where, and by when. */
export interface Runaway {
  readonly population: string
  readonly variable: string
  readonly cell: number
  readonly value: number
  /** It was finite so many ticks before this one. */
  readonly tick: number
  readonly inspection: number
}

export class NotFinite extends Error {
  readonly place: Runaway

  constructor(place: Runaway) {
    super(`${place.variable} of cell ${place.cell} of ${place.population} is ${place.value}`)
    this.name = 'NotFinite'
    this.place = place
  }
}
