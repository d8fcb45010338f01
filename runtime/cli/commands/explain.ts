/** `livn explain`: the flip-book of a compile, every stage as text. */
import type { Page } from '../../../compiler/index.ts'
import { UsageError } from '../../../compiler/usage-error.ts'
import { chooseMeanings, type Meaning, nameOption, readMeanings } from '../choose-meanings.ts'
import { type Command, models } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { findModels } from '../find-models.ts'

export const explain: Command = {
  name: 'explain',
  summary: 'show every stage of a compile as text',
  ...models,
  options: [
    nameOption,
    { flags: '--pass <pass>', meaning: 'only what this pass made, such as hoist-shared' },
    { flags: '--target <target>', meaning: 'the language of the last page', fallback: 'js' },
  ],
  run: async (given, options, shell) => {
    const compiler = await import('../../../compiler/index.ts')
    const { ModelFiles } = await import('../../model-files.ts')
    const files = new ModelFiles(shell.folder)
    const name = typeof options.name === 'string' ? options.name : undefined
    const pass = typeof options.pass === 'string' ? options.pass : undefined
    const target = typeof options.target === 'string' ? options.target : 'js'
    for (const path of findModels(given, shell.folder)) {
      const all = readMeanings(files.read(path), files.surroundings, compiler)
      for (const meaning of chooseMeanings(all, name, path)) {
        const { pages } = compiler.explain(meaning, { target })
        const chosen = pass === undefined ? pages : await pagesOf(pass, pages, meaning)
        shell.write(chosen.map((page) => print(page, meaning)).join(''))
      }
    }
    return exitCodes.ok
  },
}

/** A pass that exists but found nothing to do has no page. */
async function pagesOf(
  pass: string,
  pages: readonly Page[],
  { name }: Meaning,
): Promise<readonly Page[]> {
  const found = pages.filter((page) => page.pass === pass)
  if (found.length > 0) return found
  const { passes } = await import('../../../compiler/optimize/optimize.ts')
  const isKnown = passes.some((each) => each.name === pass)
  if (isKnown) return [{ pass, subject: name, text: 'changed nothing' }]
  const known = [
    ...new Set(
      [...pages, ...passes.map(({ name: each }) => ({ pass: each }))].map((page) => page.pass),
    ),
  ]
  throw new UsageError(`There is no pass ${pass}; there are ${known.join(', ')}.`)
}

function print({ pass, subject, text }: Page, { name }: Meaning): string {
  const title = subject === name ? `${name} · ${pass}` : `${name} · ${pass} · ${subject}`
  return `── ${title} ${'─'.repeat(Math.max(3, 76 - title.length))}\n\n${text.trimEnd()}\n\n`
}
