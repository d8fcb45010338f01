/** Applies a change to every kernel of a population or projection. */
import type { Kernel } from './ir/kernel.ts'
import type { CompiledPopulation, CompiledProjection } from './program.ts'

export function mapPopulation(
  population: CompiledPopulation,
  change: (kernel: Kernel) => Kernel,
): CompiledPopulation {
  const { initialize, step, reset, onStep, events, every, record } = population.kernels
  return {
    ...population,
    kernels: {
      initialize: change(initialize),
      step: change(step),
      ...(reset ? { reset: change(reset) } : {}),
      ...(onStep ? { onStep: change(onStep) } : {}),
      events: events.map((e) => ({ ...e, kernel: change(e.kernel) })),
      every: every.map((e) => ({ ...e, kernel: change(e.kernel) })),
      record: new Map([...record].map(([name, make]) => [name, () => change(make())])),
    },
  }
}

export function mapProjection(
  projection: CompiledProjection,
  change: (kernel: Kernel) => Kernel,
): CompiledProjection {
  const { initialize, pathways, summed, advance, propagators } = projection.kernels
  return {
    ...projection,
    kernels: {
      ...(initialize ? { initialize: change(initialize) } : {}),
      pathways: pathways.map((path) => ({ ...path, kernel: change(path.kernel) })),
      ...(summed ? { summed: { ...summed, kernel: change(summed.kernel) } } : {}),
      ...(advance ? { advance: change(advance) } : {}),
      propagators,
    },
  }
}

/** Every kernel of a projection. */
export function projectionKernels({ kernels }: CompiledProjection): readonly Kernel[] {
  const { initialize, pathways, summed, advance } = kernels
  const optional = [initialize, summed?.kernel, advance].filter((kernel) => kernel !== undefined)
  return [...optional, ...pathways.map((path) => path.kernel)]
}
