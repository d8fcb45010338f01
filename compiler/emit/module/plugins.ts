/** Lets bundlers import model files: `import lif from './lif.livn'` gives a population to run. */
import { readFileSync, writeFileSync } from 'node:fs'
import type { Program } from '../../program.ts'
import { writeModule } from './write-module.ts'

/** Reads and compiles a model file. */
export type CompileFile = (path: string) => CompiledFile

export interface CompiledFile {
  readonly program: Program
  /** First line of the code. */
  readonly title: string
  /** The file and what it imports: where a change means to compile again. */
  readonly files: readonly string[]
}

export interface PluginOptions {
  /**
   * Also writes the types of each imported model beside it, as `lif.d.livn.ts`: TypeScript reads it
   * with `allowArbitraryExtensions`.
   */
  readonly types?: boolean
}

/** As much of esbuild's plugin as we use. */
export interface EsbuildPlugin {
  readonly name: string
  setup(build: {
    onLoad(
      which: { filter: RegExp },
      load: (found: { path: string }) => Promise<EsbuildLoaded>,
    ): void
  }): void
}

interface EsbuildLoaded {
  contents?: string
  loader?: 'js'
  watchFiles?: string[]
  errors?: { text: string }[]
}

/** As much of Rollup's plugin as we use; Vite takes the same. */
export interface RollupPlugin {
  readonly name: string
  load(
    this: { addWatchFile(path: string): void },
    id: string,
  ): Promise<{ code: string; map: null } | null>
}

const modelFile = /\.livn$/

/** The plugin for esbuild. */
export function forEsbuild(compile: CompileFile, options: PluginOptions = {}): EsbuildPlugin {
  return {
    name: 'livn',
    setup: (build) =>
      build.onLoad({ filter: modelFile }, async ({ path }) => {
        try {
          const { code, files } = await load(path, compile, options)
          return { contents: code, loader: 'js', watchFiles: [...files] }
        } catch (fault) {
          // Without this, esbuild shows where we threw instead of what is wrong with the model.
          if (fault instanceof Error)
            return { errors: [{ text: fault.message }], watchFiles: [path] }
          throw fault
        }
      }),
  }
}

/** The plugin for Rollup and Vite. */
export function forRollup(compile: CompileFile, options: PluginOptions = {}): RollupPlugin {
  return {
    name: 'livn',
    async load(id) {
      const [path = id] = id.split('?')
      if (!modelFile.test(path)) return null
      const { code, files } = await load(path, compile, options)
      for (const file of files) this.addWatchFile(file)
      return { code, map: null }
    },
  }
}

async function load(path: string, compile: CompileFile, { types = false }: PluginOptions) {
  const { program, title, files } = compile(path)
  if (types) {
    const { writeTypes } = await import('./write-types.ts')
    writeIfChanged(path.replace(modelFile, '.d.livn.ts'), await writeTypes(program, title))
  }
  return { code: writeModule(program, title), files }
}

/** A file that is written anew without need makes watchers run in circles. */
function writeIfChanged(path: string, text: string): void {
  if (readOrNothing(path) !== text) writeFileSync(path, text)
}

function readOrNothing(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return undefined
  }
}
