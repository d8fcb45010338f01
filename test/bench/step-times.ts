/** What one cell costs in one step, against a plain JavaScript loop over Float64Array in the same run. */
import { Simulation } from '../../runtime/engine/simulation.ts'
import { link } from '../../runtime/link/link.ts'
import type { Print } from './bench.ts'
import { librarySources } from './library-sources.ts'
import { inTurns } from './measure.ts'
import { plainLoops } from './plain-loops.ts'

interface Case {
  readonly name: string
  readonly dt: number
  /** Mean stimulus in kernel units; cells get from half to one and a half of it, so that some fire. */
  readonly input: number
  readonly method?: string
}

const cases: readonly Case[] = [
  { name: 'LIF', dt: 0.1, input: 240 },
  { name: 'Izhikevich', dt: 0.1, input: 3, method: 'euler' },
  { name: 'AdEx', dt: 0.1, input: 400, method: 'euler' },
  { name: 'HodgkinHuxley', dt: 0.05, input: 20, method: 'exponential_euler' },
]

const contenders = [
  ['js', 'f64'],
  ['wasm', 'f64'],
  ['wasm', 'f32'],
] as const

const counts = [1_000, 10_000, 100_000]

export async function benchSteps(print: Print, only: string): Promise<void> {
  for (const each of cases) {
    for (const count of counts) {
      if (!`steps ${each.name} ${count}`.includes(only)) continue
      const steps = Math.max(8, Math.round(1_600_000 / count))
      const plain = plainLoops.get(each.name)?.(each.dt, inputs(each, count))
      const runs = contenders.map(([device, precision]) =>
        stepper(each, count, { device, precision }),
      )
      const times = await inTurns(
        [() => repeat(steps, () => plain?.()), ...runs.map((run) => () => run(steps))],
        5,
      )
      const [loop = Number.NaN, ...ours] = times.map((ms) => (ms * 1e6) / (steps * count))
      print({
        model: each.name,
        cells: count,
        'plain loop ns': loop,
        'js ns': ours[0] ?? Number.NaN,
        'wasm f64 ns': ours[1] ?? Number.NaN,
        'wasm f32 ns': ours[2] ?? Number.NaN,
        'f64 × plain': loop / (ours[1] ?? Number.NaN),
        'f32 × plain': loop / (ours[2] ?? Number.NaN),
      })
    }
  }
}

/** Spread evenly, in an order without pattern. */
const inputs = ({ input }: Pick<Case, 'input'>, count: number): Float64Array =>
  Float64Array.from({ length: count }, (_, i) => input * (0.5 + ((i * 0.6180339887498949) % 1)))

const repeat = (times: number, run: () => void): void => {
  for (let k = 0; k < times; k++) run()
}

/** The engine's own loop: many steps per call. */
function stepper(
  { name, dt, input, method }: Case,
  count: number,
  { device: backend, precision }: { device: string; precision: 'f64' | 'f32' },
): (steps: number) => Promise<void> {
  const source = librarySources().find(({ text }) => text.includes(`neuron ${name} `))
  if (!source) throw new Error(`no ${name} in the library`)
  const own = source.text.replace(/^ {2}method .*\n/m, '')
  const text = method
    ? own.replace(`neuron ${name} {`, `neuron ${name} {\n  method ${method}`)
    : source.text
  const { plan } = link({ ...source, text }, { name, count, dt, backend, precision })
  const simulation = new Simulation(plan)
  simulation.members[0]?.population.set('I', inputs({ input }, count))
  return async (steps) => {
    const end = simulation.tick + steps
    while (await simulation.advance(end));
  }
}
