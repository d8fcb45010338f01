/** Who reaches whom: each pair by chance, the more likely the nearer. */
import type { Random } from '../random.ts'
import { type Kernel, kernelAt, leastKernel, reachOf } from './kernel.ts'
import { NearCells } from './near-cells.ts'

export interface Chances extends Kernel {
  /** Mean number of connections onto a cell. */
  readonly inDegree: number
  /** Lower chances count as none. */
  readonly cutoff: number
  readonly allowSelf: boolean
}

export interface DistanceRule extends Chances {
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
  const amplitude = amplitudeOf(places, rule)
  const ends = amplitude > 0 ? drawn(places, rule, amplitude) : none
  return ends.i.length > 0 ? ends : nearestPair(places, rule)
}

/** The chance of a pair without a distance; 0 where nobody is in reach. */
export function amplitudeOf(places: Places, rule: Chances): number {
  const total = sumOfKernels(places, rule)
  return total > 0 ? (rule.inDegree * (places.post.length / 3)) / total : 0
}

const none: Ends = { i: new Int32Array(0), j: new Int32Array(0) }

/** The cell that a source does not reach: itself, in a population onto itself. */
const exceptFor = ({ pre, post }: Places, { allowSelf }: Chances, i: number): number =>
  pre === post && !allowSelf ? i : -1

/** Distances are counted in so many bins, each of which has one kernel: the sum is right to four digits. */
const binCount = 2 ** 12

function sumOfKernels(places: Places, rule: Chances): number {
  const { pre, post } = places
  const reach = reachOf(rule, leastKernel)
  const near = new NearCells(post, reach)
  const { squares } = near
  const perBin = (reach * reach) / binCount
  const bins = new Int32Array(binCount + 1)
  for (let i = 0; 3 * i < pre.length; i++) {
    const count = near.around(pre[3 * i] ?? 0, pre[3 * i + 1] ?? 0, exceptFor(places, rule, i))
    for (let n = 0; n < count; n++) {
      const bin = Math.floor((squares[n] ?? 0) / perBin)
      bins[bin] = (bins[bin] ?? 0) + 1
    }
  }
  let total = 0
  for (let bin = 0; bin < bins.length; bin++) {
    const count = bins[bin] ?? 0
    if (count > 0) total += count * kernelAt(rule, (bin + 0.5) * perBin)
  }
  return total
}

function drawn(places: Places, rule: DistanceRule, amplitude: number): Ends {
  const { pre, post } = places
  const { random, cutoff } = rule
  const near = new NearCells(post, reachOf(rule, cutoff / amplitude))
  const { cells, squares } = near
  const counts = new Int32Array(pre.length / 3)
  let targets = new Int32Array(4096)
  let end = 0
  for (let i = 0; i < counts.length; i++) {
    const count = near.around(pre[3 * i] ?? 0, pre[3 * i + 1] ?? 0, exceptFor(places, rule, i))
    if (end + count > targets.length) targets = longer(targets, end + count)
    const start = end
    for (let n = 0; n < count; n++) {
      const chance = amplitude * kernelAt(rule, squares[n] ?? 0)
      const j = cells[n] ?? 0
      if (chance >= 1 || (chance >= cutoff && random.uniformAt(i, j) < chance)) targets[end++] = j
    }
    targets.subarray(start, end).sort()
    counts[i] = end - start
  }
  return { i: repeated(counts, end), j: targets.slice(0, end) }
}

function longer(values: Int32Array, least: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(Math.max(2 * values.length, least))
  copy.set(values)
  return copy
}

/** Each place as often as it counts. */
function repeated(counts: Int32Array, total: number): Int32Array {
  const places = new Int32Array(total)
  let at = 0
  counts.forEach((count, place) => {
    places.fill(place, at, at + count)
    at += count
  })
  return places
}

/** Where chance made no connection at all there is the likeliest. */
function nearestPair(places: Places, rule: DistanceRule): Ends {
  const { pre, post } = places
  let best = { i: -1, j: -1, square: Number.POSITIVE_INFINITY }
  for (let i = 0; 3 * i < pre.length; i++) {
    const except = exceptFor(places, rule, i)
    for (let j = 0; 3 * j < post.length; j++) {
      const dx = (pre[3 * i] ?? 0) - (post[3 * j] ?? 0)
      const dy = (pre[3 * i + 1] ?? 0) - (post[3 * j + 1] ?? 0)
      const square = dx * dx + dy * dy
      if (j !== except && square < best.square) best = { i, j, square }
    }
  }
  return best.i < 0 ? none : { i: Int32Array.of(best.i), j: Int32Array.of(best.j) }
}
