/** What the library's membranes are known to do: independent integrations, equivalent models, published constants. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { evaluate } from '../../compiler/ir/evaluate.ts'
import { runDeclaration } from '../compiler/run-declaration.ts'
import { libraryMeanings } from '../library.ts'

const model = (...paths: readonly string[]): string =>
  paths.map((path) => readFileSync(`models/${path}.livn`, 'utf8')).join('\n')

/** pA that make this many µA/cm² in the 6000 µm² of a Pinsky–Rinzel cell. */
const density = (uA: number): Record<string, number> => ({ 'soma.I': uA * 0.01 * 6000 })

const pinskyRinzel = model('neurons/pinsky-rinzel')
const withRungeKutta = pinskyRinzel.replace('method implicit', 'method rk4')

/** Spikes of a Runge–Kutta integration of the paper's equations that shares no code with ours, at 0.01 ms. */
test.each([
  [0.75, [20.77, 104.88, 108.67]],
  [2.5, [9.49, 39.96, 63.19, 69.05, 85.64, 102.23, 110.53]],
] as const)(
  'at %f µA/cm² a Pinsky–Rinzel cell spikes when an independent integration does',
  (uA, expected) => {
    const { spikes } = runDeclaration(withRungeKutta, {
      dt: 0.01,
      duration: 120,
      set: density(uA),
    })

    expect(spikes[0]?.map((t) => t.toFixed(2))).toEqual(expected.map((t) => t.toFixed(2)))
  },
)

/** Two rhythms are stable there: single spikes at 44 Hz, and doublets that make 54 spikes a second. */
test('at 2.5 µA/cm² a Pinsky–Rinzel cell fires around 48 spikes a second, without pause', () => {
  const { spikes } = runDeclaration(pinskyRinzel, {
    dt: 0.025,
    duration: 4000,
    set: density(2.5),
  })

  const settled = (spikes[0] ?? []).filter((t) => t >= 1000)
  const gaps = settled.slice(1).map((t, k) => t - (settled[k] ?? 0))
  expect(settled.length / 3).toBeGreaterThan(42)
  expect(settled.length / 3).toBeLessThan(56)
  expect(Math.max(...gaps)).toBeLessThan(40)
})

test('an axon built of channels spikes exactly with the axon written as one', () => {
  const built = `${model('channels/sodium', 'channels/potassium', 'channels/leak')}
neuron Axon {
  param C = 1 uF/cm^2
  param area = 1000 um^2
  input I : pA from current
  method implicit
  channel Na is Sodium
  channel K is Potassium
  channel Leak { g = 0.3 mS/cm^2; E = -54.387 mV }
  dv/dt = (I / area - Na.I - K.I - Leak.I) / C : mV
  v(0) = -65 mV
  threshold v > 0 mV
  refractory 2 ms
}`
  const drive = { dt: 0.01, duration: 200, set: { I: 100 } }

  const channels = runDeclaration(built, { ...drive, name: 'Axon' })
  const whole = runDeclaration(model('neurons/hodgkin-huxley'), drive)

  expect(channels.spikes[0]).toHaveLength(14)
  expect(channels.spikes).toEqual(whole.spikes)
  expect(channels.value('Na.m')).toBeCloseTo(whole.value('m'), 9)
})

test('a field of 10 mV moves the membrane of a polarised cell by 2 mV', () => {
  const { value } = runDeclaration(model('neurons/polarized-lif'), {
    dt: 0.1,
    duration: 400,
    set: { V_ext: 10 },
  })
  expect(value('v')).toBeCloseTo(-72, 6)
})

test('an interneuron rests near -62 mV, with its calcium near rest', () => {
  const text = model('channels/leak', 'channels/calcium', 'channels/opsins', 'neurons/interneuron')
    .split('\n')
    .filter((line) => !line.startsWith('import'))
    .join('\n')

  const { spikes, value } = runDeclaration(text, {
    name: 'Interneuron',
    dt: 0.05,
    duration: 1000,
  })

  expect(spikes[0]).toEqual([])
  expect(value('v')).toBeCloseTo(-62.27, 1)
  expect(value('Ca')).toBeLessThan(2e-5)
})

test('a fluctuating conductance has its mean and deviation', () => {
  const sampled: number[] = []

  runDeclaration(model('noise/fluctuating-conductance'), {
    dt: 1,
    duration: 30_000,
    count: 20,
    set: { v: -60 },
    before: (population, step) => {
      if (step > 300 && step % 60 === 0) sampled.push(...population.array('g'))
    },
  })

  const mean = sampled.reduce((a, b) => a + b, 0) / sampled.length
  const variance = sampled.reduce((a, b) => a + (b - mean) ** 2, 0) / sampled.length
  expect(Math.abs(mean - 1)).toBeLessThan(0.02)
  expect(Math.abs(Math.sqrt(variance) - 0.3)).toBeLessThan(0.015)
})

test('magnesium leaves 0.060 of the NMDA current at -65 mV', () => {
  const [nmda] = libraryMeanings.filter(({ name }) => name === 'NMDA')
  if (!nmda || 'populations' in nmda.meaning) throw new Error('no NMDA')
  const block = nmda.meaning.variables.get('block')
  if (block?.kind !== 'definition') throw new Error('no block')

  const open = evaluate(block.value, (name) => (name === 'v' ? -65 : 1))

  expect(open).toBeCloseTo(0.06, 3)
})
