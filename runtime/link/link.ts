/** Model, system and options → a network that is ready to run. */
import {
  type CompiledProjection,
  type Artifact,
  compile,
  emitKernels,
  examine,
  type Model,
  ModelError,
  type Precision,
  type Program,
  type ProjectionShape,
  type Source,
  type Surroundings,
  UsageError,
} from '../../compiler/index.ts'
import { chooseDevice } from '../device/devices.ts'
import type { Device } from '../device/device.ts'
import { sharedMaximum } from '../device/wasm.ts'
import type { ConnectionTable, Plan, PlannedPopulation } from '../engine/plan.ts'
import { type Endpoint, expandConnect } from './connections/expand-connect.ts'
import type { Allocate } from './connections/growing.ts'
import { tableFromArrays } from './connections/table-from-arrays.ts'
import type { SystemLike } from './system-like.ts'
import { bytesFor } from './memory-estimate.ts'
import { clocksOf, type StepLength } from './clocks.ts'

export interface LinkOptions extends Surroundings {
  /** A model of the text, or a declaration to run alone; its last model, or else its last declaration. */
  readonly name?: string
  readonly system?: SystemLike
  /** Cells of populations that neither the model nor a system counts. */
  readonly count?: number
  /** Parameters that will be set cell by cell, by population. */
  readonly perCell?: Readonly<Record<string, readonly string[]>>
  /** Length of a step in ms, for all populations or each. */
  readonly dt?: StepLength
  readonly seed?: number
  readonly backend?: string
  readonly precision?: Precision
  /** Threads that share the work. */
  readonly threads?: number
}

export interface Linked {
  readonly plan: Plan
  readonly backend: string
  /** What was done otherwise than asked, and why. */
  readonly notes: readonly string[]
  readonly times: { readonly compileMs: number; readonly linkMs: number }
}

export function link(source: Source, options: LinkOptions = {}): Linked {
  const start = performance.now()
  const kind = chooseDevice(options.backend)
  const model = modelOf(source, options)
  const sizes = sizesOf(model, options)
  const precision = options.precision ?? 'f64'
  const wanted = threadsOf(options.threads)
  const workers = Math.min(wanted, kind.mostWorkers(), model && !mayShare(model) ? 1 : wanted)
  const bytes = bytesFor(model, { sizes, ...systemOf(options), precision })
  const device = kind.open(precision, { bytes, workers })
  const sharing = workers > 1 ? { sharedMaximum } : {}
  const seed = seedOf(options.seed)
  const links = model ? linksOf(model, { ...options, seed, sizes, device }) : []
  const shapes = distinct(links.map(({ shape }) => shape))
  const connected = performance.now()
  const program = compile(source, {
    ...options,
    target: kind.target,
    precision,
    ...sharing,
    perElement: new Map(
      Object.entries(options.perCell ?? {}).map(([name, params]) => [name, new Set(params)]),
    ),
    ...(model ? { projections: [...shapes.values()].map(({ shape }) => shape) } : {}),
  })
  const compiled = performance.now()
  mustFit(program)
  const { tick, clocks } = clocksOf(
    options.dt ?? 0.1,
    program.populations.map(({ name }) => name),
  )
  const plan: Plan = {
    name: program.name,
    device,
    artifact: program.artifact,
    setup: setupOf(program),
    emit: (kernels) =>
      emitKernels(kernels, { target: kind.target, precision, ...sharing, title: program.name }),
    workers,
    dt: tick,
    seed,
    populations: plannedPopulations(program.populations, { sizes, clocks, ...systemOf(options) }),
    projections: links.map(({ shape, table }) => {
      const compiledProjection = program.projections[shapes.get(keyOf(shape))?.index ?? -1]
      return { compiled: found(compiledProjection), table }
    }),
  }
  const compileMs = compiled - connected
  const notes = workers < wanted ? [noteOn(wanted, workers, kind.name)] : []
  return {
    plan,
    backend: kind.name,
    notes,
    times: { compileMs, linkMs: performance.now() - start - compileMs },
  }
}

/** What runs once, over all cells and connections, in the portable language. */
function setupOf({ name, populations, projections }: Program): Artifact {
  const kernels = [...populations, ...projections].flatMap(({ kernels: { initialize } }) =>
    initialize && initialize.each.length > 0 ? [initialize] : [],
  )
  return emitKernels(kernels, { title: name })
}

/** What connections read and write must be there at both ends. */
function mustFit({ populations, projections }: Program): void {
  for (const { pre, post, label, kernels } of projections) {
    const ends = { pre, post }
    for (const { name } of kernels.pathways.flatMap(({ kernel }) => kernel.buffers)) {
      const [, end, variable = ''] = /^(pre|post)\.(.+)$/.exec(name) ?? []
      if (end !== 'pre' && end !== 'post') continue
      const cells = populations.find((population) => population.name === ends[end])
      if (!cells || cells.slots.some((slot) => slot.name === variable)) continue
      const known = cells.slots.filter(({ role }) => role === 'state').map((slot) => slot.name)
      throw new UsageError(
        `${label} from ${pre} to ${post} wants ${variable} of ${ends[end]}, which has ${known.join(', ') || 'no states'}.`,
      )
    }
  }
}

const systemOf = ({ system }: LinkOptions) => (system ? { system } : {})

function found(projection: CompiledProjection | undefined): CompiledProjection {
  if (!projection) throw new UsageError('A projection was not compiled.')
  return projection
}

/** The cast that will be run; undefined where it is one declaration alone. */
function modelOf(source: Source, options: LinkOptions): Model | undefined {
  const { models, diagnostics } = examine(source, options)
  if (diagnostics.some(({ severity }) => severity === 'error')) {
    compile(source, options)
    throw new ModelError(diagnostics)
  }
  const { name } = options
  return name === undefined ? models.at(-1) : models.find((model) => model.name === name)
}

type Sizes = (population: string, count: number | undefined) => number

/** How many cells a population has: as the system says, else the model, else the option. */
function sizesOf(model: Model | undefined, { system, count }: LinkOptions): Sizes {
  if (count !== undefined && !(Number.isInteger(count) && count > 0)) {
    throw new UsageError(`count is ${count}; it must be a whole number of cells, 1 or more.`)
  }
  return (name, own) => {
    const there = system?.populations.find((population) => population.name === name)
    const size = there?.count ?? own ?? count
    if (size !== undefined) return size
    if (!model) return 1
    throw new UsageError(
      `Nobody says how many cells ${name} has. Write population ${name} of 100 is …, or run it on a system.`,
    )
  }
}

function threadsOf(threads = 1): number {
  if (Number.isInteger(threads) && threads >= 1 && threads <= 64) return threads
  throw new UsageError(`threads is ${threads}; it must be a whole number from 1 to 64.`)
}

/** Connections that write to their source cells cannot be shared out by target. */
const mayShare = ({ synapses }: Model): boolean =>
  synapses.every(({ dynamics, plasticities }) =>
    [dynamics, ...plasticities.map((each) => each.dynamics)].every(({ pathways }) =>
      pathways.every(({ actions }) =>
        actions.every((action) => !('target' in action && action.target.startsWith('pre.'))),
      ),
    ),
  )

function noteOn(wanted: number, workers: number, backend: string): string {
  const why =
    backend === 'wasm'
      ? 'connections that write to their source cells, or a host without shared memory, need one'
      : `backend ${backend} has one`
  return `Runs on ${workers} thread instead of ${wanted}: ${why}.`
}

function seedOf(seed = 1): number {
  if (Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32) return seed | 0
  throw new UsageError(`seed is ${seed}; it must be a whole number from 0 to 4294967295.`)
}

interface Link {
  readonly shape: ProjectionShape
  readonly table: ConnectionTable
}

type Linking = LinkOptions & {
  readonly sizes: Sizes
  readonly device: Device
  readonly seed: number
}

/** Who reaches whom: as the system says, or as the model connects. */
function linksOf(model: Model, options: Linking): readonly Link[] {
  const { device, system } = options
  const allocate = ((type, length) => device.allocate(type, length)) as Allocate
  return system?.projections.length
    ? systemLinks(model, { ...options, system }, allocate)
    : model.connects.map((connect, clause): Link => {
        const end = (name: string): Endpoint => endpoint(model, name, options)
        const [pre, post] = [end(connect.from.population), end(connect.to.population)]
        const table = expandConnect(connect, { seed: options.seed, clause, pre, post, allocate })
        const at = connect.at === undefined ? {} : { at: connect.at }
        return {
          shape: shapeOf(
            { pre: pre.name, post: post.name, synapse: connect.synapse, ...at },
            table,
          ),
          table,
        }
      })
}

function endpoint(model: Model, name: string, { sizes, system }: Linking): Endpoint {
  const count = sizes(name, model.populations.find((p) => p.name === name)?.count)
  const coordinates = system?.populations.find((p) => p.name === name)?.coordinates
  return { name, count, ...(coordinates ? { coordinates } : {}) }
}

function systemLinks(
  model: Model,
  { system, sizes }: Linking & { readonly system: SystemLike },
  allocate: Allocate,
): readonly Link[] {
  const labels = model.synapses.map(({ label }) => label)
  return system.projections.map((projection): Link => {
    const { pre, post, synapse, at } = projection
    if (!labels.includes(synapse)) {
      throw new UsageError(
        `${pre} reaches ${post} through ${synapse}, but ${model.name} has no synapse of that label; ` +
          `it has ${labels.join(', ') || 'none'}.`,
      )
    }
    const count = (name: string): number => sizes(name, undefined)
    const table = tableFromArrays(
      projection,
      { sources: count(pre), targets: count(post) },
      allocate,
    )
    return {
      shape: shapeOf({ pre, post, synapse, ...(at === undefined ? {} : { at }) }, table),
      table,
    }
  })
}

/** What the compiler must know of the connections: which values differ. */
function shapeOf(
  ends: Pick<ProjectionShape, 'pre' | 'post' | 'synapse' | 'at'>,
  { weight, parameters }: ConnectionTable,
): ProjectionShape {
  const perConnection = new Set([...parameters.keys()].filter((name) => !name.startsWith('delay_')))
  return { ...ends, perConnection, hasOneWeight: typeof weight === 'number' }
}

const keyOf = ({ pre, post, synapse, at, perConnection, hasOneWeight }: ProjectionShape): string =>
  [pre, post, synapse, at, hasOneWeight, ...(perConnection ?? [])].join('\n')

function distinct(shapes: readonly ProjectionShape[]) {
  const known = new Map<string, { readonly index: number; readonly shape: ProjectionShape }>()
  for (const shape of shapes) {
    if (!known.has(keyOf(shape))) known.set(keyOf(shape), { index: known.size, shape })
  }
  return known
}

interface Placing {
  readonly sizes: Sizes
  readonly clocks: ReadonlyMap<string, number>
  readonly system?: SystemLike
}

function plannedPopulations(
  populations: readonly PlannedPopulation['compiled'][],
  { sizes, clocks, system }: Placing,
): readonly PlannedPopulation[] {
  let offset = 0
  return populations.map((compiled): PlannedPopulation => {
    const there = system?.populations.find(({ name }) => name === compiled.name)
    const count = sizes(compiled.name, compiled.count)
    const place = there?.offset ?? offset
    offset = place + count
    const coordinates = there?.coordinates
    return {
      compiled,
      count,
      offset: place,
      clock: clocks.get(compiled.name) ?? 1,
      ...(coordinates ? { coordinates } : {}),
    }
  })
}
