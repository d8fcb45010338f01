/** How expressions that would print too long are cut. */
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { breakUp } from '../../../compiler/emit/break-up.ts'
import { js } from '../../../compiler/emit/js/emit.ts'
import { apply, type Expr, read } from '../../../compiler/ir/expr.ts'
import { verify } from '../../../compiler/ir/verify.ts'
import { keeps, kernel, store } from '../build-kernel.ts'
import { anyKernel, outcome } from '../random-kernel.ts'

const repeat = (times: number, grow: (expr: Expr) => Expr): Expr =>
  Array.from({ length: times }).reduce<Expr>((expr) => grow(expr), read('v'))

test('leaves an expression alone that fits on a few lines', () => {
  const short = kernel({
    buffers: [keeps('v')],
    each: [
      store(
        'v',
        repeat(20, (x) => apply('exp', x)),
      ),
    ],
  })

  expect(breakUp(short)).toEqual(short)
})

test('names a part that doubles itself fifty times, once each', () => {
  const doubling = repeat(50, (x) => apply('add', apply('multiply', x, x), x))
  const text = js.emit([kernel({ buffers: [keeps('v')], each: [store('v', doubling)] })], {
    precision: 'f64',
    title: '',
  }).text

  expect(text.length).toBeLessThan(10_000)
})

test('cuts a tower of ten thousand functions into expressions an engine can parse', () => {
  const tower = repeat(10_000, (x) => apply('exp', apply('negate', x)))
  const text = js.emit([kernel({ buffers: [keeps('v')], each: [store('v', tower)] })], {
    precision: 'f64',
    title: '',
  }).text

  expect(() => new Function(text.replace('export ', ''))).not.toThrow()
})

test('does not change a bit of what a kernel computes', () => {
  fc.assert(
    fc.property(anyKernel('any'), fc.nat(3), (small, times) => {
      const large = { ...small, each: [...small.each, store('u', enlarge(read('u'), times))] }

      const cut = verify(breakUp(large), 'break-up')

      expect(outcome(cut)).toEqual(outcome(large))
    }),
  )
})

/** An expression with many parts that occur several times. */
function enlarge(expr: Expr, times: number): Expr {
  const grown = apply('add', apply('multiply', expr, read('x')), apply('divide', expr, read('p')))
  const twice = apply('min', apply('exp', grown), apply('max', grown, apply('negate', grown)))
  return times === 0 ? twice : enlarge(twice, times - 1)
}
