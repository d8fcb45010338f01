/** What a bundler makes of a program that imports a model file. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createViteServer } from 'vitest/node'
import {
  type CompileFile,
  forEsbuild,
  forRollup,
} from '../../../../compiler/emit/module/plugins.ts'
import { program } from './hand-made-program.ts'

const compileFile: CompileFile = (path) => ({ program, title: 'LIF', files: [path] })
const failing: CompileFile = () => {
  throw new Error('lif.livn:11:12  unit-mismatch')
}

let folder = ''
let entry = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'livn-plugin-'))
  entry = join(folder, 'run.js')
  writeFileSync(join(folder, 'lif.livn'), 'neuron LIF { … }')
  writeFileSync(
    entry,
    "import lif from './lif.livn'\nexport const spikes = lif.create().step(10).length\n",
  )
})

afterEach(() => rmSync(folder, { recursive: true }))

test('esbuild puts the model into the bundle', async () => {
  const { text } = await esbuilt(forEsbuild(compileFile))

  expect((await importText(text)).spikes).toBe(0)
})

test('esbuild shows what is wrong with a model in the words of the compiler', async () => {
  await expect(esbuilt(forEsbuild(failing))).rejects.toThrow('lif.livn:11:12  unit-mismatch')
})

test('Vite serves the model like any other module', async () => {
  const server = await createViteServer({
    root: folder,
    configFile: false,
    logLevel: 'silent',
    server: { middlewareMode: true, ws: false },
    plugins: [forRollup(compileFile)],
  })

  const { spikes } = await server.ssrLoadModule(entry)
  await server.close()

  expect(spikes).toBe(0)
})

test('writes types beside the model where they are asked for, and only when they change', async () => {
  const plugin = forEsbuild(compileFile, { types: true })
  const path = join(folder, 'lif.d.livn.ts')

  await esbuilt(plugin)
  const written = readFileSync(path, 'utf8')
  await esbuilt(plugin)

  expect(written).toContain('export declare const LIF: Population<')
  expect(readFileSync(path, 'utf8')).toBe(written)
})

async function esbuilt(plugin: ReturnType<typeof forEsbuild>) {
  const esbuild = await import('esbuild')
  const { outputFiles } = await esbuild.build({
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    write: false,
    logLevel: 'silent',
    plugins: [plugin],
  })
  return { text: outputFiles[0]?.text ?? '' }
}

const importText = (text: string): Promise<{ spikes: number }> =>
  import(`data:text/javascript,${encodeURIComponent(text)}`)
