/** `livn explain` in a shell. */
import { expect, test } from 'vitest'
import { fakeShell } from './fake-shell.ts'
import { lif } from './texts.ts'

test('the flip-book begins with the checked equations and ends with the code', async () => {
  const shell = fakeShell({ 'lif.livn': lif })

  const { output } = await shell.livn('explain', 'lif.livn')

  const titles = [...output.matchAll(/^── (.*?) ─+$/gm)].map((match) => match[1])
  expect(titles.at(0)).toBe('LIF · check')
  expect(titles).toContain('LIF · hoist-shared · LIF · step')
  expect(titles.at(-1)).toBe('LIF · emit · js')
})

test('one pass is asked for by name', async () => {
  const shell = fakeShell({ 'lif.livn': lif })

  const { output } = await shell.livn('explain', 'lif.livn', '--pass', 'choose-integrators')

  expect(output).toContain('LIF  v: exact — ')
  expect(output).not.toContain('kernel step')
})

test('a pass that had nothing to do says so', async () => {
  const shell = fakeShell({ 'lif.livn': lif })

  const outcome = await shell.livn('explain', 'lif.livn', '--pass', 'multiply-out-powers')

  expect(outcome.code).toBe(0)
  expect(outcome.output).toContain('changed nothing')
})

test('a pass that does not exist is a wrong call that lists those that do', async () => {
  const shell = fakeShell({ 'lif.livn': lif })

  const outcome = await shell.livn('explain', 'lif.livn', '--pass', 'hoist')

  expect(outcome.code).toBe(2)
  expect(outcome.errors).toMatch(/^livn: There is no pass hoist; there are check, .*hoist-shared/)
})
