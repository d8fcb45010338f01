/** `livn models`: what can be simulated, what it offers, and what it does when it is tried out. */
import { sentenceOf } from '../responses/subject.ts'
import { isModel, nameOption } from '../choose-meanings.ts'
import type { Command, CommandGroup, Option, Options } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { type Found, kindOf } from '../find-meanings.ts'
import { progressLine } from '../progress.ts'
import type { Shell } from '../shell.ts'
import { pictureWriter, themeOption } from '../write-picture.ts'

const kinds = ['neuron', 'synapse', 'plasticity', 'noise', 'channel', 'model']

const json: Option = { flags: '--json', meaning: 'for scripts, as JSON' }

const model = {
  argument: '<name>',
  argumentMeaning: 'a name that `livn models list` lists, or a .livn file',
} as const

const list: Command = {
  name: 'list',
  summary: 'everything that the library declares, or files of your own',
  argument: '[files...]',
  argumentMeaning: '.livn files, folders or patterns; the library if not said',
  options: [{ flags: '--kind <kind>', meaning: 'only these', choices: kinds }, json],
  run: async (given, options, shell) => {
    const compiler = await import('../../../compiler/index.ts')
    const { columns } = await import('../../../compiler/ir/columns.ts')
    const { listMeanings } = await import('../find-meanings.ts')
    const all = listMeanings(given, shell.folder, compiler)
    const shown = all.filter(({ meaning }) => !options.kind || kindOf(meaning) === options.kind)
    const rows = shown.map(({ meaning, source }) => {
      const { name, doc } = meaning
      return { kind: kindOf(meaning), name, sentence: sentenceOf(doc), path: source.path }
    })
    const lines = columns(rows.map(({ kind, name, sentence }) => [kind, name, sentence]))
    shell.write(
      options.json
        ? `${JSON.stringify(rows, null, 2)}\n`
        : lines.map((each) => `${each}\n`).join(''),
    )
    return exitCodes.ok
  },
}

const describe: Command = {
  name: 'describe',
  summary: 'parameters, units, meanings and what can be recorded',
  ...model,
  options: [nameOption, json],
  run: async (given, options, shell) => {
    const compiler = await import('../../../compiler/index.ts')
    const { printModel } = await import('../../../compiler/ir/print-model.ts')
    const { declarationText } = await import('../declaration-text.ts')
    const found = await find(given, options, shell)
    const texts = found.map(({ meaning }) => {
      if (isModel(meaning)) return printModel(meaning)
      return declarationText(meaning, compiler.describe)
    })
    const values = found.map(({ meaning }) => {
      if (!isModel(meaning)) return compiler.describe(meaning)
      return { kind: 'model', name: meaning.name, meaning: meaning.doc, text: printModel(meaning) }
    })
    shell.write(
      options.json
        ? `${JSON.stringify(values, null, 2)}\n`
        : `${texts.map((text) => text.trimEnd()).join('\n\n')}\n`,
    )
    return exitCodes.ok
  },
}

const plot: Command = {
  name: 'plot',
  summary: 'try a model out and draw what it does',
  ...model,
  options: [
    nameOption,
    { flags: '--out <file>', meaning: 'a .svg or .png; NAME.svg if not said' },
    themeOption,
  ],
  run: async (given, options, shell) => {
    const asked = typeof options.out === 'string' ? options.out : undefined
    const { theme } = options
    const writerFor = (path: string) => pictureWriter({ path, option: '--out', theme }, shell)
    const early = asked === undefined ? undefined : writerFor(asked)
    const found = (await find(given, options, shell)).at(-1)
    if (!found) return exitCodes.ok
    const path = asked ?? `${found.meaning.name}.svg`
    await (early ?? writerFor(path))(...(await draw(found, shell)))
    shell.complain(`${found.meaning.name} is drawn in ${path}\n`)
    return exitCodes.ok
  },
}

async function find([what = '']: readonly string[], options: Options, shell: Shell) {
  const compiler = await import('../../../compiler/index.ts')
  const { findMeanings } = await import('../find-meanings.ts')
  const name = typeof options.name === 'string' ? options.name : undefined
  return findMeanings({ what, name }, shell.folder, compiler)
}

async function draw({ meaning, ...place }: Found, shell: Shell) {
  const { plotDeclaration, plotNetwork } = await import('../responses/plot-model.ts')
  const line = progressLine(shell)
  const isWatched = shell.colors.errors && !isModel(meaning)
  if (isWatched) shell.complain(`trying ${meaning.name} out …`)
  const picture = isModel(meaning)
    ? await plotNetwork({ model: meaning, ...place }, line.show)
    : await plotDeclaration({ dynamics: meaning, ...place })
  line.clear()
  if (isWatched) shell.complain('\r\u001b[K')
  const subtitle = [sentenceOf(meaning.doc), picture.sentence]
    .filter((each) => each !== '')
    .join(' ')
  return [picture.block, { title: meaning.name, subtitle }] as const
}

const catalogue: Command = {
  name: 'catalogue',
  summary: 'write models/README.md and its pictures anew from the comments of the files',
  options: [],
  run: async (_, __, shell) => {
    const { writeCatalogue } = await import('../catalogue/write-catalogue.ts')
    const { files } = await writeCatalogue({
      tell: (line) => shell.complain(line),
      watch: (text) => shell.colors.errors && shell.complain(`\r${text}\u001b[K`),
    })
    shell.complain(`${files} files are up to date\n`)
    return exitCodes.ok
  },
}

export const models: CommandGroup = {
  name: 'models',
  summary: 'neurons, synapses, channels, plasticity, noise and cultures',
  commands: [list, describe, plot, catalogue],
}
