/** Cultures from the hub: all of a folder or nothing of it. */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { predefined } from '../../systems/predefined.ts'
import { fetchSystem } from '../../systems/store/fetch-system.ts'
import { hubFolder } from '../../systems/store/hub-folder.ts'
import { systemFiles } from '../../systems/store/save-system.ts'
import { System } from '../../systems/system.ts'
import { fakeHub } from './fake-hub.ts'

function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'livn-hub-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  return folder
}

async function hubFiles(): Promise<Map<string, Uint8Array>> {
  const files = await systemFiles(predefined('EI1'))
  return new Map([...files].map(([path, bytes]) => [`systems/graphs/Ours/${path}`, bytes]))
}

test('a culture comes with all of its files', async () => {
  const to = join(emptyFolder(), 'deep', 'Ours')

  await fetchSystem('Ours', { to, fetch: fakeHub(await hubFiles()).fetch })

  expect((await System.load(to)).projections).toHaveLength(6)
  expect(readdirSync(join(to, '..'))).toEqual(['Ours'])
})

test('progress tells each file and comes to all bytes', async () => {
  const to = join(emptyFolder(), 'Ours')
  const files: string[] = []
  const shares: number[] = []

  await fetchSystem('Ours', {
    to,
    fetch: fakeHub(await hubFiles()).fetch,
    onProgress: ({ file, done, total }) => {
      files.push(file)
      shares.push(done / total)
    },
  })

  expect(files).toEqual([
    'cells.h5',
    'connections.h5',
    'graph.json',
    'mea.json',
    'provenance.json',
    '',
  ])
  expect([shares[0], shares.at(-1)]).toEqual([0, 1])
})

test('a culture can be read where it lies', async () => {
  const hub = fakeHub(await hubFiles())

  const system = await System.load(await hubFolder('Ours', { fetch: hub.fetch }))

  expect(system.summary()).toMatchObject({ name: 'Ours', cells: 10, electrodes: 1 })
})

test.each([
  [
    'a hub that is out of reach',
    'The hub cannot be reached from here, so Ours was not fetched.',
    async () => {
      throw new TypeError('fetch failed')
    },
  ],
  [
    'a hub that refuses',
    'The hub refused Ours: it answered 503.',
    async () => new Response('', { status: 503 }),
  ],
  ['a hub that has no such culture', 'The hub has no culture Ours', fakeHub(new Map()).fetch],
])('%s is said in a sentence, and nothing changes', async (_, message, fetch) => {
  const folder = emptyFolder()

  await expect(fetchSystem('Ours', { to: join(folder, 'Ours'), fetch })).rejects.toThrow(message)

  expect(readdirSync(folder)).toEqual([])
})

test('a file that was cut short leaves nothing behind', async () => {
  const folder = emptyFolder()
  const hub = fakeHub(await hubFiles(), { 'systems/graphs/Ours/mea.json': 99_999 })

  await expect(fetchSystem('Ours', { to: join(folder, 'Ours'), fetch: hub.fetch })).rejects.toThrow(
    'mea.json was cut short: 132 of 99999 bytes came from the hub.',
  )

  expect(readdirSync(folder)).toEqual([])
})

test('a file that leads out of the folder leaves nothing behind', async () => {
  const folder = emptyFolder()
  const files = await hubFiles()
  files.set('systems/graphs/Ours/../../../evil.json', Uint8Array.of(1))

  await expect(
    fetchSystem('Ours', { to: join(folder, 'Ours'), fetch: fakeHub(files).fetch }),
  ).rejects.toThrow('../../../evil.json leads out of the folder.')

  expect(readdirSync(folder)).toEqual([])
})

test('a folder that is there is not written over, nor the hub asked', async () => {
  const folder = emptyFolder()
  const hub = fakeHub(await hubFiles())

  await expect(fetchSystem('Ours', { to: folder, fetch: hub.fetch })).rejects.toThrow(
    'is there already',
  )

  expect(hub.asked).toEqual([])
})

test('who stops it, or has waited long enough, is told so', async () => {
  const to = join(emptyFolder(), 'Ours')
  const never: typeof fetch = (_, init) =>
    new Promise((_resolve, reject) => {
      init?.signal?.addEventListener('abort', () => reject(init.signal?.reason))
    })

  const stopped = AbortSignal.abort()

  await expect(
    fetchSystem('Ours', { to, fetch: fakeHub(await hubFiles()).fetch, signal: stopped }),
  ).rejects.toThrow('Fetching Ours was stopped.')
  await expect(fetchSystem('Ours', { to, fetch: never, timeout: 0.01 })).rejects.toThrow(
    'The hub took too long to send Ours.',
  )
})

test.each(['../E3I', 'a/b', '', '3'])('%j names no culture', async (name) => {
  await expect(hubFolder(name)).rejects.toThrow('is no name of a culture')
})
