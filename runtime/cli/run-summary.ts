/** What a run came to: for a reader, and as JSON for scripts. */
import type { Env } from '../env.ts'
import type { Run } from '../run.ts'

export interface Summary {
  readonly cells: number
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

export function summarize(env: Env, run: Run): Summary {
  const { plan, backend, times } = env.linked
  const spikes = run.has('spikes') ? run.events().ids : new Int32Array(0)
  const rates = env.populations.map(({ name, offset, count }) => {
    let own = 0
    for (const id of spikes) if (id >= offset && id < offset + count) own += 1
    const seconds = run.duration / 1000
    return [name, count > 0 && seconds > 0 ? own / count / seconds : 0] as const
  })
  return {
    cells: env.populations.reduce((sum, { count }) => sum + count, 0),
    connections: env.connections,
    duration: run.duration,
    dt: env.dt,
    seed: plan.seed >>> 0,
    backend,
    threads: plan.workers ?? 1,
    spikes: spikes.length,
    rateHz: Object.fromEntries(rates),
    compileMs: times.compileMs,
    linkMs: times.linkMs,
    runMs: env.runMs,
    realtimeFactor: env.runMs > 0 ? run.duration / env.runMs : 0,
    memoryBytes: env.memoryBytes,
  }
}

export function table(summary: Summary): string {
  const { rateHz, memoryBytes, realtimeFactor, compileMs, linkMs, runMs } = summary
  const rows: readonly (readonly [string, string])[] = [
    ['cells', summary.cells.toLocaleString('en')],
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
