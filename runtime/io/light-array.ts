/** Fibres above a culture: power in, light at the cells out. It stimulates and does not record. */
import { UsageError } from '../../compiler/usage-error.ts'
import { usualWavelength } from '../stimulus/photon-flux.ts'
import { documentOf, fieldsOf, filledIn } from '../stimulus/snake-case.ts'
import { Stimulus } from '../stimulus/stimulus.ts'
import type { Warning } from '../stimulus/stimulus-warnings.ts'
import { mixed } from '../stimulus/transform-waveform.ts'
import {
  type CoordinateRow,
  type Coordinates,
  type CoordinatesLike,
  coordinatesOf,
  mustBePlace,
} from './coordinates.ts'
import { calculateDistances, type Distances } from './distances.ts'
import { type Box, boxOf, type Command, type CommandOptions, type IO } from './io.ts'
import { type LightLawName, lightLaws } from './light-laws.ts'
import { nestedParams } from './nested-params.ts'
import { readCommand } from './read-command.ts'
import { rememberGains } from './remember-gains.ts'

export interface LightArrayFields {
  /** id, x, y, z of the end of each fibre, in µm. Fibres point along z. */
  readonly fiberCoordinates: readonly CoordinateRow[]
  readonly numericalAperture: number
  readonly fiberRadiusUm: number
  readonly wavelengthNm: number
  /** 1/mm. */
  readonly scatteringCoefficient: number
  readonly law: LightLawName
}

const usual: LightArrayFields = {
  fiberCoordinates: [],
  numericalAperture: 0.37,
  fiberRadiusUm: 100,
  wavelengthNm: usualWavelength,
  scatteringCoefficient: 11.2,
  law: 'exponential',
}

export class LightArray implements IO {
  readonly kind = 'LightArray'
  readonly inputUnits = 'mW'
  private state: LightArrayFields
  private known = new WeakMap<Coordinates, (place: number) => Float64Array>()

  constructor(fields: Partial<LightArrayFields>) {
    this.state = completed(fields)
  }

  /** The text of a lightarray.json, or what it says. */
  static fromJSON(document: string | object): LightArray {
    return new LightArray(fieldsOf(document))
  }

  get fields(): LightArrayFields {
    return this.state
  }

  get numChannels(): number {
    return this.state.fiberCoordinates.length
  }

  get channelIds(): Int32Array {
    return Int32Array.from(this.state.fiberCoordinates, ([id = 0]) => id)
  }

  get inputSpace(): Box {
    return boxOf(this.numChannels)
  }

  /** mW/mm² at each row of the coordinates for each mW of each fibre. */
  reach(coordinates: CoordinatesLike): readonly Float64Array[] {
    const gainsOf = this.about(coordinatesOf(coordinates))
    return this.state.fiberCoordinates.map((_, place) => gainsOf(place))
  }

  cellStimulus(like: CoordinatesLike, command: Command, options: CommandOptions = {}): Stimulus {
    const coordinates = coordinatesOf(like)
    const { gids, sections } = coordinates
    const power = readCommand(this, command, options)
    const waveform = mixed(power, this.about(coordinates), gids.length)
    const meta = { wavelengthNm: this.state.wavelengthNm }
    return new Stimulus(waveform, { mode: 'irradiance', gids, sections, meta })
  }

  warnings(): readonly Warning[] {
    return []
  }

  distances(coordinates: CoordinatesLike): Distances {
    return calculateDistances(this.state.fiberCoordinates, coordinatesOf(coordinates))
  }

  channelRecording(): never {
    return recordsNothing()
  }

  sourceGain(): never {
    return recordsNothing()
  }

  potentialRecording(): never {
    return recordsNothing()
  }

  setParams(params: Readonly<Record<string, unknown>>): this {
    const known = { own: Object.keys(usual), parts: [] }
    this.state = completed({ ...this.state, ...nestedParams('LightArray', params, known).own })
    this.known = new WeakMap()
    return this
  }

  clone(): LightArray {
    return new LightArray(this.state)
  }

  toJSON(): Record<string, unknown> {
    return documentOf(this.state)
  }

  private about(coordinates: Coordinates): (place: number) => Float64Array {
    const { state } = this
    const gainsOf =
      this.known.get(coordinates) ?? rememberGains((place) => lightAt(state, place, coordinates))
    this.known.set(coordinates, gainsOf)
    return gainsOf
  }
}

function lightAt(
  fields: LightArrayFields,
  place: number,
  { gids, xyz }: Coordinates,
): Float64Array {
  const [, x0 = 0, y0 = 0, z0 = 0] = fields.fiberCoordinates[place] ?? []
  const fibre = {
    numericalAperture: fields.numericalAperture,
    radiusMm: fields.fiberRadiusUm * 1e-3,
    scattering: fields.scatteringCoefficient,
  }
  const law = lightLaws[fields.law]
  return Float64Array.from(gids, (_, k) => {
    const across = Math.hypot((xyz[3 * k] ?? 0) - x0, (xyz[3 * k + 1] ?? 0) - y0) * 1e-3
    const along = Math.abs((xyz[3 * k + 2] ?? 0) - z0) * 1e-3
    return law(fibre, { along, across })
  })
}

function completed(given: Partial<LightArrayFields>): LightArrayFields {
  const fields = filledIn('A light array', usual, given)
  fields.fiberCoordinates.forEach(mustBePlace)
  if (fields.fiberCoordinates.length === 0) {
    throw new UsageError(
      'A light array has one fibre or more; give fiberCoordinates as [id, x, y, z].',
    )
  }
  if (!Object.hasOwn(lightLaws, fields.law)) {
    throw new UsageError(
      `There is no law ${fields.law}; there is ${Object.keys(lightLaws).join(', ')}.`,
    )
  }
  return fields
}

function recordsNothing(): never {
  throw new UsageError(
    'A light array records nothing; join it with an array that does: new ComposedIO(lightArray, mea).',
  )
}
