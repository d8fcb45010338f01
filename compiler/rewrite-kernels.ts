/** Applies a change to every kernel of a population or projection. */
import type { Kernel } from './ir/kernel.ts'
import type { CompiledPopulation, CompiledProjection } from './program.ts'

export function mapPopulation(
  population: CompiledPopulation,
  change: (kernel: Kernel) => Kernel,
): CompiledPopulation {
  const { initialize, step, reset, arrive, onStep, events, every, record } = population.kernels
  return {
    ...population,
    kernels: {
      initialize: change(initialize),
      step: change(step),
      ...(reset ? { reset: change(reset) } : {}),
      ...(arrive ? { arrive: { ...arrive, kernel: change(arrive.kernel) } } : {}),
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
      pathways: pathways.map((path) => {
        const kernel = change(path.kernel)
        if (!path.scatter) return { ...path, kernel }
        return {
          ...path,
          kernel,
          scatter: path.scatter === path.kernel ? kernel : change(path.scatter),
        }
      }),
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
  const paths = pathways.flatMap(({ kernel, scatter }) => [kernel, scatter ?? kernel])
  return [...new Set([...optional, ...paths])]
}
