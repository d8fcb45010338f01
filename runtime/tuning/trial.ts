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
const glanceMs = 1000

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
      if (warmup > 0) await env.run(warmup, stop)
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
      const next = await this.env.run(Math.min(glanceMs, duration - run.duration), stop)
      run = run.concat(next)
    }
    return run
  }

  async close(): Promise<void> {
    await this.env.close()
  }
}

function hasRunAway(run: Run): boolean {
  const cells = run.populations.reduce((sum, { count }) => sum + count, 0)
  const tail = Math.min(glanceMs, run.duration)
  const spikes = run.slice(run.duration - tail).events().times.length
  return spikes / cells / (tail / 1000) > runawayRate
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
