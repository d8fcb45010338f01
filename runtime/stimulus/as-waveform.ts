/** A waveform from whatever a caller has: one that is, or a table of numbers. */
import { DenseWaveform } from './dense-waveform.ts'
import { readValues, type Values } from './read-values.ts'
import type { Waveform } from './waveform.ts'

export interface Shape {
  /** Of a table; a waveform has its own. */
  readonly dt: number
  readonly width: number | undefined
}

export const isWaveform = (values: object): values is Waveform => 'render' in values

export function asWaveform(values: Values | Waveform, { dt, width }: Shape): Waveform {
  return isWaveform(values) ? values : new DenseWaveform(readValues(values, width), dt)
}
