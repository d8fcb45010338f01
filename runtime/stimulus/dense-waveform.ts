/** A waveform whose rows lie in memory. */
import { UsageError } from '../../compiler/usage-error.ts'
import type { Table } from './read-values.ts'
import type { Waveform } from './waveform.ts'

/** A view of so many values takes longer than the values. */
const few = 32

/** A class, because a loop makes one for every round: a few closures each would be as many objects more. */
export class DenseWaveform implements Waveform {
  readonly dt: number
  readonly rows: number
  readonly width: number
  private readonly values: Table['values']
  /** The last stretch that was looked for: long ones are asked for again and again. */
  private from = 0
  private until = 0

  constructor({ values, rows, width }: Table, dt: number) {
    mustBeStep(dt)
    this.dt = dt
    this.rows = rows
    this.width = width
    this.values = values
  }

  render(first: number, count: number, into: Float64Array): void {
    const { values, width } = this
    const [start, length] = [first * width, count * width]
    if (length > few) into.set(values.subarray(start, start + length))
    else for (let k = 0; k < length; k++) into[k] = values[start + k] ?? 0
  }

  changeAfter(row: number): number {
    if (row >= this.from && row < this.until) return this.until
    let until = row + 1
    while (until < this.rows && this.isLikeBefore(until)) until++
    this.from = row
    this.until = until
    return until
  }

  private isLikeBefore(row: number): boolean {
    const { values, width } = this
    for (let k = row * width; k < (row + 1) * width; k++) {
      if (values[k] !== values[k - width]) return false
    }
    return true
  }
}

export function mustBeStep(dt: number): void {
  if (Number.isFinite(dt) && dt > 0) return
  throw new UsageError(`dt is ${dt}; it must be a time in ms above 0, such as 0.1.`)
}
