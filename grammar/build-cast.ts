/** Concrete tree → the casts of a model. */
import type { CstNode } from 'chevrotain'
import type { Comments, Expr, Name, Override } from './ast.ts'
import type { Cast, Cells, Range } from './cast.ts'
import { buildOverrides, type Builder, headEnd } from './build-actions.ts'
import { buildExpr } from './build-expr.ts'
import {
  Incomplete,
  maybeNode,
  maybeToken,
  nameOf,
  node,
  nodes,
  spanOf,
  token,
} from './concrete.ts'
import type { Span } from './diagnostics.ts'

interface Parts {
  readonly builder: Builder
  readonly clause: CstNode
  readonly common: { readonly span: Span; readonly comments: Comments }
}

export function buildCast(builder: Builder, cast: CstNode): Cast {
  for (const [rule, build] of builders) {
    const clause = maybeNode(cast, rule)
    if (!clause) continue
    if (clause.recoveredNode) throw new Incomplete(rule)
    const span = spanOf(builder.source, clause)
    const parts = [clause, ...nodes(clause, 'part'), ...nodes(clause, 'with')]
    const blocks = parts.flatMap((part) => nodes(part, 'overrides'))
    const comments = builder.comments.take(span.start, headEnd(builder.source, span, blocks))
    return build({ builder, clause, common: { span, comments } })
  }
  throw new Incomplete('cast')
}

const name = ({ builder, clause }: Parts, label = 'Name'): Name =>
  nameOf(builder.source, token(clause, label))

const place = ({ builder, clause }: Parts): { readonly at?: Name } => {
  const found = maybeToken(clause, 'place')
  return found ? { at: nameOf(builder.source, found) } : {}
}

interface Part {
  readonly name: Name
  readonly overrides: readonly Override[]
}

const buildPart = (builder: Builder, part: CstNode): Part => ({
  name: nameOf(builder.source, token(part, 'Name')),
  overrides: buildOverrides(builder, part),
})

function played(parts: Parts): { readonly is: Name; readonly overrides: readonly Override[] } {
  const part = buildPart(parts.builder, node(parts.clause, 'part'))
  return { is: part.name, overrides: part.overrides }
}

function buildPopulation(parts: Parts): Cast {
  const { builder, clause, common } = parts
  const count = maybeToken(clause, 'NumberText')
  return {
    kind: 'population',
    name: name(parts),
    ...(count ? { count: Number(count.image) } : {}),
    is: name(parts, 'played'),
    overrides: buildOverrides(builder, clause),
    ...common,
  }
}

function buildCells({ source }: Builder, cells: CstNode): Cells {
  const population = nameOf(source, token(cells, 'Name'))
  const span = spanOf(source, cells)
  if (!maybeToken(cells, 'OpenBracket')) return { population, span }
  const first = maybeNode(cells, 'first')
  const last = maybeNode(cells, 'last')
  const slice = {
    ...(first ? { from: buildExpr(source, first) } : {}),
    ...(last ? { to: buildExpr(source, last) } : {}),
  }
  return { population, slice, span }
}

function buildRange({ source }: Builder, range: CstNode): Range {
  const kind = token(range, 'kind').image
  return {
    name: nameOf(source, token(range, 'Name')),
    kind: kind === 'sample' || kind === 'choose' ? kind : 'range',
    args: nodes(range, 'expression').map((arg) => buildExpr(source, arg)),
    span: spanOf(source, range),
  }
}

function buildConnect(parts: Parts): Cast {
  const { builder, clause, common } = parts
  const [from, to] = nodes(clause, 'cells').map((cells) => buildCells(builder, cells))
  if (!from || !to) throw new Incomplete('cells')
  const range = maybeNode(clause, 'range')
  const option = (
    label: 'where' | 'probability' | 'times',
  ): Partial<Record<typeof label, Expr>> => {
    const found = maybeNode(clause, label)
    return found ? { [label]: buildExpr(builder.source, found) } : {}
  }
  return {
    kind: 'connect',
    from,
    to,
    by: name(parts),
    ...place(parts),
    ...(range ? { each: buildRange(builder, range) } : {}),
    ...option('where'),
    ...option('probability'),
    ...option('times'),
    overrides: buildOverrides(builder, clause),
    ...common,
  }
}

function buildSynapse(parts: Parts): Cast {
  const { builder, clause, common } = parts
  const partners = nodes(clause, 'with').map((part) => buildPart(builder, part))
  return { kind: 'synapse', name: name(parts), ...played(parts), with: partners, ...common }
}

const buildNoise = (parts: Parts): Cast => ({
  kind: 'noise',
  population: name(parts),
  ...place(parts),
  ...played(parts),
  ...parts.common,
})

const buildSection = (parts: Parts): Cast => ({
  kind: 'section',
  name: name(parts),
  is: name(parts, 'played'),
  ...parts.common,
})

/** By rule of the grammar. */
const builders: ReadonlyMap<string, (parts: Parts) => Cast> = new Map([
  ['populationCast', buildPopulation],
  ['synapseCast', buildSynapse],
  ['noiseCast', buildNoise],
  ['sectionCast', buildSection],
  ['connectCast', buildConnect],
])
