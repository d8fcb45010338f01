/** Text → tree: the one way in. */
import type { CstNode, IToken } from 'chevrotain'
import type { Expr, ModelFile } from './ast.ts'
import { balanceBraces } from './balance-braces.ts'
import { buildAst } from './build-ast.ts'
import { buildExpr } from './build-expr.ts'
import { CommentReader } from './comments.ts'
import type { Diagnostic, Source } from './diagnostics.ts'
import { lex } from './lex.ts'
import { sourceLimit, tokenLimit } from './limits.ts'
import { LivnParser } from './parser.ts'
import { describeError, doubledStatements, touchesUnknown } from './syntax-errors.ts'

export interface Parsed {
  readonly file: ModelFile
  readonly diagnostics: readonly Diagnostic[]
}

let parser: LivnParser | undefined

/** The grammar is validated by a test; skipping that here halves the start-up time. */
function run(
  tokens: IToken[],
  rule: (parser: LivnParser) => CstNode,
): { tree: CstNode; parser: LivnParser } {
  parser ??= new LivnParser(true)
  parser.input = tokens
  return { tree: rule(parser), parser }
}

export function parse(source: Source): Parsed {
  const tooLarge = sourceLimit(source)
  if (tooLarge) return { file: empty(source), diagnostics: [tooLarge] }
  const lexed = lex(source)
  const balanced = balanceBraces(source, lexed.tokens)
  const early = [...lexed.diagnostics, ...balanced.diagnostics]
  const tooMuch = tokenLimit(source, balanced.tokens)
  if (tooMuch) return { file: empty(source), diagnostics: [...early, tooMuch] }
  const { tree, parser: used } = run(balanced.tokens, (p) => p.file())
  const errors = used.errors.filter((error) => !touchesUnknown(source, error, lexed.diagnostics))
  const comments = new CommentReader(source, lexed.comments)
  const file = buildAst({ source, comments }, tree)
  const syntax = errors.map((error) => describeError(source, error, balanced.tokens))
  const doubled = doubledStatements(source, tree)
  return { file, diagnostics: inOrder([...early, ...syntax, ...doubled]) }
}

const empty = (source: Source): ModelFile => ({ source, declarations: [], tail: [] })

function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort((a, b) => a.span.start - b.span.start)
}

/** Reads a small text of our own; throws on a mistake in it. */
export function parseExpression(text: string): Expr {
  const source: Source = { path: 'expression', text }
  const { tokens, diagnostics } = lex(source)
  const { tree, parser: used } = run(tokens, (p) => p.expression())
  const [error] = [...diagnostics, ...used.errors]
  if (error) throw new Error(`${error.message} in ${text}`)
  return buildExpr(source, tree)
}
