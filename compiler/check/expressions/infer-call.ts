/** Calls: the functions of the language, each an operator with a rule for units; others are expanded. */
import type { Expr as Tree } from '../../../grammar/ast.ts'
import { none, power } from '../../ir/dimension.ts'
import type { Op } from '../../ir/ops.ts'
import { distributions, draws, inferDraw } from './infer-draw.ts'
import { type Binary, raised } from './infer-operator.ts'
import { inlineFunction } from './inline-function.ts'
import { callCount, functionIsKnown } from '../rules/functions-are-known.ts'
import { argumentFits } from '../rules/units-agree.ts'
import { isQuantity } from '../rules/values-have-their-type.ts'
import type { Scope } from './scope.ts'
import { applied, type Typed, unknown } from './typed.ts'

export type Call = Extract<Tree, { kind: 'call' }>

type Rule = 'pure' | 'same' | 'fold' | 'root' | 'sign' | 'angle' | 'power' | 'truncate'

interface Row {
  readonly op: Op
  readonly count: number
  readonly rule: Rule
}

const pure = (op: Op): Row => ({ op, count: 1, rule: 'pure' })

const functions: ReadonlyMap<string, Row> = new Map<string, Row>([
  ...(
    [
      'exp',
      'log',
      'log10',
      'expm1',
      'log1p',
      'exprel',
      'floor',
      'ceil',
      'sin',
      'cos',
      'tan',
    ] as const
  ).map((op) => [op, pure(op)] as const),
  ...(['sinh', 'cosh', 'tanh', 'arcsin', 'arccos', 'arctan'] as const).map(
    (op) => [op, pure(op)] as const,
  ),
  ['sqrt', { op: 'sqrt', count: 1, rule: 'root' }],
  ['abs', { op: 'abs', count: 1, rule: 'same' }],
  ['sign', { op: 'sign', count: 1, rule: 'sign' }],
  ['int', { op: 'int', count: 1, rule: 'truncate' }],
  ['min', { op: 'min', count: 2, rule: 'fold' }],
  ['max', { op: 'max', count: 2, rule: 'fold' }],
  ['clip', { op: 'clip', count: 3, rule: 'same' }],
  ['arctan2', { op: 'arctan2', count: 2, rule: 'angle' }],
  ['pow', { op: 'power', count: 2, rule: 'power' }],
])

/** Every function the language brings along. */
export const functionNames: readonly string[] = [
  ...functions.keys(),
  ...draws.keys(),
  ...distributions.keys(),
]

export function inferCall(call: Call, scope: Scope): Typed {
  const args = call.args.map((arg) => scope.infer(arg, scope))
  const name = call.callee.text
  const own = scope.findFunction(name)
  if (own) return inlineFunction(call, { callable: own, args }, scope)
  if (draws.has(name) || distributions.has(name)) return inferDraw(call, args, scope)
  const row = functions.get(name)
  if (!row) {
    functionIsKnown(call, [...functionNames, ...scope.functionNames()], scope)
    return unknown
  }
  const most = row.rule === 'fold' ? Infinity : row.count
  if (!callCount(call, { least: row.count, most }, scope)) return unknown
  if (row.rule === 'truncate') return truncated(call, args, scope)
  const numbers = args.map((arg, k) => isQuantity(call.args[k] ?? call, arg, scope))
  return numbers.every(Boolean) ? byRule(call, { row, args }, scope) : unknown
}

interface Applied {
  readonly row: Row
  readonly args: readonly Typed[]
}

function byRule(call: Call, { row, args }: Applied, scope: Scope): Typed {
  const [first = unknown, second = unknown] = args
  switch (row.rule) {
    case 'pure':
      return argumentsFit(call, args, scope) ? applied(row.op, args, { dimension: none }) : unknown
    case 'same':
    case 'fold':
    case 'angle':
      return agreeing(call, { row, args }, scope)
    case 'root':
      return applied(row.op, args, { dimension: first.dimension && power(first.dimension, 0.5) })
    case 'sign':
      return applied(row.op, args, { dimension: none })
    case 'power':
      return raised(asPower(call), { left: first, right: second }, scope)
    case 'truncate':
      return truncated(call, args, scope)
  }
}

function argumentsFit(call: Call, args: readonly Typed[], scope: Scope): boolean {
  const callee = call.callee.text
  const fit = args.map((value, k) =>
    argumentFits({ callee, tree: call.args[k] ?? call, value }, { dimension: none }, scope),
  )
  return fit.every(Boolean)
}

/** All arguments agree with the first that says a unit. */
function agreeing(call: Call, { row, args }: Applied, scope: Scope): Typed {
  const leader = args.find((arg) => !arg.free) ?? args[0] ?? unknown
  const asked = { dimension: leader.dimension, ...(leader.unit ? { unit: leader.unit } : {}) }
  const fit = args.map((value, k) =>
    argumentFits({ callee: call.callee.text, tree: call.args[k] ?? call, value }, asked, scope),
  )
  if (!fit.every(Boolean)) return unknown
  if (row.rule === 'angle') return applied(row.op, args, { dimension: none })
  const isKnown = args.every((arg) => arg.free || arg.dimension !== undefined)
  const result = isKnown ? asked : { dimension: undefined }
  if (row.rule === 'same') return applied(row.op, args, result)
  return args.reduce((a, b) => applied(row.op, [a, b], result))
}

/** int(condition) is 0 or 1; int(x) drops the fraction of a pure number. */
function truncated(call: Call, args: readonly Typed[], scope: Scope): Typed {
  const [arg = unknown] = args
  if (arg.type === 'boolean') return applied('int', [arg], { dimension: none })
  if (!argumentsFit(call, args, scope)) return unknown
  return applied('truncate', [arg], { dimension: none })
}

const asPower = (call: Call): Binary => {
  const [left = call, right = call] = call.args
  return { kind: 'binary', op: '^', left, right, span: call.span }
}
