/** `livn describe`: what a model offers: parameters, states, ports and signals, with units and meanings. */
import { isModel, nameOption, readMeanings, chooseMeanings } from '../choose-meanings.ts'
import { type Command, models } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { findModels } from '../find-models.ts'
import { declarationText } from '../declaration-text.ts'

export const describe: Command = {
  name: 'describe',
  summary: 'list parameters, units, meanings and what can be recorded',
  ...models,
  options: [nameOption],
  run: async (given, options, shell) => {
    const compiler = await import('../../../compiler/index.ts')
    const { printModel } = await import('../../../compiler/ir/print-model.ts')
    const { ModelFiles } = await import('../../model-files.ts')
    const files = new ModelFiles(shell.folder)
    const texts = findModels(given, shell.folder).flatMap((path) => {
      const all = readMeanings(files.read(path), files.surroundings, compiler)
      const name = typeof options.name === 'string' ? options.name : undefined
      const chosen = name === undefined ? all : chooseMeanings(all, name, path)
      return chosen.map((meaning) =>
        isModel(meaning) ? printModel(meaning) : declarationText(meaning, compiler.describe),
      )
    })
    shell.write(`${texts.map((text) => text.trimEnd()).join('\n\n')}\n`)
    return exitCodes.ok
  },
}
