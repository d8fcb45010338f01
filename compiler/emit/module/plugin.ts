/**
 * The door for bundlers, `livn/plugin`: `import lif from './lif.livn'` gives a population to run.
 *
 *     // vite.config.js
 *     import { vitePlugin as livn } from 'livn/plugin'
 *     export default { plugins: [livn({ types: true })] }
 *
 *     // esbuild
 *     import { esbuildPlugin as livn } from 'livn/plugin'
 *     await build({ entryPoints: ['main.js'], bundle: true, plugins: [livn()] })
 */
import { relative } from 'node:path'
import { ModelFiles } from '../../../runtime/model-files.ts'
import { compile } from '../../index.ts'
import {
  type CompiledFile,
  type EsbuildPlugin,
  forEsbuild,
  forRollup,
  type PluginOptions,
  type RollupPlugin,
} from './plugins.ts'

export type { EsbuildPlugin, PluginOptions, RollupPlugin }

export const esbuildPlugin = (options?: PluginOptions): EsbuildPlugin =>
  forEsbuild(compileFile, options)

export const rollupPlugin = (options?: PluginOptions): RollupPlugin =>
  forRollup(compileFile, options)

/** Vite takes the plugins of Rollup. */
export const vitePlugin = rollupPlugin

/** Reads everything anew: a file may have changed since the last build. */
function compileFile(path: string): CompiledFile {
  const models = new ModelFiles(process.cwd())
  const source = models.read(relative(process.cwd(), path))
  const program = compile(source, models.surroundings)
  return { program, title: `${program.name} — from ${source.path}`, files: models.files }
}
