/** Model, system and options → a network that is ready to run. */
import {
  type Artifact,
  type CompiledProjection,
  compileExamined,
  emitKernels,
  type Examined,
  examine,
  type Model,
  type Precision,
  type Program,
  type Source,
  UsageError,
} from '../../compiler/index.ts'
import type { Device } from '../device/device.ts'
import { chooseDevice } from '../device/devices.ts'
import { sharedMaximum } from '../device/wasm.ts'
import type { ConnectionTable, Plan, PlannedPopulation } from '../engine/plan.ts'
import { castOn, mustBeCast } from './cast-on.ts'
import { clocksOf } from './clocks.ts'
import type { Allocate } from './connections/growing.ts'
import { repeatTable } from './connections/repeat-table.ts'
import { distinct, keyOf, type Link, linksOf } from './links.ts'
import { mayBeShared } from './may-be-shared.ts'
import { bytesFor } from './memory-estimate.ts'
import { mustFit } from './must-fit.ts'
import {
  type LinkOptions,
  mayShare,
  noteOn,
  precisionOf,
  seedOf,
  replicasOf,
  type Sizes,
  sizesOf,
  threadsOf,
} from './options.ts'
import type { SystemLike } from './system-like.ts'

export interface Linked {
  readonly plan: Plan
  /** The cast that runs; undefined where it is one declaration alone. */
  readonly model: Model | undefined
  readonly backend: string
  /** What was done otherwise than asked, and why. */
  readonly notes: readonly string[]
  readonly times: { readonly compileMs: number; readonly linkMs: number }
}

export function link(source: Source, options: LinkOptions = {}): Linked {
  const start = performance.now()
  const examined = examine(source, options)
  const model = modelOf(examined, options)
  const place = placeFor(model, options)
  const seed = seedOf(options.seed)
  const links = model ? linksOf(model, { ...options, ...place, seed }) : []
  const connected = performance.now()
  const program = compileFor(examined, links, {
    ...options,
    ...place,
    isModel: model !== undefined,
  })
  const compileMs = performance.now() - connected
  mustFit(program)
  const plan = planOf(program, links, { ...options, ...place, seed })
  const { wanted, workers, backend } = place
  const notes = workers < wanted ? [noteOn(wanted, workers, backend)] : []
  return {
    plan,
    model,
    backend,
    notes,
    times: { compileMs, linkMs: performance.now() - start - compileMs },
  }
}

/** Where a network will run: the device, with room for it, and how many threads share it. */
interface Place {
  readonly backend: string
  readonly target: string
  readonly precision: Precision
  readonly device: Device
  readonly wanted: number
  readonly workers: number
  readonly sizes: Sizes
  readonly replicas: number
}

function placeFor(model: Model | undefined, options: LinkOptions): Place {
  const { name: backend, target, open, mostWorkers, precisions } = chooseDevice(options.backend)
  const sizes = sizesOf(model, options)
  const precision = precisionOf(options.precision, precisions)
  const wanted = threadsOf(options.threads)
  const workers = Math.min(wanted, mostWorkers(), model && !mayShare(model) ? 1 : wanted)
  const replicas = replicasOf(options.replicas)
  const bytes = bytesFor(model, {
    sizes,
    ...systemOf(options),
    precision,
    replicas,
    spare: options.spare,
  })
  const device = open(precision, { bytes, workers })
  return { backend, target, precision, device, wanted, workers, sizes, replicas }
}

const emission = ({ target, precision, workers }: Place) => ({
  target,
  precision,
  ...(workers > 1 ? { sharedMaximum } : {}),
})

function compileFor(
  examined: Examined,
  links: readonly Link[],
  options: LinkOptions & Place & { readonly isModel: boolean },
): Program {
  const shapes = [...distinct(links.map(({ shape }) => shape)).values()].map(({ shape }) => shape)
  const perCell = Object.entries(options.perCell ?? {})
  return compileExamined(examined, {
    ...options,
    ...emission(options),
    hasReplicas: options.replicas > 1,
    isSetUpElsewhere: true,
    perElement: new Map(perCell.map(([name, params]) => [name, new Set(params)])),
    ...(options.isModel ? { projections: shapes } : {}),
    ...(options.system ? { populations: options.system.populations.map(({ name }) => name) } : {}),
  })
}

function planOf(
  program: Program,
  links: readonly Link[],
  options: LinkOptions & Place & { readonly seed: number },
): Plan {
  const { name, artifact, populations, projections } = program
  const names = populations.map((population) => population.name)
  const { tick, clocks } = clocksOf(options.dt ?? 0.1, names)
  const shapes = distinct(links.map(({ shape }) => shape))
  const { device, workers, seed, sizes, replicas } = options
  const isShared = (compiled: CompiledProjection): boolean =>
    replicas > 1 && device.remote !== undefined && mayBeShared(compiled)
  const copied = (table: ConnectionTable, compiled: CompiledProjection): ConnectionTable => {
    const { post } = compiled
    if (replicas === 1 || isShared(compiled)) return table
    const allocate = ((type, length) => device.allocate(type, length)) as Allocate
    const targets = sizes(post, populations.find(({ name }) => name === post)?.count)
    return repeatTable(table, { replicas, targets, allocate })
  }
  const planned = links.map(({ shape, table }) => {
    const { synapse, at } = shape
    const compiled = found(projections[shapes.get(keyOf(shape))?.index ?? -1])
    return {
      compiled,
      table: copied(table, compiled),
      isShared: isShared(compiled),
      synapse,
      ...(at === undefined ? {} : { at }),
    }
  })
  return {
    name,
    device,
    artifact,
    setup: setupOf(program),
    emit: (kernels) => emitKernels(kernels, { ...emission(options), title: name }),
    workers,
    replicas,
    dt: tick,
    seed,
    populations: plannedPopulations(populations, { sizes, clocks, ...systemOf(options) }),
    projections: planned,
  }
}

/** What runs once, over all cells and connections, in the portable language. */
function setupOf({ name, populations, projections }: Program): Artifact {
  const kernels = [...populations, ...projections].flatMap(({ kernels: { initialize } }) =>
    initialize && initialize.each.length > 0 ? [initialize] : [],
  )
  return emitKernels(kernels, { title: name })
}

const systemOf = ({ system }: LinkOptions) => (system ? { system } : {})

function found(projection: CompiledProjection | undefined): CompiledProjection {
  if (!projection) throw new UsageError('A projection was not compiled.')
  return projection
}

/** The cast that will be run; undefined where it is one declaration alone. */
function modelOf(examined: Examined, options: LinkOptions): Model | undefined {
  const { models, diagnostics } = examined
  if (diagnostics.some(({ severity }) => severity === 'error')) compileExamined(examined, options)
  const { name, system } = options
  const model = name === undefined ? models.at(-1) : models.find((each) => each.name === name)
  if (!system) return model
  return model ? castOn(system, model) : mustBeCast(system, examined, name)
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
    const { coordinates, gids } = there ?? {}
    return {
      compiled,
      count,
      offset: place,
      clock: clocks.get(compiled.name) ?? 1,
      ...(coordinates ? { coordinates } : {}),
      ...(gids ? { gids } : {}),
    }
  })
}
