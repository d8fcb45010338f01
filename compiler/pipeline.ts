/** What happens to a model, in order: the story of a compile on one screen. */
import type { Artifact, EmitOptions, Target } from './emit/target.ts'
import { contentOf } from './ir/content-of-kernel.ts'
import type { Attachment, Dynamics } from './ir/dynamics.ts'
import { number } from './ir/expr.ts'
import type { Kernel } from './ir/kernel.ts'
import { streamsIn, withStreams } from './ir/streams.ts'
import { assemblePopulation, type Parts } from './lower/assemble-population.ts'
import { coupleCompartments } from './lower/couple-compartments.ts'
import { lowerPopulation } from './lower/lower-population.ts'
import { lowerProjection, type ProjectionParts } from './lower/lower-projection.ts'
import { placeValues } from './lower/place-values.ts'
import { type PlacedPopulation, preparePopulation } from './lower/prepare-population.ts'
import { toKernelUnits } from './lower/to-kernel-units.ts'
import { passes } from './optimize/optimize.ts'
import type { CompiledPopulation, CompiledProjection } from './program.ts'
import { mapPopulation, mapProjection } from './rewrite-kernels.ts'

/** Sees every value after the pass that made it, and hands it on. */
export type Watch = <T extends Dynamics | Kernel>(pass: string, value: T) => T

export const unwatched: Watch = (_, value) => value

export type Optimize = (kernel: Kernel) => Kernel

/** Equations of one population, ready to become kernels. */
export function placePopulation(
  parts: Parts,
  perElement: ReadonlySet<string>,
  watch: Watch,
): PlacedPopulation {
  const assembled = watch('assemble', assemblePopulation(parts)) // neuron + synapses + noise
  const bare = watch('to-kernel-units', toKernelUnits(assembled)) // ms, mV, pA, um, amol, K
  const coupled = watch('couple-compartments', coupleCompartments(bare)) // axial currents
  return preparePopulation(coupled, placeValues(coupled, perElement)) // shared or per cell; which method
}

/** `collected` are the variables that projections may add to by way of an inbox. */
export function compilePopulation(
  placed: PlacedPopulation,
  optimize: Optimize,
  collected: ReadonlySet<string> = new Set(),
): CompiledPopulation {
  return mapPopulation(lowerPopulation(placed, collected), optimize)
}

export function compileProjection(parts: ProjectionParts, optimize: Optimize): CompiledProjection {
  return mapProjection(lowerProjection(parts), optimize)
}

/**
 * Populations of one neuron, and connections between several populations, mostly do the same, if in other random
 * streams: that is optimised once, unless somebody watches.
 */
export function optimizer(watch: Watch): Optimize {
  if (watch !== unwatched) return (kernel) => optimized(kernel, watch)
  const known = new Map<string, Kernel>()
  return (kernel) => {
    const streams = streamsIn(kernel).map((stream, k) => [stream, number(k)] as const)
    const alike = withStreams(kernel, new Map(streams))
    const content = contentOf(alike)
    const lean = known.get(content) ?? optimized(alike, watch)
    known.set(content, lean)
    const own = withStreams(lean, new Map(streams.map(([stream, k]) => [k, stream])))
    return { ...own, name: kernel.name, title: kernel.title }
  }
}

function optimized(kernel: Kernel, watch: Watch): Kernel {
  const lowered = watch('lower', kernel) // what happens in a step, at a spike, on a connection
  return passes.reduce((before, pass) => watch(pass.name, pass.run(before)), lowered)
}

export function emit(kernels: readonly Kernel[], target: Target, options: EmitOptions): Artifact {
  return target.emit(kernels, options)
}

/** A population of one declaration alone. */
export const lone = (dynamics: Dynamics): Parts => ({
  name: dynamics.name,
  neuron: { dynamics, overrides: [] } satisfies Attachment,
  synapses: [],
  noises: [],
})
