/** `livn format` in a shell. */
import { expect, test } from 'vitest'
import { fakeShell } from './fake-shell.ts'
import { lif, unreadable } from './texts.ts'

const untidy = lif.replaceAll('  param', '      param')

test('a model gets its canonical layout in place, and is named', async () => {
  const shell = fakeShell({ 'lif.livn': untidy })

  const outcome = await shell.livn('format', 'lif.livn')

  expect(outcome).toEqual({ code: 0, output: 'lif.livn\n', errors: '' })
  expect(shell.read('lif.livn')).not.toBe(untidy)
})

test('a layout that is canonical stays as it is', async () => {
  const shell = fakeShell({ 'lif.livn': untidy })
  await shell.livn('format', 'lif.livn')

  const outcome = await shell.livn('format', '--check', 'lif.livn')

  expect(outcome).toEqual({ code: 0, output: '', errors: '' })
})

test('to check changes nothing, but names the file and exits with 1', async () => {
  const shell = fakeShell({ 'lif.livn': untidy })

  const outcome = await shell.livn('format', '--check', 'lif.livn')

  expect(outcome).toEqual({ code: 1, output: 'lif.livn\n', errors: '' })
  expect(shell.read('lif.livn')).toBe(untidy)
})

test('a text that cannot be read is left alone, and the others get their layout', async () => {
  const shell = fakeShell({ 'half.livn': unreadable, 'lif.livn': untidy })

  const outcome = await shell.livn('format', 'half.livn', 'lif.livn')

  expect(outcome.code).toBe(1)
  expect(outcome.output).toBe('lif.livn\n')
  expect(outcome.errors).toMatch(/^half\.livn:\d/)
  expect(shell.read('half.livn')).toBe(unreadable)
})
