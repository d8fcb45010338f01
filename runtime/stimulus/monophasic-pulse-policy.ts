/** Pulses of one polarity. They leave charge at the electrode, which a warning says. */
import { UsageError } from '../../compiler/usage-error.ts'
import {
  ElectrodePolicy,
  type ElectrodeFields,
  mustHaveOnsets,
  onAnyArray,
  rowAt,
  rowsIn,
} from './electrode-policy.ts'
import type { Pulse } from './pulses.ts'
import { fieldsOf, filledIn } from './snake-case.ts'

export interface MonophasicFields extends ElectrodeFields {
  /** uA: one for all channels, or one for each; negative is cathodic. */
  readonly amplitude: number | readonly number[]
  /** ms. */
  readonly pulseWidth: number
  /** When pulses begin, in ms. */
  readonly pulseTimes: readonly number[]
}

const usual: MonophasicFields = {
  ...onAnyArray,
  dt: 1,
  amplitude: 1.5,
  pulseWidth: 1,
  pulseTimes: [0],
}

export class MonophasicPulsePolicy extends ElectrodePolicy<MonophasicFields> {
  constructor(fields: Partial<MonophasicFields> = {}) {
    super(filledIn('A monophasic pulse', usual, fields))
    const { amplitude, channels, pulseTimes, pulseWidth } = this.fields
    mustHaveOnsets(pulseTimes)
    rowsIn('A pulse', pulseWidth, this.dt)
    if (typeof amplitude !== 'number' && amplitude.length !== channels.length) {
      throw new UsageError(
        `There are ${amplitude.length} amplitudes for ${channels.length} channels; each has one.`,
      )
    }
  }

  static fromJSON(document: string | object): MonophasicPulsePolicy {
    return new MonophasicPulsePolicy(fieldsOf(document))
  }

  with(changed: Partial<MonophasicFields>): MonophasicPulsePolicy {
    return new MonophasicPulsePolicy({ ...this.fields, ...changed })
  }

  get extentMs(): number {
    return Math.max(...this.fields.pulseTimes) + this.fields.pulseWidth
  }

  protected pulses(channels: readonly number[]): readonly Pulse[] {
    const { amplitude, pulseWidth, pulseTimes, dt } = this.fields
    const rows = rowsIn('A pulse', pulseWidth, dt)
    const valueOf = (k: number): number =>
      typeof amplitude === 'number' ? amplitude : (amplitude[k] ?? 0)
    return pulseTimes.flatMap((onset) =>
      channels
        .map((channel, k) => ({ channel, first: rowAt(onset, dt), rows, value: valueOf(k) }))
        .filter(({ value }) => value !== 0),
    )
  }
}
