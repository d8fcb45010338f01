/** Bundles the public door for pages: everything it needs in a few files, the model library among them as texts. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Loaded when something asks for them, which in a page is their user's affair; `node:` ones never are. */
const external = [
  '@huggingface/hub',
  '@resvg/resvg-wasm',
  'apache-arrow',
  'esbuild',
  'gpu.js',
  'h5wasm',
  'node:fs/promises',
  'node:module',
  'node:worker_threads',
  'ts-morph',
  'webgpu',
]

/** Files and paths as a page has them. */
const asInPages = {
  name: 'as in pages',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^node:(fs|path|url)$/ }, ({ path }) => ({ path, namespace: 'page' }))
    onLoad({ filter: /./, namespace: 'page' }, ({ path }) => ({
      contents: path === 'node:fs' ? libraryAsFiles() : `export * from './paths.ts'`,
      resolveDir: join(root, 'runtime/page'),
    }))
  },
}

function libraryAsFiles() {
  const paths = readdirSync(join(root, 'models'), { recursive: true })
  const texts = paths
    .filter((path) => /\.(livn|json)$/.test(path))
    .sort()
    .map((path) => [
      `/models/${path.replaceAll('\\', '/')}`,
      readFileSync(join(root, 'models', path), 'utf8'),
    ])
  return `
    import { readOnlyFiles } from './read-only-files.ts'
    export const { existsSync, readdirSync, readFileSync, realpathSync, statSync } =
      readOnlyFiles(${JSON.stringify(Object.fromEntries(texts))})`
}

/** `entry` is a file of this repository; what esbuild made comes back, and is written where `outdir` is kept. */
export function bundlePage({
  entry = 'runtime/index.ts',
  outdir = 'dist/page',
  write = true,
} = {}) {
  return build({
    absWorkingDir: root,
    entryPoints: { index: entry },
    outdir,
    write,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'browser',
    target: 'es2022',
    external,
    sourcemap: write,
    chunkNames: '[name]-[hash]',
    logLevel: 'warning',
    plugins: [asInPages],
  })
}
