/** Concrete tree → the statements of a neuron, synapse, plasticity, noise or channel. */
import type { CstNode } from 'chevrotain'
import type { Body, Comments, Expr, Flag, Name, Statement, Unit } from './ast.ts'
import {
  buildActions,
  buildFlags,
  buildOverrides,
  type Builder,
  headEnd,
  statements,
} from './build-actions.ts'
import { buildExpr, buildUnit } from './build-expr.ts'
import {
  Incomplete,
  Misread,
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
import type { Span } from './diagnostics.ts'

export function buildBody(builder: Builder, body: CstNode): Body {
  const list = statements(builder, nodes(body, 'statement'), (statement) =>
    buildStatement(builder, statement),
  )
  const span = spanOf(builder.source, body)
  return { statements: list, tail: builder.comments.tail(span.end - 1), span }
}

/** What all statements have, and readers for the usual children. */
interface Parts {
  readonly builder: Builder
  readonly clause: CstNode
  readonly span: Span
  readonly comments: Comments
}

function buildStatement(builder: Builder, statement: CstNode): Statement {
  for (const [rule, build] of builders) {
    const clause = maybeNode(statement, rule)
    if (!clause) continue
    if (clause.recoveredNode && rule !== 'compartmentClause') throw new Incomplete(rule)
    const span = spanOf(builder.source, clause)
    const block =
      maybeNode(clause, 'body') ?? maybeNode(clause, 'actions') ?? maybeNode(clause, 'overrides')
    const end = headEnd(builder.source, span, block ? [block] : [])
    return build({ builder, clause, span, comments: builder.comments.take(span.start, end) })
  }
  throw new Incomplete('statement')
}

const name = ({ builder, clause }: Parts, label = 'Name'): Name =>
  nameOf(builder.source, token(clause, label))
const expr = ({ builder, clause }: Parts): Expr =>
  buildExpr(builder.source, node(clause, 'expression'))
const unit = ({ builder, clause }: Parts): Unit =>
  buildUnit(builder.source, node(clause, 'unitClause'))
const flags = ({ builder, clause }: Parts): readonly Flag[] => buildFlags(builder.source, clause)
const op = ({ clause }: Parts): '=' | '~' => (token(clause, 'op').image === '~' ? '~' : '=')
const actions = ({ builder, clause }: Parts) => buildActions(builder, node(clause, 'actions'))

const optionalUnit = (parts: Parts): { readonly unit?: Unit } =>
  maybeNode(parts.clause, 'unitClause') ? { unit: unit(parts) } : {}

const optionalName = <K extends string>(
  parts: Parts,
  label: string,
  key: K,
): { readonly [P in K]?: Name } => {
  const found = maybeToken(parts.clause, label)
  return (found ? { [key]: nameOf(parts.builder.source, found) } : {}) as {
    readonly [P in K]?: Name
  }
}

type Build = (parts: Parts) => Statement

const shared = ({ span, comments }: Parts) => ({ span, comments })

const buildParam: Build = (parts) => ({
  kind: 'param',
  name: name(parts),
  ...(maybeNode(parts.clause, 'expression') ? { op: op(parts), value: expr(parts) } : {}),
  ...optionalUnit(parts),
  bare: false,
  flags: flags(parts),
  ...shared(parts),
})

const buildInput: Build = (parts) => ({
  kind: 'input',
  name: name(parts),
  unit: unit(parts),
  sources: tokens(parts.clause, 'source').map((source) => nameOf(parts.builder.source, source)),
  ...shared(parts),
})

const buildCompartment: Build = (parts) => {
  const [x, y, z, more] = nodes(parts.clause, 'expression').map((e) =>
    buildExpr(parts.builder.source, e),
  )
  if (x && (!y || !z || more)) {
    throw new Misread(x.span, 'A place has three coordinates.', 'Write at (100 um, 0 um, 0 um).')
  }
  const at = x && y && z ? { at: [x, y, z] as const } : {}
  return {
    kind: 'compartment',
    name: name(parts),
    ...at,
    body: buildBody(parts.builder, node(parts.clause, 'body')),
    ...shared(parts),
  }
}

/** The name inside `dv/dt`. */
const rateName = ({ builder, clause }: Parts): Name => {
  const rate = token(clause, 'Rate')
  const { start } = spanOfToken(builder.source, rate)
  const text = rate.image.slice(1, -3)
  return { text, span: { source: builder.source, start: start + 1, end: start + 1 + text.length } }
}

const buildInitial: Build = (parts) => {
  const time = token(parts.clause, 'NumberText')
  if (Number(time.image) !== 0) {
    const span = spanOfToken(parts.builder.source, time)
    throw new Misread(span, 'Only the value at time 0 is given.', 'Write v(0) = -70 mV.')
  }
  return { kind: 'initial', name: name(parts), op: op(parts), value: expr(parts), ...shared(parts) }
}

const buildPathway: Build = (parts) => ({
  kind: 'pathway',
  side: token(parts.clause, 'side').image === 'pre' ? 'pre' : 'post',
  ...optionalName(parts, 'event', 'event'),
  ...optionalName(parts, 'pathway', 'pathway'),
  actions: actions(parts),
  ...shared(parts),
})

/** By rule of the grammar. */
const builders: ReadonlyMap<string, Build> = new Map<string, Build>([
  ['paramClause', buildParam],
  [
    'stateClause',
    (p) => ({ kind: 'state', name: name(p), value: expr(p), ...optionalUnit(p), ...shared(p) }),
  ],
  ['inputClause', buildInput],
  ['needsClause', (p) => ({ kind: 'needs', name: name(p), unit: unit(p), ...shared(p) })],
  [
    'channelClause',
    (p) => ({
      kind: 'channel',
      name: name(p),
      ...optionalName(p, 'played', 'is'),
      overrides: buildOverrides(p.builder, p.clause),
      ...shared(p),
    }),
  ],
  ['compartmentClause', buildCompartment],
  [
    'axialClause',
    (p) => ({
      kind: 'axial',
      a: name(p),
      b: name(p, 'other'),
      value: expr(p),
      ...optionalUnit(p),
      ...shared(p),
    }),
  ],
  [
    'equationClause',
    (p) => ({
      kind: 'equation',
      name: rateName(p),
      value: expr(p),
      unit: unit(p),
      flags: flags(p),
      ...shared(p),
    }),
  ],
  ['initialClause', buildInitial],
  [
    'definitionClause',
    (p) => ({
      kind: 'definition',
      name: name(p),
      value: expr(p),
      unit: unit(p),
      flags: flags(p),
      ...shared(p),
    }),
  ],
  [
    'bareClause',
    (p) => ({
      kind: 'param',
      name: name(p),
      unit: unit(p),
      bare: true,
      flags: flags(p),
      ...shared(p),
    }),
  ],
  ['thresholdClause', (p) => ({ kind: 'threshold', condition: expr(p), ...shared(p) })],
  ['resetClause', (p) => ({ kind: 'reset', actions: actions(p), ...shared(p) })],
  ['refractoryClause', (p) => ({ kind: 'refractory', value: expr(p), ...shared(p) })],
  ['pathwayClause', buildPathway],
  ['onStepClause', (p) => ({ kind: 'on-step', actions: actions(p), ...shared(p) })],
  [
    'onEventClause',
    (p) => ({ kind: 'on-event', event: name(p), actions: actions(p), ...shared(p) }),
  ],
  ['eventClause', (p) => ({ kind: 'event', name: name(p), condition: expr(p), ...shared(p) })],
  ['everyClause', (p) => ({ kind: 'every', period: expr(p), actions: actions(p), ...shared(p) })],
  [
    'recordClause',
    (p) => ({ kind: 'record', name: name(p), value: expr(p), ...optionalUnit(p), ...shared(p) }),
  ],
  ['methodClause', (p) => ({ kind: 'method', name: name(p), ...shared(p) })],
])
