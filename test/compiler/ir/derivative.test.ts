/** How expressions respond to one of their names. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dependsOn, derivative, linearIn, linearInAll } from '../../../compiler/ir/derivative.ts'
import { evaluate } from '../../../compiler/ir/evaluate.ts'
import { apply, type Expr, read } from '../../../compiler/ir/expr.ts'
import { type Op, ops, rowOf } from '../../../compiler/ir/ops.ts'
import { printExpr } from '../../../compiler/ir/print-expr.ts'
import { readExpr } from '../../../compiler/ir/read.ts'

const slope = (text: string, name: string): string => printExpr(derivative(readExpr(text), name))

const linear = (text: string, name: string): string => {
  const parts = linearIn(readExpr(text), name)
  return parts ? `${printExpr(parts.slope)} | ${printExpr(parts.rest)}` : 'not linear'
}

describe('the derivative', () => {
  test('of a gate equation is minus the sum of its rates', () => {
    expect(slope('a * (1 - m) - b * m', 'm')).toBe('-(a + b)')
  })

  test('of a current by the voltage is its conductance', () => {
    expect(slope('g * m^3 * h * (v - E)', 'v')).toBe('g * m^3 * h')
  })

  test('of a power keeps a whole exponent', () => {
    expect(slope('x^2', 'x')).toBe('2 * x')
    expect(slope('x^4', 'x')).toBe('4 * x^3')
  })

  test('follows both branches of a case distinction', () => {
    expect(slope('if v > 0 then v^2 else 3 * v', 'v')).toBe('if v > 0 then 2 * v else 3')
  })

  test('of an exponential carries the inner slope', () => {
    expect(slope('exp(-v / k)', 'v')).toBe('exp(-v / k) * (-1 / k)')
  })

  test('is zero for what jumps', () => {
    expect(slope('floor(x) + int(x > 0)', 'x')).toBe('0')
  })

  test('of a thousand shared squares stays small', () => {
    let large: Expr = read('x')
    for (let k = 0; k < 1000; k++) large = apply('multiply', large, large)

    expect(evaluate(derivative(large, 'x'), () => 1)).toBe(2 ** 1000)
  })
})

/** Where each operator is smooth: three arguments to measure its slopes at. */
const places: Partial<Record<Op, readonly [number, number, number]>> = {
  arcsin: [0.3, 0, 0],
  arccos: [0.3, 0, 0],
  clip: [0.5, -1, 2],
}
const smooth = (Object.keys(ops) as Op[]).filter((op) => rowOf(op).derivative)

test.each(smooth)('the slopes of %s agree with finite differences', (op) => {
  const at = places[op] ?? [1.7, 0.6, 0.9]
  const names = ['x', 'y', 'z'].slice(0, rowOf(op).arity)
  const expr = apply(op, ...names.map(read))
  const values = (shift: string, by: number) => (name: string) =>
    (at[names.indexOf(name)] ?? 0) + (name === shift ? by : 0)

  const measured = names.map((name) => {
    const ahead = evaluate(expr, values(name, 1e-5))
    return (ahead - evaluate(expr, values(name, -1e-5))) / 2e-5
  })

  const claimed = names.map((name) => evaluate(derivative(expr, name), values('', 0)))
  const errors = measured.map((value, k) => Math.abs(value - (claimed[k] ?? Number.NaN)))
  expect(Math.max(...errors)).toBeLessThan(1e-6)
})

test('the slope of exprel is smooth through zero', () => {
  const at = (x: number): number => evaluate(derivative(readExpr('exprel(x)'), 'x'), () => x)

  expect(at(0)).toBe(0.5)
  expect(at(1.001e-4)).toBeCloseTo(at(0.999e-4), 6)
})

describe('linear form', () => {
  test('gives slope and rest', () => {
    expect(linear('(g_L * (E_L - v) + I) / C', 'v')).toBe('-g_L / C | (g_L * E_L + I) / C')
    expect(linear('a * (1 - m) - b * m', 'm')).toBe('-(a + b) | a')
    expect(linear('-x / tau', 'x')).toBe('-1 / tau | 0')
  })

  test('leaves alone what does not read the name', () => {
    expect(linear('exp(w)', 'v')).toBe('0 | exp(w)')
  })

  test('does not exist for squares, steps and curves', () => {
    expect(
      ['v * v', 'floor(v)', 'exp(v)', '1 / v', 'if v > 0 then 1 else 2'].map((text) =>
        linear(text, 'v'),
      ),
    ).toEqual(Array(5).fill('not linear'))
  })

  test('reaches into the branches of a case that does not depend on the name', () => {
    expect(linear('if w > 0 then 2 * v else w', 'v')).toBe(
      'if w > 0 then 2 else 0 | if w > 0 then 0 else w',
    )
  })

  test('splits by several names at once', () => {
    const parts = linearInAll(readExpr('(x - g) / tau + 2 * y + 3'), ['x', 'g', 'y', 'z'])

    expect([...(parts?.slopes ?? [])].map(([name, s]) => `${name}: ${printExpr(s)}`)).toEqual([
      'x: 1 / tau',
      'g: -1 / tau',
      'y: 2',
    ])
    expect(parts && printExpr(parts.rest)).toBe('3')
  })

  test('does not take products of two of the names for linear', () => {
    expect(linearInAll(readExpr('x * y'), ['x', 'y'])).toBeUndefined()
  })

  test('adds up to the expression', () => {
    const texts = [
      '(g * (E - v) + I) / C',
      'a * (1 - v) - b * v',
      'if a > b then v - E else -(v * g)',
    ]
    const value = fc.double({ min: -50, max: 50, noNaN: true })

    fc.assert(
      fc.property(
        fc.constantFrom(...texts),
        fc.array(value, { minLength: 7, maxLength: 7 }),
        (text, at) => {
          const known = new Map(['v', 'g', 'E', 'I', 'a', 'b'].map((name, k) => [name, at[k] ?? 0]))
          const of = (e: Expr): number => evaluate(e, (name) => known.get(name) ?? 2)
          const parts = linearIn(readExpr(text), 'v')
          const sum = parts ? of(parts.slope) * of(read('v')) + of(parts.rest) : Number.NaN

          expect(sum).toBeCloseTo(of(readExpr(text)), 6)
        },
      ),
    )
  })
})

test('a name matters only where it is read', () => {
  expect(dependsOn(readExpr('exp(a + b)'), 'b')).toBe(true)
  expect(dependsOn(readExpr('exp(a + b)'), 'c')).toBe(false)
})
