/** What an Env is before it runs: a model on cells, with their values, their electrodes, and what is recorded of them. */
import { type Source, UsageError } from '../../compiler/index.ts'
import type { Choice, SelectOptions } from '../../systems/select/choose-cells.ts'
import { System } from '../../systems/system.ts'
import { setValue, valueOf } from '../cell-values.ts'
import { restoreSnapshot, takeSnapshot } from '../engine/snapshot.ts'
import type { Coordinates } from '../io/coordinates.ts'
import { type Command, type CommandOptions, type IdColumn, type IO, noIO } from '../io/io.ts'
import { ioFromJSON } from '../io/io-files.ts'
import { MEA } from '../io/mea.ts'
import { ownModel, type Readable, readModel, tunedFor } from '../library.ts'
import type { Linked } from '../link/link.ts'
import type { LinkOptions } from '../link/options.ts'
import type { SystemLike } from '../link/system-like.ts'
import type { RecordOptions } from '../recordings.ts'
import type { PopulationRange } from '../run.ts'
import type { Stimulus } from '../stimulus/stimulus.ts'
import { Cells, type Values as CellValues } from './cells.ts'
import { type From, type Ground, groundOf } from './choose-system.ts'
import { modelOf, paramsOf } from './original-models.ts'
import {
  type Admissible,
  admissibleIn,
  type Numbers,
  ownParams,
  setNoise,
  setWeights,
  sorted,
} from './parameters.ts'
import { placesOf } from './places.ts'
import { recordableIn, startRecording } from './record-signals.ts'
import { Session } from './session.ts'
import { Settings } from './settings.ts'

/** A population, several, or all that have what is asked for. */
export type Populations = string | readonly string[]

export interface EnvOptions extends LinkOptions {
  /** A name of the library, a file that ends in .livn, or a text. */
  readonly model?: string | Source
  /** Electrodes or fibres, instead of those that the system comes with. */
  readonly io?: IO
}

/** What cells are on a system that says nothing of it. */
const usualModel = 'izhikevich-culture'

/** What there is once the system is known. */
interface Opened {
  readonly system: SystemLike | undefined
  readonly io: IO
  readonly model: Readable
  readonly options: LinkOptions
  readonly session: Session
}

export abstract class Prepared {
  protected readonly settings = new Settings<Session>()
  private readonly ground: Ground
  private readonly given: EnvOptions
  private opened: Opened | undefined
  private selected = 'default'

  /**
   * On a system: `new Env('EI2', { model: 'lif-culture' })`; on cells that nothing connects: `new Env({ EXC: 3 })`;
   * or from a text that brings its own network: `new Env({ path: 'net.livn', text })`.
   */
  constructor(from: From, options: EnvOptions = {}) {
    this.ground = groundOf(from)
    this.given = options
    if (this.ground.kind === 'system') this.open(this.ground.system)
    if (this.ground.kind === 'model') this.open(options.system)
  }

  /** Resolves when it can run: a system that is in a folder has been read then. */
  async init(): Promise<this> {
    if (!this.opened && this.ground.kind === 'folder')
      this.open(await System.load(this.ground.folder))
    return this
  }

  private open(system: SystemLike | undefined): void {
    const { model: wanted, io = ioOf(system), ...given } = this.given
    const model =
      this.ground.kind === 'model'
        ? ownModel(this.ground.source, given)
        : modelFrom(wanted, system, given)
    const dt = given.dt ?? tunedFor(model.name, system?.name ?? '')?.dt
    const options: LinkOptions = {
      ...given,
      ...(system ? { system } : {}),
      ...(dt === undefined ? {} : { dt }),
    }
    this.opened = { system, io, model, options, session: new Session(model, options) }
  }

  private get now(): Opened {
    if (this.opened) return this.opened
    throw new UsageError(
      'The system is in a folder, which has not been read yet; call `await env.init()` first, or use make().',
    )
  }

  protected get session(): Session {
    return this.now.session
  }

  protected get options(): LinkOptions {
    return this.now.options
  }

  /** Code is made anew from these. */
  protected change(options: LinkOptions): void {
    this.opened = { ...this.now, options }
  }

  get system(): SystemLike | undefined {
    return this.now.system
  }

  get io(): IO {
    return this.now.io
  }

  get modelName(): string {
    return this.now.model.name
  }

  /**
   * Only some of the cells, and what connects them, each with its gid: a count, a share, `{ EXC: 10 }`, gids, or the
   * name of a selection that is stored with the system. Before the first run.
   */
  selection(choice: Choice | undefined, options: SelectOptions = {}): this {
    const { system, session } = this.now
    if (session.simulation.tick > 0) {
      throw new UsageError(`Cells are selected before the first run; call clear() first.`)
    }
    if (!(system instanceof System)) {
      throw new UsageError("Cells are selected of a System; this network is its model's own.")
    }
    session.simulation.close()
    this.open(system.select(choice, options))
    this.selected = typeof choice === 'string' ? choice : 'default'
    this.settings.repeat(this.session)
    return this
  }

  get linked(): Linked {
    return this.session.linked
  }

  /** Length of the shortest step in ms. */
  get dt(): number {
    return this.session.dt
  }

  /** Simulated so far, in ms. */
  get t(): number {
    return this.session.t
  }

  get populations(): readonly PopulationRange[] {
    return this.session.populations
  }

  /** All cells. */
  get gids(): Int32Array {
    return this.cells.gids
  }

  get connections(): number {
    return this.session.simulation.projections.reduce((sum, { count }) => sum + count, 0)
  }

  /** Bytes of the device's memory in use. */
  get memoryBytes(): number {
    return this.linked.plan.device.bytes
  }

  /** Cells by population and gid. */
  get cells(): Cells {
    return new Cells({
      populations: this.populations,
      paramsOf: (population) => ownParams(this.session, population),
      get: (population, name) => this.get(population, name),
      set: (population, name, value) => this.set(population, name, value),
    })
  }

  /** What `record` takes. */
  recordable(): readonly string[] {
    return recordableIn(this.session)
  }

  /** `spikes`, `voltage`, `membrane_current`, an event, a state or definition, or `PRE_POST_LABEL.weight`. */
  record(what: string, population?: Populations, options: RecordOptions = {}): this {
    const request = { ...options, what, population }
    this.settings.set(`record ${what} ${population}`, this.session, (session) =>
      startRecording(session, request),
    )
    return this
  }

  recordSpikes(population?: Populations): this {
    return this.record('spikes', population)
  }

  /** In mV; of all compartments, cell by cell. */
  recordVoltage(population?: Populations, options: RecordOptions = {}): this {
    return this.record('voltage', population, options)
  }

  /** In uA; of all compartments, cell by cell. */
  recordMembraneCurrent(population?: Populations, options: RecordOptions = {}): this {
    return this.record('membrane_current', population, options)
  }

  /** Forgets what is recorded and stops recording. */
  clearRecordings(): this {
    this.settings.forget((name) => name.startsWith('record '))
    this.session.recordings.forget()
    return this
  }

  protected reopen(options: LinkOptions): void {
    const { session: old, model } = this.now
    const state = old.simulation.tick > 0 ? takeSnapshot(old.simulation) : undefined
    const session = new Session(model, options)
    old.simulation.close()
    this.opened = { ...this.now, options, session }
    this.settings.repeat(session)
    if (state) restoreSnapshot(session.simulation, state, { isPartial: true })
  }

  /** Sets a parameter, input or state of a population, in the unit it was declared with. */
  set(population: string, name: string, value: number | ArrayLike<number>): this {
    this.differ(population, name, value)
    const apply = (session: Session): void => {
      const [member] = session.members(population)
      if (member) setValue(member.population, name, value)
      session.simulation.relink()
    }
    const [member] = this.session.members(population)
    const slot = member?.population.compiled.slots.find((each) => each.name === name)
    if (slot?.role === 'state') apply(this.session)
    else this.settings.set(`${population} ${name}`, this.session, apply)
    return this
  }

  /** A parameter that was one number for all cells needs other code when it differs between them. */
  private differ(population: string, name: string, value: number | ArrayLike<number>): void {
    if (typeof value === 'number') return
    const [member] = this.session.members(population)
    const { compiled, count } = member?.population ?? {}
    const slot = compiled?.slots.find((each) => each.name === name)
    if (slot?.role !== 'param' || slot.extent !== 'shared' || value.length !== count) return
    const { perCell = {} } = this.options
    const names = [...(perCell[population] ?? []), name]
    this.reopen({ ...this.options, perCell: { ...perCell, [population]: names } })
  }

  /** A value as it is now: one number where all cells share it, else one for each. */
  get(population: string, name: string): number | Float64Array {
    const [member] = this.session.members(population)
    return member ? valueOf(member.population, name) : Number.NaN
  }

  /** `{ 'EXC_INH-soma-GABA_A-weight': 2 }`: from INH onto EXC; what is missing from the end of a name matches anything. */
  setWeights(weights: Numbers): this {
    for (const [key, value] of Object.entries(weights)) {
      this.settings.set(`weight ${key}`, this.session, (s) => setWeights(s, { [key]: value }))
    }
    return this
  }

  /** Parameters of the background: `{ level: 1.5 }`, `{ 'EXC-sigma': 5 }`, `{ 'EXC-dend-g_e0': 0.01 }`. */
  setNoise(noise: Numbers): this {
    this.settings.set(`noise ${Object.keys(noise).join()}`, this.session, (s) => setNoise(s, noise))
    return this
  }

  /** Everything by its prefix: `weight-…`, `noise-…`, `cells-…`, `io-…`; names without one are weights. */
  setParams(params: Readonly<Record<string, number>>): this {
    const { weight, noise, cells, io } = sorted(params)
    this.setWeights(weight)
    if (Object.keys(noise).length > 0) this.setNoise(noise)
    this.setCells(cells)
    if (Object.keys(io).length > 0) this.io.setParams(io)
    return this
  }

  private setCells(values: CellValues): void {
    const { cells } = this
    for (const [name, value] of Object.entries(values)) {
      const [population = '', ...rest] = name.split('-')
      if (rest.length > 0) cells.of(population).setParams({ [rest.join('-')]: value })
      else cells.setParams({ [name]: value })
    }
  }

  /** Every name that `setParams` takes. */
  admissibleParams(): Admissible {
    return admissibleIn(this.session)
  }

  /** Weights and background that the library knows for this model on this system; nothing where it knows none. */
  applyModelDefaults({ weights = true, noise = true } = {}): this {
    const { params = {} } = tunedFor(this.modelName, this.system?.name ?? '') ?? {}
    const found = sorted(params)
    if (weights) this.setWeights(found.weight)
    if (noise && Object.keys(found.noise).length > 0) this.setNoise(found.noise)
    return this
  }

  /** Numbers that come with the system, of this group; where it has none for the model, those of the library. */
  applyDefaultParams(group = 'default'): this {
    const { system, model } = this.now
    const own =
      system instanceof System
        ? paramsOf(system, { model: model.name, selection: this.selected, group })
        : undefined
    return own ? this.setParams(own) : this.applyModelDefaults()
  }

  /** Where the cells are. */
  neuronCoordinates(): Coordinates {
    return placesOf(this.session).cells
  }

  /** Where stimuli act: cells, or each of their compartments. */
  stimulusCoordinates(): Coordinates {
    return placesOf(this.session).parts
  }

  /** What a command to the electrodes does to the cells. */
  cellStimulus(command: Command, options?: CommandOptions): Stimulus {
    return this.io.cellStimulus(this.stimulusCoordinates(), command, options)
  }

  /** By channel: the ids that it hears, and of every column what belongs to them. */
  channelRecording<Columns extends readonly IdColumn[]>(
    ids: ArrayLike<number> | null,
    ...columns: Columns
  ) {
    return this.io.channelRecording(this.neuronCoordinates(), ids, ...columns)
  }

  /** Potentials at the channels, in uV, of recorded membrane currents. */
  potentialRecording(currents: readonly ArrayLike<number>[], unit?: string) {
    const distances = this.io.distances(this.stimulusCoordinates())
    return this.io.potentialRecording(distances, currents, unit)
  }
}

/** As the caller says, else as the system does. */
function modelFrom(
  wanted: string | Source | undefined,
  system: SystemLike | undefined,
  given: LinkOptions,
): Readable {
  if (typeof wanted === 'object') return ownModel(wanted, given)
  const document = system instanceof System ? system.model : undefined
  return readModel(wanted ?? (document ? modelOf(document) : usualModel))
}

function ioOf(system: SystemLike | undefined): IO {
  if (system?.mea) return new MEA(system.mea)
  const fibres = system instanceof System ? system.lightArray : undefined
  return fibres ? ioFromJSON(fibres) : noIO
}
