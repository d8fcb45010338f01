/** What a command line means by the models it names. */
import { expect, test } from 'vitest'
import { findModels } from '../../runtime/cli/find-models.ts'
import { fakeShell } from './fake-shell.ts'

const library = {
  'lif.livn': '',
  'notes.txt': '',
  'models/neurons/adex.livn': '',
  'models/neurons/izhikevich.livn': '',
  'models/noise/white.livn': '',
  'node_modules/other/stray.livn': '',
}

test('a file stands for itself', () => {
  const { folder } = fakeShell(library)

  const found = findModels(['lif.livn'], folder)

  expect(found).toEqual(['lif.livn'])
})

test('a folder stands for every model below it', () => {
  const { folder } = fakeShell(library)

  const found = findModels(['models'], folder)

  expect(found).toEqual([
    'models/neurons/adex.livn',
    'models/neurons/izhikevich.livn',
    'models/noise/white.livn',
  ])
})

test('one star stays within a folder', () => {
  const { folder } = fakeShell(library)

  const found = findModels(['models/n*/*i*.livn'], folder)

  expect(found).toEqual(['models/neurons/izhikevich.livn', 'models/noise/white.livn'])
})

test('two stars cross folders, but never into installed packages', () => {
  const { folder } = fakeShell(library)

  const found = findModels(['**/*.livn'], folder)

  expect(found).toEqual([
    'lif.livn',
    'models/neurons/adex.livn',
    'models/neurons/izhikevich.livn',
    'models/noise/white.livn',
  ])
})

test('braces list alternatives', () => {
  const { folder } = fakeShell(library)

  const found = findModels(['models/neurons/{adex,lif}.livn'], folder)

  expect(found).toEqual(['models/neurons/adex.livn'])
})

test('a model named twice is found once', () => {
  const { folder } = fakeShell(library)

  const found = findModels(['lif.livn', '*.livn'], folder)

  expect(found).toEqual(['lif.livn'])
})

test('a missing file is answered with the one that was meant', () => {
  const { folder } = fakeShell(library)

  const search = (): unknown => findModels(['adex'], folder)

  expect(search).toThrow('There is no file adex. Did you mean models/neurons/adex.livn?')
})

test('a pattern that matches nothing is a mistake', () => {
  const { folder } = fakeShell(library)

  const search = (): unknown => findModels(['papers/*.livn'], folder)

  expect(search).toThrow('No file matches papers/*.livn.')
})

test('a folder without models is a mistake', () => {
  const { folder } = fakeShell({ 'empty/readme.txt': '' })

  const search = (): unknown => findModels(['empty'], folder)

  expect(search).toThrow('empty holds no .livn file.')
})
