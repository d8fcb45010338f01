/** `livn tune`: what it writes, what it keeps for later, and what it refuses. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { fakeShell } from './fake-shell.ts'

const quick = ['--duration', '1500', '--seeds', '1', '--proof', '2500', '--proof-seeds', '1']

test('a culture that lives is written down with the command that found it', async () => {
  const shell = fakeShell()

  const outcome = await shell.livn(
    ...['tune', 'EI2', '--model', 'lif-culture', '--rate', 'EXC=3.5,INH=3.5', ...quick],
  )

  expect(outcome.code).toBe(0)
  const tuned = JSON.parse(shell.read('models/tuned/lif-culture/EI2.json'))
  expect(tuned).toMatchObject({ model: 'lif-culture', system: 'EI2', seed: 1, dt: 0.1 })
  expect(tuned.command).toBe(
    `livn tune EI2 --model lif-culture --rate EXC=3.5,INH=3.5 --seeds 1 --duration 1500 --proof 2500 --proof-seeds 1`,
  )
  expect(tuned.features.rate_EXC).toBeGreaterThan(1)
  expect(Object.keys(tuned.params)).toContain('weight-EXC_EXC-dend-AMPA-weight')
})

test('a search that does not find what is wanted says so, and goes on from there the next time', async () => {
  const shell = fakeShell()
  const words = ['tune', 'EI1', '--model', 'lif-culture', '--isi-cv', '5', ...quick]

  const first = await shell.livn(...words, '--generations', '1')
  const kept = existsSync(join(shell.folder, 'livn-tune-lif-culture-EI1.json'))
  const second = await shell.livn(...words, '--generations', '2')

  expect([first.code, second.code]).toEqual([1, 1])
  expect(kept).toBe(true)
  expect(second.errors).toContain('goes on from generation 1')
  expect(second.errors).toContain('generation 2')
})

test('a search for something else does not go on from there', async () => {
  const shell = fakeShell()
  const words = ['tune', 'EI1', '--model', 'lif-culture', ...quick, '--generations', '0']

  await shell.livn(...words, '--isi-cv', '5')
  const other = await shell.livn(...words, '--isi-cv', '6')

  expect(other.code).toBe(2)
  expect(other.errors).toContain('is of a search for something else')
})

test.each([
  [['--rate', 'fast'], '--rate does not understand "fast"'],
  [['--seeds', 'many'], '--seeds is many; it must be a number'],
  [['--range', 'noise-EXC-mu'], '--range does not understand'],
  [['--from', 'EI9'], 'nobody has tuned lif-culture on EI9'],
  [['--seeds', '0'], '--seeds is 0; it must be a whole number, 1 or more.'],
  [['--workers', '1.5'], '--workers is 1.5; it must be a whole number, 1 or more.'],
  [['--proof', '0'], '--proof is 0; it must be a time in ms above 0.'],
  [['--active', '2'], '--active is 2; it must be a fraction from 0 to 1.'],
])('%j is a wrong call', async (words, message) => {
  const outcome = await fakeShell().livn('tune', 'EI1', '--model', 'lif-culture', ...words)

  expect(outcome.code).toBe(2)
  expect(outcome.errors).toContain(message)
})

test('a system that livn does not know is a wrong call, and no search is begun', async () => {
  const shell = fakeShell()

  const outcome = await shell.livn('tune', 'EI9')

  expect(outcome).toMatchObject({ code: 2, output: '' })
  expect(outcome.errors).toMatch(/^livn: Asked for EI9, .*Did you mean EI1\?\n$/)
  expect(existsSync(join(shell.folder, 'livn-tune-izhikevich-culture-EI9.json'))).toBe(false)
})
