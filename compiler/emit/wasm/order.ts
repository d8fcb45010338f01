/**
 * The order in which the statements of a long kernel are written. The compiler of the engine computes what is pure as
 * late as it can, but leaves loads and stores where they are: what is stored soon takes up no register from there on,
 * nor does what it was computed from. A sixteenth of a COBAHH step, and of one of a two-compartment cell.
 */
import { type Expr, readsOf } from '../../ir/expr.ts'
import type { Statement } from '../../ir/kernel.ts'
import { everyStatement, namesReadIn } from '../../ir/statements.ts'

/** A value is stored after its first use, so that it need not be ready before, unless that is further away. */
const soon = 30

/** Lets that contain some expression come first, with what they need; stores move up to where the value is known. */
export function inOrder(
  each: readonly Statement[],
  contains: (expr: Expr) => boolean,
): readonly Statement[] {
  const { first, others } = divided(each, contains)
  const ordered = [...first]
  for (const statement of others) {
    const place = Math.max(first.length, firstPlace(statement, ordered))
    ordered.splice(place, 0, statement)
  }
  return ordered
}

/** Only the lets at the beginning change places: before them nothing is stored that they could read. */
function divided(each: readonly Statement[], contains: (expr: Expr) => boolean) {
  const end = each.findIndex(({ kind }) => kind !== 'let')
  const needed = new Set<string>()
  const first = new Set<Statement>()
  for (const statement of each.slice(0, end < 0 ? each.length : end).reverse()) {
    if (statement.kind !== 'let') continue
    if (!needed.has(statement.name) && !contains(statement.value)) continue
    first.add(statement)
    for (const name of readsOf(statement.value)) needed.add(name)
  }
  return {
    first: each.filter((statement) => first.has(statement)),
    others: each.filter((statement) => !first.has(statement)),
  }
}

/** Where a statement can stand among those before it: a store of a name moves up, everything else stays last. */
function firstPlace(statement: Statement, before: readonly Statement[]): number {
  if (statement.kind !== 'store' || statement.value.kind !== 'read') return before.length
  const move = { to: statement.buffer, from: statement.value.name }
  const known = before.findLastIndex((earlier) => touches(earlier, move))
  const used = before.findIndex((earlier) => readsIn(earlier).has(move.from))
  return 1 + (used > known && used <= known + soon ? used : known)
}

/** Each store asks every statement before it. */
const known = new WeakMap<Statement, ReadonlySet<string>>()

function readsIn(statement: Statement): ReadonlySet<string> {
  const names = known.get(statement) ?? namesReadIn([statement])
  known.set(statement, names)
  return names
}

/** Of a value to a buffer. */
interface Move {
  readonly to: string
  readonly from: string
}

/** Does a statement read what will be overwritten, or give either of the two a value? */
function touches(statement: Statement, { to, from }: Move): boolean {
  if (readsIn(statement).has(to)) return true
  return everyStatement([statement]).some((inner) => {
    if (inner.kind === 'let') return inner.name === from
    return (inner.kind === 'store' || inner.kind === 'add') && [to, from].includes(inner.buffer)
  })
}
