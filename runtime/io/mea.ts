/** A multi-electrode array under a culture: stimulates through the medium, records what is near. */
import { UsageError } from '../../compiler/usage-error.ts'
import { fieldsOf, filledIn } from '../stimulus/snake-case.ts'
import { Stimulus } from '../stimulus/stimulus.ts'
import type { Warning } from '../stimulus/stimulus-warnings.ts'
import { mixed } from '../stimulus/transform-waveform.ts'
import { channelRecording, type Hearing, hearingOf } from './channel-recording.ts'
import { chargeWarnings } from './charge.ts'
import {
  type CoordinateRow,
  type Coordinates,
  type CoordinatesLike,
  coordinatesOf,
  mustBePlace,
} from './coordinates.ts'
import { calculateDistances, type Distances } from './distances.ts'
import { electrodeArrayCoordinates } from './electrode-grid.ts'
import { electrodePotentials } from './electrode-potentials.ts'
import {
  type Box,
  boxOf,
  type Command,
  type CommandOptions,
  type IdColumn,
  type IO,
  type PerChannel,
} from './io.ts'
import { nestedParams } from './nested-params.ts'
import { readCommand } from './read-command.ts'
import { rememberGains } from './remember-gains.ts'
import { PointSourceModel, type VolumeConductor } from './volume-conductor.ts'

export interface MEAFields {
  /** id, x, y, z of each electrode, in µm. */
  readonly electrodeCoordinates: readonly CoordinateRow[]
  /** How far stimulation is meant to reach, in µm; the medium carries it further. */
  readonly inputRadius: number
  /** Cells are recorded as far as this, in µm. */
  readonly outputRadius: number
  readonly volumeConductor: VolumeConductor | Readonly<Record<string, unknown>>
}

/** What is known about one set of coordinates, until the array changes. */
interface Known {
  readonly gainsOf: (place: number) => Float64Array
  hearing?: Hearing
}

export interface Contribution {
  readonly gid: number
  readonly distance: number
  /** uV for each uA. */
  readonly gain: number
  /** % of what the channel would measure if all cells did the same. */
  readonly contribution: number
}

export class MEA implements IO {
  readonly kind = 'MEA'
  readonly inputUnits = 'uA'
  private fields: MEAFields
  private conductor: VolumeConductor
  private known = new WeakMap<Coordinates, Known>()

  constructor(fields: Partial<MEAFields> = {}) {
    this.fields = completed(fields)
    this.conductor = conductorOf(this.fields.volumeConductor)
  }

  /** The text of a mea.json, or what it says. */
  static fromJSON(document: string | object): MEA {
    return new MEA(fieldsOf(document))
  }

  get electrodeCoordinates(): readonly CoordinateRow[] {
    return this.fields.electrodeCoordinates
  }

  get inputRadius(): number {
    return this.fields.inputRadius
  }

  get outputRadius(): number {
    return this.fields.outputRadius
  }

  get volumeConductor(): VolumeConductor {
    return this.conductor
  }

  get numChannels(): number {
    return this.electrodeCoordinates.length
  }

  get channelIds(): Int32Array {
    return Int32Array.from(this.electrodeCoordinates, ([id = 0]) => id)
  }

  get inputSpace(): Box {
    return boxOf(this.numChannels)
  }

  /** mV at each row of the coordinates for each uA of each electrode. */
  reach(coordinates: CoordinatesLike): readonly Float64Array[] {
    const { gainsOf } = this.about(coordinatesOf(coordinates))
    return this.electrodeCoordinates.map((_, place) => gainsOf(place))
  }

  /** Potentials outside the cells: of each electrode its current times its reach, summed up. */
  cellStimulus(like: CoordinatesLike, command: Command, options: CommandOptions = {}): Stimulus {
    const coordinates = coordinatesOf(like)
    const { gids, sections } = coordinates
    const { gainsOf } = this.about(coordinates)
    const waveform = mixed(readCommand(this, command, options), gainsOf, gids.length)
    return new Stimulus(waveform, { mode: 'extracellular', gids, sections })
  }

  warnings(command: Command, options: CommandOptions = {}): readonly Warning[] {
    const { electrodeRadiusUm } = this.conductor
    const { channelIds } = this
    return chargeWarnings(readCommand(this, command, options), { electrodeRadiusUm, channelIds })
  }

  distances(coordinates: CoordinatesLike): Distances {
    return calculateDistances(this.electrodeCoordinates, coordinatesOf(coordinates))
  }

  channelRecording<Columns extends readonly IdColumn[]>(
    coordinates: CoordinatesLike,
    ids: ArrayLike<number> | null,
    ...columns: Columns
  ): PerChannel<Columns> {
    const known = this.about(coordinatesOf(coordinates))
    known.hearing ??= hearingOf(this.distances(coordinates), this.outputRadius)
    return channelRecording(known.hearing, ids, columns)
  }

  sourceGain({ values }: Distances): Float64Array {
    const { outputRadius, conductor } = this
    return values.map((d) => (d <= outputRadius ? conductor.recording(d) : 0))
  }

  potentialRecording(
    distances: Distances,
    currents: readonly ArrayLike<number>[],
    unit = 'uA',
  ): readonly Float64Array[] {
    return electrodePotentials(distances, this.sourceGain(distances), { currents, unit })
  }

  /** What a channel measures and of whom, the nearest first. */
  channelContribution(coordinates: CoordinatesLike, channel: number): readonly Contribution[] {
    const electrode = this.electrodeCoordinates.filter(([id]) => id === channel)
    if (electrode.length === 0) {
      throw new UsageError(
        `There is no channel ${channel}; there is ${this.channelIds.join(', ')}.`,
      )
    }
    const distances = calculateDistances(electrode, coordinatesOf(coordinates))
    const gains = this.sourceGain(distances)
    const total = gains.reduce((sum, gain) => sum + gain, 0)
    return Array.from(distances.gids, (gid, k) => ({
      gid,
      distance: distances.values[k] ?? 0,
      gain: gains[k] ?? 0,
      contribution: total > 0 ? (100 * (gains[k] ?? 0)) / total : 0,
    })).sort((a, b) => a.distance - b.distance)
  }

  /** Such as `{ output_radius: 100, 'volume_conductor-stimulation_gain': 5 }`. */
  setParams(params: Readonly<Record<string, unknown>>): this {
    const own = ['electrodeCoordinates', 'inputRadius', 'outputRadius']
    const changed = nestedParams('MEA', params, { own, parts: ['volumeConductor'] })
    const volumeConductor = this.conductor.with(changed.parts.volumeConductor ?? {})
    this.fields = completed({ ...this.fields, ...changed.own, volumeConductor })
    this.conductor = volumeConductor
    this.known = new WeakMap()
    return this
  }

  /** `16 electrodes, meant to reach 250 um, recording within 250 um` */
  toString(): string {
    const { numChannels, inputRadius, outputRadius } = this
    const electrodes = numChannels === 1 ? 'electrode' : 'electrodes'
    return `${numChannels} ${electrodes}, meant to reach ${inputRadius} um, recording within ${outputRadius} um`
  }

  /** What console.log shows in Node. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `MEA of ${this}`
  }

  clone(): MEA {
    return new MEA(this.fields)
  }

  toJSON(): Record<string, unknown> {
    return {
      electrode_coordinates: this.electrodeCoordinates,
      input_radius: this.inputRadius,
      output_radius: this.outputRadius,
      volume_conductor: this.conductor.toJSON(),
    }
  }

  private about(coordinates: Coordinates): Known {
    const { conductor, electrodeCoordinates } = this
    const known = this.known.get(coordinates) ?? {
      gainsOf: rememberGains((place) => {
        const electrode = electrodeCoordinates.slice(place, place + 1)
        const { values } = calculateDistances(electrode, coordinates)
        return values.map((distance) => conductor.induction(distance))
      }),
    }
    this.known.set(coordinates, known)
    return known
  }
}

function completed(given: Partial<MEAFields>): MEAFields {
  const usual: MEAFields = {
    electrodeCoordinates: electrodeArrayCoordinates(),
    inputRadius: 250,
    outputRadius: 250,
    volumeConductor: new PointSourceModel(),
  }
  const fields = filledIn('An MEA', usual, given)
  if (!Array.isArray(fields.electrodeCoordinates)) {
    throw new UsageError(
      `electrodeCoordinates is ${String(fields.electrodeCoordinates)}; it must be rows of [id, x, y, z], in µm.`,
    )
  }
  fields.electrodeCoordinates.forEach(mustBePlace)
  for (const name of ['inputRadius', 'outputRadius'] as const) {
    if (fields[name] >= 0) continue
    throw new UsageError(`${name} is ${fields[name]}; it must be a distance in µm.`)
  }
  return fields
}

function conductorOf(like: MEAFields['volumeConductor']): VolumeConductor {
  if (typeof like !== 'object') {
    throw new UsageError(
      `volumeConductor is ${String(like)}; it must be one, or the fields of a PointSourceModel.`,
    )
  }
  return isConductor(like) ? like : PointSourceModel.fromJSON(like)
}

const isConductor = (like: object): like is VolumeConductor => 'induction' in like
