/**
 * Makes the kernels of one network those of many copies of it: a cell goes by its number within its replica, and
 * draws random numbers with the seed of its replica, so that each replica is what it would be alone.
 *
 * Before  v += normal(seed, 7, i, step)
 * After   v += normal($seed, 7, $cell, step)
 * Needs   finished kernels; whoever runs them fills the two arrays
 */
import { type Expr, read, substitute } from './ir/expr.ts'
import type { Buffer, Kernel } from './ir/kernel.ts'
import { cellInReplica, seedOfReplica } from './ir/replica-names.ts'
import { mapExpressions, namesReadIn } from './ir/statements.ts'
import type { CompiledPopulation, CompiledProjection, Slot } from './program.ts'
import { mapPopulation, mapProjection, projectionKernels } from './rewrite-kernels.ts'

export function replicatePopulation(population: CompiledPopulation): CompiledPopulation {
  const { kernels } = mapPopulation(population, (kernel) => inReplicas(kernel, ofCells))
  return {
    ...population,
    slots: [...population.slots, slot(cellInReplica), slot(seedOfReplica)],
    // All begin with the same draws: they are copies of one culture.
    kernels: { ...kernels, initialize: inReplicas(population.kernels.initialize, beforeNoise) },
  }
}

export function replicateProjection(projection: CompiledProjection): CompiledProjection {
  const copied = mapProjection(projection, (kernel) => inReplicas(kernel, ofConnections))
  const touched = new Set(projectionKernels(copied).flatMap((k) => k.buffers.map((b) => b.name)))
  const own = [cellInReplica, seedOfReplica].filter((name) => touched.has(name))
  return { ...copied, slots: [...projection.slots, ...own.map(slot)] }
}

const slot = (name: string): Slot => ({
  name,
  role: 'internal',
  type: 'integer',
  extent: 'element',
  unit: '',
  scale: 1,
  doc: '',
  value: 0,
})

type Names = ReadonlyMap<string, Buffer>

const buffer = (name: string, extent: Buffer['extent']): Buffer => ({
  name,
  extent,
  type: 'integer',
  access: 'read',
  changes: 'link',
  unit: '1',
})

const beforeNoise: Names = new Map([['i', buffer(cellInReplica, 'element')]])

const ofCells: Names = new Map([...beforeNoise, ['seed', buffer(seedOfReplica, 'element')]])

const ofConnections: Names = new Map([
  ...ofCells,
  ['source', buffer(`pre.${cellInReplica}`, 'source')],
  ['target', buffer(`post.${cellInReplica}`, 'target')],
])

function inReplicas(kernel: Kernel, names: Names): Kernel {
  const read_ = namesReadIn(kernel.each)
  const wanted = [...names].filter(([name]) => read_.has(name))
  if (wanted.length === 0) return kernel
  const others = new Map<string, Expr>(wanted.map(([name, { name: other }]) => [name, read(other)]))
  return {
    ...kernel,
    buffers: [...kernel.buffers, ...wanted.map(([, own]) => own)],
    each: mapExpressions(kernel.each, (expr) => substitute(expr, others)),
  }
}
