/**
 * Computes what does not depend on anything, and takes branches that are decided.
 *
 * Before  half = 1 / 2     u := half * v     when 1 > 2: …
 * After   half = 0.5       u := 0.5 * v
 * Needs   lets with names of their own (distinguish-lets)
 */
import { always, type Expr, never, number, rewriteSought, readsSought } from '../ir/expr.ts'
import { either, numbers } from '../ir/sought.ts'
import type { Kernel, Let, Statement } from '../ir/kernel.ts'
import { rowOf } from '../ir/ops.ts'

export function foldConstants(kernel: Kernel): Kernel {
  const known: Known = { lets: new Map(), folded: new Map() }
  return {
    ...kernel,
    link: kernel.link.map((statement) => foldLet(statement, known)),
    once: kernel.once.map((statement) => foldLet(statement, known)),
    each: foldBlock(kernel.each, known),
  }
}

interface Known {
  /** The lets whose value turned out to be constant. */
  readonly lets: Map<string, Expr>
  /** What expressions become as long as there are no more of those. */
  readonly folded: Map<Expr, Expr>
}

function foldLet(statement: Let, known: Known): Let {
  const { name, value } = statement
  const folded = foldExpr(value, known)
  if (isConstant(folded)) {
    known.lets.set(name, folded)
    known.folded.clear()
  }
  return folded === value ? statement : { kind: 'let', name, value: folded }
}

function foldBlock(statements: readonly Statement[], known: Known): readonly Statement[] {
  return statements.flatMap((statement): readonly Statement[] => {
    switch (statement.kind) {
      case 'let':
        return [foldLet(statement, known)]
      case 'store':
      case 'add':
        return [{ ...statement, value: foldExpr(statement.value, known) }]
      case 'spike':
        return [statement]
      case 'when': {
        const condition = foldExpr(statement.condition, known)
        if (condition === always) return foldBlock(statement.then, known)
        if (condition === never) return foldBlock(statement.otherwise, known)
        const then = foldBlock(statement.then, known)
        return [{ kind: 'when', condition, then, otherwise: foldBlock(statement.otherwise, known) }]
      }
      default:
        return statement satisfies never
    }
  })
}

function foldExpr(expr: Expr, { lets, folded }: Known): Expr {
  const foldPart = (e: Expr): Expr => (e.kind === 'read' ? (lets.get(e.name) ?? e) : foldNode(e))
  // Without a number in it, nothing can be computed.
  const sought = either(numbers, readsSought(lets))
  return rewriteSought(expr, foldPart, { sought, seen: folded })
}

const isConstant = (expr: Expr): boolean =>
  expr.kind === 'number' || expr === always || expr === never

/** One operator whose arguments are folded already. */
export function foldNode(expr: Expr): Expr {
  if (expr.kind !== 'apply' || expr === always || expr === never) return expr
  const { op, args } = expr
  const [first, second, third] = args
  if (op === 'select' && second && third) return decided(first, second, third) ?? expr
  if (op === 'and' && second)
    return decided(first, second, never) ?? decided(second, first, never) ?? expr
  if (op === 'or' && second)
    return decided(first, always, second) ?? decided(second, always, first) ?? expr
  if (!args.every(isConstant)) return expr
  const value = rowOf(op).evaluate(...args.map(valueOf))
  if (rowOf(op).result === 'boolean') return value === 0 ? never : always
  return number(value)
}

function valueOf(constant: Expr): number {
  return constant.kind === 'number' ? constant.value : Number(constant === always)
}

function decided<T>(condition: Expr | undefined, then: T, otherwise: T): T | undefined {
  if (condition === always) return then
  return condition === never ? otherwise : undefined
}
