/** What the operators between two values give: sums agree, products multiply dimensions, conditions are true or false. */
import type { BinaryOperator, Expr as Tree } from '../../../grammar/ast.ts'
import { type Dimension, isNone, none, power } from '../../ir/dimension.ts'
import { evaluate } from '../../ir/evaluate.ts'
import { readsOf } from '../../ir/expr.ts'
import type { Op } from '../../ir/ops.ts'
import { joinUnits } from './quantities.ts'
import { exponentIsPure, powerIsKnown } from '../rules/powers-of-units-are-known.ts'
import { sidesAgree } from '../rules/units-agree.ts'
import { isCondition, isQuantity, sidesHaveOneType } from '../rules/values-have-their-type.ts'
import type { Scope } from './scope.ts'
import { applied, joint, literal, overKnown, timesKnown, type Typed, unknown } from './typed.ts'

export type Binary = Extract<Tree, { kind: 'binary' }>

export interface Sides {
  readonly left: Typed
  readonly right: Typed
}

type Group = 'logic' | 'equality' | 'order' | 'sum' | 'product' | 'power'

const operators: Record<BinaryOperator, { readonly op: Op; readonly group: Group }> = {
  or: { op: 'or', group: 'logic' },
  and: { op: 'and', group: 'logic' },
  '==': { op: 'equal', group: 'equality' },
  '!=': { op: 'notEqual', group: 'equality' },
  '<': { op: 'less', group: 'order' },
  '<=': { op: 'lessEqual', group: 'order' },
  '>': { op: 'greater', group: 'order' },
  '>=': { op: 'greaterEqual', group: 'order' },
  '+': { op: 'add', group: 'sum' },
  '-': { op: 'subtract', group: 'sum' },
  '//': { op: 'floorDivide', group: 'sum' },
  '%': { op: 'modulo', group: 'sum' },
  '*': { op: 'multiply', group: 'product' },
  '/': { op: 'divide', group: 'product' },
  '^': { op: 'power', group: 'power' },
}

export function combine(node: Binary, sides: Sides, scope: Scope): Typed {
  const { op, group } = operators[node.op]
  const args = [sides.left, sides.right]
  switch (group) {
    case 'logic':
      if (!both(node, sides, { scope, holds: isCondition })) return unknown
      return applied(op, args, { dimension: none })
    case 'equality':
      if (!sidesHaveOneType(node, sides, scope) || !sidesAgree(node, sides, scope)) return unknown
      return applied(op, args, { dimension: none })
    case 'order':
      if (!both(node, sides, { scope, holds: isQuantity }) || !sidesAgree(node, sides, scope))
        return unknown
      return applied(op, args, { dimension: none })
    case 'sum':
      if (!both(node, sides, { scope, holds: isQuantity }) || !sidesAgree(node, sides, scope))
        return unknown
      return op === 'floorDivide' ? applied(op, args, { dimension: none }) : sum(op, sides)
    case 'product':
      return both(node, sides, { scope, holds: isQuantity }) ? product(node, sides) : unknown
    case 'power':
      return both(node, sides, { scope, holds: isQuantity }) ? raised(node, sides, scope) : unknown
  }
}

interface Asked {
  readonly scope: Scope
  readonly holds: (tree: Tree, value: Typed, scope: Scope) => boolean
}

/** Both are looked at, so that both mistakes are told. */
function both(node: Binary, { left, right }: Sides, { scope, holds }: Asked): boolean {
  const first = holds(node.left, left, scope)
  return holds(node.right, right, scope) && first
}

function sum(op: Op, { left, right }: Sides): Typed {
  const unit = left.unit ?? right.unit
  return applied(op, [left, right], { dimension: joint(left, right), ...(unit ? { unit } : {}) })
}

const isPure = ({ dimension }: Typed): boolean => dimension !== undefined && isNone(dimension)

function product(node: Binary, { left, right }: Sides): Typed {
  const divided = node.op === '/'
  const quantity = node.right.kind === 'unit' ? quantityOf({ left, right }, divided) : undefined
  if (quantity) return quantity
  const dimension = divided ? overKnown(left, right) : timesKnown(left, right)
  const unit = productUnit(node, { left, right })
  return applied(divided ? 'divide' : 'multiply', [left, right], {
    dimension,
    ...(unit ? { unit } : {}),
  })
}

/** `10*ms` and `0.02/ms` are quantities, written as Brian2 writes them. */
function quantityOf({ left, right }: Sides, divided: boolean): Typed | undefined {
  const [a, b] = [left.expr, right.expr]
  const dimension = divided ? overKnown(left, right) : timesKnown(left, right)
  if (a.kind !== 'number' || b.kind !== 'number' || left.type !== 'real') return undefined
  const unit = joinUnits(left.unit, right.unit, divided)
  return literal(divided ? a.value / b.value : a.value * b.value, dimension, unit)
}

/** A unit behind an expression was written to name it; otherwise a pure factor leaves the unit alone. */
function productUnit(node: Binary, { left, right }: Sides) {
  if (node.right.kind === 'unit' && (left.unit || isPure(left))) {
    return joinUnits(left.unit, right.unit, node.op === '/')
  }
  if (isPure(right)) return left.unit
  return isPure(left) && node.op === '*' ? right.unit : undefined
}

export function raised(node: Binary, { left, right }: Sides, scope: Scope): Typed {
  if (!exponentIsPure(node, right, scope)) return unknown
  const exponent = constantOf(right)
  const settled = exponent === undefined ? right : literal(exponent)
  if (left.dimension === undefined || isNone(left.dimension)) {
    return applied('power', [left, settled], { dimension: left.dimension })
  }
  if (!powerIsKnown(node, { left, exponent }, scope)) return unknown
  const dimension: Dimension = power(left.dimension, exponent ?? 1)
  return applied('power', [left, settled], { dimension })
}

/** The value of an expression that reads nothing. */
function constantOf({ expr }: Typed): number | undefined {
  if (readsOf(expr).size > 0) return undefined
  return evaluate(expr, () => NaN)
}
