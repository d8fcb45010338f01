/** What share-exponentials does to a kernel. */
import { expect, test } from 'vitest'
import { type Expr, readsOf, visit } from '../../../compiler/ir/expr.ts'
import { interpret } from '../../../compiler/ir/interpret.ts'
import type { Kernel } from '../../../compiler/ir/kernel.ts'
import { everyStatement, expressionOf } from '../../../compiler/ir/statements.ts'
import { shareExponentials } from '../../../compiler/optimize/share-exponentials.ts'
import { readKernel } from '../read-kernel.ts'

const kernelOf = (...values: readonly string[]): Kernel =>
  readKernel(
    [
      `keeps  v mV, ${values.map((_, k) => `y${k}`).join(', ')}`,
      'each',
      ...values.map((value, k) => `  x${k} = ${value}`),
      ...values.map((_, k) => `  y${k} := x${k}`),
    ].join('\n'),
  )

/** Those of the voltage; others are hoisted. */
const exponentialsIn = (kernel: Kernel): number => countIn(kernel, 'exp')

const divisionsIn = (kernel: Kernel): number => countIn(kernel, 'divide')

function countIn(kernel: Kernel, op: 'exp' | 'divide'): number {
  const found = new Set<Expr>()
  for (const statement of everyStatement(kernel.each)) {
    const expr = expressionOf(statement)
    if (!expr) continue
    visit(expr, (e) => {
      if (e.kind === 'apply' && e.op === op && readsOf(e).has('v')) found.add(e)
    })
  }
  return found.size
}

const voltages = [-120, -70, -40.5, -1e-9, 0, 3, 55]

function outcome(kernel: Kernel, at: readonly number[] = voltages): readonly number[] {
  const arrays = new Map(
    kernel.buffers.map(({ name }) => [name, Float64Array.from(at, (v) => (name === 'v' ? v : 0))]),
  )
  const range = { step: 0, t: 0, first: 0, last: at.length }
  interpret(kernel, { arrays, shared: new Map([['dt', 0.1]]) }, range)
  return [...arrays.values()].flatMap((values) => [...values])
}

function expectShared(values: readonly string[], exponentials: number): void {
  const kernel = kernelOf(...values)
  const shared = shareExponentials(kernel)

  expect(exponentialsIn(shared)).toBe(exponentials)
  const [before, after] = [outcome(kernel), outcome(shared)]
  for (const [k, y] of before.entries()) {
    const error = Math.abs((after[k] ?? Number.NaN) - y)
    expect(error).toBeLessThanOrEqual(1e-13 * Math.abs(y))
  }
}

test('whole multiples of the slowest are its powers', () => {
  expectShared(['exp((10 - v) * 0.025)', 'exp((40 - v) * 0.2)', 'exp(v * 0.05)'], 1)
})

test('slopes of 1/15, 1/7 and 1/5 are powers of one that none of them has', () => {
  expectShared(['exp(v * (1 / 15))', 'exp((-28 - v) * (1 / 7))', 'exp((-30 - v) * 0.2)'], 1)
})

test('families are chosen so that as few as possible are left', () => {
  const slopes = [1 / 40, 1 / 50, 1 / 16, 1 / 15, 1 / 7, 1 / 5]
  expectShared(
    slopes.map((slope) => `exp(v * ${slope})`),
    2,
  )
})

test('rates with an exponential below join the family', () => {
  expectShared(['0.1 * ((v + 40) * 0.1) / exprel((v + 40) * 0.1)', 'exp(v * 0.0125)'], 1)
})

test('gates that open and gates that close divide for themselves alone', () => {
  const gates = ['1 / (1 + exp((-30 - v) * 0.2))', '1 / (1 + exp((-45 - v) * -0.2))']

  expectShared(gates, 1)
  expect(divisionsIn(shareExponentials(kernelOf(...gates)))).toBe(2)
})

test('gates are open or closed however far the voltage is', () => {
  const gates = ['1 / (1 + exp((-30 - v) * 0.2))', '1 / (1 + exp((-45 - v) * -0.2))']
  const shared = shareExponentials(kernelOf(...gates))

  expect(outcome(shared, [-1e5, 1e5])).toEqual([-1e5, 1e5, 0, 1, 1, 0])
})

test('what fits nothing stays as it is', () => {
  const kernel = kernelOf('exp(v * 0.3137)', 'exp(v * 0.1)')

  expect(shareExponentials(kernel)).toBe(kernel)
})
