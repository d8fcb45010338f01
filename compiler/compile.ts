/** Checked declarations → a program: populations, projections and one artifact. */
import { targets } from './emit/targets.ts'
import type { Artifact, Precision } from './emit/target.ts'
import type { Dynamics, Model } from './ir/dynamics.ts'
import { FreshNames } from './ir/fresh-names.ts'
import type { Kernel } from './ir/kernel.ts'
import { perCell, prefixOf } from './lower/assemble-population.ts'
import { allKernels, type PlacedPopulation } from './lower/lower-population.ts'
import type { ProjectionParts } from './lower/lower-projection.ts'
import { partsOf, placeOf } from './parts-of.ts'
import {
  compilePopulation,
  compileProjection,
  emit,
  lone,
  type Optimize,
  optimizer,
  placePopulation,
  unwatched,
  type Watch,
} from './pipeline.ts'
import type { CompiledPopulation, CompiledProjection, Program } from './program.ts'
import { replicatePopulation, replicateProjection } from './replicate.ts'
import { mapPopulation, mapProjection, projectionKernels } from './rewrite-kernels.ts'
import { type Instance, instancesOf } from './synapse-instances.ts'
import { UsageError } from './usage-error.ts'

export interface CompileOptions {
  /** `wasm`, `js`; the readable one by default. */
  readonly target?: string
  readonly precision?: Precision
  /** The largest size in pages of a memory that workers share. */
  readonly sharedMaximum?: number
  /** Parameters to be set one by one, by population or projection. */
  readonly perElement?: ReadonlyMap<string, ReadonlySet<string>>
  /** The projections of a network, where a system decides; otherwise those the model connects. */
  readonly projections?: readonly ProjectionShape[]
  /** The populations of a cast that are there; all of them unless told. */
  readonly populations?: readonly string[]
  /** Many copies of the network side by side; runtime/engine/replicas.ts says in which order. */
  readonly hasReplicas?: boolean
  /** Initial values are drawn by code of their own, so that the artifact does without. */
  readonly isSetUpElsewhere?: boolean
  readonly watch?: Watch
}

const onlyThose = (model: Model, names: readonly string[] | undefined): Model =>
  names
    ? { ...model, populations: model.populations.filter(({ name }) => names.includes(name)) }
    : model

/** What has to be known of connections before their code is written. */
export interface ProjectionShape {
  readonly pre: string
  readonly post: string
  readonly synapse: string
  /** Label of a section, or compartment. */
  readonly at?: string
  /** Parameters that differ from connection to connection. */
  readonly perConnection?: ReadonlySet<string>
  /** Values of the synapse's own parameters, in kernel units: projections with equal ones share an instance of it. */
  readonly values?: ReadonlyMap<string, number>
  readonly hasOneWeight?: boolean
}

const nothing: ReadonlySet<string> = new Set()

/** A model with its own network, or one declaration alone. */
export function compileModel(model: Model, options: CompileOptions = {}): Program {
  const optimize = optimizer(options.watch ?? unwatched)
  return withArtifact(lowerModel(model, options, optimize), model.path, options)
}

export function compileDeclaration(dynamics: Dynamics, options: CompileOptions = {}): Program {
  const optimize = optimizer(options.watch ?? unwatched)
  return withArtifact(lowerDeclaration(dynamics, options, optimize), dynamics.path, options)
}

/** Only as far as mistakes show: kernels are lowered, and neither optimised nor emitted. */
export function lower(meaning: Model | Dynamics): void {
  const asItIs = (kernel: Kernel): Kernel => kernel
  if ('populations' in meaning) lowerModel(meaning, {}, asItIs)
  else lowerDeclaration(meaning, {}, asItIs)
}

function lowerModel(cast: Model, options: CompileOptions, optimize: Optimize): Unwritten {
  const model = onlyThose(cast, options.populations)
  const watch = options.watch ?? unwatched
  const instances = instancesOf(model, shapesOf(model, options))
  const placed = new Map(
    model.populations.map((population) => {
      const parts = partsOf(model, population, instances)
      return [
        population.name,
        placePopulation(parts, perElement(options, population.name), watch),
      ] as const
    }),
  )
  const projections = partsOfProjections(instances, { placed, options }).map((parts) =>
    compileProjection(parts, optimize),
  )
  const populations = model.populations.map(({ name, count }) => {
    const collected = collectedIn(name, projections)
    const compiled = compilePopulation(found(placed, name), optimize, collected)
    return count === undefined ? compiled : { ...compiled, count }
  })
  return { name: model.name, model, populations, projections, connects: model.connects }
}

/** The variables of a population that connections may add to by way of an inbox. */
function collectedIn(
  population: string,
  projections: readonly CompiledProjection[],
): ReadonlySet<string> {
  const onto = projections.filter(({ post }) => post === population)
  const scatters = onto.flatMap(({ kernels }) => kernels.pathways.flatMap((p) => p.scatter ?? []))
  const targets = scatters.flatMap(({ buffers }) => buffers.filter((b) => b.extent === 'target'))
  return new Set(targets.map(({ name }) => name.slice('post.'.length)))
}

function lowerDeclaration(
  dynamics: Dynamics,
  options: CompileOptions,
  optimize: Optimize,
): Unwritten {
  const watch = options.watch ?? unwatched
  const isConnecting = dynamics.kind === 'synapse' || dynamics.kind === 'plasticity'
  const cells = isConnecting ? perCell(dynamics) : dynamics
  const isNobody = dynamics.kind === 'plasticity' && cells.variables.size === 0
  const here = placePopulation(
    lone(isNobody ? nobody(dynamics) : cells),
    perElement(options, dynamics.name),
    watch,
  )
  const there = placePopulation(lone(nobody(dynamics)), nothing, watch)
  const populations = isNobody ? [] : [compilePopulation(here, optimize)]
  const parts: ProjectionParts = {
    label: dynamics.name,
    synapse: { dynamics, overrides: [] },
    plasticities: [],
    pre: there,
    post: here,
    prefix: '',
    needs: (name) => name,
    perElement: perElement(options, dynamics.name),
    hasOneWeight: false,
  }
  const projections = isConnecting ? [compileProjection(parts, optimize)] : []
  return { name: dynamics.name, populations, projections, connects: [] }
}

/** A cell without equations, where only a model could say who is there. */
const nobody = (dynamics: Dynamics): Dynamics => ({
  ...dynamics,
  name: '',
  variables: new Map(),
  compartments: [],
  axials: [],
  reset: [],
  events: [],
  pathways: [],
  onStep: [],
  every: [],
  records: [],
})

const perElement = ({ perElement: all }: CompileOptions, name: string): ReadonlySet<string> =>
  all?.get(name) ?? nothing

function found<T>(map: ReadonlyMap<string, T>, name: string): T {
  const value = map.get(name)
  if (value === undefined)
    throw new UsageError(`There is no ${name}; there are ${[...map.keys()].join(', ')}.`)
  return value
}

interface Casting {
  readonly placed: ReadonlyMap<string, PlacedPopulation>
  readonly options: CompileOptions
}

function partsOfProjections(
  instances: ReadonlyMap<ProjectionShape, Instance>,
  { placed, options }: Casting,
): readonly ProjectionParts[] {
  return [...instances].map(([shape, { place, name, synapse: cast }]) => {
    const { pre, post, synapse, perConnection, hasOneWeight } = shape
    return {
      label: place ? `${place}.${synapse}` : synapse,
      synapse: cast,
      plasticities: cast.plasticities,
      pre: found(placed, pre),
      post: found(placed, post),
      prefix: prefixOf(name, place),
      needs: (needed) => (place ? `${place}.${needed}` : needed),
      perElement: perConnection ?? perElement(options, `${pre}_${post}_${synapse}`),
      hasOneWeight: hasOneWeight ?? false,
    }
  })
}

/** What a host asks for, what the model connects, or everything a system could. */
function shapesOf(model: Model, { projections }: CompileOptions): readonly ProjectionShape[] {
  if (projections) return projections
  const names = model.populations.map((p) => p.name)
  const everything = model.synapses.flatMap(({ label: synapse }) =>
    names.flatMap((pre) => names.map((post): ProjectionShape => ({ pre, post, synapse }))),
  )
  const connected = model.connects.map(({ from, to, synapse, at }): ProjectionShape => {
    return { pre: from.population, post: to.population, synapse, ...(at ? { at } : {}) }
  })
  const shapes = connected.length > 0 ? connected : everything
  const keyOf = ({ pre, post, synapse, at }: ProjectionShape): string =>
    [pre, post, synapse, placeOf(model, { post, synapse, at })].join('\n')
  return [...new Map(shapes.map((shape) => [keyOf(shape), shape])).values()]
}

type Unwritten = Omit<Program, 'artifact'>

/** Kernels of one program have different names, so that one module can hold them. */
function withArtifact(one: Unwritten, path: string, options: CompileOptions): Program {
  const program = options.hasReplicas ? inReplicas(one) : one
  const populations = program.populations.map((p) =>
    mapPopulation(p, prefixed(program.populations.length > 1 ? p.name : '')),
  )
  const owners = ownersOf(program)
  const projections = program.projections.map((p, k) => mapProjection(p, prefixed(owners[k] ?? '')))
  const all = kernelsOf(populations, projections)
  const kernels = options.isSetUpElsewhere
    ? withoutSetup(all, [...populations, ...projections])
    : all
  const artifact = emitKernels(kernels, { ...options, title: `${program.name} — from ${path}` })
  return { ...program, populations, projections, artifact }
}

const inReplicas = (program: Unwritten): Unwritten => ({
  ...program,
  populations: program.populations.map(replicatePopulation),
  projections: program.projections.map(replicateProjection),
})

/** Kernels as code of a target: the readable one unless told. */
export function emitKernels(
  kernels: readonly Kernel[],
  {
    target: name = 'js',
    precision,
    title,
    sharedMaximum,
  }: Pick<CompileOptions, 'target' | 'precision' | 'sharedMaximum'> & { readonly title: string },
): Artifact {
  const target = targets.find((each) => each.name === name)
  if (!target) {
    const known = targets.map((each) => each.name).join(', ')
    throw new UsageError(`There is no target ${name}; there are ${known}.`)
  }
  const sharing = sharedMaximum === undefined ? {} : { sharedMaximum }
  const [best = 'f64'] = target.precisions
  return emit(kernels, target, { precision: precision ?? best, title, ...sharing })
}

/** What the kernels of each projection are called after; several may join the same populations. */
function ownersOf({ populations, projections }: Unwritten): readonly string[] {
  if (projections.length === 1 && populations.length < 2) {
    return [populations.length > 0 ? 'connection' : '']
  }
  const names = new FreshNames([])
  return projections.map(({ pre, post, label }) => names.fresh(`${pre}_${post}_${label}`))
}

const prefixed =
  (owner: string) =>
  (kernel: Kernel): Kernel =>
    owner === '' ? kernel : { ...kernel, name: `${owner}_${kernel.name}` }

function withoutSetup(
  all: readonly Kernel[],
  owners: readonly (CompiledPopulation | CompiledProjection)[],
): readonly Kernel[] {
  const setup = new Set(owners.map(({ kernels }) => kernels.initialize))
  return all.filter((kernel) => !setup.has(kernel))
}

function kernelsOf(
  populations: readonly CompiledPopulation[],
  projections: readonly CompiledProjection[],
): readonly Kernel[] {
  const all = [
    ...populations.flatMap((p) => allKernels(p.kernels)),
    ...projections.flatMap(projectionKernels),
  ]
  return all.filter((kernel) => kernel.each.length > 0)
}
