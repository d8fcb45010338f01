/** What an Env is before it runs: a model on cells, with their values, their electrodes, and what is recorded of them. */
import type { Command, CommandOptions, IdColumn } from '../io/io.ts'
import type { Coordinates } from '../io/coordinates.ts'
import { setValue, valueOf } from '../cell-values.ts'
import { System } from '../../systems/system.ts'
import { mustBeFields } from '../../systems/validate.ts'
import { tunedFor } from '../library.ts'
import type { RecordOptions } from '../recordings.ts'
import type { Stimulus } from '../stimulus/stimulus.ts'
import { Cells, type Values as CellValues } from './cells.ts'
import { Grounded } from './grounded.ts'
import { mustBeKnown } from './known-options.ts'
import { normalizeIn } from './normalize-weights.ts'
import { paramsOf } from './original-models.ts'
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
import { withPlasticity } from './plastic-model.ts'
import {
  learnedIn,
  type PlasticityConfig,
  plasticIn,
  rulesOf,
  setActive,
  setLearning,
  type Weights,
  weightsIn,
} from './plasticity.ts'
import { recordableIn, startRecording } from './record-signals.ts'
import type { Session } from './session.ts'

/** A population, several, or all that have what is asked for. */
export type Populations = string | readonly string[]

export abstract class Prepared extends Grounded {
  /** All cells. */
  get gids(): Int32Array {
    return this.cells.gids
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
    mustBeKnown('record', options, ['dt', 'gids', 'sections', 'as'])
    const request = { ...options, what, population }
    this.remember(`record ${what} ${population}`, (session) => startRecording(session, request))
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
    const { compiled, count, perReplica } = member?.population ?? {}
    const slot = compiled?.slots.find((each) => each.name === name)
    if (slot?.role !== 'param' || slot.extent !== 'shared') return
    if (value.length !== count && value.length !== perReplica) return
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
    mustBeFields('weights', weights)
    for (const [key, value] of Object.entries(weights)) {
      this.settings.set(`weight ${key}`, this.session, (s) => setWeights(s, { [key]: value }))
    }
    return this
  }

  /** Parameters of the background: `{ level: 1.5 }`, `{ 'EXC-sigma': 5 }`, `{ 'EXC-dend-g_e0': 0.01 }`. */
  setNoise(noise: Numbers): this {
    mustBeFields('noise', noise)
    this.settings.set(`noise ${Object.keys(noise).join()}`, this.session, (s) => setNoise(s, noise))
    return this
  }

  /**
   * From now on synapses learn: those of the model with the rules of the original, or `{ AMPA: { rule: 'PairSTDP' } }`;
   * numbers of the rules beside, `{ w_max: 3 }`, or with their synapse.
   */
  enablePlasticity(config: PlasticityConfig = {}): this {
    const rules = rulesOf(this.session, config)
    this.reopen(this.options, { model: withPlasticity(this.now.model, rules) })
    this.settings.set('plasticity', this.session, (session) => {
      setLearning(session, config)
      setActive(session, true)
    })
    return this
  }

  /** Weights stay as they have become. */
  disablePlasticity(): this {
    this.settings.set('plasticity is active', this.session, (session) => setActive(session, false))
    return this
  }

  /** What connections that learn have come to weigh. */
  getWeights(): readonly Weights[] {
    return weightsIn(this.session)
  }

  /** Scales what each cell receives of connections that learn, to a sum; to their number unless told. */
  normalizeWeights(target?: number): this {
    normalizeIn(this.session, target)
    return this
  }

  /** Of every connection that learns: what its rule changes, one series for each name of `getWeights`. */
  recordWeights({ dt = 0.1 }: { readonly dt?: number } = {}): this {
    for (const plastic of plasticIn(this.session)) {
      this.record(learnedIn(plastic), undefined, { dt, as: plastic.name })
    }
    return this
  }

  /** Everything by its prefix: `weight-…`, `noise-…`, `cells-…`, `io-…`; names without one are weights. */
  setParams(params: Readonly<Record<string, number>>): this {
    mustBeFields('params', params)
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
