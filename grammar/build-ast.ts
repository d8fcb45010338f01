/** Concrete tree → the tree of a model file. */
import type { CstNode } from 'chevrotain'
import { endsLine } from './as-written.ts'
import type { Declaration, EquationsKind, ModelFile } from './ast.ts'
import { type Builder, complete, headEnd, statements } from './build-actions.ts'
import { buildCast } from './build-cast.ts'
import { buildExpr, buildUnit } from './build-expr.ts'
import { buildBody } from './build-statement.ts'
import {
  Incomplete,
  inOrder,
  isToken,
  maybeNode,
  maybeToken,
  nameOf,
  node,
  nodes,
  spanOf,
  spanOfToken,
  token,
  tokens,
} from './concrete.ts'

const rules = [
  'importDeclaration',
  'functionDeclaration',
  'equationsDeclaration',
  'modelDeclaration',
] as const

export function buildAst(builder: Builder, file: CstNode): ModelFile {
  const found = inOrder(file, rules).filter((element): element is CstNode => !isToken(element))
  const declarations = complete(builder, found, (declaration) =>
    buildDeclaration(builder, declaration),
  )
  const tail = builder.comments.tail(builder.source.text.length + 1)
  return { source: builder.source, declarations, tail }
}

function buildDeclaration(builder: Builder, declaration: CstNode): Declaration {
  switch (declaration.name) {
    case 'importDeclaration':
      return buildImport(builder, declaration)
    case 'functionDeclaration':
      return buildFunction(builder, declaration)
    case 'modelDeclaration':
      return buildModel(builder, declaration)
    default:
      return buildEquations(builder, declaration)
  }
}

function buildImport({ source, comments }: Builder, declaration: CstNode): Declaration {
  const span = spanOf(source, declaration)
  const path = token(declaration, 'Text')
  return {
    kind: 'import',
    names: tokens(declaration, 'Name').map((name) => nameOf(source, name)),
    from: { text: path.image.slice(1, -1), span: spanOfToken(source, path) },
    span,
    comments: comments.take(span.start, span.end),
  }
}

function buildFunction({ source, comments }: Builder, declaration: CstNode): Declaration {
  if (declaration.recoveredNode) throw new Incomplete('function')
  const span = spanOf(source, declaration)
  const unit = maybeNode(declaration, 'unitClause')
  return {
    kind: 'function',
    name: nameOf(source, token(declaration, 'Name')),
    params: nodes(declaration, 'functionParam').map((param) => {
      const clause = maybeNode(param, 'unitClause')
      const name = nameOf(source, token(param, 'Name'))
      return { name, ...(clause ? { unit: buildUnit(source, clause) } : {}) }
    }),
    value: buildExpr(source, node(declaration, 'expression')),
    ...(unit ? { unit: buildUnit(source, unit) } : {}),
    span,
    comments: comments.take(span.start, span.end),
  }
}

function buildEquations(builder: Builder, declaration: CstNode): Declaration {
  const { source, comments } = builder
  const span = spanOf(source, declaration)
  const body = node(declaration, 'body')
  const extended = maybeToken(declaration, 'extended')
  return {
    kind: token(declaration, 'kind').image as EquationsKind,
    name: nameOf(source, token(declaration, 'Name')),
    ...(extended ? { extends: nameOf(source, extended) } : {}),
    span,
    comments: comments.take(span.start, headEnd(source, span, [body])),
    body: buildBody(builder, body),
  }
}

function buildModel(builder: Builder, declaration: CstNode): Declaration {
  const { source, comments } = builder
  const span = spanOf(source, declaration)
  const open = spanOfToken(source, token(declaration, 'OpenBrace')).end
  const head = comments.take(span.start, endsLine(source, open) ? open : span.end)
  const casts = statements(builder, nodes(declaration, 'cast'), (cast) => buildCast(builder, cast))
  return {
    kind: 'model',
    name: nameOf(source, token(declaration, 'Name')),
    span,
    comments: head,
    casts,
    tail: comments.tail(span.end - 1),
  }
}
