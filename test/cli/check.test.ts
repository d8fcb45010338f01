/** `livn check` in a shell. */
import { expect, test } from 'vitest'
import { fakeShell } from './fake-shell.ts'
import { lif, wrongUnits } from './texts.ts'

test('a good model is answered with silence', async () => {
  const shell = fakeShell({ 'lif.livn': lif })

  const outcome = await shell.livn('check', 'lif.livn')

  expect(outcome).toEqual({ code: 0, output: '', errors: '' })
})

test('wrong units are shown where they are, and the exit code is 1', async () => {
  const shell = fakeShell({ 'lif.livn': wrongUnits })

  const outcome = await shell.livn('check', 'lif.livn')

  expect(outcome.code).toBe(1)
  expect(outcome.output).toBe('')
  expect(outcome.errors).toMatch(/^lif\.livn:8:\d+ {2}unit-mismatch\n {2}8 \| /)
})

test('editors get a list with the place, the code and the sentence', async () => {
  const shell = fakeShell({ 'lif.livn': wrongUnits })

  const outcome = await shell.livn('check', '--json', 'lif.livn')

  expect(outcome.code).toBe(1)
  expect(JSON.parse(outcome.output)).toEqual([
    {
      file: 'lif.livn',
      line: 8,
      column: 11,
      code: 'unit-mismatch',
      severity: 'error',
      message: expect.stringContaining('mV/ms'),
    },
  ])
})

test('for editors a good model is an empty list', async () => {
  const shell = fakeShell({ 'lif.livn': lif })

  const outcome = await shell.livn('check', '--json', 'lif.livn')

  expect(outcome).toEqual({ code: 0, output: '[]\n', errors: '' })
})

test('a mistake in a file that two models import is told once', async () => {
  const shell = fakeShell({
    'shared.livn': 'function half(x) = nothing / 2\n',
    'a.livn': `import half from "shared.livn"\n${lif}`,
    'b.livn': `import half from "shared.livn"\n${lif}`,
  })

  const outcome = await shell.livn('check', '--json', 'a.livn', 'b.livn')

  expect(JSON.parse(outcome.output)).toHaveLength(1)
})

test('a missing file is a wrong call', async () => {
  const outcome = await fakeShell().livn('check', 'absent.livn')

  expect(outcome).toEqual({ code: 2, output: '', errors: 'livn: There is no file absent.livn.\n' })
})

test('a command without a model is a wrong call', async () => {
  const outcome = await fakeShell().livn('check')

  expect(outcome.code).toBe(2)
  expect(outcome.errors).toBe("livn: missing required argument 'models'; see livn check --help\n")
})
