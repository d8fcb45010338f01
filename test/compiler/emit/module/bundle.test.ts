/** Compiled programs as files for every kind of host. */
import vm from 'node:vm'
import { expect, test } from 'vitest'
import { bundle } from '../../../../compiler/emit/module/bundle.ts'
import { program } from './hand-made-program.ts'

const title = 'LIF — from models/neurons/lif.livn'
const drive = (lif: Lif): number => {
  const cells = lif.create({ cells: 3, dt: 0.1 })
  cells.set('I', 0.3)
  return cells.run(200).times.length
}

test('as a module, small and large, runs the same', async () => {
  const [large, small] = await Promise.all([
    bundle(program, { title }),
    bundle(program, { title, minify: true }),
  ])

  const counts = await Promise.all(
    [large, small].map(async ({ code }) => drive((await importText(code)).default)),
  )

  expect(small.code.length).toBeLessThan(0.7 * large.code.length)
  expect(counts[0]).toBeGreaterThan(30)
  expect(counts[1]).toBe(counts[0])
})

test('as a script gives a global to a page, and as CommonJS exports to require()', async () => {
  const script = await bundle(program, { title, format: 'iife', globalName: 'lif' })
  const commonJs = await bundle(program, { title, format: 'cjs' })
  const page = vm.createContext({ module: { exports: {} } })

  vm.runInContext(`${script.code}\n;{ ${commonJs.code} }`, page)

  const { lif, module } = page as unknown as { lif: Exports; module: { exports: Exports } }
  expect(drive(lif.default)).toBe(drive(module.exports.default))
})

test('brings its types along', async () => {
  const { types } = await bundle(program, { title })

  expect(types).toContain('export declare const LIF: Population<')
})

interface Lif {
  create(options: object): {
    set(name: string, value: number): void
    run(duration: number): { times: Float64Array }
  }
}

interface Exports {
  readonly default: Lif
}

const importText = (text: string): Promise<Exports> =>
  import(`data:text/javascript,${encodeURIComponent(text)}`)
