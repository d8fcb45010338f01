/** Text → tree: the one way in. */
import type { CstElement, CstNode, IToken } from 'chevrotain'
import type { Expr, ModelFile } from './ast.ts'
import { balanceBraces } from './balance-braces.ts'
import { buildAst } from './build-ast.ts'
import { buildExpr } from './build-expr.ts'
import { CommentReader } from './comments.ts'
import type { Diagnostic, Source } from './diagnostics.ts'
import { lex } from './lex.ts'
import { mostDiagnostics, sourceLimit, tokenLimit } from './limits.ts'
import type { LivnParser } from './parser.ts'
import { ReadyParser } from './ready-parser.ts'
import { copying, declarationStart, patience, withoutStatement } from './recover.ts'
import { describeError, type ParseError, withoutEchoes } from './syntax-errors.ts'

export interface Parsed {
  readonly file: ModelFile
  readonly diagnostics: readonly Diagnostic[]
  /** Words of the statements that could not be read: what they declare is missing, not unknown. */
  readonly lost: ReadonlySet<string>
}

const nothing: ReadonlySet<string> = new Set()

let parser: LivnParser | undefined

/** The grammar is validated by a test. */
function run(tokens: IToken[], rule: (parser: LivnParser) => CstNode): Attempt {
  parser ??= new ReadyParser(true)
  parser.input = tokens
  const tree = rule(parser)
  return { tree, error: parser.errors[0] }
}

interface Attempt {
  readonly tree: CstNode
  readonly error: ParseError | undefined
}

export function parse(source: Source): Parsed {
  const tooLarge = sourceLimit(source)
  if (tooLarge) return { file: empty(source), diagnostics: [tooLarge], lost: nothing }
  const lexed = lex(source)
  const balanced = balanceBraces(source, lexed.tokens)
  const early = [...lexed.diagnostics, ...balanced.diagnostics]
  const tooMuch = tokenLimit(source, balanced.tokens)
  if (tooMuch) return { file: empty(source), diagnostics: [...early, tooMuch], lost: nothing }
  const { tree, errors, lost } = readAll(source, balanced.tokens)
  const late: Diagnostic[] = []
  const comments = new CommentReader(source, lexed.comments)
  const report = (diagnostic: Diagnostic): void => void late.push(diagnostic)
  const file = buildAst({ source, comments, report }, tree)
  const quiet = withoutEchoes(errors, lexed.diagnostics)
  return { file, diagnostics: inOrder([...early, ...quiet, ...late]), lost }
}

interface Readings {
  readonly tree: CstNode
  readonly errors: readonly Diagnostic[]
  readonly lost: ReadonlySet<string>
}

/**
 * Reads until nothing is left to complain about, setting broken statements aside. What stands before
 * the declaration with the error is finished, so only that declaration is read again.
 */
function readAll(source: Source, all: readonly IToken[]): Readings {
  const errors: Diagnostic[] = []
  const lost = new Set<string>()
  const trees: CstNode[] = []
  let tokens = [...all]
  let spent = 0
  while (spent <= patience && errors.length < mostDiagnostics) {
    const { tree, error } = run(tokens, (p) => p.file())
    if (!error) return { tree: joinFiles([...trees, tree]), errors, lost }
    const found = tokens.indexOf(error.token)
    const at = found === -1 ? tokens.length - 1 : found
    errors.push(describeError(source, error, { tokens, at: found === -1 ? tokens.length : found }))
    const rest = withoutStatement(tokens, at, source.text)
    for (const { image } of rest.dropped) lost.add(image.replace(/^d(\w+)\/dt$/, '$1'))
    const start = declarationStart(rest.tokens, at)
    const finished = run(rest.tokens.slice(0, start), (p) => p.file())
    if (!finished.error) trees.push(finished.tree)
    tokens = finished.error ? rest.tokens : rest.tokens.slice(start)
    spent += 2 * at + tokens.length / copying + 100
  }
  return { tree: joinFiles(trees), errors, lost }
}

function joinFiles(trees: readonly CstNode[]): CstNode {
  const children: Record<string, CstElement[]> = {}
  for (const tree of trees) {
    for (const [rule, found] of Object.entries(tree.children)) {
      children[rule] = [...(children[rule] ?? []), ...(found ?? [])]
    }
  }
  return { name: 'file', children }
}

const empty = (source: Source): ModelFile => ({ source, declarations: [], tail: [] })

function inOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return [...diagnostics].sort((a, b) => a.span.start - b.span.start)
}

/** Reads a small text of our own; throws on a mistake in it. */
export function parseExpression(text: string): Expr {
  const source: Source = { path: 'expression', text }
  const { tokens, diagnostics } = lex(source)
  const { tree, error: misread } = run(tokens, (p) => p.expression())
  const error = diagnostics[0] ?? misread
  if (error) throw new Error(`${error.message} in ${text}`)
  return buildExpr(source, tree)
}
