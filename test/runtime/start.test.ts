/** A new process opens the bundle as it was compiled ahead, and as text wherever that is not for it. */
import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import * as library from '../../runtime/index.ts'
import { bundleDoors } from '../../runtime/start/bundle-doors.mjs'
import { root } from '../architecture/read-sources.ts'

const folder = fs.mkdtempSync(join(tmpdir(), 'livn-start-'))
const built = join(folder, 'built')
const dist = join(folder, 'dist')

beforeAll(async () => {
  fs.symlinkSync(join(root, 'models'), join(folder, 'models'))
  fs.mkdirSync(built)
  await bundleDoors({
    doors: { index: 'runtime/index.ts', compiler: 'compiler/index.ts' },
    programs: { cli: 'runtime/cli/index.ts' },
    outdir: built,
  })
})

beforeEach(() => {
  fs.rmSync(dist, { recursive: true, force: true })
  fs.cpSync(built, dist, { recursive: true, preserveTimestamps: true })
})

afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

function node(...words: readonly string[]): string {
  const { NODE_OPTIONS, ...env } = process.env
  return execFileSync(process.execPath, words, { cwd: folder, env, encoding: 'utf8' })
}

/** What a module says in a new process. */
const told = (text: string): string => node('--input-type=module', '--eval', text).trim()

const door = (name: string): string => JSON.stringify(pathToFileURL(join(dist, name)).href)

/** Whether a new process took what was compiled ahead; without it, the bundle is a module that Node required. */
const isCompiled = (): string =>
  told(`
    import { createRequire } from 'node:module'
    await import(${door('index.js')})
    console.log(!Object.keys(createRequire(${door('open.cjs')}).cache).some((path) => path.endsWith('livn.cjs')))`)

const compiled = (): string => {
  const name = fs.readdirSync(dist).find((each) => each.endsWith('.compiled'))
  return join(dist, name ?? 'nothing was compiled')
}

const cuba = ['run', join(root, 'models/networks/cuba.livn'), '--duration', '10', '--json']

const spikesOf = (output: string): unknown => JSON.parse(output).spikes

test('a new process takes what was compiled ahead', () => {
  expect(isCompiled()).toBe('true')
})

test('V8 accepts what it compiled ahead', () => {
  const rejected = told(`
    import { readFileSync } from 'node:fs'
    import { createRequire } from 'node:module'
    const { compiledFile, load } = createRequire(${door('open.cjs')})('./open.cjs')
    console.log(load(readFileSync(compiledFile())).script.cachedDataRejected)`)

  expect(rejected).toBe('false')
})

test('a network spikes alike whether its simulator was compiled ahead or not', () => {
  const before = node(join(dist, 'cli.js'), ...cuba)
  fs.rmSync(compiled())
  const after = node(join(dist, 'cli.js'), ...cuba)

  expect(spikesOf(after)).toBe(spikesOf(before))
  expect(spikesOf(after)).toBeGreaterThan(0)
})

test('what another program compiled is left alone', () => {
  fs.renameSync(compiled(), compiled().replace(process.version, 'v20.0.0'))

  expect(isCompiled()).toBe('false')
})

test('a bundle that was changed after it was compiled runs as it stands', () => {
  const path = join(dist, 'livn.cjs')
  const changed = fs
    .readFileSync(path, 'utf8')
    .replaceAll('Write, check, compile', 'Utter, check, compile')
  fs.writeFileSync(path, changed)

  expect(node(join(dist, 'cli.js'), '--help')).toContain('Utter, check, compile and run')
})

test('source maps are read where Node is told to', () => {
  const stack = node(
    '--enable-source-maps',
    '--input-type=module',
    '--eval',
    `const { compile } = await import(${door('index.js')})
     try { compile('neuron') } catch (error) { console.log(error.stack) }`,
  )

  expect(stack).toMatch(/compiler\/[\w/-]+\.ts:\d+/)
})

test('packages and parts of Node are imported when they are asked for', () => {
  const out = join(folder, 'run.csv')

  node(join(dist, 'cli.js'), ...cuba, '--out', out)

  expect(fs.readFileSync(out, 'utf8')).toMatch(/\d/)
})

test('the door of the bundle exports what the public door does', () => {
  const names = told(`console.log(JSON.stringify(Object.keys(await import(${door('index.js')}))))`)

  expect(JSON.parse(names).sort()).toEqual(Object.keys(library).sort())
})

test('an error of one door is one of the others', () => {
  const same = told(`
    const [library, compiler] = [await import(${door('index.js')}), await import(${door('compiler.js')})]
    console.log(library.UsageError === compiler.UsageError)`)

  expect(same).toBe('true')
})
