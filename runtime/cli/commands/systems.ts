/** `livn systems`: which systems there are, what they are made of, and their folders. */
import type { Recipe } from '../../../systems/recipe.ts'
import type { System } from '../../../systems/system.ts'
import { UsageError } from '../../../compiler/usage-error.ts'
import type { Command, CommandGroup, Option, Options } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import type { Shell } from '../shell.ts'
import { plotSystem } from './plot-system.ts'

const json: Option = { flags: '--json', meaning: 'for scripts, as JSON' }

const system = {
  argument: '<system>',
  argumentMeaning: 'a name that `livn systems list` lists, or a folder',
} as const

const list: Command = {
  name: 'list',
  summary: 'the systems that come with livn',
  options: [json],
  run: async (_, options, shell) => {
    const { predefinedNames, recipeOf } = await import('../../../systems/predefined.ts')
    const { outlineOf } = await import('../../../systems/outline.ts')
    const { listText } = await import('../system-tables.ts')
    const outlines = predefinedNames.map((name) => outlineOf(recipeOf(name)))
    shell.write(options.json ? asJSON(outlines) : listText(outlines))
    return exitCodes.ok
  },
}

const describe: Command = {
  name: 'describe',
  summary: 'populations, connections, electrodes and selections of a system',
  ...system,
  options: [{ flags: '--recipe', meaning: 'only what it is made from, as JSON' }, json],
  run: async ([name = ''], options, shell) => {
    const found = await find(name, shell)
    if (!options.recipe) await show(found, options, shell)
    else if (found.recipe) shell.write(asJSON(found.recipe))
    else throw new UsageError(`${name} is not made from a recipe that is known here.`)
    return exitCodes.ok
  },
}

const generate: Command = {
  name: 'generate',
  summary: 'make a system from a recipe, and describe it or write its folder',
  argument: '<recipe>',
  argumentMeaning: 'a recipe as JSON; `livn systems describe --recipe EI2` prints one',
  options: [{ flags: '--out <folder>', meaning: 'write the system into a new folder' }, json],
  run: async ([path = ''], options, shell) => {
    const { generate: make } = await import('../../../systems/generate.ts')
    const made = make((await readRecipe(path, shell)) as Recipe)
    if (typeof options.out === 'string') await save(made, options.out, shell)
    await show(made, options, shell)
    return exitCodes.ok
  },
}

const exportSystem: Command = {
  name: 'export',
  summary: 'write a system into a folder, in the files of the Python original',
  argument: '<system> <folder>',
  options: [json],
  run: async ([name = '', folder = ''], options, shell) => {
    const found = await find(name, shell)
    await save(found, folder, shell)
    if (options.json) shell.write(asJSON({ ...found.summary(), folder }))
    return exitCodes.ok
  },
}

const fetchCulture: Command = {
  name: 'fetch',
  summary: 'download a culture of the Python original from the Hugging Face hub',
  argument: '<name>',
  argumentMeaning: 'such as E3I',
  options: [
    { flags: '--to <folder>', meaning: 'where to; systems/graphs/NAME if not said' },
    { flags: '--timeout <seconds>', meaning: 'give up after so long', fallback: '600' },
    json,
  ],
  run: async ([name = ''], options, shell) => {
    const { fetchSystem } = await import('../../../systems/store/fetch-system.ts')
    const { pathFrom } = await import('../../../systems/store/node-folder.ts')
    const to = typeof options.to === 'string' ? options.to : `systems/graphs/${name}`
    const stopping = new AbortController()
    const ignoreInterrupts = shell.onInterrupt(() => stopping.abort())
    try {
      await fetchSystem(name, {
        to: pathFrom(shell.folder, to),
        timeout: secondsOf(options.timeout),
        signal: stopping.signal,
        onProgress: (progress) => showProgress(progress, shell),
      })
    } finally {
      ignoreInterrupts()
    }
    shell.complain(`${name} is in ${to}\n`)
    if (options.json) shell.write(asJSON({ name, folder: to }))
    return exitCodes.ok
  },
}

export const systems: CommandGroup = {
  name: 'systems',
  summary: 'cells in space and the connections between them',
  commands: [list, describe, plotSystem, generate, exportSystem, fetchCulture],
}

const asJSON = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

async function find(name: string, shell: Shell): Promise<System> {
  const { findSystem } = await import('../../../systems/find-system.ts')
  return findSystem(name, shell.folder)
}

async function show(found: System, options: Options, shell: Shell): Promise<void> {
  const { detailsOf, detailsText } = await import('../system-tables.ts')
  const details = detailsOf(found)
  shell.write(options.json ? asJSON(details) : detailsText(details))
}

async function save(made: System, folder: string, shell: Shell): Promise<void> {
  const { saveSystem } = await import('../../../systems/store/save-system.ts')
  const { pathFrom } = await import('../../../systems/store/node-folder.ts')
  await saveSystem(made, pathFrom(shell.folder, folder))
  shell.complain(`${made.name} is in ${folder}\n`)
}

async function readRecipe(path: string, shell: Shell): Promise<unknown> {
  const { readFile } = await import('node:fs/promises')
  const { resolve } = await import('node:path')
  const text = await readFile(resolve(shell.folder, path), 'utf8').catch(() => undefined)
  if (text === undefined) throw new UsageError(`${path} cannot be read.`)
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new UsageError(`${path} is no JSON: ${cause instanceof Error ? cause.message : cause}`)
  }
}

function secondsOf(given: unknown): number {
  const seconds = Number(given)
  if (seconds > 0 && seconds <= 86_400) return seconds
  throw new UsageError(`--timeout is ${given}; it must be a number of seconds, up to a day.`)
}

interface Downloaded {
  readonly file: string
  readonly done: number
  readonly total: number
}

function showProgress({ file, done, total }: Downloaded, shell: Shell): void {
  if (!shell.colors.errors) return
  const megabytes = (bytes: number): string => (bytes / 1e6).toFixed(1)
  const line = file === '' ? '' : `${megabytes(done)} of ${megabytes(total)} MB, ${file}`
  shell.complain(`\r${line}\u001b[K`)
}
