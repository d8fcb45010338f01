/** Closes blocks that were left open before the next declaration, so that one missing brace is one error. */
import { createTokenInstance, type IToken } from 'chevrotain'
import type { Diagnostic, Source } from './diagnostics.ts'
import { lineAndColumn } from './diagnostics.ts'
import { CloseBrace, NewLine, OpenBrace, Semicolon } from './tokens.ts'

export interface Balanced {
  readonly tokens: IToken[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Words that open a block at top level only; `channel` opens one inside a neuron too. */
const openers: ReadonlySet<string> = new Set(['neuron', 'synapse', 'plasticity', 'noise', 'model'])

export function balanceBraces(source: Source, tokens: readonly IToken[]): Balanced {
  const balanced: IToken[] = []
  const open: IToken[] = []
  const diagnostics: Diagnostic[] = []
  const closeAll = (before: number): void => {
    for (const brace of open.splice(0).reverse()) {
      diagnostics.push(missing(source, brace, headOf(tokens, brace)))
      balanced.push(closing(before))
    }
  }
  tokens.forEach((token, k) => {
    if (open.length > 0 && startsDeclaration(tokens, k)) closeAll(token.startOffset)
    if (token.tokenType === OpenBrace) open.push(token)
    if (token.tokenType === CloseBrace && open.pop() === undefined) {
      diagnostics.push(surplus(source, token))
      return
    }
    balanced.push(token)
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

/** The line that opened a block, for the message. */
function headOf(tokens: readonly IToken[], brace: IToken): string {
  const at = tokens.indexOf(brace)
  const words: string[] = []
  for (let k = at - 1; k >= 0 && k > at - 6; k--) {
    const token = tokens[k]
    if (!token || [NewLine, OpenBrace, CloseBrace, Semicolon].includes(token.tokenType)) break
    words.unshift(token.image)
  }
  return words.join(' ') || 'a block'
}

function closing(offset: number): IToken {
  return createTokenInstance(
    CloseBrace,
    '}',
    offset,
    offset,
    Number.NaN,
    Number.NaN,
    Number.NaN,
    Number.NaN,
  )
}

function missing(source: Source, brace: IToken, head: string): Diagnostic {
  const { line } = lineAndColumn(source, brace.startOffset)
  return {
    code: 'syntax-error',
    severity: 'error',
    span: { source, start: brace.startOffset, end: brace.startOffset + 1 },
    message: `The { that opens ${head} in line ${line} is never closed.`,
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
