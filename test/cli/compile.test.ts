/** `livn compile` in a shell. */
import { expect, test } from 'vitest'
import { fakeShell } from './fake-shell.ts'
import { lif, synapses } from './texts.ts'

test('the readable target is the default', async () => {
  const shell = fakeShell({ 'lif.livn': lif })

  const outcome = await shell.livn('compile', 'lif.livn')

  expect(outcome.code).toBe(0)
  expect(outcome.output).toMatch(/^\/\/ LIF — from lif\.livn\n/)
  expect(outcome.output).toContain('export function step(')
})

test('WebAssembly is printed as a listing and written as a module', async () => {
  const shell = fakeShell({ 'lif.livn': lif })

  const printed = await shell.livn('compile', 'lif.livn', '--target', 'wasm')
  const written = await shell.livn('compile', 'lif.livn', '--target', 'wasm', '--out', 'lif.wasm')

  expect(printed.output).toContain('export func step')
  expect(written).toEqual({ code: 0, output: '', errors: '' })
  expect(shell.read('lif.wasm').startsWith('\0asm')).toBe(true)
})

test('a module is written with its types beside it', async () => {
  const shell = fakeShell({ 'lif.livn': lif })

  await shell.livn('compile', 'lif.livn', '--target', 'module', '--out', 'lif.js')

  expect(shell.read('lif.js')).toContain('export default LIF')
  expect(shell.read('lif.d.ts')).toContain('export declare const LIF')
})

test('every declaration is compiled where no model is', async () => {
  const shell = fakeShell({ 'synapses.livn': synapses })

  const { output } = await shell.livn('compile', 'synapses.livn')

  expect(output).toContain('// Fast — from synapses.livn')
  expect(output).toContain('// Slow — from synapses.livn')
})

test('one file holds one program', async () => {
  const shell = fakeShell({ 'synapses.livn': synapses })

  const outcome = await shell.livn('compile', 'synapses.livn', '--out', 'both.js')

  expect(outcome.code).toBe(2)
  expect(outcome.errors).toBe('livn: --out takes one program; say which with --name.\n')
})

test('a target that does not exist is a wrong call that lists those that do', async () => {
  const shell = fakeShell({ 'lif.livn': lif })

  const outcome = await shell.livn('compile', 'lif.livn', '--target', 'fortran')

  expect(outcome.code).toBe(2)
  expect(outcome.errors).toMatch(/^livn: There is no target fortran; there are .*js.*module\.\n$/)
})
