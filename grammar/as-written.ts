/** What the formatter leaves to the writer: blocks over several lines, and `R*I` without spaces. */
import type { BinaryOperator, Expr } from './ast.ts'
import type { Source, Span } from './diagnostics.ts'

/** Does the line end behind the brace that ends here, comments aside? */
export function endsLine({ text }: Source, behind: number): boolean {
  const restOfLine = /[^\S\n]*(#[^\n]*)?\n/y
  restOfLine.lastIndex = behind
  return restOfLine.test(text)
}

/** Does a line end stand between the brace and the first thing behind it? */
export function isSpread(first: { readonly span: Span } | undefined): boolean {
  if (!first) return false
  const { source, start } = first.span
  const brace = source.text.lastIndexOf('{', start)
  return brace >= 0 && source.text.slice(brace, start).includes('\n')
}

type Binary = Extract<Expr, { kind: 'binary' }>

const products: ReadonlySet<BinaryOperator> = new Set(['*', '/', '//', '%'])

const isProduct = (expr: Expr): expr is Binary => expr.kind === 'binary' && products.has(expr.op)

/** `5*v`, `I/area`: no spaces were written, and the operands have none in them. */
export function isWrittenTight(expr: Binary, printed: readonly [left: string, right: string]) {
  if (!products.has(expr.op) || printed.some((operand) => operand.includes(' '))) return false
  const { source, end } = expr.left.span
  const { start } = expr.right.span
  if (start <= end || /[\s#]/.test(source.text.slice(end, start))) return false
  return !isRate(expr)
}

/** `da/dt` would be read as one word. */
const isRate = ({ op, left, right }: Binary): boolean =>
  op === '/' && endsLikeRate(left) && right.kind === 'name' && right.name.text === 'dt'

function endsLikeRate(expr: Expr): boolean {
  if (isProduct(expr)) return endsLikeRate(expr.right)
  return expr.kind === 'name' && expr.name.text.startsWith('d')
}
