/** What stands between a culture and its experimenter: commands in, potentials and spikes out. */
import { UsageError } from '../../compiler/usage-error.ts'
import type { Policy } from '../stimulus/policy.ts'
import type { Values } from '../stimulus/read-values.ts'
import type { Stimulus } from '../stimulus/stimulus.ts'
import type { Warning } from '../stimulus/stimulus-warnings.ts'
import type { Waveform } from '../stimulus/waveform.ts'
import type { CoordinatesLike } from './coordinates.ts'
import type { Distances } from './distances.ts'

/** What the channels are told: a policy, a waveform, or rows with one value for each channel. */
export type Command = Policy | Waveform | Values

export interface CommandOptions {
  /** ms from row to row of a table; policies and waveforms have their own. 1 unless told. */
  readonly dt?: number
  /** What a policy is to act on. */
  readonly observation?: unknown
}

/** Any column that belongs to ids: times, or rows. */
export type IdColumn = Float64Array | Int32Array | readonly unknown[]

/** By channel: the ids it hears, and of every column what belongs to them. */
export type PerChannel<Columns extends readonly IdColumn[]> = readonly [
  ids: ReadonlyMap<number, Int32Array>,
  ...columns: { readonly [K in keyof Columns]: ReadonlyMap<number, Columns[K]> },
]

/** What actions look like to a learner: so many numbers from low to high. */
export interface Box {
  readonly low: number
  readonly high: number
  readonly shape: readonly [number]
}

export interface IO {
  /** What it is called in files. */
  readonly kind: string
  readonly numChannels: number
  readonly channelIds: Int32Array
  /** What commands are in. */
  readonly inputUnits: string
  readonly inputSpace: Box
  /** For each channel, what one unit of command does at each row of the coordinates. */
  reach(coordinates: CoordinatesLike): readonly Float64Array[]
  /** What a command does to cells: linear in the command, and computed where it is needed. */
  cellStimulus(coordinates: CoordinatesLike, command: Command, options?: CommandOptions): Stimulus
  /** What there is to object to a command; nothing keeps it from being run. */
  warnings(command: Command, options?: CommandOptions): readonly Warning[]
  distances(coordinates: CoordinatesLike): Distances
  /** Which ids each channel hears, and of every column what belongs to them; null for all cells. */
  channelRecording<Columns extends readonly IdColumn[]>(
    coordinates: CoordinatesLike,
    ids: ArrayLike<number> | null,
    ...columns: Columns
  ): PerChannel<Columns>
  /** What each channel picks up of one uA at each distance, in uV. */
  sourceGain(distances: Distances): Float64Array
  /** Potentials at the channels, in uV, of one row of membrane current for each row of coordinates. */
  potentialRecording(
    distances: Distances,
    currents: readonly ArrayLike<number>[],
    unit?: string,
  ): readonly Float64Array[]
  /** Changes values by name; `child-name` for those of a part. */
  setParams(params: Readonly<Record<string, unknown>>): this
  clone(): IO
  toJSON(): unknown
}

type Value = 'kind' | 'numChannels' | 'channelIds' | 'inputUnits' | 'inputSpace'

/** What it takes to be a device: its channels. Of the rest, what it can do. */
export type CustomIO = Pick<IO, 'kind' | 'channelIds' | 'inputUnits'> & Partial<IO>

const verbs: Readonly<Record<Exclude<keyof IO, Value | 'warnings'>, string>> = {
  reach: 'say how far it reaches',
  cellStimulus: 'stimulate cells',
  distances: 'tell distances',
  channelRecording: 'hear spikes',
  sourceGain: 'record potentials',
  potentialRecording: 'record potentials',
  setParams: 'be changed',
  clone: 'be copied',
  toJSON: 'be written to a file',
}

/** A device of one's own, an object or an instance. What it cannot do, it says when it is asked. */
export function customIO(device: CustomIO): IO {
  if (typeof device?.channelIds !== 'object') {
    throw new UsageError(
      `The device has no channelIds; it must have kind, channelIds and inputUnits, and what it can do.`,
    )
  }
  const { channelIds } = device
  const numChannels = channelIds.length
  const refuse = (verb: string) => (): never => {
    throw new UsageError(
      `${device.kind} cannot ${verb}. Give env an io that can, such as new MEA().`,
    )
  }
  const methods = Object.entries(verbs).map(([name, verb]) => [name, refuse(verb)] as const)
  const usual = {
    ...Object.fromEntries(methods),
    warnings: () => [],
    numChannels,
    inputSpace: boxOf(numChannels),
  }
  const missing = Object.entries(usual).filter(([name]) => !(name in device))
  return Object.assign(Object.create(device), Object.fromEntries(missing)) as IO
}

export const boxOf = (channels: number): Box => ({ low: 0, high: 1, shape: [channels] })

/** What a system without a device has. */
export const noIO: IO = customIO({ kind: 'No IO', channelIds: new Int32Array(0), inputUnits: '' })
