/** Sums taken apart add up to what they were. */
import { expect, test } from 'vitest'
import { dependsOn } from '../../../compiler/ir/derivative.ts'
import { printExpr } from '../../../compiler/ir/print-expr.ts'
import { readExpr } from '../../../compiler/ir/read.ts'
import { apart } from '../../../compiler/lower/apart.ts'

/** What reads x apart from what does not. */
function partsOf(text: string): readonly string[] {
  const { free, bound } = apart(readExpr(text), (e) => dependsOn(e, 'x'))
  return [printExpr(free), printExpr(bound)]
}

test.each([
  ['a + x - b - x^2', ['a - b', 'x - x^2']],
  ['(a - c * x + b) / d', ['(a + b) / d', '-(c * x) / d']],
  ['-(a + x) * b', ['-a * b', '-x * b']],
  ['d * (a - x)', ['d * a', 'd * -x']],
  ['a / x', ['0', 'a / x']],
  ['(a + x) * (b + x)', ['0', '(a + x) * (b + x)']],
  ['a * b', ['a * b', '0']],
] as const)('%s', (text, parts) => {
  expect(partsOf(text)).toEqual(parts)
})
