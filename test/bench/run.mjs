/** Bundles the benchmark and runs it: `npm run bench -- [--json] [--only WORD]`. */
import { mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
const folder = mkdtempSync(join(here, '../../node_modules/.bench-'))
try {
  const outfile = join(folder, 'bench.mjs')
  await build({
    entryPoints: [join(here, 'bench.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  })
  const { bench } = await import(pathToFileURL(outfile).href)
  await bench(process.argv.slice(2))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
