/** Random expression trees for the laws of printing. */
import fc from 'fast-check'
import type { BinaryOperator, Expr, Unit, UnaryOperator } from '../../grammar/ast.ts'

const span = { source: { path: '', text: '' }, start: 0, end: 0 }

const binaries: readonly BinaryOperator[] = [
  'or',
  'and',
  '<',
  '<=',
  '>',
  '>=',
  '==',
  '!=',
  '+',
  '-',
  '*',
  '/',
  '//',
  '%',
  '^',
]
const unaries: readonly UnaryOperator[] = ['not', '-', '+']

const unit: fc.Arbitrary<Unit> = fc
  .record({
    name: fc.constantFrom('mV', 'nS', 'ms', 'volt', 'second'),
    power: fc.constantFrom(1, 2, -1, 0.5),
  })
  .map(({ name, power }) => ({ factors: [{ name, power, divided: false, span }], span }))

const text = fc.constantFrom('0', '1', '2.5', '.5', '1e-3', '200')
const name = fc.constantFrom('v', 'g_L', 'I', 'm', 'x_pre').map((word) => ({ text: word, span }))

const leaf: fc.Arbitrary<Expr> = fc.oneof(
  text.map((t): Expr => ({ kind: 'number', value: Number(t), text: t, span })),
  fc.record({ text, unit }).map(
    ({ text: t, unit: u }): Expr => ({
      kind: 'quantity',
      value: Number(t),
      text: t,
      unit: u,
      span,
    }),
  ),
  unit.map((u): Expr => ({ kind: 'unit', unit: u, span })),
  fc.boolean().map((value): Expr => ({ kind: 'boolean', value, span })),
  name.map((n): Expr => ({ kind: 'name', name: n, span })),
  fc.tuple(name, name).map(([owner, n]): Expr => ({ kind: 'name', owner, name: n, span })),
)

export const expressions: fc.Arbitrary<Expr> = fc.letrec<{ expr: Expr }>((tie) => ({
  expr: fc.oneof(
    { maxDepth: 5, withCrossShrink: true },
    leaf,
    fc
      .record({ op: fc.constantFrom(...binaries), left: tie('expr'), right: tie('expr') })
      .map((parts): Expr => ({ kind: 'binary', ...parts, span })),
    fc
      .record({ op: fc.constantFrom(...unaries), arg: tie('expr') })
      .map((parts): Expr => ({ kind: 'unary', ...parts, span })),
    fc
      .record({ callee: name, args: fc.array(tie('expr'), { maxLength: 3 }) })
      .map((parts): Expr => ({ kind: 'call', ...parts, span })),
    fc
      .record({ condition: tie('expr'), then: tie('expr'), otherwise: tie('expr') })
      .map((parts): Expr => ({ kind: 'if', ...parts, span })),
  ),
})).expr
