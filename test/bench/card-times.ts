/** Graphics cards beside WebAssembly on the same machine: networks, and many replicas of small ones. */
import { Simulation } from '../../runtime/engine/simulation.ts'
import { type Linked, link } from '../../runtime/link/link.ts'
import type { LinkOptions } from '../../runtime/link/options.ts'
import { availableDevices } from '../../runtime/device/availability.ts'
import { predefined } from '../../systems/predefined.ts'
import { modelFiles } from '../library.ts'
import type { Print, Row } from './bench.ts'
import { copyBandwidth } from './copy-bandwidth.ts'
import { bytesOfCells, bytesOfEvent } from './least-bytes.ts'

interface Case {
  readonly name: string
  readonly path: string
  readonly system?: string
  readonly replicas?: number
  /** Steps that are timed; a software adapter does a tenth. */
  readonly steps: number
  /** Too large for software. */
  readonly isLarge?: true
  /** Changes in the text of the model. */
  readonly change?: (text: string) => string
}

const culture = 'models/cultures/izhikevich-culture.livn'

/** A million cells, with 20 connections each instead of 80. */
const millionCells = (text: string): string =>
  text
    .replace('of 3200', 'of 800000')
    .replace('of 800 ', 'of 200000 ')
    .replaceAll('probability 0.02', 'probability 0.00002')

const cases: readonly Case[] = [
  { name: 'cuba', path: 'models/networks/cuba.livn', steps: 10_000 },
  { name: 'cobahh', path: 'models/networks/cobahh.livn', steps: 10_000 },
  {
    name: 'cobahh 1M',
    path: 'models/networks/cobahh.livn',
    steps: 1_000,
    isLarge: true,
    change: millionCells,
  },
  { name: 'brunel', path: 'models/networks/brunel.livn', steps: 10_000 },
  { name: 'EI1 × 64', path: culture, system: 'EI1', replicas: 64, steps: 10_000 },
  { name: 'EI1 × 1024', path: culture, system: 'EI1', replicas: 1024, steps: 10_000 },
  { name: 'EI2 × 64', path: culture, system: 'EI2', replicas: 64, steps: 5_000 },
  { name: 'EI2 × 4096', path: culture, system: 'EI2', replicas: 4096, steps: 5_000, isLarge: true },
]

/** Says which adapter it is, and asserts nothing: on a software adapter times only tell that it works. */
export async function benchCards(print: Print, only: string): Promise<void> {
  const wanted = cases.filter(({ name }) => `gpu ${name}`.includes(only))
  if (only === '' || wanted.length === 0) return
  const card = (await availableDevices()).find(({ name }) => name === 'webgpu')
  const isSoftware = /software/.test(card?.reason ?? '')
  const bandwidth = await copyBandwidth()
  print({
    adapter: card?.adapter ?? 'none',
    kind: isSoftware ? 'software: times tell nothing of cards' : (card?.reason ?? ''),
    'copy GB/s': (bandwidth ?? 0) / 1e9,
  })
  for (const each of wanted) {
    // By its whole name it is run on software too.
    if (isSoftware && each.isLarge && `gpu ${each.name}` !== only) continue
    const steps = isSoftware ? each.steps / 10 : each.steps
    const timed = { ...each, steps }
    const processor = await measured(timed, { backend: 'wasm', precision: 'f32' })
    print(row(timed, processor, {}))
    if (!card?.available) print({ case: each.name, backend: 'webgpu', skipped: card?.reason ?? '' })
    else print(row(timed, await measured(timed, { backend: 'webgpu' }), { processor, bandwidth }))
  }
}

interface Measured {
  readonly backend: string
  readonly engine: string
  readonly dt: number
  readonly cells: number
  readonly events: number
  readonly seconds: number
  /** Least bytes per step. */
  readonly bytes: number
}

interface Beside {
  readonly processor?: Measured
  readonly bandwidth?: number | undefined
}

function row(
  { name, replicas = 1, steps }: Case,
  found: Measured,
  { processor, bandwidth }: Beside,
): Row {
  const { backend, engine, dt, cells, events, seconds, bytes } = found
  return {
    case: name,
    backend: engine ? `${backend} ${engine}` : backend,
    steps,
    'steps/s': steps / seconds,
    'M cell-steps/s': (steps * cells) / seconds / 1e6,
    'M events/s': events / seconds / 1e6,
    'replicas × r. time': (replicas * steps * dt) / 1000 / seconds,
    '× wasm f32': processor ? processor.seconds / seconds : 1,
    'KB/step': bytes / 1000,
    'of copy': bandwidth ? (bytes * steps) / seconds / bandwidth : '',
  }
}

async function measured(each: Case, way: LinkOptions): Promise<Measured> {
  const { path, system, replicas = 1, steps, change } = each
  const source = modelFiles.read(path)
  const { plan, backend }: Linked = link(
    change ? { ...source, text: change(source.text) } : source,
    {
      ...modelFiles.surroundings,
      ...way,
      ...(system ? { system: predefined(system) } : {}),
      replicas,
    },
  )
  const simulation = new Simulation(plan)
  for (const { compiled } of plan.populations) simulation.recordEvents(compiled.name, 'spike')
  // Compiles, and learns how many events there are.
  while (await simulation.advance(64));
  const first = simulation.tick
  for (const { compiled } of plan.populations) simulation.takeEvents(compiled.name, 'spike')
  const begun = performance.now()
  while (await simulation.advance(first + steps));
  const seconds = (performance.now() - begun) / 1000
  const cells = simulation.members.reduce((sum, { population }) => sum + population.count, 0)
  const events = eventsOf(simulation)
  const bytes = bytesOfCells(simulation) + (events / steps) * bytesOfEvent(simulation)
  const engine = plan.device.remote?.engine() ?? ''
  simulation.close()
  return { backend, engine, dt: plan.dt, cells, events, seconds, bytes }
}

/** Connections that the recorded spikes ran over. */
function eventsOf(simulation: Simulation): number {
  let events = 0
  for (const { population } of simulation.members) {
    const { elements = [] } = simulation.takeEvents(population.compiled.name, 'spike') ?? {}
    for (const { pre, table } of simulation.projections) {
      if (pre !== population) continue
      // A table of one replica may serve them all.
      const rows = table.rows.length - 1
      for (const each of elements) {
        const cell = each % rows
        events += (table.rows[cell + 1] ?? 0) - (table.rows[cell] ?? 0)
      }
    }
  }
  return events
}
