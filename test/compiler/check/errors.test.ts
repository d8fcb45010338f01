/** Every mistake a model can make has a text that makes it, and the message a user sees. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { check, type Loader, render } from '../../../compiler/index.ts'
import { codes, type Source } from '../../../grammar/diagnostics.ts'

const folder = fileURLToPath(new URL('../../golden/errors', import.meta.url))

const fixtures = readdirSync(folder)
  .filter((name) => name.endsWith('.livn'))
  .map((name) => basename(name, '.livn'))
  .filter((code) => code in codes)

const read = (path: string): Source => ({ path, text: readFileSync(join(folder, path), 'utf8') })

const loader: Loader = {
  load: (path) => {
    if (path.startsWith('..')) return 'outside'
    return readdirSync(folder).includes(path) ? read(path) : undefined
  },
}

/** What the shell would print for a file. */
function rendered(path: string): string {
  const found = check(read(path), { loader })
  return `${found.map((diagnostic) => render(diagnostic)).join('\n\n')}\n`
}

/** Their texts would be a million characters long; the limits have tests of their own. */
const tooLongForAFile = ['source-too-large', 'too-many-statements']

test('every mistake has a text that makes it', () => {
  const missing = Object.keys(codes).filter((code) => !fixtures.includes(code))
  expect(missing.filter((code) => !tooLongForAFile.includes(code))).toEqual([])
})

test.each(fixtures)('%s is told as its golden file says', async (code) => {
  const text = rendered(`${code}.livn`)

  expect(text).toContain(`  ${code}\n`)
  await expect(text).toMatchFileSnapshot(join(folder, `${code}.txt`))
})
