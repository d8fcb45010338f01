/** Looks for the one declared name that would make units agree: a cheap search over products and quotients. */
import type { Expr as Tree } from '../../../grammar/ast.ts'
import type { Fix } from '../../../grammar/diagnostics.ts'
import { type Dimension, equal, over, power, time } from '../../ir/dimension.ts'
import { describe, isEnclosed, nounOf, textAt, textOf, wanted as wantedUnit } from './describe.ts'
import type { Candidate, Scope } from './scope.ts'
import type { Typed } from './typed.ts'

/** Multiplying or dividing by a name gives the dimension that is wanted. */
export interface Repair {
  readonly op: '*' | '/'
  readonly by: Candidate
  /** No other name would do. */
  readonly isCertain: boolean
}

/** What a wrong expression was, and what it should have been. */
export interface Mismatch {
  readonly tree: Tree
  readonly value: Typed
  readonly dimension: Dimension
  /** How messages name the wanted unit. */
  readonly unit: string
}

/** Advice for a message: a change of the text where one is certain, sentences for the rest. */
export interface Advice {
  readonly notes: readonly string[]
  readonly fix?: Fix
}

const millisecond: Candidate = { name: 'ms', dimension: time, unit: '' }

export function findRepair(
  found: Dimension,
  wanted: Dimension,
  candidates: readonly Candidate[],
): Repair | undefined {
  const ratio = over(found, wanted)
  const inverse = power(ratio, -1)
  for (const names of [candidates, [millisecond]]) {
    const divisors = names.filter(({ dimension }) => equal(dimension, ratio))
    const factors = names.filter(({ dimension }) => equal(dimension, inverse))
    const [by] = [...divisors, ...factors]
    if (!by) continue
    const isCertain = divisors.length + factors.length === 1
    return { op: divisors.length > 0 ? '/' : '*', by, isCertain }
  }
  return undefined
}

/** `Dividing by C (pF) would give mV/ms.` */
export function repairSentence({ op, by, isCertain }: Repair, unit: string, subject = ''): string {
  const verb = op === '/' ? 'Dividing' : 'Multiplying'
  const name = by.unit ? `${by.name} (${by.unit})` : by.name
  const named = isCertain ? name : `${nounOf(by.dimension)} such as ${name}`
  return `${verb}${subject && ` ${subject}`} by ${named} would give ${unit}.`
}

/** What would turn the expression into what is wanted: the whole of it, or its left factor. */
export function advise(mismatch: Mismatch, scope: Scope): Advice {
  const { tree, value, dimension, unit } = mismatch
  if (!value.dimension) return { notes: [] }
  const bare = adviseUnit(tree, unit, scope)
  if (bare) return bare
  if (isLiteral(tree)) return { notes: [] }
  const repair = findRepair(value.dimension, dimension, scope.candidates())
  if (!repair) return adviseOnFactor(mismatch, scope)
  return repaired(tree, repair, { unit, whole: tree })
}

/** The change where no other name would do, otherwise the sentence alone. */
function repaired(
  tree: Tree,
  repair: Repair,
  { unit, whole, about }: { readonly unit: string; readonly whole: Tree; readonly about?: string },
): Advice {
  const sentence = repairSentence(repair, unit)
  const before = about === undefined ? [] : [about]
  if (!repair.isCertain) return { notes: [...before, sentence] }
  const replacement = `${grouped(tree)} ${repair.op} ${repair.by.name}`
  return { notes: before, fix: { span: whole.span, replacement, sentence } }
}

const quiet = (scope: Scope): Scope => ({ ...scope, report: () => {} })

/** `(g * u + I) / E`: the numerator may be right and the divisor wrong. */
function adviseOnFactor({ tree, dimension, unit }: Mismatch, scope: Scope): Advice {
  if (tree.kind !== 'binary' || (tree.op !== '/' && tree.op !== '*')) return { notes: [] }
  const left = scope.infer(tree.left, quiet(scope))
  if (!left.dimension) return { notes: [] }
  const others = scope.candidates().filter(({ name }) => name !== textAt(tree.right.span))
  const repair = findRepair(left.dimension, dimension, others)
  if (!repair) return { notes: [] }
  const about = `${textOf(tree.left, 'The left factor')} is ${describe(left)}.`
  return repaired(tree.left, repair, { unit, whole: tree, about })
}

/** The text of an expression, in parentheses unless it binds tightly. */
function grouped(tree: Tree): string {
  const text = textAt(tree.span)
  const loose = tree.kind === 'if' || (tree.kind === 'binary' && !/^[*/^]$/.test(tree.op))
  return loose && !isEnclosed(text) ? `(${text})` : text
}

/** What would make two sides agree: one of them times or over a name, or a unit behind a bare number. */
export function adviseSides(
  left: { readonly tree: Tree; readonly value: Typed },
  right: { readonly tree: Tree; readonly value: Typed },
  scope: Scope,
): Advice {
  return adviseOneSide(right, left, scope) ?? adviseOneSide(left, right, scope) ?? { notes: [] }
}

interface Side {
  readonly tree: Tree
  readonly value: Typed
}

function adviseOneSide(wrong: Side, good: Side, scope: Scope): Advice | undefined {
  const { dimension } = wrong.value
  const wanted = good.value.dimension
  if (!dimension || !wanted) return undefined
  const unit = wantedUnit(wanted, good.value.unit)
  const bare = adviseUnit(wrong.tree, unit, scope)
  if (bare) return bare
  if (isLiteral(wrong.tree)) return undefined
  const text = textAt(good.tree.span)
  const others = scope.candidates().filter(({ name }) => name !== text)
  const repair = findRepair(dimension, wanted, others)
  if (!repair) return undefined
  return { notes: [repairSentence(repair, unit, textOf(wrong.tree, 'it'))] }
}

/** `v(0) = -65`: the unit was forgotten. */
function adviseUnit(tree: Tree, unit: string, { origin }: Scope): Advice | undefined {
  const bare = isBareNumber(tree) ? tree : origin(tree)
  if (!bare || !isBareNumber(bare)) return undefined
  const replacement = `${textAt(bare.span)} ${unit}`
  const sentence = `Write ${replacement} if that is what is meant.`
  const notes = bare === tree ? [] : [`${textAt(tree.span)} is declared as ${textAt(bare.span)}.`]
  return { notes, fix: { span: bare.span, replacement, sentence } }
}

const isLiteral = (tree: Tree): boolean =>
  tree.kind === 'quantity' || (tree.kind === 'unary' && tree.arg.kind === 'quantity')

const isBareNumber = (tree: Tree): boolean =>
  tree.kind === 'number' || (tree.kind === 'unary' && tree.arg.kind === 'number')
