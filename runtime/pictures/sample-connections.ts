/** Some connections out of many, evenly chosen, with the places of their cells: the same ones every time. */
import type { Population, SystemParts } from '../../systems/system.ts'
import { distinctProjections } from './pathways.ts'

export interface PlacedConnection {
  readonly pre: string
  readonly from: readonly [x: number, y: number]
  readonly to: readonly [x: number, y: number]
}

export function sampleConnections(
  { populations, projections: all }: Pick<SystemParts, 'populations' | 'projections'>,
  most: number,
): readonly PlacedConnection[] {
  const projections = distinctProjections({ projections: all })
  const byName = new Map(populations.map((each) => [each.name, each]))
  const total = projections.reduce((sum, { i }) => sum + i.length, 0)
  const stride = Math.max(1, total / most)
  const chosen: PlacedConnection[] = []
  let before = 0
  for (const { pre, post, i, j } of projections) {
    const [source, target] = [byName.get(pre), byName.get(post)]
    const first = Math.ceil(before / stride)
    for (let n = first; Math.floor(n * stride) < before + i.length; n++) {
      const k = Math.floor(n * stride) - before
      if (k < 0) continue
      const [from, to] = [placeOf(source, i[k]), placeOf(target, j[k])]
      if (from && to) chosen.push({ pre, from, to })
    }
    before += i.length
  }
  return chosen
}

function placeOf(
  population: Population | undefined,
  cell = -1,
): readonly [number, number] | undefined {
  const x = population?.coordinates?.[3 * cell]
  const y = population?.coordinates?.[3 * cell + 1]
  return x === undefined || y === undefined ? undefined : [x, y]
}
