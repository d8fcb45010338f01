/** Files that cannot be written: told in one sentence, before anything is computed where the command can know. */
import { existsSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Env, openRunFile, UsageError } from '../../runtime/index.ts'
import { fakeShell } from './fake-shell.ts'
import { lif } from './texts.ts'

test.each([
  ['run', 'EI1', '--out', 'absent/x.json'],
  ['run', 'EI1', '--out', 'absent/x.arrow'],
  ['run', 'EI1', '--plot', 'absent/x.svg'],
  ['demo', '--out', 'absent/x.svg'],
  ['models', 'plot', 'LIF', '--out', 'absent/x.png'],
  ['systems', 'plot', 'EI1', '--out', 'absent/x.svg'],
  ['compile', 'lif.livn', '--out', 'absent/x.js'],
])('%s %s %s %s is a wrong call', async (...words) => {
  const { output, errors, code } = await fakeShell({ 'lif.livn': lif }).livn(...words)

  expect(errors).toMatch(
    /^livn: .*absent\S* cannot be opened or written: there is no such folder\.\n$/,
  )
  expect([code, output]).toEqual([2, ''])
})

test('a folder is no file to write', async () => {
  const shell = fakeShell({ 'run.json/x': '' })

  const { errors, code } = await shell.livn('run', 'EI1', '--out', 'run.json')

  expect(errors).toMatch(
    /^livn: --out is run\.json: .*run\.json cannot be written: it is a folder\.\n$/,
  )
  expect(code).toBe(2)
})

test('a run that is refused leaves no file behind', async () => {
  const shell = fakeShell()

  await shell.livn('run', 'EI1', '--record', 'nothing', '--out', 'run.csv', '--plot', 'run.svg')

  expect(existsSync(join(shell.folder, 'run.csv'))).toBe(false)
  expect(existsSync(join(shell.folder, 'run.svg'))).toBe(false)
})

test.each(['json', 'csv', 'arrow'])('a program is told, too, of a .%s', async (ending) => {
  const file = openRunFile(join(fakeShell().folder, `absent/x.${ending}`))
  const env = new Env(3, { model: 'lif-culture' }).recordSpikes()

  const written = file.write(await env.run(5)).then(file.close)

  await expect(written).rejects.toThrow(UsageError)
  await expect(written).rejects.toThrow('there is no such folder')
})

test('types of a module stand beside its code, whatever that is called', async () => {
  const shell = fakeShell({ 'lif.livn': lif })

  const { code } = await shell.livn('compile', 'lif.livn', '--target', 'module', '--out', 'cell')

  expect(code).toBe(0)
  expect(shell.read('cell')).toContain('export')
  expect(shell.read('cell.d.ts')).toContain('readonly')
  expect(shell.read('cell')).not.toBe(shell.read('cell.d.ts'))
})

const full = '/dev/full'

test.runIf(existsSync(full)).each([
  ['--out', 'run.csv'],
  ['--out', 'run.json'],
  ['--out', 'run.arrow'],
  ['--plot', 'run.svg'],
])('a full disk is told with the file that has no room: %s %s', async (option, file) => {
  const shell = fakeShell()
  symlinkSync(full, join(shell.folder, file))

  const { code, errors } = await shell.livn('run', 'EI1', '--duration', '100', option, file)

  expect(errors).toContain(`${file} cannot be opened or written: the disk is full.`)
  expect(code).toBe(2)
})
