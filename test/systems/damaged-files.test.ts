/** Damaged HDF5 files are refused in a sentence, and the library that reads them keeps its own to itself. */
import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { expect, test, vi } from 'vitest'
import { folderOf } from '../../systems/store/folder.ts'
import { loadSystem } from '../../systems/store/load-system.ts'

const original = new Map(
  Object.entries(
    JSON.parse(readFileSync(new URL('./original-folder.json', import.meta.url), 'utf8')) as Record<
      string,
      string
    >,
  ).map(([path, text]) => [path, new Uint8Array(gunzipSync(Buffer.from(text, 'base64')))]),
)

/** Before the first file is read, because the library remembers where it complains. */
const complaints = vi.spyOn(console, 'error').mockImplementation(() => {})

test.each([37, 101, 499])('every %i. byte is another', async (every) => {
  const damaged = new Uint8Array(original.get('cells.h5') ?? [])
  for (let k = 200; k < damaged.length; k += every) damaged[k] = (damaged[k] ?? 0) ^ 0xff
  const folder = folderOf('cultures/nine', new Map(original).set('cells.h5', damaged))

  const outcome = await loadSystem(folder).catch(
    (error: Error) => `${error.name}: ${error.message}`,
  )

  expect(outcome).toMatch(/^UsageError: cultures\/nine\/[^\n]+\.$/)
  expect(complaints).not.toHaveBeenCalled()
})
