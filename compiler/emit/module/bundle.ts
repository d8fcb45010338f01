/** Makes one file of a compiled program that runs without the compiler, with its types beside it. */
import type { Program } from '../../program.ts'
import { writeModule } from './write-module.ts'
import { writeTypes } from './write-types.ts'

export interface BundleOptions {
  /** First line of the code: `LIF — from models/neurons/lif.livn`. */
  readonly title: string
  /** `esm` is a module, `cjs` is for require(), `iife` for a script tag; esm unless said. */
  readonly format?: 'esm' | 'cjs' | 'iife'
  /** With `iife`: the global that holds the module's exports. */
  readonly globalName?: string
  readonly minify?: boolean
}

export interface Bundle {
  readonly code: string
  /** The text of a .d.ts file. */
  readonly types: string
}

export async function bundle(program: Program, options: BundleOptions): Promise<Bundle> {
  const { title, format = 'esm', globalName, minify = false } = options
  const source = writeModule(program, title)
  const types = await writeTypes(program, title)
  if (format === 'esm' && !minify) return { code: source, types }
  const { transform } = await import('esbuild')
  const { code } = await transform(source, {
    format,
    minify,
    target: 'es2022',
    ...(globalName === undefined ? {} : { globalName }),
  })
  return { code, types }
}
