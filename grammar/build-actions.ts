/** Concrete tree → what events do, what casts override, and flags. */
import type { CstNode } from 'chevrotain'
import { endsLine } from './as-written.ts'
import type { Action, Actions, AssignOperator, Flag, Override } from './ast.ts'
import { buildExpr, buildUnit } from './build-expr.ts'
import type { CommentReader } from './comments.ts'
import {
  Incomplete,
  Misread,
  maybeNode,
  maybeToken,
  nameOf,
  node,
  nodes,
  spanOf,
  token,
  tokens,
} from './concrete.ts'
import type { Report, Source, Span } from './diagnostics.ts'
import { glued } from './syntax-errors.ts'

export interface Builder {
  readonly source: Source
  readonly comments: CommentReader
  readonly report: Report
}

/** Builds the statements of a block, each of which begins a line or stands behind a semicolon. */
export function statements<T>(
  builder: Builder,
  elements: readonly CstNode[],
  build: (element: CstNode) => T,
): readonly T[] {
  const { source, report } = builder
  elements.forEach((element, k) => {
    const before = elements[k - 1]
    if (!before) return
    const from = spanOf(source, before).end
    const here = spanOf(source, element)
    if (!/[\n;]/.test(source.text.slice(from, here.start))) report(glued(here))
  })
  return complete(builder, elements, build)
}

/** Builds each element, leaving out those that cannot be completed. */
export function complete<T>(
  { report }: Builder,
  elements: readonly CstNode[],
  build: (element: CstNode) => T,
): readonly T[] {
  return elements.flatMap((element) => {
    try {
      return [build(element)]
    } catch (error) {
      if (error instanceof Misread) report(error.diagnostic)
      if (error instanceof Incomplete) return []
      throw error
    }
  })
}

export function buildActions(builder: Builder, actions: CstNode): Actions {
  const list = statements(builder, nodes(actions, 'action'), (action) =>
    buildAction(builder, action),
  )
  const span = spanOf(builder.source, actions)
  return { actions: list, tail: builder.comments.tail(span.end - 1), span }
}

/** A comment behind a statement stands behind the brace of its first block over several lines. */
export function headEnd(source: Source, span: Span, blocks: readonly CstNode[]): number {
  const behind = blocks.map((block) => spanOf(source, block).start + 1)
  return behind.find((offset) => endsLine(source, offset)) ?? span.end
}

function buildAction({ source, comments }: Builder, action: CstNode): Action {
  const span = spanOf(source, action)
  const value = buildExpr(source, node(action, 'expression'))
  if (tokens(action, 'DeliverWord').length > 0) {
    return { kind: 'deliver', value, span, comments: comments.take(span.start, span.end) }
  }
  const member = maybeToken(action, 'member')
  const first = nameOf(source, token(action, 'Name'))
  const unit = maybeNode(action, 'unitClause')
  return {
    kind: 'assign',
    ...(member ? { owner: first, name: nameOf(source, member) } : { name: first }),
    op: token(action, 'op').image as AssignOperator,
    ...(unit ? { unit: buildUnit(source, unit) } : {}),
    value,
    span,
    comments: comments.take(span.start, span.end),
  }
}

export function buildOverrides(builder: Builder, parent: CstNode): readonly Override[] {
  const block = maybeNode(parent, 'overrides')
  if (!block) return []
  return statements(builder, nodes(block, 'override'), (override) => {
    const span = spanOf(builder.source, override)
    return {
      name: nameOf(builder.source, token(override, 'Name')),
      op: token(override, 'op').image as '=' | '~',
      value: buildExpr(builder.source, node(override, 'expression')),
      span,
      comments: builder.comments.take(span.start, span.end),
    }
  })
}

export function buildFlags(source: Source, parent: CstNode): readonly Flag[] {
  const block = maybeNode(parent, 'flags')
  return block ? nodes(block, 'flag').map((flag) => buildFlag(source, flag)) : []
}

const spellings = [
  ['UnlessWord', 'unless refractory'],
  ['OverWord', 'constant over dt'],
  ['ConstantWord', 'constant'],
  ['SharedWord', 'shared'],
  ['SummedWord', 'summed'],
  ['EventWord', 'event-driven'],
  ['ClockWord', 'clock-driven'],
] as const

function buildFlag(source: Source, flag: CstNode): Flag {
  const span = spanOf(source, flag)
  const period = maybeNode(flag, 'expression')
  if (period) return { name: 'every', period: buildExpr(source, period), span }
  for (const [word, name] of spellings) if (maybeToken(flag, word)) return { name, span }
  const side = token(flag, 'side').image
  return { name: side === 'target' ? 'per target' : 'per connection', span }
}
