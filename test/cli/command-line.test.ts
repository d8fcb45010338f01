/** What the shell's door answers before any command runs. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { fakeShell } from './fake-shell.ts'

test('the version is that of the package', async () => {
  const { version } = JSON.parse(readFileSync('package.json', 'utf8'))

  const outcome = await fakeShell().livn('--version')

  expect(outcome).toEqual({ code: 0, output: `${version}\n`, errors: '' })
})

test('help is an answer, not a mistake', async () => {
  const outcome = await fakeShell().livn('--help')

  expect(outcome.code).toBe(0)
  expect(outcome.output).toContain('Usage: livn')
})

test('an unknown option is answered in one line and with exit code 2', async () => {
  const outcome = await fakeShell().livn('--verison')

  expect(outcome.code).toBe(2)
  expect(outcome.errors).toBe("livn: unknown option '--verison' (Did you mean --version?)\n")
})

test.each([
  [['nosuch'], "livn: unknown command 'nosuch'; see livn --help\n"],
  [['systems', 'nosuch'], "livn: unknown command 'nosuch'; see livn systems --help\n"],
  [['run'], "livn: missing required argument 'system'; see livn run --help\n"],
  [
    ['systems', 'export', 'EI1'],
    "livn: missing required argument 'folder'; see livn systems export --help\n",
  ],
  [['rnu'], "livn: unknown command 'rnu' (Did you mean run?)\n"],
])('livn %j is told where to read what is right', async (words, message) => {
  const outcome = await fakeShell().livn(...words)

  expect(outcome).toEqual({ code: 2, output: '', errors: message })
})

test('a name that would colour the terminal does not', async () => {
  const outcome = await fakeShell().livn('run', 'red\u001b[31m.livn')

  expect(outcome.errors).toBe('livn: There is no file red·[31m.livn.\n')
})
