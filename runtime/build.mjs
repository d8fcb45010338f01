/** Bundles the public doors into dist/ and writes their types: what `npm run build` and `npm install` run. */
import { spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { bundlePage } from './page/bundle-page.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

const doors = {
  index: 'runtime/index.ts',
  compiler: 'compiler/index.ts',
  plugin: 'compiler/emit/module/plugin.ts',
  cli: 'runtime/cli/index.ts',
  'tuning-thread': 'runtime/tuning/tuning-thread.ts',
}

/**
 * Packages that stay outside: big, native, or CommonJS. The parser's hundreds of small files are bundled, which saves a
 * third of the time a command takes to start.
 */
const external = [
  'commander',
  'esbuild',
  'ts-morph',
  'apache-arrow',
  '@resvg/resvg-wasm',
  'h5wasm',
  '@huggingface/hub',
  'webgpu',
]

process.chdir(root)
const present = Object.entries(doors).filter(([, source]) => existsSync(source))

rmSync('dist', { recursive: true, force: true })
mkdirSync('dist')
await Promise.all([bundle(), bundlePage({ outdir: 'dist/page' })])
writeTypes()

/** Files stay flat in dist/, so `../models/` means the same from there and from a room. */
async function bundle() {
  await build({
    entryPoints: Object.fromEntries(present),
    outdir: 'dist',
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20',
    external,
    sourcemap: true,
    chunkNames: '[name]-[hash]',
    logLevel: 'warning',
  })
  if (existsSync('dist/cli.js')) chmodSync('dist/cli.js', 0o755)
}

/** Emits declarations without checking them; `npm run types` is the check. */
function writeTypes() {
  const compiler = 'node_modules/typescript/bin/tsc'
  if (!existsSync(compiler)) {
    console.warn('livn: typescript is not installed, so dist/types was not written')
    return
  }

  const config = {
    extends: '../tsconfig.json',
    compilerOptions: {
      noEmit: false,
      noCheck: true,
      declaration: true,
      emitDeclarationOnly: true,
      rootDir: '..',
      outDir: 'types',
    },
    include: [],
    exclude: [],
    files: present.map(([, source]) => `../${source}`),
  }
  writeFileSync('dist/tsconfig.json', JSON.stringify(config, null, 2))
  const { status } = spawnSync(process.execPath, [compiler, '-p', 'dist/tsconfig.json'], {
    stdio: 'inherit',
  })
  rmSync('dist/tsconfig.json')
  if (status !== 0) process.exitCode = 1
}
