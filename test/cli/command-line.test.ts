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
