/** Every operator in emitted JavaScript: the same bits as its row in the operator table. */
import { describe, expect, test } from 'vitest'
import { js } from '../../../../compiler/emit/js/emit.ts'
import { evaluate } from '../../../../compiler/ir/evaluate.ts'
import { apply, type Expr, number, read } from '../../../../compiler/ir/expr.ts'
import { type Op, ops, rowOf } from '../../../../compiler/ir/ops.ts'
import { openJs } from '../../../../runtime/device/js.ts'
import { keeps, kernel, reads, store } from '../../build-kernel.ts'

const special = [
  0,
  -0,
  1,
  -1,
  0.3,
  -2.5,
  7,
  70.5,
  -710,
  1e-12,
  1e300,
  Infinity,
  -Infinity,
  Number.NaN,
]

const names = Object.keys(ops) as Op[]
const isBoolean = (op: Op): boolean => rowOf(op).result === 'boolean'
const takesBooleans: ReadonlySet<Op> = new Set<Op>(['and', 'or', 'not', 'int'])
const keyed: ReadonlySet<Op> = new Set<Op>(['uniform', 'normal', 'poisson', 'gamma'])

describe.each(names.filter((op) => !takesBooleans.has(op) && !keyed.has(op) && op !== 'select'))(
  '%s',
  (op) => {
    test('gives the bits of the table for numbers large, small, signed and special', () => {
      const args = ['x', 'y', 'z'].slice(0, rowOf(op).arity).map(read)

      expectTableValues(apply(op, ...args), isBoolean(op))
    })
  },
)

test.each(['and', 'or'] as const)('%s joins two conditions', (op) => {
  const conditions = [apply('less', read('x'), number(1)), apply('less', read('y'), number(1))]

  expectTableValues(apply(op, ...conditions), true)
})

test('turns conditions into numbers, around and choices', () => {
  const condition = apply('not', apply('less', read('x'), read('y')))

  expectTableValues(apply('int', condition), false)
  expectTableValues(apply('select', condition, read('z'), apply('negate', read('y'))), false)
})

test.each([0, 1, 2, 3, 4, 5, 9, 13, 15, 16, 17, -1, -2, -3, -7, -16, 0.5, -0.5, 2.5])(
  'takes the power %d in the order of the table, of a name and of an expression',
  (exponent) => {
    expectTableValues(apply('power', read('x'), number(exponent)), false)
    expectTableValues(
      apply('power', apply('subtract', read('x'), read('y')), number(exponent)),
      false,
    )
  },
)

test.each([...keyed])('%s draws the same number for the same key', (op) => {
  const key = [read('x'), number(0xdeadbeef), read('y'), read('z')]
  const grid = [0, 1, 2, 5, 17, 0x7fffffff]
  const parameters = op === 'uniform' || op === 'normal' ? [] : [read('p')]

  expectTableValues(apply(op, ...parameters, ...key), false, grid)
})

/** Runs `y = expr` over all combinations of some values of x, y, z and compares with `evaluate`. */
function expectTableValues(
  expr: Expr,
  isTruth: boolean,
  values: readonly number[] = special,
): void {
  const rows = values.flatMap((x) =>
    values.flatMap((y) => values.map((z) => ({ x, y, z, p: Math.abs(x + y) + 0.1 }))),
  )
  const device = openJs('f64')
  const out = device.allocate(isTruth ? 'boolean' : 'real', rows.length)
  const columns = (['x', 'y', 'z', 'p'] as const).map((name) => {
    const column = device.allocate('real', rows.length)
    column.set(rows.map((row) => row[name]))
    return [name, column] as const
  })
  const compute = kernel({
    buffers: [
      ...columns.map(([name]) => reads(name)),
      keeps('out', 'element', isTruth ? { type: 'boolean' } : {}),
    ],
    each: [store('out', expr)],
  })
  const artifact = js.emit([compute], { precision: 'f64', title: 'operators' })
  const arrays = new Map([...columns, ['out', out] as const])

  device
    .bind(artifact, 'step', { arrays, shared: new Map() })
    .run({ step: 0, t: 0, first: 0, last: rows.length })

  const expected = rows.map((row) => evaluate(expr, (name) => row[name as keyof typeof row]))
  expect([...out]).toEqual(expected)
}
