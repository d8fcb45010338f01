/** No text can crash or hang the compiler, and no accepted text makes code that reaches outside its kernel. */
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { compile, examine, ModelError, UsageError } from '../../compiler/index.ts'
import { brian2Blocks } from '../grammar/brian2-blocks.ts'
import { libraryPaths, modelFiles } from '../library.ts'
import { babble, Chance, mutate } from './mutate.ts'

/** 100 000 for the long run: LIVN_FUZZ=100000. */
const rounds = Number(process.env.LIVN_FUZZ ?? 1000)
const first = Number(process.env.LIVN_FUZZ_FIRST ?? 0)

const texts = [
  ...libraryPaths.map((path) => readFileSync(path, 'utf8')),
  ...brian2Blocks.map(({ kind, block }) => `${kind ?? 'neuron'} X {\n${block}\n}`),
]

interface Seen {
  accepted: number
  refused: number
  slowest: number
  slowestSeed: number
}

/** Checks a text and compiles what passes; anything but our own errors is a failure. */
function survive(text: string, target: string): boolean {
  const source = { path: 'models/fuzz.livn', text }
  const { own, models, diagnostics } = examine(source, modelFiles.surroundings)
  if (diagnostics.some((d) => d.severity === 'error')) return false
  for (const name of [...own, ...models.map((model) => model.name)]) {
    try {
      compile(source, { ...modelFiles.surroundings, name, target })
    } catch (error) {
      if (!(error instanceof ModelError || error instanceof UsageError)) throw error
    }
  }
  return true
}

/** ms that this program has computed, which a busy machine does not lengthen. */
const computed = (): number => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}

test(`${rounds} damaged and random texts neither crash nor hang the compiler`, {
  timeout: 3_600_000,
}, () => {
  const seen: Seen = { accepted: 0, refused: 0, slowest: 0, slowestSeed: -1 }
  const failures: string[] = []
  for (let seed = first; seed < first + rounds; seed++) {
    const chance = new Chance(seed)
    const text = seed % 5 === 4 ? babble(chance) : mutate(texts, chance)
    const start = computed()
    try {
      if (survive(text, seed % 10 === 0 ? 'wasm' : 'js')) seen.accepted += 1
      else seen.refused += 1
    } catch (error) {
      failures.push(
        `seed ${seed}: ${error instanceof Error ? (error.stack ?? '').slice(0, 600) : error}`,
      )
    }
    const took = computed() - start
    if (took > seen.slowest) Object.assign(seen, { slowest: took, slowestSeed: seed })
  }

  console.info(
    `${seen.accepted} compiled, ${seen.refused} refused, slowest ${Math.round(seen.slowest)} ms (seed ${seen.slowestSeed})`,
  )
  expect(failures).toEqual([])
  expect(seen.accepted).toBeGreaterThan(0)
  expect(seen.refused).toBeGreaterThan(0)
  expect(seen.slowest).toBeLessThan(1000)
})

const hostileNames = [
  '__proto__',
  'constructor',
  'await',
  'toString',
  'eval',
  'arguments',
  'shared',
  'cells',
  'step',
  'a'.repeat(10_000),
]

test.each(hostileNames.map((name) => [name.slice(0, 20), name] as const))(
  '%s is a name like any other',
  (_, name) => {
    const text = `neuron X {\n  param p = 2\n  d${name}/dt = -p * ${name} / ms : 1\n  ${name}(0) = 1\n  threshold ${name} < 0.5\n  reset { ${name} = 1 }\n}`

    const before = Object.keys(globalThis)
    const program = compile(text, { target: 'js' })
    const code = String(program.artifact.code).replaceAll('export ', '')
    new Function(`'use strict'\n${code}`)()

    expect(Object.keys(globalThis)).toEqual(before)
    expect(Object.prototype).not.toHaveProperty('polluted')
    expect(compile(text, { target: 'wasm' }).artifact.code).toBeInstanceOf(Uint8Array)
  },
)

test.each([
  [
    'code in a comment',
    '# */ globalThis.broken = 1 /*\nneuron X {\n  dv/dt = -v / ms : 1    # `${globalThis.broken = 1}` */ globalThis.broken = 1\n}',
  ],
  [
    'code in a declaration name',
    'neuron X {\n  dv/dt = -v / ms : 1\n  event globalThis when v > 1\n}',
  ],
])('%s stays text', (_, text) => {
  const { artifact } = compile(text, { target: 'js' })
  new Function(String(artifact.code).replaceAll('export ', ''))()
  expect(globalThis).not.toHaveProperty('broken')
})

test.each(['../../etc/passwd', '/etc/passwd', '..\\..\\secret', 'https://example.org/x.livn'])(
  'an import of %s is refused',
  (path) => {
    const { diagnostics } = examine(
      { path: 'models/fuzz.livn', text: `import A from "${path}"\n` },
      modelFiles.surroundings,
    )
    expect(diagnostics.map((d) => d.code)).toEqual([expect.stringMatching(/^import-/)])
  },
)
