/** Closes blocks that were left open before the next declaration, so that one missing brace is one error. */
import { createTokenInstance, type IToken } from 'chevrotain'
import type { Diagnostic, Source } from './diagnostics.ts'
import { lineAndColumn } from './diagnostics.ts'
import { mostDiagnostics } from './limits.ts'
import { edges } from './recover.ts'
import { CloseBrace, NewLine, OpenBrace, Semicolon } from './tokens.ts'

export interface Balanced {
  readonly tokens: IToken[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Words that open a block at top level only; `channel` opens one inside a neuron too. */
const openers: ReadonlySet<string> = new Set(['neuron', 'synapse', 'plasticity', 'noise', 'model'])

export function balanceBraces(source: Source, tokens: readonly IToken[]): Balanced {
  const balanced: IToken[] = []
  const open: number[] = []
  const diagnostics: Diagnostic[] = []
  const complain = (make: () => Diagnostic): void => {
    if (diagnostics.length < mostDiagnostics) diagnostics.push(make())
  }
  const closeAll = (before: number): void => {
    for (const at of open.splice(0).reverse()) {
      complain(() => missing(source, tokens, at))
      balanced.push(closing(before))
    }
  }
  tokens.forEach((token, k) => {
    if (open.length > 0 && startsDeclaration(tokens, k)) closeAll(token.startOffset)
    if (token.tokenType === OpenBrace) open.push(k)
    if (token.tokenType === CloseBrace && open.pop() === undefined) {
      complain(() => surplus(source, token))
      return
    }
    balanced.push(token)
    if (open.length === 0 && endsBareHead(tokens, k)) {
      open.push(k)
      balanced.push(opening(token))
      complain(() => unopened(source, tokens, k))
    }
  })
  closeAll(source.text.length)
  return { tokens: balanced, diagnostics }
}

/** `neuron X {` at the beginning of a line. */
function startsDeclaration(tokens: readonly IToken[], k: number): boolean {
  const before = tokens[k - 1]?.tokenType
  if (before !== undefined && before !== NewLine && before !== CloseBrace && before !== Semicolon)
    return false
  if (!openers.has(tokens[k]?.image ?? '')) return false
  const isNamed = tokens[k + 1]?.tokenType.CATEGORIES?.some((category) => category.name === 'Name')
  const after = tokens[k + 2]
  return isNamed === true && (after?.tokenType === OpenBrace || after?.image === 'extends')
}

/** `neuron X` at the top of a file with nothing behind it in its line. */
function endsBareHead(tokens: readonly IToken[], k: number): boolean {
  const after = tokens[k + 1]?.tokenType
  if (after !== NewLine) return false
  const isExtended = tokens[k - 1]?.image === 'extends'
  const start = isExtended ? k - 3 : k - 1
  const before = tokens[start - 1]?.tokenType
  return openers.has(tokens[start]?.image ?? '') && (before === undefined || edges.includes(before))
}

/** The line that opened a block, for the message. */
function headOf(tokens: readonly IToken[], at: number): string {
  const words: string[] = []
  for (let k = at - 1; k >= 0 && k > at - 6; k--) {
    const token = tokens[k]
    if (!token || [NewLine, OpenBrace, CloseBrace, Semicolon].includes(token.tokenType)) break
    words.unshift(token.image)
  }
  return words.join(' ') || 'a block'
}

const { NaN } = Number

const closing = (offset: number): IToken =>
  createTokenInstance(CloseBrace, '}', offset, offset, NaN, NaN, NaN, NaN)

const opening = ({ startOffset, image }: IToken): IToken => {
  const offset = startOffset + image.length
  return createTokenInstance(OpenBrace, '{', offset, offset, NaN, NaN, NaN, NaN)
}

function unopened(source: Source, tokens: readonly IToken[], at: number): Diagnostic {
  const start = tokens[at]?.startOffset ?? 0
  const end = start + (tokens[at]?.image.length ?? 1)
  return {
    code: 'syntax-error',
    severity: 'error',
    span: { source, start, end },
    message: `The { behind ${headOf(tokens, at + 1)} is missing.`,
    notes: [],
    fix: { span: { source, start: end, end }, replacement: ' {', sentence: 'Write { behind it.' },
  }
}

function missing(source: Source, tokens: readonly IToken[], at: number): Diagnostic {
  const start = tokens[at]?.startOffset ?? 0
  const { line } = lineAndColumn(source, start)
  return {
    code: 'syntax-error',
    severity: 'error',
    span: { source, start, end: start + 1 },
    message: `The { that opens ${headOf(tokens, at)} in line ${line} is never closed.`,
    notes: ['Write } after its last statement.'],
  }
}

function surplus(source: Source, brace: IToken): Diagnostic {
  return {
    code: 'syntax-error',
    severity: 'error',
    span: { source, start: brace.startOffset, end: brace.startOffset + 1 },
    message: 'This } closes nothing.',
    notes: ['Remove it, or look for a { missing above.'],
  }
}
