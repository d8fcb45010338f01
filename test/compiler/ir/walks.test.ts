/** Walks over expressions: within each other, cut short, and past what they do not look for. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  apply,
  type Expr,
  fold,
  number,
  read,
  readsOf,
  readsSought,
  substitute,
  visit,
} from '../../../compiler/ir/expr.ts'
import type { Op } from '../../../compiler/ir/ops.ts'
import { visitStatements } from '../../../compiler/ir/statements.ts'
import { mayHold, numbers, operators } from '../../../compiler/ir/sought.ts'
import { call } from '../build-kernel.ts'

const ops: readonly Op[] = ['add', 'multiply', 'divide', 'exp', 'exprel', 'negate', 'power']

/** Every new node applies an operator to two nodes before it. */
const expressions: fc.Arbitrary<Expr> = fc
  .array(fc.tuple(fc.constantFrom(...ops), fc.nat(), fc.nat()), { minLength: 1, maxLength: 30 })
  .map((steps) => {
    const nodes: Expr[] = [...Array(40).keys()].map((k) => (k % 4 ? read(`v${k}`) : number(k)))
    for (const [op, a, b] of steps) {
      const pick = (n: number): Expr => nodes[nodes.length - 1 - (n % nodes.length)] ?? number(0)
      nodes.push(op === 'exp' || op === 'negate' ? apply(op, pick(a)) : apply(op, pick(a), pick(b)))
    }
    return nodes.at(-1) ?? number(0)
  })

function partsOf(expr: Expr): readonly Expr[] {
  const parts: Expr[] = []
  visit(expr, (e) => parts.push(e))
  return parts
}

test('what an expression holds is never denied', () => {
  fc.assert(
    fc.property(expressions, (expr) => {
      for (const part of partsOf(expr)) {
        const sought =
          part.kind === 'apply'
            ? operators(part.op)
            : part.kind === 'read'
              ? readsSought(new Map([[part.name, part]]))
              : numbers
        expect(mayHold(expr, sought)).toBe(true)
      }
    }),
  )
})

test('an operator that is nowhere in an expression is mostly known not to be', () => {
  expect(mayHold(call('add', 'v', 1), operators('power'))).toBe(false)
})

test('replacing a name changes every read of it, however the names share bits', () => {
  fc.assert(
    fc.property(expressions, fc.nat({ max: 39 }), (expr, k) => {
      const name = `v${k}`
      const replaced = substitute(expr, new Map([[name, read('other')]]))

      expect(readsOf(replaced).has(name)).toBe(false)
      expect(readsOf(replaced).has('other')).toBe(readsOf(expr).has(name))
    }),
  )
})

test('an expression knows its size in print and its depth', () => {
  const inner = call('add', 'v', 1)

  const outer = apply('multiply', inner, inner)

  expect([outer.size, outer.depth]).toEqual([7, 2])
})

test('a walk within a walk does not make the outer one see anything twice', () => {
  const shared = call('exp', 'v')
  const expr = apply('add', apply('negate', shared), apply('multiply', shared, shared))
  const met: Expr[] = []

  visit(expr, (e) => {
    met.push(e)
    readsOf(expr)
  })

  expect(met).toEqual([...new Set(met)])
  expect(met).toHaveLength(5)
})

test('a walk through several statements sees what they share once', () => {
  const shared = call('exp', 'v')
  const met: Expr[] = []

  visitStatements(
    [
      { kind: 'let', name: 'a', value: shared },
      { kind: 'store', buffer: 'b', value: apply('negate', shared) },
    ],
    (e) => met.push(e),
  )

  expect(met).toEqual([read('v'), shared, apply('negate', shared)])
})

test('a walk that fails leaves the next one as it was', () => {
  const expr = call('add', 'v', 1)
  const count = (): number => fold(expr, (_, args: readonly number[]) => 1 + args.length)
  const fail = (): never => {
    throw new Error('enough')
  }

  expect(() => fold(expr, fail)).toThrow('enough')

  expect(count()).toBe(3)
})
