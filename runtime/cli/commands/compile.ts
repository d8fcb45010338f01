/** `livn compile`: the code of a model, for reading or in a file. */
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Program } from '../../../compiler/index.ts'
import { UsageError } from '../../../compiler/usage-error.ts'
import { chooseMeanings, nameOption, readMeanings } from '../choose-meanings.ts'
import { type Command, models, type Options } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { findModels } from '../find-models.ts'
import type { Shell } from '../shell.ts'

export const compile: Command = {
  name: 'compile',
  summary: 'print the code of models',
  ...models,
  options: [
    {
      flags: '--target <target>',
      meaning: 'js, wasm, wgsl, or module to run it alone',
      fallback: 'js',
    },
    {
      flags: '--precision <precision>',
      meaning: 'of the numbers: f64 unless told, f32 where there is no other',
      choices: ['f64', 'f32'],
    },
    nameOption,
    { flags: '--out <file>', meaning: 'write the code there; a module brings its types' },
  ],
  run: async (given, options, shell) => {
    const programs = await compileAll(given, options, shell)
    const code = options.target === 'module' ? await modules(programs) : programs.map(artifact)
    if (typeof options.out !== 'string') {
      shell.write(`${code.map(({ text }) => text.trimEnd()).join('\n\n')}\n`)
      return exitCodes.ok
    }
    const [only, another] = code
    if (!only) throw new UsageError(`${given.join(', ')} declares nothing to compile.`)
    if (another) throw new UsageError(`--out takes one program; say which with --name.`)
    write(only, resolve(shell.folder, options.out))
    return exitCodes.ok
  },
}

interface Code {
  /** For a reader. */
  readonly text: string
  /** For a machine. */
  readonly code: string | Uint8Array
  readonly types?: string
}

async function compileAll(
  given: readonly string[],
  { target, precision, name }: Options,
  shell: Shell,
): Promise<readonly Program[]> {
  const compiler = await import('../../../compiler/index.ts')
  const { targets } = await import('../../../compiler/emit/targets.ts')
  const { ModelFiles } = await import('../../model-files.ts')
  const known = [...targets.map((each) => each.name), 'module']
  if (typeof target !== 'string' || !known.includes(target)) {
    throw new UsageError(`There is no target ${target}; there are ${known.join(', ')}.`)
  }
  const files = new ModelFiles(shell.folder)
  return findModels(given, shell.folder).flatMap((path) => {
    const source = files.read(path)
    const all = readMeanings(source, files.surroundings, compiler)
    return chooseMeanings(all, typeof name === 'string' ? name : undefined, path).map((meaning) =>
      compiler.compile(source, {
        ...files.surroundings,
        name: meaning.name,
        target: target === 'module' ? 'js' : target,
        ...(precision === 'f32' || precision === 'f64' ? { precision } : {}),
      }),
    )
  })
}

/** `LIF — from models/neurons/lif.livn` */
function titleOf({ name, model, populations }: Program): string {
  const path = model?.path ?? populations[0]?.dynamics.path
  return path === undefined ? name : `${name} — from ${path}`
}

const artifact = ({ artifact: { text, code } }: Program): Code => ({ text, code })

async function modules(programs: readonly Program[]): Promise<readonly Code[]> {
  const { bundle } = await import('../../../compiler/emit/module/bundle.ts')
  return Promise.all(
    programs.map(async (program) => {
      const { code, types } = await bundle(program, { title: titleOf(program) })
      return { text: code, code, types }
    }),
  )
}

function write({ code, types }: Code, path: string): void {
  writeFileSync(path, code)
  if (types !== undefined) writeFileSync(`${path.replace(/\.\w+$/, '')}.d.ts`, types)
}
