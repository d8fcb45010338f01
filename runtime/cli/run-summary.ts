/** What a run came to: for a reader, and as JSON for scripts. */
import type { Env } from '../env.ts'
import type { PopulationRange, Run } from '../run.ts'
import { gidsPerReplica } from '../signals/replica-gids.ts'

export interface Summary {
  readonly cells: number
  readonly replicas: number
  readonly connections: number
  /** Simulated, in ms. */
  readonly duration: number
  readonly dt: number
  readonly seed: number
  readonly backend: string
  readonly threads: number
  readonly spikes: number
  /** Mean rate by population. */
  readonly rateHz: Readonly<Record<string, number>>
  readonly compileMs: number
  readonly linkMs: number
  readonly runMs: number
  readonly realtimeFactor: number
  readonly memoryBytes: number
}

/** Counts the parts of a run, which need not be kept for it. */
export class Tally {
  private readonly populations: readonly PopulationRange[]
  private readonly counts: number[]
  private replicas = 1
  duration = 0
  spikes = 0

  constructor(populations: readonly PopulationRange[]) {
    this.populations = populations
    this.counts = populations.map(() => 0)
  }

  add(part: Run): void {
    this.duration += part.duration
    const { ids } = part.has('spikes') ? part.events() : { ids: none }
    this.spikes += ids.length
    this.replicas = part.replicas
    const between = gidsPerReplica(this.populations)
    for (const [k, range] of this.populations.entries()) {
      const isOurs = memberOf(range)
      for (const id of ids) if (isOurs(id % between)) this.counts[k] = (this.counts[k] ?? 0) + 1
    }
  }

  get rateHz(): Readonly<Record<string, number>> {
    const seconds = this.duration / 1000
    const rates = this.populations.map(({ name, count }, k) => {
      const own = this.counts[k] ?? 0
      return [name, count > 0 && seconds > 0 ? own / count / this.replicas / seconds : 0] as const
    })
    return Object.fromEntries(rates)
  }
}

const none = new Int32Array(0)

function memberOf({ offset, count, gids }: PopulationRange): (id: number) => boolean {
  const own = gids && new Set(gids)
  return own ? (id) => own.has(id) : (id) => id >= offset && id < offset + count
}

export function summarize(env: Env, { duration, spikes, rateHz }: Tally): Summary {
  const { plan, backend, times } = env.linked
  return {
    cells: env.populations.reduce((sum, { count }) => sum + count, 0),
    replicas: plan.replicas ?? 1,
    connections: env.connections,
    // A sum of parts, each of which is rounded.
    duration: Number(duration.toFixed(6)),
    dt: env.dt,
    seed: plan.seed >>> 0,
    backend,
    threads: plan.workers ?? 1,
    spikes,
    rateHz,
    compileMs: times.compileMs,
    linkMs: times.linkMs,
    runMs: env.runMs,
    realtimeFactor: env.runMs > 0 ? duration / env.runMs : 0,
    memoryBytes: env.memoryBytes,
  }
}

export function table(summary: Summary): string {
  const { rateHz, memoryBytes, realtimeFactor, compileMs, linkMs, runMs } = summary
  const rows: readonly (readonly [string, string])[] = [
    ['cells', summary.cells.toLocaleString('en')],
    ...(summary.replicas > 1 ? [['replicas', summary.replicas.toLocaleString('en')] as const] : []),
    ['connections', summary.connections.toLocaleString('en')],
    ['simulated', `${summary.duration} ms in steps of ${summary.dt} ms, seed ${summary.seed}`],
    [
      'backend',
      `${summary.backend}, ${summary.threads} ${summary.threads === 1 ? 'thread' : 'threads'}`,
    ],
    ['compiled', `${compileMs.toFixed(0)} ms, linked ${linkMs.toFixed(0)} ms`],
    ['ran', `${runMs.toFixed(0)} ms, ${realtimeFactor.toPrecision(3)} × real time`],
    ['memory', `${(memoryBytes / 2 ** 20).toFixed(1)} MiB`],
    ['spikes', summary.spikes.toLocaleString('en')],
    ...Object.entries(rateHz).map(
      ([name, rate]) => [`  ${name}`, `${rate.toFixed(2)} Hz`] as const,
    ),
  ]
  return `${rows.map(([name, value]) => `${name.padEnd(12)} ${value}`).join('\n')}\n`
}
