/** The gallery of the language has no mistakes, and this is what it means. */
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { check, type Loader } from '../../../compiler/check/check.ts'
import { printDynamics } from '../../../compiler/ir/print-dynamics.ts'
import { printModel } from '../../../compiler/ir/print-model.ts'
import type { Source } from '../../../grammar/diagnostics.ts'
import { parse } from '../../../grammar/parse.ts'

const folder = fileURLToPath(new URL('../../golden/dynamics', import.meta.url))

const sources = new Map(
  readdirSync(folder)
    .filter((path) => path.endsWith('.livn'))
    .map((path): [string, Source] => [
      basename(path, '.livn'),
      { path, text: readFileSync(join(folder, path), 'utf8') },
    ]),
)

const loader: Loader = { load: (path) => sources.get(basename(path, '.livn')) }

/** Every declaration of the gallery, as a library. */
const library = new Map(
  [...sources.values()].flatMap((source) => {
    const { own } = check(parse(source).file, { loader })
    return own.map((name): [string, Source] => [name, source])
  }),
)

test.each([...sources])('%s', async (name, source) => {
  const { own, declarations, models, diagnostics } = check(parse(source).file, { loader, library })
  const meanings = own.flatMap((declared) => declarations.get(declared) ?? []).map(printDynamics)
  const text = [...meanings, ...models.map(printModel)].join('\n\n')

  expect(diagnostics).toEqual([])
  await expect(`${text}\n`).toMatchFileSnapshot(join(folder, `${name}.txt`))
})
