/** Copies of one network side by side: first all cells of the first replica, then those of the second, and so on. */
import { cellInReplica, seedOfReplica } from '../../compiler/ir/replica-names.ts'
import type { ElementState } from './element-state.ts'

/** From one realisation of the noise to the next. */
export const betweenRealisations = 1_000_003

/** Replica k draws what a network alone draws in realisation k. */
export const seedOf = (seed: number, replica: number): number =>
  (seed + replica * betweenRealisations) | 0

/** Numbers elements within their replicas. */
export function numberCells(state: ElementState, perReplica: number): void {
  const cells = state.arrays.get(cellInReplica)
  if (!cells) return
  for (let i = 0; i < cells.length; i++) cells[i] = i % perReplica
  state.changed(cells)
}

/** Gives every element the seed of its replica. */
export function seedReplicas(state: ElementState, perReplica: number): void {
  const seeds = state.arrays.get(seedOfReplica)
  if (!seeds) return
  const seed = state.shared.get('seed') ?? 0
  for (let start = 0, k = 0; start < seeds.length; start += perReplica, k++) {
    seeds.fill(seedOf(seed, k), start, start + perReplica)
  }
  state.changed(seeds)
}
