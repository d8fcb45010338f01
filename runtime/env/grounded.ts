/** What an Env stands on: cells, a model, electrodes; opened, and opened anew where its code must change. */
import { type Source, UsageError } from '../../compiler/index.ts'
import type { Choice, SelectOptions } from '../../systems/select/choose-cells.ts'
import { nearest } from '../../systems/nearest.ts'
import { shown } from '../../systems/numbers-from.ts'
import { predefinedNames } from '../../systems/predefined.ts'
import { System } from '../../systems/system.ts'
import { restoreSnapshot, takeSnapshot } from '../engine/snapshot.ts'
import { ioFromJSON } from '../io/io-files.ts'
import { type IO, noIO } from '../io/io.ts'
import { MEA } from '../io/mea.ts'
import { ownModel, type Readable, readModel, tunedFor } from '../library.ts'
import type { Linked } from '../link/link.ts'
import type { LinkOptions } from '../link/options.ts'
import type { SystemLike } from '../link/system-like.ts'
import type { PopulationRange } from '../run.ts'
import { type From, type Ground, groundOf } from './choose-system.ts'
import { mustBeKnown } from './known-options.ts'
import { modelOf } from './original-models.ts'
import { openSession, type Session } from './session.ts'
import { Settings } from './settings.ts'
import { MemoryUsedUp } from '../device/memory-used-up.ts'
import { usualSpare } from '../link/memory-estimate.ts'

export interface EnvOptions extends LinkOptions {
  /** A name of the library, a file that ends in .livn, or a text. */
  readonly model?: string | Source
  /** Electrodes or fibres, instead of those that the system comes with. */
  readonly io?: IO
  /** Hears what is probably not meant; the console does unless told. */
  readonly onRemark?: (message: string) => void
}

const optionNames: readonly (keyof EnvOptions)[] = [
  ...(['model', 'io', 'onRemark'] as const),
  ...(['seed', 'dt', 'backend', 'precision', 'threads', 'replicas'] as const),
  ...(['system', 'count', 'perCell', 'name', 'loader', 'library', 'spare'] as const),
]

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

export abstract class Grounded {
  protected readonly settings = new Settings<Session>()
  private readonly ground: Ground
  private readonly given: EnvOptions
  private opened: Opened | undefined
  protected isClosed = false
  /** The selection that was made by its name. */
  protected selected = 'default'

  /**
   * On a system: `new Env('EI2', { model: 'lif-culture' })`; on cells that nothing connects: `new Env({ EXC: 3 })`;
   * or from a text that brings its own network: `new Env('net.livn')`, `new Env({ path: 'net.livn', text })`.
   */
  constructor(from: From, options: EnvOptions = {}) {
    mustBeKnown('Env', options, optionNames)
    mustBeGiven(options)
    this.ground = groundOf(from)
    this.given = options
    if (this.ground.kind === 'system') this.open(this.ground.system)
    if (this.ground.kind === 'model') this.open(options.system)
  }

  /** Resolves when it can run: a system that is in a folder has been read then. */
  async init(): Promise<this> {
    if (!this.opened && this.ground.kind === 'folder') {
      this.open(await systemIn(this.ground.folder))
    }
    return this
  }

  private open(system: SystemLike | undefined): void {
    const { model: wanted, io = ioOf(system), ...given } = this.given
    const model = modelFrom(
      this.ground.kind === 'model' ? this.ground.model : wanted,
      system,
      given,
    )
    const dt = given.dt ?? tunedFor(model.name, system?.name ?? '')?.dt
    const options: LinkOptions = {
      ...given,
      ...(system ? { system } : {}),
      ...(dt === undefined ? {} : { dt }),
    }
    this.opened = { system, io, model, options, session: openSession(model, options) }
  }

  protected get now(): Opened {
    if (this.opened) return this.opened
    throw new UsageError(
      'The system is in a folder, which has not been read yet; call `await env.init()` first, or use make().',
    )
  }

  /** What runs. Who it is, and how far it came, can be asked of a closed Env too. */
  protected get session(): Session {
    if (!this.isClosed) return this.now.session
    throw new UsageError('This Env is closed and runs no more; make another one.')
  }

  protected letGo(): void {
    this.opened?.session.simulation.close()
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
    const { system } = this.now
    if (this.session.simulation.tick > 0) {
      throw new UsageError(`Cells are selected before the first run; call clear() first.`)
    }
    if (!(system instanceof System)) {
      throw new UsageError("Cells are selected of a System; this network is its model's own.")
    }
    const chosen = system.select(choice, options)
    if (chosen.count === 0) {
      throw new UsageError(
        `The selection ${shown(choice)} is of no cell; it must be of one at least.`,
      )
    }
    this.reopen({ ...this.options, system: chosen }, { system: chosen })
    this.selected = typeof choice === 'string' ? choice : 'default'
    return this
  }

  protected remark(message: string): void {
    const { onRemark = (text: string): void => console.warn(`livn: ${text}`) } = this.given
    onRemark(message)
  }

  get linked(): Linked {
    return this.now.session.linked
  }

  /** Length of the shortest step in ms. */
  get dt(): number {
    return this.now.session.dt
  }

  /** Simulated so far, in ms. */
  get t(): number {
    return this.now.session.t
  }

  get populations(): readonly PopulationRange[] {
    return this.now.session.populations
  }

  get connections(): number {
    return this.now.session.simulation.projections.reduce((sum, { count }) => sum + count, 0)
  }

  /** Bytes of the device's memory in use. */
  get memoryBytes(): number {
    return this.linked.plan.device.bytes
  }

  /** `lif-culture on EI1: EXC 8, INH 2; at 10 ms in steps of 0.1 ms; records spikes` */
  toString(): string {
    if (!this.opened) return `${this.given.model ?? 'a model'} on a system that is not read yet`
    const { modelName, system, populations, t, dt } = this
    const cells = populations.map(({ name, count }) => `${name} ${count}`).join(', ')
    const recorded = this.now.session.recordings.names.join(', ') || 'nothing'
    const place = system?.name === undefined ? '' : ` on ${system.name}`
    return `${modelName}${place}: ${cells}; at ${Number(t.toFixed(6))} ms in steps of ${dt} ms; records ${recorded}`
  }

  /** What console.log shows in Node. */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return `Env of ${this}`
  }

  /** A new session takes the place of the old one once everything is as it was. */
  protected reopen(options: LinkOptions, change: Partial<Opened> = {}): void {
    const { session: old, model } = { ...this.now, ...change }
    const state = old.simulation.tick > 0 ? takeSnapshot(old.simulation) : undefined
    const session = openSession(model, options)
    try {
      this.settings.repeat(session)
    } catch (error) {
      session.simulation.close()
      throw error
    }
    if (state) restoreSnapshot(session.simulation, state, { isPartial: true })
    old.simulation.close()
    this.opened = { ...this.now, ...change, options, session }
  }

  /** Does it and remembers it; what finds no room in memory is done in a session that has more. */
  protected remember(name: string, apply: (session: Session) => void): void {
    try {
      return this.settings.set(name, this.session, apply)
    } catch (error) {
      if (!(error instanceof MemoryUsedUp)) throw error
    }
    this.settings.add(name, apply)
    const { spare = usualSpare } = this.options
    for (let more = 4 * spare; ; more *= 4) {
      try {
        return this.reopen({ ...this.options, spare: more })
      } catch (error) {
        if (error instanceof MemoryUsedUp) continue
        this.settings.forget((each) => each === name)
        throw error
      }
    }
  }
}

function mustBeGiven({ model, io }: EnvOptions): void {
  const isText = typeof model === 'object' && model !== null && 'text' in model && 'path' in model
  if (model !== undefined && typeof model !== 'string' && !isText) {
    throw new UsageError(
      `model is ${shown(model)}; it must be a name of the library, a file that ends in .livn, or { path, text }.`,
    )
  }
  if (io === undefined || (typeof io === 'object' && io !== null && 'cellStimulus' in io)) return
  throw new UsageError(
    `io is ${shown(io)}; it must be a device, such as new MEA() or what customIO makes.`,
  )
}

/** What is no folder may be a name with a slip in it. */
async function systemIn(folder: string): Promise<System> {
  try {
    return await System.load(folder)
  } catch (error) {
    const name = folder.replace(/^.*[\\/]/, '')
    if (!(error instanceof UsageError) || !/^[A-Z]\w{0,6}$/.test(name)) throw error
    const near = nearest(name, predefinedNames)
    throw new UsageError(
      `${error.message} Systems that come with livn are ${predefinedNames.join(', ')}${near ? `; did you mean ${near}?` : '.'}`,
    )
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
