/** Checked declarations → a program: populations, projections and one artifact. */
import { targets } from './emit/targets.ts'
import type { Artifact, Precision } from './emit/target.ts'
import type { Dynamics, Model } from './ir/dynamics.ts'
import { FreshNames } from './ir/fresh-names.ts'
import type { Kernel } from './ir/kernel.ts'
import { allKernels, mustIntegrate } from './lower/lower-population.ts'
import { mustAdvance } from './lower/lower-projection.ts'
import {
  compilePopulation,
  compileProjection,
  emit,
  type Optimize,
  optimizer,
  unwatched,
} from './pipeline.ts'
import { found, placeDeclaration, placeModel, type PlacingOptions } from './placing.ts'
import type { CompiledPopulation, CompiledProjection, Program } from './program.ts'
import { replicatePopulation, replicateProjection } from './replicate.ts'
import { mapPopulation, mapProjection, projectionKernels } from './rewrite-kernels.ts'
import { UsageError } from './usage-error.ts'

export interface CompileOptions extends PlacingOptions {
  /** `wasm`, `js`; the readable one by default. */
  readonly target?: string
  readonly precision?: Precision
  /** The largest size in pages of a memory that workers share. */
  readonly sharedMaximum?: number
  /** The populations of a cast that are there; all of them unless told. */
  readonly populations?: readonly string[]
  /** Many copies of the network side by side; runtime/engine/replicas.ts says in which order. */
  readonly hasReplicas?: boolean
  /** Initial values are drawn by code of their own, so that the artifact does without. */
  readonly isSetUpElsewhere?: boolean
}

const onlyThose = (model: Model, names: readonly string[] | undefined): Model =>
  names
    ? { ...model, populations: model.populations.filter(({ name }) => names.includes(name)) }
    : model

/** A model with its own network, or one declaration alone. */
export function compileModel(model: Model, options: CompileOptions = {}): Program {
  const optimize = optimizer(options.watch ?? unwatched)
  return withArtifact(lowerModel(model, options, optimize), model.path, options)
}

export function compileDeclaration(dynamics: Dynamics, options: CompileOptions = {}): Program {
  const optimize = optimizer(options.watch ?? unwatched)
  return withArtifact(lowerDeclaration(dynamics, options, optimize), dynamics.path, options)
}

/** Only as far as mistakes show: no kernel is written. */
export function lower(meaning: Model | Dynamics): void {
  const { placed, projections } =
    'populations' in meaning ? placeModel(meaning, {}) : placeDeclaration(meaning, {})
  for (const parts of projections) mustAdvance(parts)
  for (const population of placed.values()) mustIntegrate(population)
}

function lowerModel(cast: Model, options: CompileOptions, optimize: Optimize): Unwritten {
  const model = onlyThose(cast, options.populations)
  const { placed, projections: parts } = placeModel(model, options)
  const projections = parts.map((each) => compileProjection(each, optimize))
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
  const { placed, projections } = placeDeclaration(dynamics, options)
  return {
    name: dynamics.name,
    populations: [...placed.values()].map((cells) => compilePopulation(cells, optimize)),
    projections: projections.map((parts) => compileProjection(parts, optimize)),
    connects: [],
  }
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
