/** One charge-balanced pulse in each trial, through a set of amplitudes: how much it takes to be heard. */
import { UsageError } from '../../compiler/usage-error.ts'
import { ElectrodePolicy, type ElectrodeFields, onAnyArray, rowsIn } from './electrode-policy.ts'
import type { Pulse } from './pulses.ts'
import { fieldsOf, filledIn } from './snake-case.ts'

export interface SweepFields extends ElectrodeFields {
  /** uA, in the order in which they are first delivered. */
  readonly amplitudes: readonly number[]
  /** Trials for each amplitude. */
  readonly repeats: number
  /** From trial to trial: long enough for cells to come to rest. */
  readonly trialMs: number
  /** Where the pulse begins within its trial. */
  readonly onsetMs: number
  /** Both phases together, the cathodic first. */
  readonly pulseMs: number
  /** Index of the amplitude of each trial; none for one after another, again and again. */
  readonly order: readonly number[]
  /** When the first trial begins. */
  readonly startMs: number
  /** When everything is over; null for the end of the last trial. */
  readonly totalMs: number | null
}

const usual: SweepFields = {
  ...onAnyArray,
  dt: 0.1,
  amplitudes: [300, 400, 500, 600],
  repeats: 8,
  trialMs: 2000,
  onsetMs: 1000,
  pulseMs: 0.2,
  order: [],
  startMs: 0,
  totalMs: null,
}

export class PulseSweepPolicy extends ElectrodePolicy<SweepFields> {
  constructor(fields: Partial<SweepFields> = {}) {
    super(filledIn('A pulse sweep', usual, fields))
    trialsMustHold(this.fields)
    orderMustName(this.fields, this.nTrials)
  }

  static fromJSON(document: string | object): PulseSweepPolicy {
    return new PulseSweepPolicy(fieldsOf(document))
  }

  with(changed: Partial<SweepFields>): PulseSweepPolicy {
    return new PulseSweepPolicy({ ...this.fields, ...changed })
  }

  get nTrials(): number {
    return this.fields.amplitudes.length * this.fields.repeats
  }

  /** All trials together. */
  get durationMs(): number {
    return this.nTrials * this.fields.trialMs
  }

  get extentMs(): number {
    return this.fields.totalMs ?? this.fields.startMs + this.durationMs
  }

  /** When each pulse begins, and its amplitude. */
  schedule(
    startMs = this.fields.startMs,
  ): readonly (readonly [onset: number, amplitude: number])[] {
    const { amplitudes, order, trialMs, onsetMs } = this.fields
    return Array.from({ length: this.nTrials }, (_, trial) => {
      const index = order[trial] ?? trial % amplitudes.length
      return [startMs + trial * trialMs + onsetMs, amplitudes[index] ?? 0] as const
    })
  }

  protected pulses(channels: readonly number[]): readonly Pulse[] {
    const { pulseMs, dt } = this.fields
    const rows = rowsIn('A phase', pulseMs / 2, dt)
    return this.schedule().flatMap(([onset, amplitude]) => {
      if (onset + pulseMs > this.extentMs + 1e-9) {
        throw new UsageError(`The pulse at ${onset} ms does not fit into ${this.extentMs} ms.`)
      }
      const first = Math.round(onset / dt)
      return channels.flatMap((channel) => [
        { channel, first, rows, value: -amplitude },
        { channel, first: first + rows, rows, value: amplitude },
      ])
    })
  }
}

function trialsMustHold({ amplitudes, repeats, trialMs, onsetMs, pulseMs, dt }: SweepFields): void {
  if (amplitudes.length === 0) throw new UsageError('A sweep needs one amplitude or more.')
  if (!(Number.isInteger(repeats) && repeats > 0)) {
    throw new UsageError(`repeats is ${repeats}; each amplitude has one trial or more.`)
  }
  if (onsetMs < 0 || onsetMs + pulseMs > trialMs) {
    throw new UsageError(
      `A pulse of ${pulseMs} ms from ${onsetMs} ms on does not fit into a trial of ${trialMs} ms.`,
    )
  }
  rowsIn('A phase', pulseMs / 2, dt)
}

function orderMustName({ order, amplitudes }: SweepFields, trials: number): void {
  if (order.length === 0) return
  if (order.length !== trials) {
    throw new UsageError(`The order names ${order.length} trials; there are ${trials}.`)
  }
  const unknown = order.find((index) => amplitudes[index] === undefined)
  if (unknown === undefined) return
  throw new UsageError(
    `The order names amplitude ${unknown}; there are ${amplitudes.length}, counted from 0.`,
  )
}
