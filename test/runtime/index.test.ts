/** What a program that imports livn can do with a model. */
import { expect, test } from 'vitest'
import { check, compile, format, ModelError, ModelFiles } from '../../runtime/index.ts'
import { fakeShell } from '../cli/fake-shell.ts'
import { lif, wrongUnits } from '../cli/texts.ts'

test('a text becomes a program with its code', () => {
  const program = compile(lif)

  expect(program.populations.map(({ name }) => name)).toEqual(['LIF'])
  expect(program.artifact.text).toContain('export function step(')
})

test('a file is compiled with what it imports', () => {
  const { folder } = fakeShell({
    'rates.livn': 'function twice(x) = 2 * x\n',
    'lif.livn': `import twice from "rates.livn"\n${lif.replace('-58 mV', 'twice(-29 mV)')}`,
  })
  const files = new ModelFiles(folder)

  const program = compile(files.read('lif.livn'), { ...files.surroundings, target: 'wasm' })

  expect(program.artifact.code).toBeInstanceOf(Uint8Array)
})

test('a wrong model is thrown with its diagnostics', () => {
  const compileIt = (): unknown => compile(wrongUnits)

  expect(compileIt).toThrow(ModelError)
  expect(compileIt).toThrow(/^model\.livn:8:\d+ {2}unit-mismatch/)
})

test('a text alone is checked and laid out, as it is compiled', () => {
  expect(check(lif)).toEqual([])
  expect(check(wrongUnits).map(({ code }) => code)).toEqual(['unit-mismatch'])
  expect(format(lif)).toBe(format({ path: 'lif.livn', text: lif }))
})
