/** Concrete tree → expressions and units: this is where precedence is settled. */
import type { CstNode, IToken } from 'chevrotain'
import type { BinaryOperator, Expr, UnaryOperator, Unit, UnitFactor } from './ast.ts'
import {
  Incomplete,
  Misread,
  inOrder,
  isToken,
  maybeNode,
  maybeToken,
  nameOf,
  node,
  nodes,
  spanOf,
  spanOfToken,
  token,
  tokens,
} from './concrete.ts'
import type { Source, Span } from './diagnostics.ts'
import { binaryPrecedence, prefixPrecedence } from './precedence.ts'

export function buildExpr(source: Source, expression: CstNode): Expr {
  const choice = maybeNode(expression, 'ifExpression')
  if (!choice) return buildChain(source, node(expression, 'chain'))
  return {
    kind: 'if',
    condition: buildChain(source, node(choice, 'condition')),
    then: buildExpr(source, node(choice, 'then')),
    otherwise: buildExpr(source, node(choice, 'otherwise')),
    span: spanOf(source, choice),
  }
}

/** Operands and operators of one chain, read from left to right. */
interface Reading {
  readonly source: Source
  readonly items: readonly (IToken | CstNode)[]
  at: number
}

function buildChain(source: Source, chain: CstNode): Expr {
  const ops = tokens(chain, 'op')
  const items: (IToken | CstNode)[] = []
  nodes(chain, 'operand').forEach((element, k) => {
    items.push(...tokens(element, 'prefix'), node(element, 'primary'))
    const op = ops[k]
    if (op) items.push(op)
  })
  const reading: Reading = { source, items, at: 0 }
  const result = climb(reading, 0)
  if (reading.at < items.length) throw new Incomplete('operand')
  return result
}

/** Precedence climbing: an operand, then all operators that bind at least as strongly as `least`. */
function climb(reading: Reading, least: number): Expr {
  let left = prefixed(reading)
  for (;;) {
    const next = reading.items[reading.at]
    if (!next || !isToken(next)) return left
    const op = operatorOf(next.image)
    const { strength, rightFirst, chains } = binaryPrecedence[op]
    if (strength < least) return left
    reading.at += 1
    const right = climb(reading, rightFirst ? strength : strength + 1)
    left = { kind: 'binary', op, left, right, span: join(left.span, right.span) }
    const after = reading.items[reading.at]
    const again = after && isToken(after) ? binaryPrecedence[operatorOf(after.image)] : undefined
    if (!chains && after && isToken(after) && again?.strength === strength) {
      const at = spanOfToken(reading.source, after)
      throw new Misread(at, 'Comparisons do not follow each other.', 'Write a < b and b < c.')
    }
  }
}

function prefixed(reading: Reading): Expr {
  const item = reading.items[reading.at]
  if (!item) throw new Incomplete('operand')
  reading.at += 1
  if (!isToken(item)) return buildPrimary(reading.source, item)
  const op = item.image as UnaryOperator
  const arg = climb(reading, prefixPrecedence[op])
  return { kind: 'unary', op, arg, span: join(spanOfToken(reading.source, item), arg.span) }
}

const operatorOf = (image: string): BinaryOperator =>
  (image === '**' ? '^' : image) as BinaryOperator

const join = (a: Span, b: Span): Span => ({ source: a.source, start: a.start, end: b.end })

function buildPrimary(source: Source, primary: CstNode): Expr {
  const span = spanOf(source, primary)
  const number = maybeToken(primary, 'NumberText')
  const unit = maybeToken(primary, 'UnitName') ?? maybeToken(primary, 'unit')
  if (unit) {
    const power = maybeNode(primary, 'unitPower')
    const factor = factorOf(source, unit, power ? powerOf(source, power) : 1, false)
    const end = power ? spanOf(source, power).end : factor.span.end
    const written: Unit = {
      factors: [{ ...factor, span: { ...factor.span, end } }],
      span: { ...factor.span, end },
    }
    if (!number) return { kind: 'unit', unit: written, span }
    return {
      kind: 'quantity',
      value: Number(number.image),
      text: number.image,
      unit: written,
      span,
    }
  }
  if (number) return { kind: 'number', value: Number(number.image), text: number.image, span }
  const boolean = maybeToken(primary, 'boolean')
  if (boolean) return { kind: 'boolean', value: boolean.image === 'true', span }
  const name = maybeToken(primary, 'Name')
  if (name) return buildNamed(source, name, { suffix: maybeNode(primary, 'suffix'), span })
  const inner = buildExpr(source, node(primary, 'expression'))
  return { ...inner, span }
}

function buildNamed(
  source: Source,
  name: IToken,
  rest: { suffix: CstNode | undefined; span: Span },
): Expr {
  const { suffix, span } = rest
  const first = nameOf(source, name)
  if (!suffix) return { kind: 'name', name: first, span }
  const member = maybeToken(suffix, 'Name')
  if (member) return { kind: 'name', owner: first, name: nameOf(source, member), span }
  const args = nodes(suffix, 'expression').map((arg) => buildExpr(source, arg))
  return { kind: 'call', callee: first, args, span }
}

function factorOf(source: Source, name: IToken, power: number, divided: boolean): UnitFactor {
  const { text, span } = nameOf(source, name)
  return { name: text, power, divided, span }
}

const signed = (number: CstNode): number =>
  Number(token(number, 'NumberText').image) * (tokens(number, 'Minus').length > 0 ? -1 : 1)

/** `: uS/cm^2` */
export function buildUnit(source: Source, clause: CstNode): Unit {
  let divided = false
  const factors: UnitFactor[] = []
  for (const element of inOrder(clause, ['op', 'unitFactor'])) {
    if (isToken(element)) divided = element.image === '/'
    else factors.push(buildFactor(source, element, divided))
  }
  const start = factors[0]?.span.start
  if (start === undefined) throw new Incomplete('unit')
  return { factors, span: { ...spanOf(source, clause), start } }
}

function buildFactor(source: Source, factor: CstNode, divided: boolean): UnitFactor {
  const power = maybeNode(factor, 'unitPower')
  const built = factorOf(source, token(factor, 'unit'), power ? powerOf(source, power) : 1, divided)
  return { ...built, span: spanOf(source, factor) }
}

/** Dimensions stay finite numbers. */
const largestPower = 12

function powerOf(source: Source, power: CstNode): number {
  const top = signed(node(power, 'signedNumber'))
  const bottom = maybeToken(power, 'bottom')
  const value = bottom ? top / Number(bottom.image) : top
  if (Math.abs(value) <= largestPower) return value
  const range = `Powers lie between -${largestPower} and ${largestPower}.`
  throw new Misread(spanOf(source, power), 'No unit has such a power.', range)
}
