/** `livn format`: gives models their canonical layout, in place. */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Command, models } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { findModels } from '../find-models.ts'
import type { Shell } from '../shell.ts'

type Outcome = 'changed' | 'unchanged' | 'unreadable'

export const format: Command = {
  name: 'format',
  summary: 'give models their canonical layout, in place',
  ...models,
  options: [{ flags: '--check', meaning: 'change nothing; exit 1 if a layout would change' }],
  run: async (given, options, shell) => {
    const compiler = await import('../../../compiler/index.ts')
    const { ModelFiles } = await import('../../model-files.ts')
    const files = new ModelFiles(shell.folder)
    const layout = (path: string): Outcome => {
      try {
        const { text } = files.read(path)
        const better = compiler.format({ path, text })
        if (better === text) return 'unchanged'
        if (!options.check) writeFileSync(resolve(shell.folder, path), better)
        shell.write(`${path}\n`)
        return 'changed'
      } catch (error) {
        return unreadable(error, shell)
      }
    }
    const outcomes = findModels(given, shell.folder).map(layout)
    const isWrong =
      outcomes.includes('unreadable') || (options.check && outcomes.includes('changed'))
    return isWrong ? exitCodes.modelError : exitCodes.ok
  },
}

/** One broken file must not keep the others from their layout. */
function unreadable(error: unknown, shell: Shell): Outcome {
  if (!(error instanceof Error) || error.name !== 'ModelError') throw error
  shell.complain(`${error.message}\n`)
  return 'unreadable'
}
