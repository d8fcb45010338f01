/** What populations of one neuron have in common is compiled once, and yet each is what it would be alone. */
import { expect, test } from 'vitest'
import { compileModel } from '../../compiler/compile.ts'
import { examine } from '../../compiler/index.ts'
import { printKernel } from '../../compiler/ir/print-kernel.ts'
import type { Model } from '../../compiler/ir/dynamics.ts'
import { libraryMeanings } from '../library.ts'

const models = libraryMeanings.flatMap(({ name, meaning }) =>
  'populations' in meaning ? [[name, meaning] as const] : [],
)

/** Whoever watches sees every kernel optimised by itself. */
const byItself = (model: Model) => compileModel(model, { watch: (_, value) => value })

test.each(models)('the kernels of %s are those that each population has by itself', (_, model) => {
  const texts = compileModel(model).artifact.kernels.map(printKernel)

  expect(texts).toEqual(byItself(model).artifact.kernels.map(printKernel))
})

const noisyPair = `
neuron Leaky {
  noise = 10 mV : mV
  dv/dt = (-70 mV - v) / 20 ms + noise * xi * sqrt(2 / 20 ms) : mV
}
model Pair {
  population EXC is Leaky
  population INH is Leaky
}
`

test('populations of one noisy neuron share its WebAssembly', () => {
  const [model] = examine({ path: 'pair.livn', text: noisyPair }).models

  const { text } = compileModel(model as Model, { target: 'wasm' }).artifact

  expect(text).toContain('export func INH_step = EXC_step')
})
