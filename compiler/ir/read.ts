/** Reads expressions from small texts of our own: derivatives, simplification rules, tests. */
import type { BinaryOperator, Expr as Syntax } from '../../grammar/ast.ts'
import { parseExpression } from '../../grammar/parse.ts'
import { always, apply, type Expr, never, number, read } from './expr.ts'
import { InternalError } from './internal-error.ts'
import { type Op, ops, resultOf } from './ops.ts'

const known = new Map<string, Expr>()

/** Numbers have no dimension; every name is a read; a text is read once. */
export function readExpr(text: string): Expr {
  const seen = known.get(text)
  if (seen) return seen
  const expr = translate(parseExpression(text))
  known.set(text, expr)
  return expr
}

const operators: Record<BinaryOperator, Op> = {
  or: 'or',
  and: 'and',
  '<': 'less',
  '<=': 'lessEqual',
  '>': 'greater',
  '>=': 'greaterEqual',
  '==': 'equal',
  '!=': 'notEqual',
  '+': 'add',
  '-': 'subtract',
  '*': 'multiply',
  '/': 'divide',
  '//': 'floorDivide',
  '%': 'modulo',
  '^': 'power',
}

function translate(node: Syntax): Expr {
  switch (node.kind) {
    case 'number':
      return number(node.value)
    case 'boolean':
      return node.value ? always : never
    case 'name':
      return named(node.owner ? `${node.owner.text}.${node.name.text}` : node.name.text)
    case 'unary':
      return unary(node.op, translate(node.arg))
    case 'binary':
      return apply(operators[node.op], translate(node.left), translate(node.right))
    case 'if':
      return apply(
        'select',
        translate(node.condition),
        translate(node.then),
        translate(node.otherwise),
      )
    case 'call': {
      const args = node.args.map(translate)
      return apply(calledOp(node.callee.text, args), ...args)
    }
    case 'quantity':
    case 'unit':
      throw new InternalError('read', `a text of our own holds a unit: ${node.span.source.text}`)
    default:
      return node satisfies never
  }
}

const values = new Map([
  ['inf', Infinity],
  ['nan', Number.NaN],
])

function named(name: string): Expr {
  const value = values.get(name)
  return value === undefined ? read(name) : number(value)
}

/** A sign before a bare number belongs to the number. */
function unary(op: '-' | '+' | 'not', arg: Expr): Expr {
  if (op === 'not') return apply('not', arg)
  if (op === '+') return arg
  const isPlain = arg.kind === 'number' && (arg.value > 0 || Object.is(arg.value, 0))
  return isPlain ? number(-arg.value) : apply('negate', arg)
}

function calledOp(name: string, [first]: readonly Expr[]): Op {
  if (name === 'int') return first && isCondition(first) ? 'int' : 'truncate'
  if (isOp(name)) return name
  throw new InternalError('read', `there is no function ${name}`)
}

const isOp = (name: string): name is Op => Object.hasOwn(ops, name)

/** As far as the expression itself tells: a read counts as a number. */
function isCondition(expr: Expr): boolean {
  if (expr.kind !== 'apply') return false
  const [, then] = expr.args
  if (expr.op === 'select' && then) return isCondition(then)
  return resultOf(expr.op) === 'boolean'
}
