/** How current and potential spread through the medium between electrodes and cells. */
import { UsageError } from '../../compiler/usage-error.ts'
import { documentOf, fieldsOf, filledIn } from '../stimulus/snake-case.ts'

export interface VolumeConductor {
  /** Of the electrodes, in µm: how much current they bear depends on it. */
  readonly electrodeRadiusUm: number
  /** Potential at a cell at distances in µm, in mV for each uA of the electrode. */
  induction(distance: number): number
  /** Potential at the electrode of a membrane current at such a distance, in uV for each uA. */
  recording(distance: number): number
  with(changed: Readonly<Record<string, unknown>>): VolumeConductor
  toJSON(): unknown
}

export interface PointSourceFields {
  /** mV for each uA, next to the electrode. */
  readonly stimulationGain: number
  /** uV for each uA, at the shortest distance. */
  readonly recordingGain: number
  /** Membranes come no closer to a point than this. */
  readonly minDistanceUm: number
  readonly electrodeRadiusUm: number
  readonly cultureHeightUm: number
}

/** Ohm m of the medium above a culture when stimulating, and S/mm when recording. */
const resistivity = 3.5
const conductivity = 0.0003

/**
 * A point source of current I in a medium of resistivity ρ makes a potential of ρ I/(4 π r)
 * (R. Plonsey and R. C. Barr, Bioelectricity: a quantitative approach, 3rd ed. 2007, chapter 2). Near
 * the electrode, r is bounded by its radius and the height of the culture; at a membrane, by the
 * shortest distance.
 */
export class PointSourceModel implements VolumeConductor {
  readonly fields: PointSourceFields

  constructor(given: Partial<PointSourceFields> = {}) {
    const { minDistanceUm = 5, electrodeRadiusUm = 15, cultureHeightUm = 50 } = given
    const h = Math.hypot(electrodeRadiusUm, cultureHeightUm)
    this.fields = Object.freeze(
      filledIn(
        'A point source',
        {
          stimulationGain: (1000 * resistivity) / (4 * Math.PI * h),
          recordingGain: 1000 / (4 * Math.PI * conductivity * minDistanceUm),
          minDistanceUm,
          electrodeRadiusUm,
          cultureHeightUm,
        },
        given,
      ),
    )
    for (const [name, value] of Object.entries(this.fields)) {
      if (value > 0) continue
      throw new UsageError(`${name} of a point source is ${value}; it must be above 0.`)
    }
  }

  static fromJSON(document: string | object): PointSourceModel {
    return new PointSourceModel(fieldsOf(document))
  }

  get electrodeRadiusUm(): number {
    return this.fields.electrodeRadiusUm
  }

  induction(distance: number): number {
    const { stimulationGain, electrodeRadiusUm, cultureHeightUm } = this.fields
    const h = Math.hypot(electrodeRadiusUm, cultureHeightUm)
    return (stimulationGain * h) / Math.hypot(distance, h)
  }

  recording(distance: number): number {
    const { recordingGain, minDistanceUm } = this.fields
    return (recordingGain * minDistanceUm) / (distance + minDistanceUm)
  }

  with(changed: Partial<PointSourceFields>): PointSourceModel {
    return new PointSourceModel({ ...this.fields, ...changed })
  }

  toJSON(): unknown {
    return documentOf(this.fields)
  }
}
