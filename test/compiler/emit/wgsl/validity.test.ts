/** Whatever a model says, its WGSL is valid. */
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compileDeclaration, compileModel } from '../../../../compiler/compile.ts'
import { wgsl } from '../../../../compiler/emit/wgsl/emit.ts'
import { reservedWords } from '../../../../compiler/emit/wgsl/reserved.ts'
import { builtins, type Kernel } from '../../../../compiler/ir/kernel.ts'
import { libraryMeanings } from '../../../library.ts'
import {
  addTo,
  call,
  keeps,
  kernel,
  letBe,
  reads,
  shared,
  store,
  when,
} from '../../build-kernel.ts'
import { anyKernel } from '../../random-kernel.ts'
import { type Judge, openJudge } from './judge.ts'

let judge: Judge

beforeAll(async () => {
  judge = await openJudge()
})

afterAll(() => judge.close())

const codeOf = (...kernels: readonly Kernel[]): string =>
  wgsl.emit(kernels, { precision: 'f32', title: 'a test' }).text

test.each(libraryMeanings.map((each) => [each.name, each] as const))(
  '%s is valid WGSL',
  async (_, { meaning }) => {
    const options = { target: 'wgsl' }
    const program =
      'populations' in meaning
        ? compileModel(meaning, options)
        : compileDeclaration(meaning, options)

    expect(await judge.faultsOf(program.artifact.text)).toEqual([])
  },
)

test('any kernel over cells is valid WGSL', async () => {
  await fc.assert(
    fc.asyncProperty(anyKernel('any'), async (one) => {
      fc.pre(one.domain !== 'connections')
      expect(await judge.faultsOf(codeOf(one))).toEqual([])
    }),
    { numRuns: 60 },
  )
})

const nasty = ['__proto__', '_', '__', 'a.b', 'a_b', 'τ', '0', ' ', '*/', '// v', 'main', 'step_at']

test('no name of a model is in the way of the language or of the code around it', async () => {
  const names = [...reservedWords, ...nasty].filter((name) => !Object.hasOwn(builtins, name))
  const kernels = names.map((name, k) =>
    kernel({
      name: `kernel_${k}`,
      buffers: [
        shared(`${name}.s`),
        keeps(name),
        keeps(`${name}.n`, 'element', { type: 'integer' }),
      ],
      each: [
        letBe(`${name}.l`, call('multiply', name, `${name}.s`)),
        store(name, `${name}.l`),
        store(`${name}.n`, 'step'),
      ],
    }),
  )

  expect(await judge.faultsOf(codeOf(...kernels))).toEqual([])
})

test('kernels may be called like words of the language', async () => {
  const kernels = [
    'fn',
    'loop',
    'f32',
    'append',
    'step_at',
    'step',
    'step_at',
    'step',
    'reals',
  ].map((name) => kernel({ name, buffers: [keeps('v')], each: [addTo('v', 1)] }))

  expect(await judge.faultsOf(codeOf(...kernels))).toEqual([])
})

test('numbers beyond f32 become its largest, and constants that are no number are valid', async () => {
  const each = [
    store('v', 1e300),
    store('v', Number.NEGATIVE_INFINITY),
    store('v', call('divide', 0, 0)),
    store('v', call('log', -1)),
    store('v', call('power', 'v', -2)),
    when(call('less', 1, 2), [store('v', call('min', 'v', 1e-50))]),
  ]

  expect(await judge.faultsOf(codeOf(kernel({ buffers: [keeps('v')], each })))).toEqual([])
})

test('connections that depend on each other are refused, with what to use instead', () => {
  const buffers = [reads('w'), keeps('post.g', 'target')]
  const saturating = kernel({
    title: 'Saturating · on_pre',
    domain: 'connections',
    buffers,
    each: [addTo('post.g', call('multiply', 'w', call('subtract', 1, 'post.g')))],
  })
  const last = kernel({ domain: 'connections', buffers, each: [store('post.g', 'w')] })

  expect(() => codeOf(saturating)).toThrow(
    /Saturating · on_pre reads post.g and adds to it.*use backend wasm or js/,
  )
  expect(() => codeOf(last)).toThrow(/sets post.g/)
})

test('f64 is refused', () => {
  expect(() => wgsl.emit([], { precision: 'f64', title: '' })).toThrow(/precision f64/)
})
