/** Every mistake a model can make has a text that makes it, and the message a user sees. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { check, type Loader } from '../../../compiler/check/check.ts'
import { codes, type Source } from '../../../grammar/diagnostics.ts'
import { parse } from '../../../grammar/parse.ts'
import { renderDiagnostic } from '../../../grammar/render.ts'

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
  const { file, diagnostics } = parse(read(path))
  const all = [...diagnostics, ...check(file, { loader }).diagnostics]
  return `${all.map((diagnostic) => renderDiagnostic(diagnostic)).join('\n\n')}\n`
}

test.each(fixtures)('%s is told as its golden file says', async (code) => {
  const text = rendered(`${code}.livn`)

  expect(text).toContain(`  ${code}\n`)
  await expect(text).toMatchFileSnapshot(join(folder, `${code}.txt`))
})
