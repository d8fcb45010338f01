/** The search for numbers a culture lives with: tries, learns, and proves the best for longer and with other noise. */
import type { Evaluator } from './evaluator.ts'
import { type Features, summarized } from './features.ts'
import { MatrixAdaptation, type SearchState, searchFrom } from './matrix-adaptation.ts'
import { paramsAt, placeOf, type Space } from './search-space.ts'
import { costOf, isAlive, isMet, type Targets } from './targets.ts'
import type { Attempt } from './trial.ts'

export interface TuneOptions {
  readonly space: Space
  readonly targets: Targets
  readonly seed: number
  /** Where the search begins; the middle of the space unless told. */
  readonly start?: Readonly<Record<string, number>> | undefined
  /** ms of each try, after its warm-up. */
  readonly duration: number
  readonly warmup: number
  /** Realisations of the noise that each try is simulated with. */
  readonly seeds: number
  /** ms and realisations of the proof. */
  readonly proof: { readonly duration: number; readonly seeds: number }
  /** At most so many. */
  readonly generations: number
  /** A search that was broken off. */
  readonly resume?: Progress
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

/** Where a search is; plain values, to be written down. */
export interface Progress {
  readonly search: SearchState
  readonly best: Best
  /** Simulations so far. */
  readonly tries: number
}

export interface Best {
  readonly params: Readonly<Record<string, number>>
  readonly cost: number
  readonly features: Readonly<Record<string, number>>
  /** Of the proof; absent until there was one. */
  readonly proven?: 'alive' | 'dead'
  readonly isMet: boolean
}

const firstStep = 0.12

export async function tune(evaluator: Evaluator, options: TuneOptions): Promise<Progress> {
  return new Tuning(evaluator, options).run()
}

class Tuning {
  private readonly evaluator: Evaluator
  private readonly options: TuneOptions
  private readonly adaptation: MatrixAdaptation
  private tries = 0

  constructor(evaluator: Evaluator, options: TuneOptions) {
    this.evaluator = evaluator
    this.options = options
    this.adaptation = new MatrixAdaptation(options.space.length, options)
  }

  async run(): Promise<Progress> {
    let now = this.options.resume ?? (await this.begin())
    this.tries = now.tries
    while (!this.isOver(now)) {
      const next = await this.generation(now)
      if (!next) break
      now = next
      this.options.onProgress?.(now)
    }
    return now
  }

  private isOver({ search, best }: Progress): boolean {
    const { generations, signal } = this.options
    return best.proven === 'alive' || search.generation >= generations || signal?.aborted === true
  }

  private async begin(): Promise<Progress> {
    const { space, start = {} } = this.options
    const mean = placeOf(space, start)
    const [first] = await this.tried([paramsAt(space, mean)])
    const best = await this.proven(first ?? rated({}, [], this.options.targets))
    const now = { search: searchFrom(mean, firstStep), best, tries: this.tries }
    this.options.onProgress?.(now)
    return now
  }

  /** Undefined where it was broken off. */
  private async generation({ search, best }: Progress): Promise<Progress | undefined> {
    const { space, signal } = this.options
    const candidates = this.adaptation.ask(search)
    const tried = await this.tried(candidates.map(({ place }) => paramsAt(space, place)))
    if (signal?.aborted) return undefined
    const costs = tried.map(({ cost }) => cost)
    const winner = tried.reduce((a, b) => (b.cost < a.cost ? b : a))
    const leader = winner.cost < best.cost ? await this.proven(winner) : best
    return {
      search: this.adaptation.tell(search, candidates, costs),
      best: leader.cost < best.cost || leader.proven === 'alive' ? leader : best,
      tries: this.tries,
    }
  }

  private async tried(all: readonly Best['params'][]): Promise<readonly Best[]> {
    const { seeds, duration, warmup, targets } = this.options
    const found = await this.simulated(all, { seeds, duration, warmup })
    return all.map((params, k) => rated(params, found.slice(k * seeds, (k + 1) * seeds), targets))
  }

  /** A best that meets its targets is simulated for longer; what counts from then on is how it lived there. */
  private async proven(best: Best): Promise<Best> {
    const { proof, targets, signal } = this.options
    if (!best.isMet || signal?.aborted) return best
    const all = await this.simulated([best.params], { ...proof, warmup: 0 })
    if (all.length < proof.seeds) return best
    const rating = rated(best.params, all, targets)
    return { ...rating, proven: rating.isMet && all.every(isAlive) ? 'alive' : 'dead' }
  }

  private async simulated(
    all: readonly Best['params'][],
    { seeds, duration, warmup }: { seeds: number; duration: number; warmup: number },
  ): Promise<readonly Features[]> {
    const attempts = all.flatMap((params) =>
      Array.from({ length: seeds }, (_, k): Attempt => ({ params, seed: k + 1, warmup, duration })),
    )
    const found = await this.evaluator.evaluate(attempts, this.options.signal)
    this.tries += found.length
    return found
  }
}

function rated(params: Best['params'], all: readonly Features[], targets: Targets): Best {
  if (all.length === 0) return { params, cost: Number.MAX_VALUE, features: {}, isMet: false }
  return {
    params,
    cost: costOf(all, targets),
    features: summarized(all),
    isMet: isMet(all, targets),
  }
}
