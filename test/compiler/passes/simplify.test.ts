/** What simplify does to expressions, and that each of its rules is honest. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../../compiler/ir/evaluate.ts'
import { apply, type Expr, readsOf } from '../../../compiler/ir/expr.ts'
import { resultOf } from '../../../compiler/ir/ops.ts'
import { printExpr } from '../../../compiler/ir/print-expr.ts'
import { readExpr } from '../../../compiler/ir/read.ts'
import { simplifyExpr } from '../../../compiler/optimize/simplify.ts'
import { algebraic, exact, type Rule } from '../../../compiler/optimize/simplify-rules.ts'

const simplified = (text: string, strictness: 'exact' | 'all' = 'all'): string =>
  printExpr(simplifyExpr(readExpr(text), strictness))

test('applies rules until none fits', () => {
  expect(simplified('v + dt * (x * 1 + -y) - 0')).toBe('v + dt * (x - y)')
})

test('finds zeros and ones in either place of a sum or product', () => {
  expect(simplified('1 * x + 0 * y')).toBe('x')
})

test('simplifies what a rule has made', () => {
  expect(simplified('x / (1 / (1 / y))')).toBe('x / y')
  expect(simplified('-(x - y) - (z - -x)')).toBe('y - x - (z + x)')
})

test('computes what becomes constant', () => {
  expect(simplified('x ^ (3 - 2) + (y - y)')).toBe('x')
})

test('keeps the sign of zero if asked to be exact', () => {
  expect(simplified('x + 0', 'exact')).toBe('x + 0')
  expect(simplified('x - 0', 'exact')).toBe('x')
})

test('does not take long over expressions of exponential size', () => {
  let large = readExpr('x * 1')
  for (let k = 0; k < 2000; k++) large = apply('add', large, large)

  expect(evaluate(simplifyExpr(large, 'all'), () => 1e-300)).toBe(1e-300 * 2 ** 1000 * 2 ** 1000)
})

const special = fc.constantFrom(0, -0, 1, -1, Infinity, -Infinity, Number.NaN)
const anyNumbers = fc.array(fc.oneof(special, fc.double()), { minLength: 3, maxLength: 3 })

describe.each(exact().map(named))('exact rule $name', ({ rule }) => {
  test('changes no bit', () => {
    fc.assert(
      fc.property(anyNumbers, (at) => {
        const [before, after] = bothSides(rule, at)

        expect(after).toBe(before)
      }),
      { numRuns: 500 },
    )
  })
})

describe.each(algebraic().map(named))('algebraic rule $name', ({ rule }) => {
  test('changes a few bits at most', () => {
    const moderate = fc.double({ min: 0.001, max: 1000, noNaN: true })
    fc.assert(
      fc.property(fc.array(moderate, { minLength: 3, maxLength: 3 }), (at) => {
        const [before, after] = bothSides(rule, at)

        expect(Math.abs(after - before)).toBeLessThanOrEqual(4 * Number.EPSILON * Math.abs(before))
      }),
    )
  })
})

function named(rule: Rule): { name: string; rule: Rule } {
  return { name: `${printExpr(rule.pattern)} → ${printExpr(rule.result)}`, rule }
}

/** The value of pattern and result; names in boolean places get a truth value. */
function bothSides({ pattern, result }: Rule, at: readonly number[]): readonly [number, number] {
  const booleans = booleansIn(pattern)
  const valueOf = (name: string): number => {
    const number = at[['x', 'y', 'z'].indexOf(name)] ?? 0
    return booleans.has(name) ? Number(number > 0) : number
  }
  return [evaluate(pattern, valueOf), evaluate(result, valueOf)]
}

function booleansIn(expr: Expr): ReadonlySet<string> {
  if (expr.kind !== 'apply') return new Set()
  const [condition] = expr.args
  if (expr.op === 'select' && condition) return readsOf(condition)
  return resultOf(expr.op) === 'boolean' ? readsOf(expr) : new Set()
}
