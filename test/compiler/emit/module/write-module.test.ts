/** Compiled modules, run as a user would run them. */
import { expect, test } from 'vitest'
import { propagatorText } from '../../../../compiler/emit/module/cells-text.ts'
import { writeModule } from '../../../../compiler/emit/module/write-module.ts'
import { propagate } from '../../../../compiler/ir/matrix-exponential.ts'
import type { Program } from '../../../../compiler/program.ts'
import { population, program } from './hand-made-program.ts'

const title = 'LIF — from models/neurons/lif.livn'

test('is one readable file', async () => {
  await expect(writeModule(program, title)).toMatchFileSnapshot(
    '../../../golden/code/hand-built/module.js',
  )
})

test('fires at the rate that theory gives for a constant current', async () => {
  const { default: lif } = await load(program)
  const cells = lif.create({ cells: 2, dt: 0.1 })
  cells.set('I', [0.3, 0.1])

  const { cells: spiking } = cells.run(1000)

  const interval = 2 + 20 * Math.log((300 / 10 - 12) / (300 / 10 - 20))
  expect(spiking.length).toBeGreaterThan(1000 / interval - 2)
  expect(spiking.length).toBeLessThan(1000 / interval + 1)
  expect(new Set(spiking)).toEqual(new Set([0]))
})

test('takes and gives parameters in the units of the model, and follows those that depend on others', async () => {
  const { default: lif } = await load(program)
  const cells = lif.create({ parameters: { C: 0.4, V_th: -55 } })

  expect([cells.parameters.C, cells.parameters.tau, cells.get('V_th')[0]]).toEqual([0.4, 40, -55])
  cells.parameters.g_L = 20
  expect([cells.shared.C, cells.get('tau')]).toEqual([400, 20])
  expect(() => cells.set('c', 1)).toThrow('LIF has no c. It has C, g_L, tau, E_L, V_th')
})

test('gives what can be recorded in its unit, be it an array or not', async () => {
  const { default: lif } = await load(program)
  const cells = lif.create({ cells: 2 })
  cells.set('v', [-60, -80])

  expect([...cells.get('v')]).toEqual([-60, -80])
  expect([...cells.get('I_L')]).toEqual([-0.1, 0.1])
})

test('knows its parameters, states and recordables with their units and meaning', async () => {
  const { default: lif } = await load(program)

  expect(lif.doc).toBe('A leaky neuron.')
  expect(lif.parameters.map(({ name, unit }: Named) => `${name} ${unit}`)).toEqual([
    'C nF',
    'g_L nS',
    'tau ms',
    'E_L mV',
    'V_th mV',
  ])
  expect(lif.states[0]).toMatchObject({ name: 'v', doc: 'membrane potential' })
  expect(lif.recordables.map(({ name }: Named) => name)).toEqual(['v', 'I_L'])
})

test('solves coupled linear equations exactly', async () => {
  const { default: lif } = await load(program)
  const cells = lif.create({ cells: 1, dt: 1 })

  cells.step(10)

  const [a, b] = [1 / 5, 1 / 20]
  expect(cells.get('fast')[0]).toBeCloseTo(Math.exp(-10 * a), 13)
  expect(cells.get('slow')[0]).toBeCloseTo(
    (b / (a - b)) * (Math.exp(-10 * b) - Math.exp(-10 * a)),
    13,
  )
})

test('advances linear equations by the very bits that the runtime uses', () => {
  const run = new Function(`${propagatorText}; return propagate`)()
  const matrix = [
    [-0.2, 0.3, 0],
    [0.05, -7, 1],
    [0, 0, 0],
  ]
  const names = (kind: string) => matrix.map((row, i) => row.map((_, j) => `${kind}${i}${j}`))
  const shared: Record<string, number> = {}

  run(
    { matrix: () => matrix, transition: names('P'), gain: names('Q'), extent: 'shared' },
    { shared, dt: 0.1 },
  )

  const { transition, gain } = propagate(matrix, 0.1)
  expect(names('P').map((row) => row.map((name) => shared[name]))).toEqual(transition)
  expect(names('Q').map((row) => row.map((name) => shared[name]))).toEqual(gain)
})

test('does what is due every millisecond, and acts on events after resets', async () => {
  const { default: lif } = await load(program)
  const cells = lif.create({ cells: 2, dt: 0.1, parameters: { E_L: -65 } })
  cells.set('v', [-65, -40])

  expect([...cells.step(1)]).toEqual([1])
  expect([...cells.events.get('high')]).toEqual([1])
  expect([...cells.get('v')].map(Math.round)).toEqual([-65, -58])
  cells.step(10)
  expect([...cells.get('renewed')]).toEqual([2, 2])
})

test('keeps several populations apart, by their names', async () => {
  const both = { ...program, populations: [population, { ...population, name: 'await' }] }

  const { default: cast, LIF } = await load(both)

  expect(Object.keys(cast)).toEqual(['LIF', 'await_'])
  expect(cast.LIF).toBe(LIF)
  expect(cast.await_.create().run(1).times.length).toBe(0)
})

interface Named {
  readonly name: string
  readonly unit: string
}

/** Modules are untyped where they are loaded from text. */
function load(compiled: Program) {
  const text = writeModule(compiled, title)
  return import(`data:text/javascript,${encodeURIComponent(text)}`)
}
