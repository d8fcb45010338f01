/** Graphics cards beside WebAssembly on the same machine: networks, and many replicas of small ones. */
import { Simulation } from '../../runtime/engine/simulation.ts'
import { type Linked, link } from '../../runtime/link/link.ts'
import type { LinkOptions } from '../../runtime/link/options.ts'
import { availableDevices } from '../../runtime/device/availability.ts'
import { predefined } from '../../systems/predefined.ts'
import { modelFiles } from '../library.ts'
import type { Print } from './bench.ts'

interface Case {
  readonly name: string
  readonly path: string
  readonly system?: string
  readonly replicas?: number
  /** Steps that are timed; a software adapter does a tenth. */
  readonly steps: number
}

const culture = 'models/cultures/izhikevich-culture.livn'

const cases: readonly Case[] = [
  { name: 'cuba', path: 'models/networks/cuba.livn', steps: 10_000 },
  { name: 'cobahh', path: 'models/networks/cobahh.livn', steps: 10_000 },
  { name: 'brunel', path: 'models/networks/brunel.livn', steps: 10_000 },
  { name: 'EI1 × 64', path: culture, system: 'EI1', replicas: 64, steps: 10_000 },
  { name: 'EI1 × 1024', path: culture, system: 'EI1', replicas: 1024, steps: 10_000 },
  { name: 'EI2 × 64', path: culture, system: 'EI2', replicas: 64, steps: 10_000 },
]

/** Says which adapter it is, and asserts nothing: on a software adapter times only tell that it works. */
export async function benchCards(print: Print, only: string): Promise<void> {
  const wanted = cases.filter(({ name }) => `gpu ${name}`.includes(only))
  if (only === '' || wanted.length === 0) return
  const card = (await availableDevices()).find(({ name }) => name === 'webgpu')
  for (const each of wanted) {
    const isSoftware = /software/.test(card?.reason ?? '')
    const steps = isSoftware ? each.steps / 10 : each.steps
    print(await measured({ ...each, steps }, { backend: 'wasm', precision: 'f32' }, 'processor'))
    if (!card?.available) print({ case: each.name, backend: 'webgpu', skipped: card?.reason ?? '' })
    else print(await measured({ ...each, steps }, { backend: 'webgpu' }, card.adapter ?? ''))
  }
}

async function measured(each: Case, way: LinkOptions, adapter: string) {
  const { name, path, system, replicas = 1, steps } = each
  const { plan, backend }: Linked = link(modelFiles.read(path), {
    ...modelFiles.surroundings,
    ...way,
    ...(system ? { system: predefined(system) } : {}),
    replicas,
  })
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
  simulation.close()
  return {
    case: name,
    backend,
    adapter: adapter.slice(0, 18),
    steps,
    'steps/s': steps / seconds,
    'M cell-steps/s': (steps * cells) / seconds / 1e6,
    'M events/s': events / seconds / 1e6,
    'replicas × real time': (replicas * steps * plan.dt) / 1000 / seconds,
  }
}

/** Connections that the recorded spikes ran over. */
function eventsOf(simulation: Simulation): number {
  let events = 0
  for (const { population } of simulation.members) {
    const { elements = [] } = simulation.takeEvents(population.compiled.name, 'spike') ?? {}
    for (const { pre, table } of simulation.projections) {
      if (pre !== population) continue
      for (const cell of elements) events += (table.rows[cell + 1] ?? 0) - (table.rows[cell] ?? 0)
    }
  }
  return events
}
