/** What functions and random numbers are on a graphics card, beside the table of operators. */
import { describe, expect, test } from 'vitest'
import { wgsl } from '../../../../compiler/emit/wgsl/emit.ts'
import { apply, read } from '../../../../compiler/ir/expr.ts'
import type { Kernel } from '../../../../compiler/ir/kernel.ts'
import { type Op, rowOf } from '../../../../compiler/ir/ops.ts'
import { threefry } from '../../../../compiler/ir/random.ts'
import { openWebgpu } from '../../../../runtime/device/webgpu/webgpu.ts'
import { call, keeps, kernel, reads, store } from '../../../compiler/build-kernel.ts'
import { adapterName, skipped } from './adapter-here.ts'

/** Runs a kernel over x once, in step 1234567, and hands over y. */
async function run(one: Kernel, x: readonly number[]): Promise<Float32Array> {
  const device = openWebgpu('f32')
  const arrays = new Map([
    ['x', device.allocate('real', x.length)],
    ['y', device.allocate('real', x.length)],
  ])
  arrays.get('x')?.set(x)
  const artifact = wgsl.emit([one], { precision: 'f32', title: 'functions' })
  const shared = new Map([
    ['dt', 0.1],
    ['seed', 0xfedcba98 | 0],
  ])
  const bound = device.bind(artifact, one.name, { arrays, shared })
  const timed = { every: 1, clock: 1, first: 0, last: x.length, logs: [] }
  const repeated = device.repeat([{ acts: [{ kind: 'dense', kernel: bound, ...timed }], logs: [] }])
  await repeated.run(1234567, 1234568)
  await device.remote?.fetch()
  device.close()
  return Float32Array.from(arrays.get('y') ?? [])
}

const of = (op: Op): Kernel =>
  kernel({ buffers: [reads('x'), keeps('y')], each: [store('y', apply(op, read('x')))] })

const around = [-20, -5, -1, -0.6, -0.3, -0.01, -1e-4, 1e-4, 0.01, 0.3, 0.6, 1, 5, 20]
const positive = [1e-6, 1e-3, 0.5, 0.99, 1.01, 2, 30, 1e6]
const angles = [-3, -1, -0.1, 0.1, 1, 3]

const functions: readonly (readonly [Op, readonly number[]])[] = [
  ['exp', around],
  ['expm1', around],
  ['exprel', around],
  ['tanh', around],
  ['sinh', around],
  ['cosh', around],
  ['log', positive],
  ['log10', positive],
  ['log1p', [-0.9, -0.3, -0.1, -1e-4, 1e-4, 0.1, 0.3, 5, 1e4]],
  ['sqrt', positive],
  ['sin', angles],
  ['cos', angles],
  ['tan', angles],
  ['arctan', around],
  ['arcsin', [-0.9, -0.1, 0.1, 0.9]],
  ['arccos', [-0.9, -0.1, 0.1, 0.9]],
]

describe.skipIf(!adapterName)(`on ${adapterName ?? skipped}`, () => {
  test.each(functions)('%s is right to a few units of f32', async (op, x) => {
    const values = await run(of(op), x)

    const single = x.map(Math.fround)
    for (const [k, value] of values.entries()) {
      const right = rowOf(op).evaluate(single[k] ?? 0)
      const error = Math.abs(value - right) / Math.max(Math.abs(right), 1e-3)
      expect(error, `${op}(${x[k]}) is ${value}, not ${right}`).toBeLessThan(1e-5)
    }
  })

  test('uniform numbers are the first 24 bits of the words that every target draws', async () => {
    const draw = call('uniform', 'seed', 0x9e3779b9, 'i', 'step')
    const one = kernel({ buffers: [reads('x'), keeps('y')], each: [store('y', draw)] })

    const values = await run(one, Array(1000).fill(0))

    const words = Array.from({ length: 1000 }, (_, cell) => {
      const [first] = threefry(0xfedcba98 | 0, 0x9e3779b9, cell, 1234567)
      return (first >>> 8) * 2 ** -24
    })
    expect([...values]).toEqual(words)
  })

  test('normal numbers are those of the interpreter to 1e-5, Poisson counts the same', async () => {
    const key = ['seed', 7, 'i', 'step'] as const
    const normal = await run(
      kernel({ buffers: [reads('x'), keeps('y')], each: [store('y', call('normal', ...key))] }),
      Array(1000).fill(0),
    )
    const poisson = await run(
      kernel({ buffers: [reads('x'), keeps('y')], each: [store('y', call('poisson', 3, ...key))] }),
      Array(1000).fill(0),
    )

    const seed = 0xfedcba98 | 0
    const differing = [...poisson].filter(
      (count, cell) => count !== rowOf('poisson').evaluate(3, seed, 7, cell, 1234567),
    )
    for (const [cell, value] of normal.entries()) {
      expect(Math.abs(value - rowOf('normal').evaluate(seed, 7, cell, 1234567))).toBeLessThan(1e-4)
    }
    // A uniform number of 24 bits may fall on the other side of a border.
    expect(differing.length).toBeLessThan(2)
  })
})
