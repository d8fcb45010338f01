/** Text → tokens: words are classified, and line ends that end nothing are dropped. */
import { type IToken, Lexer, type TokenType } from 'chevrotain'
import type { Diagnostic, Source } from './diagnostics.ts'
import {
  CloseBrace,
  CloseBracket,
  CloseParen,
  continuing,
  keywordNamed,
  lexed,
  NewLine,
  OpenBrace,
  OpenBracket,
  OpenParen,
  opening,
  PlainName,
  UnitName,
  Word,
} from './tokens.ts'
import { unitNames } from './units.ts'

export interface Lexed {
  readonly tokens: IToken[]
  readonly comments: readonly IToken[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Unit-like words that a declaration says after a colon only: everywhere else they are reserved too. */
const unitWords: ReadonlySet<string> = new Set([...unitNames].filter((name) => name !== '1'))

let lexer: Lexer | undefined

export function lex(source: Source): Lexed {
  lexer ??= new Lexer([...lexed], { positionTracking: 'onlyOffset', ensureOptimizations: false })
  const { tokens, groups, errors } = lexer.tokenize(source.text)
  for (const token of tokens) classify(token)
  return {
    tokens: withoutIdleLineEnds(tokens),
    comments: groups.comments ?? [],
    diagnostics: errors.map(({ offset, length }) => unknownCharacter(source, offset, length)),
  }
}

/** Turns a word into the keyword, unit or name it is. */
function classify(token: IToken): void {
  if (token.tokenType !== Word) return
  const plain = token.image.replace(/^[µμ]/, 'u')
  become(token, keywordNamed(token.image) ?? (unitWords.has(plain) ? UnitName : PlainName))
}

function become(token: IToken, type: TokenType): void {
  token.tokenType = type
  token.tokenTypeIdx = type.tokenTypeIdx ?? 0
}

const openers: ReadonlySet<TokenType> = new Set([OpenParen, OpenBracket])
const closers: ReadonlySet<TokenType> = new Set([CloseParen, CloseBracket])

/** A line end stands only where a statement can end; several in a row are one. */
function withoutIdleLineEnds(tokens: readonly IToken[]): IToken[] {
  const kept: IToken[] = []
  let depth = 0
  tokens.forEach((token, k) => {
    if (openers.has(token.tokenType)) depth += 1
    if (closers.has(token.tokenType)) depth = Math.max(0, depth - 1)
    if (token.tokenType === OpenBrace || token.tokenType === CloseBrace) depth = 0
    if (token.tokenType !== NewLine) {
      kept.push(token)
      return
    }
    const before = kept[kept.length - 1]
    if (!before || before.tokenType === NewLine || opening.has(before.tokenType)) return
    if (depth > 0 && !startsStatement(tokens, k + 1)) return
    if (!goesOn(tokens, k + 1)) kept.push(token)
  })
  return kept
}

/** Does the next line that holds anything begin like the rest of a statement? */
function goesOn(tokens: readonly IToken[], from: number): boolean {
  let k = from
  while (tokens[k]?.tokenType === NewLine) k += 1
  const next = tokens[k]
  return next !== undefined && continuing.has(next.tokenType)
}

/** An open parenthesis cannot swallow the next statement: `dv/dt` and clause keywords start anew. */
function startsStatement(tokens: readonly IToken[], from: number): boolean {
  let k = from
  while (tokens[k]?.tokenType === NewLine) k += 1
  const next = tokens[k]
  return next !== undefined && starters.has(next.tokenType.name)
}

const starters: ReadonlySet<string> = new Set([
  'Rate',
  'ParamWord',
  'StateWord',
  'InputWord',
  'NeedsWord',
  'ThresholdWord',
  'ResetWord',
  'RefractoryWord',
  'OnWord',
  'EventWord',
  'RecordWord',
  'MethodWord',
  'CompartmentWord',
  'AxialWord',
  'CloseBrace',
])

function unknownCharacter(source: Source, offset: number, length: number): Diagnostic {
  const text = source.text.slice(offset, offset + Math.max(1, length))
  const shown = text.length > 20 ? `${text.slice(0, 20)}…` : text
  return {
    code: 'unknown-character',
    severity: 'error',
    span: { source, start: offset, end: offset + Math.max(1, length) },
    message: `${shown} means nothing here.`,
    notes: hintFor(text),
  }
}

function hintFor(text: string): readonly string[] {
  if (text.startsWith('&')) return ['Write and for both conditions.']
  if (text.startsWith('|')) return ['Write or for either condition.']
  if (text.startsWith('!')) return ['Write not for the opposite of a condition.']
  if (text.startsWith("'"))
    return ['A derivative is written dx/dt; file names stand in double quotes.']
  return []
}
