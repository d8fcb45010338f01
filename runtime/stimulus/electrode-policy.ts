/** What all policies for electrodes have: which channels of how many they use, and how they are written down. */
import { UsageError } from '../../compiler/usage-error.ts'
import { mustBeStep } from './dense-waveform.ts'
import type { Policy } from './policy.ts'
import { type Pulse, pulseWaveform } from './pulses.ts'
import { nearWhole } from './resample-waveform.ts'
import { documentOf } from './snake-case.ts'
import type { Waveform } from './waveform.ts'

export interface ElectrodeFields {
  /** How many electrodes the array has; null until it is known. */
  readonly nChannels: number | null
  /** Which of them are used, by their place. */
  readonly channels: readonly number[]
  /** ms from command to command. */
  readonly dt: number
}

export const onAnyArray = { nChannels: null, channels: [] } satisfies Omit<ElectrodeFields, 'dt'>

/** Commands are in uA. Policies are values: a change makes another. */
export abstract class ElectrodePolicy<Fields extends ElectrodeFields> implements Policy {
  readonly inputUnits = 'uA'
  readonly fields: Fields
  /** Once it was asked for: loops choose among few policies again and again. */
  #made: Waveform | undefined

  constructor(fields: Fields) {
    mustBeNumbers(fields)
    const { nChannels, channels } = fields
    if (nChannels !== null && !(Number.isInteger(nChannels) && nChannels > 0)) {
      throw new UsageError(`An array of ${nChannels} channels is none; it has 1 or more.`)
    }
    const count = nChannels ?? Number.POSITIVE_INFINITY
    const outside = channels.filter((k) => !(Number.isInteger(k) && k >= 0 && k < count))
    if (outside.length > 0) {
      throw new UsageError(
        `There is no channel ${outside.join(', ')}; channels are 0 to ${count - 1}.`,
      )
    }
    mustBeStep(fields.dt)
    this.fields = Object.freeze(fields)
  }

  get dt(): number {
    return this.fields.dt
  }

  abstract get extentMs(): number

  /** What is switched when: pulses on the channels used. */
  protected abstract pulses(channels: readonly number[]): readonly Pulse[]

  /** The same kind of policy with some fields changed. */
  abstract with(changed: Partial<Fields>): ElectrodePolicy<Fields>

  /** For an array of so many channels, on some of them. */
  forArray(
    nChannels: number,
    channels: readonly number[] = this.fields.channels,
    overrides: Partial<Fields> = {},
  ): ElectrodePolicy<Fields> {
    return this.with({ ...overrides, nChannels, channels })
  }

  waveform(): Waveform {
    this.#made ??= this.make()
    return this.#made
  }

  private make(): Waveform {
    const { nChannels, channels, dt } = this.fields
    if (nChannels === null || channels.length === 0) {
      throw new UsageError(
        'The policy drives no channel yet; set nChannels and channels, or call forArray(nChannels, channels).',
      )
    }
    const rows = rowsUntil(this.extentMs, dt)
    return pulseWaveform(this.pulses(channels), { dt, rows, width: nChannels })
  }

  toJSON(): Record<string, unknown> {
    return documentOf(this.fields)
  }
}

/** One that is none would make the cells run away. */
function mustBeNumbers(fields: object): void {
  for (const [name, given] of Object.entries(fields)) {
    const value: unknown = ArrayBuffer.isView(given) ? Array.from(given as Float64Array) : given
    if (value === null || typeof value === 'boolean') continue
    const isList = lists.includes(name)
    const isRight = Array.isArray(value) ? value.every(Number.isFinite) : Number.isFinite(value)
    if (isRight && (!isList || Array.isArray(value))) continue
    const right = isList ? 'a list of numbers' : 'a number'
    throw new UsageError(`${name} is ${told(value)}; it must be ${right}.`)
  }
}

const told = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(told).join(', ')}]`
  return typeof value === 'string' ? JSON.stringify(value) : String(value)
}

const lists = ['channels', 'pulseTimes', 'amplitudes', 'order']

/** A time in rows: a whole number of them, because a pulse cut short is another pulse. */
export function rowsIn(what: string, duration: number, dt: number): number {
  const rows = nearWhole(duration / dt)
  if (Number.isInteger(rows) && rows >= 1) return rows
  const fitting = duration / Math.max(1, Math.ceil(rows))
  throw new UsageError(
    `${what} lasts ${duration} ms, which is no whole number of steps of dt ${dt} ms; ` +
      `dt ${Number(fitting.toPrecision(4))} would do.`,
  )
}

/** The row at a time. */
export const rowAt = (t: number, dt: number): number => Math.floor(nearWhole(t / dt))

/** Rows that reach as far as a time. */
export const rowsUntil = (t: number, dt: number): number => Math.ceil(nearWhole(t / dt))

export function mustHaveOnsets(times: readonly number[]): void {
  if (times.length > 0 && times.every((t) => t >= 0 && Number.isFinite(t))) return
  throw new UsageError(`pulseTimes are ${JSON.stringify(times)}; there must be times from 0 ms on.`)
}
