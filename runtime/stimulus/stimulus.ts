/** Values over time for cells: a current, a field, light. It says what, where and when, and ends when it ends. */
import { UsageError } from '../../compiler/usage-error.ts'
import { asWaveform } from './as-waveform.ts'
import { deferredWaveform } from './deferred-waveform.ts'
import { isMode, photonFlux, unitOf } from './modes.ts'
import { photonsPerMilliwatt, usualWavelength } from './photon-flux.ts'
import type { Values } from './read-values.ts'
import { renderRows, rowsOf } from './render-rows.ts'
import { type Between, nearWhole, resampleWaveform } from './resample-waveform.ts'
import {
  columnsOfSection,
  labelled,
  labelsAgree,
  placesOfColumns,
  placesOfGids,
} from './stimulus-columns.ts'
import type {
  Column,
  ColumnOptions,
  DeferredOptions,
  DescribedValues,
  StimulusOptions,
} from './stimulus-options.ts'
import { later, placed, scaled, spread } from './transform-waveform.ts'
import type { Waveform } from './waveform.ts'

export class Stimulus {
  readonly waveform: Waveform
  /** What stands after `from` where the ports it reaches are declared. */
  readonly mode: string
  /** As the equations write it; empty where it is whatever the port is declared in. */
  readonly unit: string
  readonly gids: Int32Array | undefined
  readonly sections: readonly string[] | undefined
  readonly meta: Readonly<Record<string, unknown>>

  constructor(values: Values | Waveform, options: StimulusOptions = {}) {
    const { mode = 'extracellular', port, dt = 1, gids, sections, meta = {} } = options
    const isAddressed = port !== undefined && !isMode(port)
    this.mode = port ?? mode
    const { unit, factor } = isAddressed
      ? { unit: options.unit ?? '', factor: 1 }
      : unitOf(this.mode, options.unit)
    this.waveform = scaled(asWaveform(values, { dt, width: options.width }), factor)
    this.unit = unit
    this.sections = sections
    this.meta = meta
    labelsAgree({ gids, sections, width: this.width })
    this.gids = gids && new Int32Array(gids)
  }

  /** Conductances, in uS; rows are 0.1 ms apart unless told, as in all that follow. */
  static fromConductance(values: Values | Waveform, options: ColumnOptions = {}): Stimulus {
    return new Stimulus(values, { dt: 0.1, ...options, mode: 'conductance' })
  }

  /** Currents into cells, in nA. */
  static fromCurrent(values: Values | Waveform, options: ColumnOptions = {}): Stimulus {
    return new Stimulus(values, { dt: 0.1, ...options, mode: 'current' })
  }

  /** Currents through each part of the membrane, in mA/cm². */
  static fromCurrentDensity(values: Values | Waveform, options: ColumnOptions = {}): Stimulus {
    return new Stimulus(values, { dt: 0.1, ...options, mode: 'current_density' })
  }

  /** Potentials outside the membrane, in mV. */
  static fromExtracellular(values: Values | Waveform, options: ColumnOptions = {}): Stimulus {
    return new Stimulus(values, { dt: 0.1, ...options, mode: 'extracellular' })
  }

  /** Light, in mW/mm². */
  static fromIrradiance(values: Values | Waveform, options: ColumnOptions = {}): Stimulus {
    return new Stimulus(values, { dt: 0.1, ...options, mode: 'irradiance' })
  }

  /** For inputs declared `from NAME`, in the unit they are declared in unless told. */
  static toPort(port: string, values: Values | Waveform, options: ColumnOptions = {}): Stimulus {
    return new Stimulus(values, { dt: 0.1, ...options, port })
  }

  /** Computed window by window while the cells run; what it needs does not grow with its length. */
  static deferred({ source, extent, windowBytes, ...options }: DeferredOptions): Stimulus {
    const { dt = 1, gids } = options
    const limit = windowBytes === undefined ? {} : { windowBytes }
    const waveform = deferredWaveform({ source, extent, dt, width: gids.length, ...limit })
    return new Stimulus(waveform, options)
  }

  /** What a caller meant: a stimulus as it is, a table, or a table with what there is to say about it. */
  static from(like: Stimulus | Values | DescribedValues): Stimulus {
    if (like instanceof Stimulus) return like
    if ('values' in like && !('length' in like)) return new Stimulus(like.values, like)
    if (typeof like === 'object' && 'length' in like) return new Stimulus(like as Values)
    throw new UsageError('A stimulus is a Stimulus, rows of values, or { values, mode, dt, gids }.')
  }

  /** ms from row to row. */
  get dt(): number {
    return this.waveform.dt
  }

  get rows(): number {
    return this.waveform.rows
  }

  /** How many columns there are. */
  get width(): number {
    return this.waveform.width
  }

  get length(): number {
    return this.width
  }

  /** ms until it ends. */
  get duration(): number {
    return this.rows * this.dt
  }

  /** The row that holds at t ms from its beginning; where it has ended there is no such row. */
  rowAt(t: number): number {
    return Math.floor(nearWhole(t / this.dt))
  }

  /** The values of all columns at t; false, and zeros, before it begins and where it has ended. */
  read(t: number, into: Float64Array): boolean {
    const row = this.rowAt(t)
    const isThere = row >= 0 && row < this.rows
    if (isThere) this.waveform.render(row, 1, into)
    else into.fill(0, 0, this.width)
    return isThere
  }

  /** What is read at t is true until then, in ms; Infinity where it has ended. */
  changeAfter(t: number): number {
    const row = this.rowAt(t)
    if (row >= this.rows) return Number.POSITIVE_INFINITY
    return row < 0 ? 0 : this.waveform.changeAfter(row) * this.dt
  }

  /** Writes up to `count` rows from `first` on, one after another, and says how many there were. */
  readRows(first: number, count: number, into: Float64Array): number {
    const rows = Math.max(0, Math.min(count, this.rows - first))
    if (rows > 0) this.waveform.render(first, rows, into)
    return rows
  }

  /** The rows from start to stop, in ms: as many of them as there are. */
  window(start = 0, stop = this.duration): readonly Float64Array[] {
    const first = Math.max(0, Math.round(start / this.dt))
    const last = Math.max(first, Math.min(this.rows, Math.round(stop / this.dt)))
    return rowsOf(renderRows(this.waveform, first, last - first), this.width)
  }

  /** Rows at 0, dt, 2·dt … duration: on straight lines between what is there, and 0 beyond its end. */
  toArray(duration: number, dt = this.dt): readonly Float64Array[] {
    const rows = Math.floor(nearWhole(duration / dt)) + 1
    const own = Math.min(rows, Math.ceil(nearWhole(this.duration / dt)))
    const grid = { dt, rows: own, between: 'linear' } as const
    const sampled = dt === this.dt ? this.waveform : resampleWaveform(this.waveform, grid)
    const there = rowsOf(renderRows(sampled, 0, own), this.width)
    return Array.from({ length: rows }, (_, k) => there[k] ?? new Float64Array(this.width))
  }

  /** Each column with its cell and section. */
  *columns(): Generator<Column> {
    const { gids, sections } = labelled(this)
    const rows = this.window()
    for (let k = 0; k < this.width; k++) {
      yield [gids[k] ?? -1, sections?.[k], Float64Array.from(rows, (row) => row[k] ?? 0)]
    }
  }

  [Symbol.iterator](): Generator<Column> {
    return this.columns()
  }

  /** One column for each of these cells, in their order: 0 where there was none, the sum of several. */
  alignGids(all: ArrayLike<number>): Stimulus {
    const { gids, sections, width } = this
    if (gids) {
      const places = placesOfGids({ gids, sections }, all)
      return this.with(placed(this.waveform, places, all.length), { gids: all })
    }
    if (width === all.length) return this.with(this.waveform, { gids: all })
    throw new UsageError(
      `The stimulus has ${width} columns and no gids; there are ${all.length} cells. ` +
        'Say which cells with gids, or give one column to many with spread(gids).',
    )
  }

  /** One column for each cell and section given; columns that are none of these are left out. */
  expand(gids: ArrayLike<number>, sections?: readonly string[]): Stimulus {
    const places = placesOfColumns(labelled(this), { gids, sections })
    return this.with(placed(this.waveform, places, gids.length), { gids, sections })
  }

  /** Only the columns of one section. */
  section(name: string): Stimulus {
    const { gids, sections } = labelled(this)
    const columns = columnsOfSection({ gids, sections }, name)
    const kept = columns.map((k) => gids[k] ?? -1)
    return this.expand(kept, Array(kept.length).fill(name))
  }

  /** The same single column for each of these cells. */
  spread(gids: ArrayLike<number>): Stimulus {
    const { width } = this
    if (width === 1) return this.with(spread(this.waveform, gids.length), { gids })
    throw new UsageError(`A single column can be spread; there are ${width}.`)
  }

  /** At another dt, until `duration` or its end, whichever comes first. */
  resample(dt: number, duration = this.duration, between: Between = 'linear'): Stimulus {
    if (dt === this.dt) return this
    const rows = Math.round(Math.min(duration, this.duration) / dt)
    return this.with(resampleWaveform(this.waveform, { dt, rows, between }), this)
  }

  /** The same, so many ms later. */
  delayed(by: number): Stimulus {
    const rows = nearWhole(by / this.dt)
    if (Number.isInteger(rows) && rows >= 0) return this.with(later(this.waveform, rows), this)
    throw new UsageError(`A delay of ${by} ms is no number of rows of ${this.dt} ms.`)
  }

  /** Light as mW/mm² or as photon_flux, at `meta.wavelengthNm` or 473 nm. */
  convertTo(unit: string): Stimulus {
    const wanted = unitOf(this.mode, unit).unit
    if (wanted === this.unit) return this
    const wavelength = Number(this.meta.wavelengthNm ?? usualWavelength)
    const photons = photonsPerMilliwatt(wavelength)
    const waveform = scaled(this.waveform, wanted === photonFlux ? photons : 1 / photons)
    return this.with(waveform, { gids: this.gids, sections: this.sections, unit: wanted })
  }

  /** `current in nA: 2 columns, 10 rows of 0.1 ms` */
  toString(): string {
    const { mode, unit, width, rows, dt } = this
    const columns = `${width} ${width === 1 ? 'column' : 'columns'}`
    return `${mode}${unit && ` in ${unit}`}: ${columns}, ${rows} ${rows === 1 ? 'row' : 'rows'} of ${dt} ms`
  }

  /** What console.log shows in Node. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `Stimulus of ${this}`
  }

  private with(waveform: Waveform, changed: ColumnOptions): Stimulus {
    const { unit = this.unit, gids, sections } = changed
    return new Stimulus(waveform, { port: this.mode, unit, gids, sections, meta: this.meta })
  }
}
