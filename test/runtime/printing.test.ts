/** What console.log shows of what is thrown and of what a user holds: a few words that help. */
import { inspect } from 'node:util'
import { expect, test } from 'vitest'
import { InternalError } from '../../compiler/ir/internal-error.ts'
import { Env, make, ModelError, Stimulus, System } from '../../runtime/index.ts'
import { wrongUnits } from '../cli/texts.ts'

test('a wrong model prints its message and where it was thrown, not the texts of its files', () => {
  const error = thrownBy(() => new Env(3, { model: { path: 'x.livn', text: wrongUnits } }))

  expect(error).toBeInstanceOf(ModelError)
  expect((error as ModelError).diagnostics[0]?.code).toBe('unit-mismatch')
  expect(inspect(error)).toBe((error as Error).stack)
  expect(inspect(error)).toContain('unit-mismatch')
  expect(inspect(error)).not.toContain('Leaky integrate-and-fire')
})

test('a mistake of the compiler prints what it was working on once', () => {
  const error = new InternalError('fold-constants', 'u is read nowhere', 'kernel step')

  expect(inspect(error)).toBe(error.stack)
  expect(error.pass).toBe('fold-constants')
  expect(error.printed).toBe('kernel step')
})

test('an Env says what is on what, how far it is, and what it records', async () => {
  const env = await make('EI1', { model: 'lif-culture' })
  env.recordSpikes().recordVoltage()
  await env.run(10)

  expect(inspect(env)).toBe(
    'Env of lif-culture on EI1: EXC 8, INH 2; at 10 ms in steps of 0.1 ms; records spikes, voltage',
  )
})

test('times print without what rounding leaves behind', async () => {
  const env = new Env({ EXC: 3 }, { model: 'lif-culture' })

  const run = await env.run(0.3)

  expect(run.duration).not.toBe(0.3)
  expect(inspect(run)).toContain('Run of 0.3 ms')
  expect(inspect(env)).toContain('at 0.3 ms')
})

test('an Env whose folder has not been read prints, too', () => {
  expect(inspect(new Env('cultures/E3I'))).toBe('Env of a model on a system that is not read yet')
})

test('a closed Env prints as it was', async () => {
  const env = new Env({ EXC: 3 })
  await env.close()

  expect(inspect(env)).toMatch(/EXC 3; at 0 ms in steps of 0.1 ms; records nothing$/)
})

test('a Run says how long it is and what is in it', async () => {
  const env = await make('EI1')
  env.recordVoltage()

  const run = await env.run(10)

  expect(inspect(run)).toBe('Run of 10 ms: voltage 10 × 100')
})

test('a System says who is there and how much connects them', () => {
  const system = System.fromArrays({
    name: 'two',
    populations: { A: { count: 2 } },
    projections: [{ pre: 'A', post: 'A', synapse: 'AMPA', i: [0], j: [1] }],
  })

  expect(inspect(system)).toBe('System two: A 2; connections 1, electrodes 0')
})

test('an MEA says how many electrodes it has and how far they reach', async () => {
  const env = await make('EI2')

  expect(inspect(env.io)).toBe(
    'MEA of 16 electrodes, meant to reach 100 um, recording within 50 um',
  )
})

test('a Stimulus says what it is, in what unit, and how much of it there is', () => {
  expect(inspect(Stimulus.fromCurrent([[1, 2]]))).toBe(
    'Stimulus of current in nA: 2 columns, 1 row of 0.1 ms',
  )
})

test('Cells say how many they are and what can be set of them', () => {
  const { cells } = new Env({ EXC: 3 }, { model: 'lif-culture' })

  expect(inspect(cells)).toMatch(/^Cells EXC 3: tau_m, E_L, .*delta_v$/)
  expect(inspect(cells.of('EXC'))).toBe(inspect(cells))
  expect(inspect(cells.cell(1))).toMatch(/^cell 1 of EXC: tau_m, E_L, .*delta_v$/)
})

function thrownBy(act: () => unknown): unknown {
  try {
    act()
  } catch (error) {
    return error
  }
  return undefined
}
