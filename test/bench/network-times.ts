/** Whole networks, beside Brian2's on request: the loop over steps alone, and how long it takes from text to it. */
import { spawnSync } from 'node:child_process'
import { Simulation } from '../../runtime/engine/simulation.ts'
import { link } from '../../runtime/link/link.ts'
import { modelFiles } from '../library.ts'
import type { Print, Row } from './bench.ts'
import { median } from './measure.ts'

interface Way {
  readonly precision: 'f64' | 'f32'
  readonly threads: number
}

const cases = ['cuba', 'cobahh', 'vogels-abbott', 'brunel', 'izhikevich-1000', 'song-miller-abbott']
const ways: readonly Way[] = [
  { precision: 'f64', threads: 1 },
  { precision: 'f64', threads: 2 },
  { precision: 'f32', threads: 1 },
]
const duration = 1000
/** At least so many, and more of what is over soon: so many ms together. */
const rounds = 3
const enough = 1000

/** What a network costs as it grows: 1 000 connections of each cell, from 1 000 to 100 000 cells. */
export async function benchGrowth(print: Print, only: string): Promise<void> {
  for (const cells of [1_000, 10_000, 100_000]) {
    if (!`growth ${cells}`.includes(only)) continue
    const start = performance.now()
    const { plan, backend } = link({ path: 'growing.livn', text: growing(cells) })
    const simulation = new Simulation(plan)
    simulation.recordEvents('P', 'spike')
    await simulation.advance(1)
    const begun = performance.now()
    while (await simulation.advance(1000));
    const way = { backend, precision: 'f64', threads: 1 } as const
    const runMs = performance.now() - begun
    const row = describe(simulation, { ...way, name: 'growth', steps: 1000, runMs })
    print({ ...row, readyMs: begun - start, rssMiB: process.memoryUsage.rss() / 2 ** 20 })
    simulation.close()
  }
}

const growing = (cells: number): string => `neuron N {
  dv/dt = (12 mV - v + g) / (20 ms) : mV (unless refractory)
  dg/dt = -g / (5 ms) : mV
  v(0) ~ uniform(0 mV, 10 mV)
  threshold v > 10 mV
  reset { v = 0 mV }
  refractory 5 ms
}
synapse S { on pre { g_post -= weight * 0.1 mV } }
model Growing {
  population P of ${cells} is N
  connect P to P by S each j in choose(N_post, ${Math.min(cells, 1000)}) { weight = 0.5 + rand() }
}`

/** The peer runs before and after ours, so that a slow moment of the machine hits both. */
export async function benchNetworks(print: Print, only: string, peerName?: string): Promise<void> {
  for (const name of cases) {
    if (!`networks ${name}`.includes(only)) continue
    const before = peerName ? peer(name, 'cpp_standalone') : undefined
    const rows: Ours[] = []
    for (const way of ways) rows.push(await ours(name, way))
    const after = peerName ? peer(name, 'cpp_standalone') : undefined
    const theirs = [before, after].flatMap((each) => (each ? [each] : []))
    for (const row of rows) print({ ...row.row, ...compared(row, theirs) })
    const slow = peerName && name === 'cuba' ? peer(name, 'cython') : undefined
    if (slow && rows[0]) print({ ...rows[0].row, ...compared(rows[0], [slow]) })
  }
}

const sum = (times: readonly number[]): number => times.reduce((all, each) => all + each, 0)

interface Ours extends Way {
  /** By the clock, as users wait; measure on a machine that does nothing else. */
  readonly runMs: number
  readonly readyMs: number
  readonly row: Row
}

async function ours(name: string, way: Way): Promise<Ours> {
  const { precision, threads } = way
  const times: number[] = []
  const ready: number[] = []
  let row: Ours['row'] = {}
  for (let round = 0; round <= rounds || (sum(times) < enough && round < 12); round++) {
    const start = performance.now()
    const source = modelFiles.read(`models/networks/${name}.livn`)
    const { plan, backend } = link(source, { ...modelFiles.surroundings, precision, threads })
    const simulation = new Simulation(plan)
    for (const { compiled } of plan.populations) simulation.recordEvents(compiled.name, 'spike')
    await simulation.advance(1)
    const steps = Math.round(duration / plan.dt)
    const begun = performance.now()
    while (await simulation.advance(steps));
    const runMs = performance.now() - begun
    // The first round warms up what every process does once.
    if (round > 0) {
      times.push(runMs)
      ready.push(begun - start)
    }
    row = describe(simulation, { name, backend, precision, threads, steps, runMs: median(times) })
    simulation.close()
  }
  return { ...way, runMs: median(times), readyMs: median(ready), row }
}

interface Measured extends Way {
  readonly name: string
  readonly backend: string
  readonly steps: number
  readonly runMs: number
}

function describe(simulation: Simulation, measured: Measured) {
  const { name, backend, precision, threads, steps, runMs } = measured
  const { plan, projections } = simulation
  const cells = plan.populations.reduce((sum, { count }) => sum + count, 0)
  let spikes = 0
  let events = 0
  for (const { compiled } of plan.populations) {
    const fired = simulation.takeEvents(compiled.name, 'spike')?.elements ?? new Int32Array(0)
    spikes += fired.length
    for (const { pre, table } of projections) {
      if (pre.compiled.name !== compiled.name) continue
      for (const cell of fired) events += (table.rows[cell + 1] ?? 0) - (table.rows[cell] ?? 0)
    }
  }
  const connections = projections.reduce((sum, { count }) => sum + count, 0)
  return {
    case: name,
    backend: `${backend} ${precision}`,
    threads,
    cells,
    connections,
    steps,
    runMs,
    nsPerCellStep: (runMs * 1e6) / (cells * steps),
    eventsPerSecond: (events * 1000) / runMs,
    spikes,
    memoryMiB: plan.device.bytes / 2 ** 20,
  }
}

interface Peer {
  readonly version: string
  readonly mode: string
  readonly wallMs: number
  readonly readyMs: number
}

/** Undefined where no Python on the path has Brian2. */
function peer(name: string, mode: string): Peer | undefined {
  const script = 'test/bench/peers/brian2_networks.py'
  const words = [script, '--case', name, '--mode', mode, '--duration', String(duration)]
  const { status, stdout, stderr } = spawnSync('python3', words, { encoding: 'utf8' })
  const line = stdout?.trim().split('\n').at(-1) ?? ''
  if (status === 0 && line.startsWith('{')) return JSON.parse(line) as Peer
  process.stderr.write(`brian2 ${name} ${mode}: not run (${stderr?.trim().split('\n').at(-1)})\n`)
  return undefined
}

function compared({ runMs, readyMs }: Ours, theirs: readonly Peer[]): Row {
  const [first] = theirs
  if (!first) return { readyMs }
  const { version, mode, readyMs: peerReadyMs } = first
  // The better of the peer's two: a slow moment of the machine never counts against it.
  const peerMs = Math.min(...theirs.map((each) => each.wallMs))
  return {
    readyMs,
    peer: { name: 'brian2', version, mode, runMs: peerMs, readyMs: peerReadyMs },
    ratio: peerMs / runMs,
    readyRatio: peerReadyMs / readyMs,
  }
}
