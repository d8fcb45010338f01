/** A search where only trying tells: an evolution strategy that learns which directions pay. */
import { normalAt } from '../../compiler/ir/random.ts'

/** Everything that the search has learned; plain numbers, to be written down and taken up again. */
export interface SearchState {
  readonly generation: number
  /** Where it is in the unit cube. */
  readonly mean: readonly number[]
  /** How far it looks. */
  readonly step: number
  /** Where it has been going lately. */
  readonly path: readonly number[]
  /** What it makes of a random direction. */
  readonly matrix: readonly (readonly number[])[]
}

export interface Candidate {
  /** In the unit cube. */
  readonly place: readonly number[]
  readonly random: readonly number[]
  readonly direction: readonly number[]
}

export interface SearchOptions {
  readonly seed: number
  /** Candidates of a generation; more where there are more dimensions, unless told. */
  readonly size?: number
}

/**
 * MA-ES, an evolution strategy with covariance matrix adaptation that needs no covariance matrix:
 * Beyer & Sendhoff (2017) IEEE Trans. Evol. Comput. 21:746, with the constants of Hansen (2016) arXiv:1604.00772.
 */
export class MatrixAdaptation {
  private readonly seed: number
  private readonly size: number
  private readonly weights: readonly number[]

  constructor(dimensions: number, { seed, size = sizeFor(dimensions) }: SearchOptions) {
    this.seed = seed
    this.size = size
    this.weights = weightsOf(size)
  }

  /** The next candidates: the same for the same seed and state. */
  ask({ generation, mean, step, matrix }: SearchState): readonly Candidate[] {
    return Array.from({ length: this.size }, (_, k): Candidate => {
      const random = mean.map((_, n) => normalAt(this.seed, k, n, generation))
      const direction = product(matrix, random)
      return { place: mean.map((x, n) => folded(x + step * at(direction, n))), random, direction }
    })
  }

  /** What is learned from the costs of candidates, in their order. */
  tell(
    state: SearchState,
    candidates: readonly Candidate[],
    costs: readonly number[],
  ): SearchState {
    const n = state.mean.length
    const best = [...candidates]
      .sort((a, b) => at(costs, candidates.indexOf(a)) - at(costs, candidates.indexOf(b)))
      .slice(0, this.weights.length)
    const random = this.average(best.map((each) => each.random))
    const direction = this.average(best.map((each) => each.direction))
    const effective = 1 / this.weights.reduce((sum, w) => sum + w * w, 0)
    const rates = ratesFor(n, effective)
    const pull = Math.sqrt(effective * rates.path * (2 - rates.path))
    const path = state.path.map((p, k) => (1 - rates.path) * p + pull * at(random, k))
    const length = Math.sqrt(path.reduce((sum, p) => sum + p * p, 0))
    return {
      generation: state.generation + 1,
      mean: state.mean.map((x, k) => folded(x + state.step * at(direction, k))),
      step: Math.min(
        1,
        state.step * Math.exp((rates.path / rates.damping) * (length / usualLength(n) - 1)),
      ),
      path,
      matrix: this.adapted(state.matrix, { path, best, rates }),
    }
  }

  private adapted(
    matrix: SearchState['matrix'],
    { path, best, rates }: { path: readonly number[]; best: readonly Candidate[]; rates: Rates },
  ): SearchState['matrix'] {
    const change = path.map((p, i) =>
      path.map((q, j) => {
        const spread = best.reduce(
          (sum, { random }, k) => sum + at(this.weights, k) * at(random, i) * at(random, j),
          0,
        )
        const unit = i === j ? 1 : 0
        return unit + (rates.one / 2) * (p * q - unit) + (rates.many / 2) * (spread - unit)
      }),
    )
    return matrix.map((row) =>
      row.map((_, j) => row.reduce((sum, x, k) => sum + x * at(change[k] ?? [], j), 0)),
    )
  }

  private average(vectors: readonly (readonly number[])[]): readonly number[] {
    const [first = []] = vectors
    return first.map((_, n) =>
      vectors.reduce((sum, vector, k) => sum + at(this.weights, k) * at(vector, n), 0),
    )
  }
}

/** The search before its first generation. */
export function searchFrom(mean: readonly number[], step: number): SearchState {
  const matrix = mean.map((_, i) => mean.map((_, j) => (i === j ? 1 : 0)))
  return { generation: 0, mean, step, path: mean.map(() => 0), matrix }
}

export const sizeFor = (dimensions: number): number => 4 + Math.floor(3 * Math.log(dimensions))

interface Rates {
  readonly path: number
  readonly damping: number
  readonly one: number
  readonly many: number
}

/** How fast is learned, in n dimensions from so many candidates. */
function ratesFor(n: number, effective: number): Rates {
  const path = (effective + 2) / (n + effective + 5)
  const one = 2 / ((n + 1.3) ** 2 + effective)
  const many = Math.min(1 - one, (2 * (effective - 2 + 1 / effective)) / ((n + 2) ** 2 + effective))
  const damping = 1 + path + 2 * Math.max(0, Math.sqrt((effective - 1) / (n + 1)) - 1)
  return { path, damping, one, many }
}

/** The better half counts, the best most. */
function weightsOf(size: number): readonly number[] {
  const half = Math.max(1, Math.floor(size / 2))
  const raw = Array.from({ length: half }, (_, k) => Math.log((size + 1) / 2) - Math.log(k + 1))
  const sum = raw.reduce((all, w) => all + w, 0)
  return raw.map((w) => w / sum)
}

/** Of a vector of n normal numbers. */
const usualLength = (n: number): number => Math.sqrt(n) * (1 - 1 / (4 * n) + 1 / (21 * n * n))

/** Reflected at the walls of the unit cube. */
function folded(x: number): number {
  const turned = Math.abs(x) % 2
  return turned > 1 ? 2 - turned : turned
}

const product = (
  matrix: readonly (readonly number[])[],
  vector: readonly number[],
): readonly number[] => matrix.map((row) => row.reduce((sum, x, k) => sum + x * at(vector, k), 0))

const at = (vector: readonly number[], k: number): number => vector[k] ?? 0
