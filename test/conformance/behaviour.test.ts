/** What the library's models are known to do: closed forms, published facts, numbers of the language reference. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compile } from '../../compiler/index.ts'
import { openInterpreter } from '../../runtime/device/interpreter.ts'
import { ElementState } from '../../runtime/engine/element-state.ts'
import { runDeclaration } from '../compiler/run-declaration.ts'

const model = (path: string): string => readFileSync(`models/${path}.livn`, 'utf8')

test('a leaky integrate-and-fire cell fires at the rate of its closed form', () => {
  const { spikes } = runDeclaration(model('neurons/lif'), {
    dt: 0.01,
    duration: 2000,
    set: { I: 300 },
  })

  const period = 2 + 20 * Math.log((-40 + 58) / (-40 + 50))
  const times = spikes[0] ?? []
  const measured = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / (times.length - 1)
  expect(1000 / period).toBeCloseTo(72.7, 1)
  expect(Math.abs(measured / period - 1)).toBeLessThan(0.002)
})

test('a regular spiking Izhikevich cell fires at 23 Hz with 10 pA', () => {
  const { spikes } = runDeclaration(model('neurons/izhikevich'), {
    dt: 0.05,
    duration: 1000,
    set: { I: 10 },
  })
  expect(spikes[0]).toHaveLength(23)
})

test('an AdEx cell adapts: its intervals grow from 13.6 to 36.1 ms at 1 nA', () => {
  const { spikes } = runDeclaration(model('neurons/adex'), {
    dt: 0.01,
    duration: 500,
    set: { I: 1000 },
  })

  const times = spikes[0] ?? []
  const intervals = times.slice(1).map((t, k) => t - (times[k] ?? 0))
  const published = [13.6, 15.9, 18.6, 21.9]
  for (const [k, interval] of published.entries()) {
    expect(Math.abs((intervals[k] ?? 0) - interval)).toBeLessThan(0.25)
  }
  expect(Math.abs((intervals.at(-1) ?? 0) - 36.1)).toBeLessThan(0.5)
})

test('the Hodgkin–Huxley axon rests at -65.00 mV with the gates of 1952', () => {
  const { value } = runDeclaration(model('neurons/hodgkin-huxley'), { dt: 0.025, duration: 300 })

  expect(value('v')).toBeCloseTo(-65, 1)
  expect(value('m')).toBeCloseTo(0.053, 3)
  expect(value('h')).toBeCloseTo(0.596, 3)
  expect(value('n')).toBeCloseTo(0.318, 3)
})

test('the Hodgkin–Huxley axon fires at 69 Hz with 10 µA/cm²', () => {
  const { spikes } = runDeclaration(model('neurons/hodgkin-huxley'), {
    dt: 0.01,
    duration: 1000,
    set: { I: 100 },
  })
  expect(Math.abs((spikes[0]?.length ?? 0) - 69)).toBeLessThanOrEqual(1)
})

test('a Pinsky–Rinzel cell is silent below its rheobase and bursts above it', () => {
  const density = (uA: number): Record<string, number> => ({ 'soma.I': uA * 0.01 * 6000 })
  const silent = runDeclaration(model('neurons/pinsky-rinzel'), {
    dt: 0.025,
    duration: 1000,
    set: density(-0.5),
  })
  const bursting = runDeclaration(model('neurons/pinsky-rinzel'), {
    dt: 0.025,
    duration: 4000,
    set: density(0.75),
  })

  const times = bursting.spikes[0] ?? []
  const gaps = times.slice(1).map((t, k) => t - (times[k] ?? 0))
  const bursts = gaps.filter((gap) => gap > 100).length
  expect(silent.spikes[0]).toEqual([])
  expect(bursts / 4).toBeGreaterThan(1)
  expect(bursts / 4).toBeLessThan(4)
})

test('an Ornstein–Uhlenbeck current has its mean and deviation', () => {
  const sampled: number[] = []
  runDeclaration(model('noise/ornstein-uhlenbeck'), {
    dt: 0.5,
    duration: 20_000,
    count: 10,
    before: (population, step) => {
      if (step % 20 === 0) sampled.push(...population.array('I'))
    },
  })

  const mean = sampled.reduce((a, b) => a + b, 0) / sampled.length
  const variance = sampled.reduce((a, b) => a + (b - mean) ** 2, 0) / sampled.length
  expect(Math.abs(mean)).toBeLessThan(3)
  expect(Math.sqrt(variance)).toBeGreaterThan(48)
  expect(Math.sqrt(variance)).toBeLessThan(52)
})

test('white current is redrawn every millisecond and holds in between', () => {
  const seen: number[] = []
  runDeclaration(model('noise/white-current'), {
    dt: 0.25,
    duration: 3,
    before: (population, step) => {
      if (step > 0) seen.push(population.array('I')[0] ?? Number.NaN)
    },
  })
  expect(new Set(seen).size).toBe(3)
  expect(new Set(seen.slice(0, 4)).size).toBe(1)
})

/** A synapse alone, hit by one spike of weight 1: its conductance at every step. */
function conductance(path: string, name: string, dt: number): readonly number[] {
  const trace: number[] = []
  const text = model(path)
  const program = compile(text, { name })
  const [projection] = program.projections
  const kernel = projection?.kernels.pathways[0]?.kernel
  if (!projection || !kernel) throw new Error(`${name} has no on pre`)
  runDeclaration(text, {
    name,
    dt,
    duration: 60,
    before: (population, step) => {
      if (step === 0) {
        const device = openInterpreter('f64')
        const own = new ElementState({
          device,
          slots: projection.slots,
          propagators: [],
          count: 1,
          dt,
          seed: 1,
        })
        const arrays = new Map(own.arrays)
        for (const [slot, array] of population.state.arrays) arrays.set(`post.${slot}`, array)
        const shared = new Map(own.shared)
        for (const [slot, value] of population.state.shared) shared.set(`post.${slot}`, value)
        const one = new Int32Array([0])
        device
          .bind({ ...program.artifact, kernels: [kernel] }, kernel.name, {
            arrays,
            shared,
            source: one,
            target: one,
          })
          .run({ step: 0, t: 0, first: 0, last: 1, list: one })
      }
      const { arrays } = population.state
      const g = arrays.get('g')?.[0]
      trace.push(g ?? (arrays.get('decay')?.[0] ?? 0) - (arrays.get('rise')?.[0] ?? 0))
    },
  })
  return trace
}

test.each([
  ['synapses/exponential', 'Exponential', 0],
  ['synapses/alpha', 'Alpha', 5],
  ['synapses/nmda', 'NMDA', (2 * 100 * Math.log(50)) / 98],
  ['synapses/dual-exponential', 'DualExponential', (0.5 * 3 * Math.log(6)) / 2.5],
] as const)('%s peaks at exactly weight × q, when its paper says', (path, name, peakTime) => {
  const trace = conductance(path, name, 0.01)

  const peak = Math.max(...trace)
  expect(peak).toBeCloseTo(1, 4)
  expect(Math.abs(trace.indexOf(peak) * 0.01 - peakTime)).toBeLessThan(0.011)
})
