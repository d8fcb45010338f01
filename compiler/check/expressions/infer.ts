/** Gives every expression its value and dimension, from the leaves up, and says where units do not fit. */
import type { Expr as Tree } from '../../../grammar/ast.ts'
import { dimensionOf } from '../../../grammar/units.ts'
import { none } from '../../ir/dimension.ts'
import { inferCall } from './infer-call.ts'
import { combine } from './infer-operator.ts'
import { kernelValue } from './quantities.ts'
import { branchesAgree } from '../rules/units-agree.ts'
import { isCondition, isQuantity } from '../rules/values-have-their-type.ts'
import { complain, type Scope } from './scope.ts'
import { applied, joint, literal, truth, type Typed, unknown } from './typed.ts'

const deepest = 450
const deepestValue = 2500

export function infer(tree: Tree, scope: Scope): Typed {
  const { effort } = scope
  if (effort.nesting >= deepest) return tooDeep(tree, scope)
  effort.nesting += 1
  const value = tree.kind === 'binary' ? inferChain(tree, scope) : inferOne(tree, scope)
  effort.nesting -= 1
  return value.depth > deepestValue ? tooLarge(tree, scope) : value
}

type Binary = Extract<Tree, { kind: 'binary' }>

/** `a + b + c + …` without recursion: a chain may be long, only nesting is limited. */
function inferChain(tree: Binary, scope: Scope): Typed {
  const chain: Binary[] = []
  let first: Tree = tree
  for (; first.kind === 'binary'; first = first.left) chain.push(first)
  let left = infer(first, scope)
  for (let node = chain.pop(); node; node = chain.pop()) {
    left = combine(node, { left, right: infer(node.right, scope) }, scope)
    if (left.depth > deepestValue) return tooLarge(tree, scope)
  }
  return left
}

function inferOne(tree: Exclude<Tree, Binary>, scope: Scope): Typed {
  switch (tree.kind) {
    case 'number':
      return literal(tree.value)
    case 'quantity':
      return literal(kernelValue(tree.value, tree.unit), dimensionOf(tree.unit), tree.unit)
    case 'unit':
      return literal(kernelValue(1, tree.unit), dimensionOf(tree.unit), tree.unit)
    case 'boolean':
      return truth(tree.value)
    case 'name':
      return scope.resolve(tree.name, tree.owner)
    case 'call':
      return inferCall(tree, scope)
    case 'unary':
      return inferUnary(tree, scope)
    case 'if':
      return inferCases(tree, scope)
  }
}

function inferUnary(tree: Extract<Tree, { kind: 'unary' }>, scope: Scope): Typed {
  const value = infer(tree.arg, scope)
  if (tree.op === 'not') {
    if (!isCondition(tree.arg, value, scope)) return unknown
    return applied('not', [value], { dimension: none, type: 'boolean' })
  }
  if (!isQuantity(tree.arg, value, scope)) return unknown
  return tree.op === '-' ? negated(value) : value
}

/** `-70 mV` is a number, not the negative of one. */
export function negated(value: Typed): Typed {
  const { expr, dimension, free, unit } = value
  const shown = unit ? { unit } : {}
  if (expr.kind === 'number' && value.type === 'real') {
    return { ...literal(-expr.value, dimension, unit), free }
  }
  return applied('negate', [value], { dimension, type: value.type, ...shown })
}

function inferCases(tree: Extract<Tree, { kind: 'if' }>, scope: Scope): Typed {
  const condition = infer(tree.condition, scope)
  const then = infer(tree.then, scope)
  const otherwise = infer(tree.otherwise, scope)
  const holds = isCondition(tree.condition, condition, scope)
  if (!branchesAgree(tree, { then, otherwise }, scope) || !holds) return unknown
  const unit = then.unit ?? otherwise.unit
  const type = then.type === 'unknown' ? otherwise.type : then.type
  const shown = unit ? { unit } : {}
  const result = { dimension: joint(then, otherwise), type, ...shown }
  return applied('select', [condition, then, otherwise], result)
}

function tooDeep(tree: Tree, { report }: Scope): Typed {
  const message = 'This expression is nested too deeply to be understood; name a part of it.'
  complain(report, 'nesting-too-deep', { span: tree.span, message })
  return unknown
}

function tooLarge(tree: Tree, { report }: Scope): Typed {
  const message = `This expression is more than ${deepestValue} operators deep; name parts of it.`
  complain(report, 'expression-too-large', { span: tree.span, message })
  return unknown
}
