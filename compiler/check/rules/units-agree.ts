/** What is added, compared, chosen between, assigned or declared has the same unit on both sides. */
import type { Expr as Tree, Unit } from '../../../grammar/ast.ts'
import type { Report, Span } from '../../../grammar/diagnostics.ts'
import type { Dimension } from '../../ir/dimension.ts'
import {
  describe,
  found,
  quantity,
  rateOf,
  rateUnit,
  textOf,
  wanted,
} from '../expressions/describe.ts'
import type { Scope } from '../expressions/scope.ts'
import { type Advice, advise, adviseSides } from '../expressions/suggest-fix.ts'
import { agree, fits, type Typed } from '../expressions/typed.ts'

interface Mistake extends Advice {
  readonly span: Span
  readonly message: string
}

function reportMismatch(report: Report, { span, message, notes, fix }: Mistake): void {
  const repair = fix ? { fix } : {}
  report({ code: 'unit-mismatch', severity: 'error', span, message, notes, ...repair })
}

export function sidesAgree(
  node: Extract<Tree, { kind: 'binary' }>,
  { left, right }: { readonly left: Typed; readonly right: Typed },
  scope: Scope,
): boolean {
  if (agree(left, right)) return true
  const sides = `${textOf(node.left, 'the left side')} is ${describe(left)}, ${textOf(node.right, 'the right side')} is ${describe(right)}`
  const { left: leftTree, right: rightTree } = node
  reportMismatch(scope.report, {
    span: node.span,
    message: `Both sides of ${node.op} must have the same unit: ${sides}.`,
    ...adviseSides({ tree: leftTree, value: left }, { tree: rightTree, value: right }, scope),
  })
  return false
}

/** `if … then 1 mV else 2 nS`. */
export function branchesAgree(
  tree: Extract<Tree, { kind: 'if' }>,
  { then, otherwise }: { readonly then: Typed; readonly otherwise: Typed },
  { report }: Scope,
): boolean {
  const types = new Set([then.type, otherwise.type].filter((type) => type !== 'unknown'))
  if (types.size < 2 && agree(then, otherwise)) return true
  const message = `Both cases must have the same unit: the first is ${describe(then)}, the second is ${describe(otherwise)}.`
  reportMismatch(report, { span: tree.span, message, notes: [] })
  return false
}

/** An argument of a function is a pure number, or agrees with the arguments before it. */
export function argumentFits(
  call: { readonly callee: string; readonly tree: Tree; readonly value: Typed },
  asked: { readonly dimension: Dimension | undefined; readonly unit?: Unit },
  scope: Scope,
): boolean {
  const { callee, tree, value } = call
  if (fits(value, asked.dimension) || !asked.dimension) return true
  const unit = wanted(asked.dimension, asked.unit)
  const text = textOf(tree, 'its argument')
  reportMismatch(scope.report, {
    span: tree.span,
    message: `${callee} takes ${unit} here; ${text} is ${describe(value)}.`,
    ...advise({ tree, value, dimension: asked.dimension, unit }, scope),
  })
  return false
}

/** What a value was declared to be: its subject (`I_exp`, `v(0)`), dimension and written unit. */
export interface Declared {
  readonly subject: string
  readonly dimension: Dimension | undefined
  readonly unit?: Unit
}

/** An expression as it was written, and what it turned out to be. */
export interface Valued {
  readonly tree: Tree
  readonly value: Typed
}

/** A definition, default, initial value or assignment has the unit of its variable. */
export function valueFits({ tree, value }: Valued, declared: Declared, scope: Scope): boolean {
  const { dimension, unit, subject } = declared
  if (!dimension || fits(value, dimension)) return true
  const shown = wanted(dimension, unit)
  reportMismatch(scope.report, {
    span: tree.span,
    message: `${subject} is ${quantity(dimension, unit)}; this is ${found(value)}.`,
    ...advise({ tree, value, dimension, unit: shown }, scope),
  })
  return false
}

/** dx/dt is the unit of x per time. */
export function rateFits({ tree, value }: Valued, declared: Declared, scope: Scope): boolean {
  const { dimension, unit, subject } = declared
  if (!dimension || fits(value, rateOf(dimension))) return true
  const rate = rateUnit(dimension, unit)
  reportMismatch(scope.report, {
    span: tree.span,
    message: `d${subject}/dt of ${quantity(dimension, unit)} must be in ${rate}; this is ${found(value)}.`,
    ...advise({ tree, value, dimension: rateOf(dimension), unit: rate }, scope),
  })
  return false
}
