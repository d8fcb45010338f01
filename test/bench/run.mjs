/** Bundles the benchmark and runs it: `npm run bench -- [--json] [--only WORD]`. */
import { rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'esbuild'

const here = dirname(fileURLToPath(import.meta.url))
// Beside the other bundles, from where the library of models is found.
const outfile = join(here, `../../dist/bench-${process.pid}.mjs`)
try {
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
  rmSync(outfile, { force: true })
}
