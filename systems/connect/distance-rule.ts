/** Who reaches whom: each pair by chance, the more likely the nearer. */
import type { Random } from '../random.ts'
import { type Kernel, NearCells } from './near-cells.ts'

export interface DistanceRule extends Kernel {
  /** Mean number of connections onto a cell. */
  readonly inDegree: number
  /** Lower chances count as none. */
  readonly cutoff: number
  readonly allowSelf: boolean
  /** A number for each pair of source and target. */
  readonly random: Random
}

/** Source and target of each connection, sorted by source, then target. */
export interface Ends {
  readonly i: Int32Array
  readonly j: Int32Array
}

/** x, y, z of each cell in um. */
export interface Places {
  readonly pre: Float64Array
  readonly post: Float64Array
}

/**
 * The chance of a pair is the kernel of its distance times an amplitude that would give the mean in-degree, were no
 * chance above 1 or below the cutoff. Each pair has its own random number, so it does not matter who is looked at when.
 */
export function connectByDistance(places: Places, rule: DistanceRule): Ends {
  const total = sumOfKernels(places, rule)
  if (total === 0) return { i: new Int32Array(0), j: new Int32Array(0) }
  const amplitude = (rule.inDegree * (places.post.length / 3)) / total
  const ends = drawn(places, rule, amplitude)
  return ends.i.length > 0 ? ends : nearestPair(places, rule)
}

/** The cell that a source does not reach: itself, in a population onto itself. */
const exceptFor = ({ pre, post }: Places, { allowSelf }: DistanceRule, i: number): number =>
  pre === post && !allowSelf ? i : -1

function sumOfKernels(places: Places, rule: DistanceRule): number {
  const { pre, post } = places
  const near = new NearCells(post, rule)
  let total = 0
  for (let i = 0; 3 * i < pre.length; i++) {
    const count = near.around(pre[3 * i] ?? 0, pre[3 * i + 1] ?? 0, exceptFor(places, rule, i))
    for (let n = 0; n < count; n++) total += near.kernels[n] ?? 0
  }
  return total
}

function drawn(places: Places, rule: DistanceRule, amplitude: number): Ends {
  const { pre, post } = places
  const { random, cutoff } = rule
  const near = new NearCells(post, rule, cutoff / amplitude)
  const targets = new Int32Array(post.length / 3)
  const rows: Int32Array[] = []
  for (let i = 0; 3 * i < pre.length; i++) {
    const count = near.around(pre[3 * i] ?? 0, pre[3 * i + 1] ?? 0, exceptFor(places, rule, i))
    let taken = 0
    for (let n = 0; n < count; n++) {
      const chance = amplitude * (near.kernels[n] ?? 0)
      const j = near.cells[n] ?? 0
      if (chance >= cutoff && random.uniformAt(i, j) < chance) targets[taken++] = j
    }
    rows.push(targets.slice(0, taken).sort())
  }
  return joined(rows)
}

/** Rows of targets, one for each source, as pairs. */
function joined(rows: readonly Int32Array[]): Ends {
  const count = rows.reduce((sum, row) => sum + row.length, 0)
  const i = new Int32Array(count)
  const j = new Int32Array(count)
  let at = 0
  rows.forEach((row, source) => {
    i.fill(source, at, at + row.length)
    j.set(row, at)
    at += row.length
  })
  return { i, j }
}

/** Where chance made no connection at all there is the likeliest. */
function nearestPair(places: Places, rule: DistanceRule): Ends {
  const { pre, post } = places
  const near = new NearCells(post, rule)
  let best = { i: 0, j: 0, kernel: -1 }
  for (let i = 0; 3 * i < pre.length; i++) {
    const count = near.around(pre[3 * i] ?? 0, pre[3 * i + 1] ?? 0, exceptFor(places, rule, i))
    for (let n = 0; n < count; n++) {
      const kernel = near.kernels[n] ?? 0
      if (kernel > best.kernel) best = { i, j: near.cells[n] ?? 0, kernel }
    }
  }
  return { i: Int32Array.of(best.i), j: Int32Array.of(best.j) }
}
