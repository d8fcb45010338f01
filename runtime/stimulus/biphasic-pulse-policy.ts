/** Charge-balanced pulses: one phase, a gap, and the same phase the other way round. */
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

export interface BiphasicFields extends ElectrodeFields {
  /** uA. */
  readonly amplitude: number
  /** ms of each of the two phases. */
  readonly phaseDuration: number
  /** ms of nothing between them. */
  readonly interphaseGap: number
  /** When pulses begin, in ms. */
  readonly pulseTimes: readonly number[]
  /** The phase that depolarizes cells below the electrode comes first. */
  readonly cathodicFirst: boolean
}

const usual: BiphasicFields = {
  ...onAnyArray,
  dt: 0.05,
  amplitude: 1.5,
  phaseDuration: 0.2,
  interphaseGap: 0.05,
  pulseTimes: [0],
  cathodicFirst: true,
}

export class BiphasicPulsePolicy extends ElectrodePolicy<BiphasicFields> {
  constructor(fields: Partial<BiphasicFields> = {}) {
    super(filledIn('A biphasic pulse', usual, fields))
    mustHaveOnsets(this.fields.pulseTimes)
    rowsIn('A phase', this.fields.phaseDuration, this.dt)
  }

  static fromJSON(document: string | object): BiphasicPulsePolicy {
    return new BiphasicPulsePolicy(fieldsOf(document))
  }

  with(changed: Partial<BiphasicFields>): BiphasicPulsePolicy {
    return new BiphasicPulsePolicy({ ...this.fields, ...changed })
  }

  get extentMs(): number {
    const { pulseTimes, phaseDuration, interphaseGap } = this.fields
    return Math.max(...pulseTimes) + 2 * phaseDuration + interphaseGap
  }

  protected pulses(channels: readonly number[]): readonly Pulse[] {
    const { amplitude, phaseDuration, interphaseGap, pulseTimes, cathodicFirst, dt } = this.fields
    const rows = rowsIn('A phase', phaseDuration, dt)
    const toSecond = rows + rowAt(interphaseGap, dt)
    const value = cathodicFirst ? -amplitude : amplitude
    return pulseTimes.flatMap((onset) => {
      const first = rowAt(onset, dt)
      return channels.flatMap((channel) => [
        { channel, first, rows, value },
        { channel, first: first + toSecond, rows, value: -value },
      ])
    })
  }
}
