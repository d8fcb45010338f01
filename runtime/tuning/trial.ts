/** Whole simulations of a culture with numbers to try. */
import { UsageError } from '../../compiler/index.ts'
import { Env } from '../env.ts'
import type { Run } from '../run.ts'
import { type Features, featuresOf, runawayRate } from './features.ts'

/** Which culture, and how long to look at it; plain values, so that a thread can be told. */
export interface TrialSpec {
  readonly system: string
  readonly model: string
  /** Length of a step in ms. */
  readonly dt?: number
  readonly precision?: 'f64' | 'f32'
}

export interface Attempt {
  readonly params: Readonly<Record<string, number>>
  readonly seed: number
  /** ms before anything counts. */
  readonly warmup: number
  readonly duration: number
}

/** What a run is looked at after, to leave it when it has run away. */
const glanceMs = 250
/** How long it may fire too fast; that fast, it need not be waited for. */
const patienceMs = 1000
const frenzyRate = 200

export class Trial {
  readonly env: Env

  constructor({ system, model, dt, precision }: TrialSpec) {
    const options = { ...(dt === undefined ? {} : { dt }), ...(precision ? { precision } : {}) }
    this.env = new Env(system, { model, ...options })
    this.env.recordSpikes()
  }

  async run({ params, seed, warmup, duration }: Attempt, signal?: AbortSignal): Promise<Features> {
    const { env } = this
    env.setParams(params).clear({ reseed: seed })
    const stop = signal ? { signal } : {}
    try {
      const early = await this.watch(warmup, stop)
      if (hasRunAway(early)) return featuresOf(early, env)
      return featuresOf(await this.watch(duration, stop), env)
    } catch (error) {
      // Values that are no longer finite come from weights nobody can live with.
      if (error instanceof UsageError && /became (NaN|-?Infinity)/.test(error.message))
        return burntOut
      throw error
    }
  }

  private async watch(duration: number, stop: { readonly signal?: AbortSignal }): Promise<Run> {
    let run = await this.env.run(Math.min(glanceMs, duration), stop)
    while (run.duration < duration && !stop.signal?.aborted && !hasRunAway(run)) {
      run = run.concat(await this.env.run(Math.min(glanceMs, duration - run.duration), stop))
    }
    return run
  }

  async close(): Promise<void> {
    await this.env.close()
  }
}

const hasRunAway = (run: Run): boolean =>
  rateIn(run, glanceMs) > frenzyRate ||
  (run.duration >= patienceMs && rateIn(run, patienceMs) > runawayRate)

/** Hz of a cell, in the last so many ms. */
function rateIn(run: Run, tail: number): number {
  const length = Math.min(tail, run.duration)
  if (length === 0) return 0
  const cells = run.populations.reduce((sum, { count }) => sum + count, 0)
  return run.slice(run.duration - length).events().times.length / cells / (length / 1000)
}

const burntOut: Features = {
  rates: { EXC: 1000 },
  isiCv: 0,
  activeFraction: 1,
  activeCells: 0,
  burstRate: 0,
  tailRate: 1000,
  duration: 0,
}
