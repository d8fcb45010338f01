/** Which files a model reaches: its own folder and the library, and nothing else on the machine. */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { ModelFiles } from '../../runtime/model-files.ts'

const texts = {
  'library/channels/leak.livn': '# Leak.\nchannel Leak {\n}\nfunction f(x) = x\n',
  'library/synapses.livn':
    'synapse AMPA {}\nmodel M {\n  synapse Not is AMPA\n}\nsynapse GABA extends AMPA {}\n',
  'home/cell.livn': 'neuron Cell {}',
  'home/parts/soma.livn': '',
  'secret.livn': 'neuron Secret {}',
}

test('a file keeps the path its user wrote', () => {
  const { files } = scene()

  const source = files.read('cell.livn')

  expect(source).toEqual({ path: 'cell.livn', text: 'neuron Cell {}' })
})

test('whoever reads a file again gets the same source, until its text is another', () => {
  const { files, folder } = scene()
  const before = files.read('cell.livn')

  const again = new ModelFiles(folder).read('cell.livn')
  writeFileSync(join(folder, 'cell.livn'), 'neuron Sell {}')
  const changed = new ModelFiles(folder).read('cell.livn')

  expect(again).toBe(before)
  expect(changed.text).toBe('neuron Sell {}')
})

test('the library is found by what its files declare', () => {
  const { files } = scene()

  const names = [...files.surroundings.library].map(([name, { path }]) => [name, path])

  expect(names).toEqual([
    ['Leak', 'models/channels/leak.livn'],
    ['AMPA', 'models/synapses.livn'],
    ['GABA', 'models/synapses.livn'],
  ])
})

test('the library is read when somebody looks for a name in it, and not before', () => {
  const { files, folder } = scene()
  const { library } = files.surroundings

  writeFileSync(join(folder, '../library/late.livn'), 'noise Late {\n}\n')

  expect(library.has('Late')).toBe(true)
})

test('an import is looked for beside the file first, then in the library', () => {
  const { load } = scene()

  const found = [load('parts/soma.livn'), load('channels/leak.livn'), load('absent.livn')]

  expect(found).toEqual(['parts/soma.livn', 'models/channels/leak.livn', undefined])
})

test('an imported file may look up, but not out of the folder of the model', () => {
  const { files, load } = scene()
  const soma = files.surroundings.loader.load('parts/soma.livn', files.read('cell.livn'))
  if (!soma || soma === 'outside') throw new Error('soma.livn must be found')

  const found = [load('../cell.livn', soma), load('../../secret.livn', soma)]

  expect(found).toEqual(['cell.livn', 'outside'])
})

test('a link that leads out of the folder is not followed', () => {
  const { folder, load } = scene()
  symlinkSync(join(folder, '../secret.livn'), join(folder, 'friendly.livn'))

  const found = load('friendly.livn')

  expect(found).toBe('outside')
})

test('no absolute path gets anywhere', () => {
  const { folder, load } = scene()

  const found = [load(join(folder, '../secret.livn')), load('/etc/passwd'), load('/dev/zero')]

  expect(found).toEqual(['outside', 'outside', 'outside'])
})

test.each([
  ['a null byte', 'parts/\0soma.livn'],
  ['a name that no disk holds', `${'a'.repeat(10_000)}.livn`],
])('a path with %s leads nowhere', (_, path) => {
  const { load } = scene()

  expect(load(path)).toBeUndefined()
})

test('a folder is no model file', () => {
  const { files } = scene()

  const read = (): unknown => files.read('parts')

  expect(read).toThrow('There is no file parts.')
})

/** A folder with a model, a library beside it, and a file that is none of its business. */
function scene() {
  const top = realpathSync(mkdtempSync(join(tmpdir(), 'livn-')))
  onTestFinished(() => rmSync(top, { recursive: true, force: true }))
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(top, path)), { recursive: true })
    writeFileSync(join(top, path), text)
  }
  const folder = join(top, 'home')
  const files = new ModelFiles(folder, join(top, 'library'))
  const load = (path: string, from = files.read('cell.livn')): string | undefined => {
    const found = files.surroundings.loader.load(path, from)
    return typeof found === 'object' ? found.path : found
  }
  return { files, folder, load }
}
