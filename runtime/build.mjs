/** Bundles the public doors into dist/ and writes their types: what `npm run build` and `npm install` run. */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { bundlePage } from './page/bundle-page.mjs'
import { bundleDoors } from './start/bundle-doors.mjs'

const root = fileURLToPath(new URL('..', import.meta.url))

/** What programs import … */
const doors = {
  index: 'runtime/index.ts',
  compiler: 'compiler/index.ts',
  plugin: 'compiler/emit/module/plugin.ts',
}

/** … and what runs by itself. */
const programs = {
  cli: 'runtime/cli/index.ts',
  'tuning-thread': 'runtime/tuning/tuning-thread.ts',
}

process.chdir(root)

rmSync('dist', { recursive: true, force: true })
mkdirSync('dist')
await Promise.all([bundleDoors({ doors, programs }), bundlePage({ outdir: 'dist/page' })])
writeTypes()

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
    files: Object.values({ ...doors, ...programs }).map((source) => `../${source}`),
  }
  writeFileSync('dist/tsconfig.json', JSON.stringify(config, null, 2))
  const { status } = spawnSync(process.execPath, [compiler, '-p', 'dist/tsconfig.json'], {
    stdio: 'inherit',
  })
  rmSync('dist/tsconfig.json')
  if (status !== 0) process.exitCode = 1
}
