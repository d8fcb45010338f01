/** Bundles everything behind the doors into one file, dist/livn.cjs, and has it compiled ahead. */
import { spawnSync } from 'node:child_process'
import { chmodSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Packages that stay outside: they are big or native, and loaded only when something asks for them. */
const external = [
  'esbuild',
  'ts-morph',
  'apache-arrow',
  '@resvg/resvg-wasm',
  'h5wasm',
  '@huggingface/hub',
  'webgpu',
]

/**
 * What is imported later is imported by whoever runs the bundle: V8 does not know from where, if it
 * has the bundle compiled. As long as `import`, so that source maps stay right.
 */
const later = '_later'

/** The bundle is an expression whose value is a function; as a module of Node it calls that itself. */
const wrapper = {
  banner: `(this === globalThis ? (bundle) => bundle : (bundle) => bundle(exports, require, __filename, (name) => import(name)))((function (exports, require, __filename, ${later}) {
const _here = require("node:url").pathToFileURL(__filename).href;`,
  footer: '}))',
}

/**
 * `doors` are files of this repository by name. Those that lead to a program run it; the others give
 * what they export. Files are flat in `outdir`, so `../models/` means the same from there and from a room.
 */
export async function bundleDoors({ doors, programs, outdir = join(root, 'dist') }) {
  await Promise.all([bundle({ ...doors, ...programs }, outdir), bundleOpener(outdir)])
  const { open } = createRequire(import.meta.url)(join(outdir, 'open.cjs'))
  for (const name of Object.keys(doors)) {
    const names = Object.keys(open(name)).join(',\n  ')
    writeDoor(join(outdir, `${name}.js`), `export const {\n  ${names},\n} = ${opened(name)}`)
  }
  for (const name of Object.keys(programs)) writeDoor(join(outdir, `${name}.js`), opened(name))
  compileAhead(outdir)
}

async function bundle(doors, outdir) {
  const entry = Object.entries(doors).map(
    ([name, source]) => `exports[${JSON.stringify(name)}] = () => require('./${source}')`,
  )
  const { outputFiles, metafile } = await build({
    stdin: { contents: entry.join('\n'), resolveDir: root, sourcefile: 'doors.js' },
    absWorkingDir: root,
    outfile: join(outdir, 'livn.cjs'),
    write: false,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    charset: 'ascii',
    external,
    define: { 'import.meta.url': '_here' },
    banner: { js: wrapper.banner },
    footer: { js: wrapper.footer },
    sourcemap: true,
    metafile: true,
    logLevel: 'warning',
  })
  for (const { path, text } of outputFiles) {
    writeFileSync(path, path.endsWith('.map') ? text : importingLater(text, metafile))
  }
}

function importingLater(text, metafile) {
  const [output] = Object.values(metafile.outputs).filter(({ entryPoint }) => entryPoint)
  const wanted = output.imports.filter(({ kind }) => kind === 'dynamic-import').length
  let found = 0
  const changed = text.replace(/\bimport(?=\("[^"]*"\))/g, () => {
    found += 1
    return later
  })
  if (found !== wanted) throw new Error(`${found} imports were found in the bundle, not ${wanted}`)
  return changed
}

async function bundleOpener(outdir) {
  await build({
    absWorkingDir: root,
    entryPoints: { open: 'runtime/start/open.ts' },
    outdir,
    outExtension: { '.js': '.cjs' },
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    logLevel: 'warning',
  })
}

const opened = (name) => `createRequire(import.meta.url)('./open.cjs').open('${name}')`

function writeDoor(path, text) {
  const shebang = path.endsWith('cli.js') ? '#!/usr/bin/env node\n' : ''
  writeFileSync(path, `${shebang}import { createRequire } from 'node:module'\n\n${text}\n`)
  if (shebang) chmodSync(path, 0o755)
}

/** In a process as others will be; without what it compiles, everything takes longer to start and nothing else. */
function compileAhead(outdir) {
  const { NODE_OPTIONS, ...env } = process.env
  const compiler = fileURLToPath(new URL('compile-ahead.mjs', import.meta.url))
  const { status, stderr } = spawnSync(process.execPath, [compiler, outdir], {
    env,
    encoding: 'utf8',
  })
  if (status !== 0) console.warn(`livn: nothing was compiled ahead, so it starts slowly\n${stderr}`)
}
