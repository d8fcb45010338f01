/** Where `*` and `/` stand without spaces: `0.02/ms` always, `R*I` where it was written so. */
import type { BinaryOperator, Expr } from './ast.ts'

type Binary = Extract<Expr, { kind: 'binary' }>

const products: ReadonlySet<BinaryOperator> = new Set(['*', '/', '//', '%'])

const isProduct = (expr: Expr): expr is Binary => expr.kind === 'binary' && products.has(expr.op)

const known = new WeakMap<Binary, boolean>()

/** Powers are always tight, sums and comparisons never; `print` prints an operand of a product. */
export function isTight(expr: Binary, print: (operand: Expr) => string): boolean {
  if (expr.op === '^') return true
  if (!products.has(expr.op)) return false
  if (!known.has(expr)) settleChain(expr, print)
  return known.get(expr) ?? false
}

/**
 * Decides for `a * b / c * …` as a whole: if one operator that was written tight has an operand with
 * spaces in it, all of them get spaces; and nothing is tight behind a loose slash, because
 * `a / b*c` misleads.
 */
function settleChain(last: Binary, print: (operand: Expr) => string): void {
  const chain: Binary[] = []
  for (let expr: Expr = last; isProduct(expr) && !isParenthesized(expr, last); expr = expr.left) {
    chain.unshift(expr)
  }
  const wanted = chain.filter((expr) => isWrittenTight(expr) && !isRate(expr))
  const allTight = wanted.every((expr) =>
    [isProduct(expr.left) ? expr.left.right : expr.left, expr.right].every(
      (operand) => !print(operand).includes(' '),
    ),
  )
  let isMisleading = false
  for (const expr of chain) {
    const tight =
      isLiteral(expr) || (allTight && !isMisleading && isWrittenTight(expr) && !isRate(expr))
    known.set(expr, tight)
    if (!tight && expr.op !== '*') isMisleading = true
  }
}

/** A chain goes on along left operands of one precedence, so it never crosses parentheses. */
const isParenthesized = (expr: Binary, last: Binary): boolean =>
  expr !== last && !products.has(expr.op)

/** `0.02/ms`, `1 mM*cm^2/uA`: a number with its unit. */
function isLiteral({ left, right }: Binary): boolean {
  if (right.kind !== 'unit') return false
  if (isProduct(left)) return isLiteral(left)
  return left.kind === 'number' || left.kind === 'quantity' || left.kind === 'unit'
}

function isWrittenTight({ left, right }: Binary): boolean {
  const { source, end } = left.span
  return right.span.start > end && !/\s/.test(source.text.slice(end, right.span.start))
}

/** `da/dt` would be read as one word. */
const isRate = ({ op, left, right }: Binary): boolean =>
  op === '/' && endsLikeRate(left) && right.kind === 'name' && right.name.text === 'dt'

function endsLikeRate(expr: Expr): boolean {
  if (isProduct(expr)) return endsLikeRate(expr.right)
  return expr.kind === 'name' && expr.name.text.startsWith('d')
}
