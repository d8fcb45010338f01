/** Reading the parser's concrete tree: children by name, spans, and what recovery left out. */
import type { CstElement, CstNode, IToken } from 'chevrotain'
import type { Name } from './ast.ts'
import type { Diagnostic, Source, Span } from './diagnostics.ts'

/** Thrown where recovery left a hole; the statement around it is dropped, its error already reported. */
export class Incomplete extends Error {}

/** Thrown where the rules allow what the language does not; the statement around it is dropped. */
export class Misread extends Incomplete {
  readonly diagnostic: Diagnostic

  constructor(span: Span, message: string, note: string) {
    super(message)
    const notes = [note]
    this.diagnostic = { code: 'syntax-error', severity: 'error', span, message, notes }
  }
}

const isToken = (element: CstElement): element is IToken => 'image' in element

export const nodes = (node: CstNode, name: string): readonly CstNode[] =>
  (node.children[name] ?? []).filter((child): child is CstNode => !isToken(child))

export const tokens = (node: CstNode, name: string): readonly IToken[] =>
  (node.children[name] ?? []).filter(
    (child): child is IToken => isToken(child) && child.isInsertedInRecovery !== true,
  )

export function node(parent: CstNode, name: string): CstNode {
  const [first] = nodes(parent, name)
  if (!first) throw new Incomplete(name)
  return first
}

export function token(parent: CstNode, name: string): IToken {
  const [first] = tokens(parent, name)
  if (!first) throw new Incomplete(name)
  return first
}

export const maybeNode = (parent: CstNode, name: string): CstNode | undefined =>
  nodes(parent, name)[0]

export const maybeToken = (parent: CstNode, name: string): IToken | undefined =>
  tokens(parent, name)[0]

export function spanOfToken(source: Source, { startOffset, image }: IToken): Span {
  return { source, start: startOffset, end: startOffset + image.length }
}

export function spanOf(source: Source, { location }: CstNode): Span {
  if (!location || Number.isNaN(location.startOffset)) throw new Incomplete('location')
  const end = location.endOffset
  const start = location.startOffset
  return { source, start, end: end === undefined || Number.isNaN(end) ? start : end + 1 }
}

export const nameOf = (source: Source, found: IToken): Name => ({
  text: found.image.replace(/^[µμ]/, 'u'),
  span: spanOfToken(source, found),
})

/** Everything below a node in the order it stands in the text. */
export function inOrder(parent: CstNode, names: readonly string[]): readonly CstElement[] {
  const all = names.flatMap((name) => parent.children[name] ?? [])
  return [...all].sort((a, b) => startOf(a) - startOf(b))
}

const startOf = (element: CstElement): number =>
  isToken(element) ? element.startOffset : (element.location?.startOffset ?? 0)

export { isToken }
