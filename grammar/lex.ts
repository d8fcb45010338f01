/** Text → tokens: words are classified, and line ends that end nothing are dropped. */
import { type IToken, Lexer, type TokenType } from 'chevrotain'
import type { Diagnostic, Source } from './diagnostics.ts'
import { mostDiagnostics } from './limits.ts'
import {
  CloseBrace,
  CloseBracket,
  CloseParen,
  Colon,
  Comma,
  continuing,
  Equals,
  keywordNamed,
  lexed,
  Minus,
  Name,
  NewLine,
  OpenBrace,
  OpenBracket,
  OpenFlags,
  OpenParen,
  opening,
  PlainName,
  Tilde,
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
  lexer ??= new Lexer([...lexed], { positionTracking: 'onlyOffset', skipValidations: true })
  const { tokens, groups, errors } = lexer.tokenize(source.text)
  for (const token of tokens) classify(token)
  markFlags(tokens, source.text)
  const diagnostics = errors
    .slice(0, mostDiagnostics)
    .map(({ offset, length }) => unknownCharacter(source, offset, length))
  const kept = withoutIdleLineEnds(tokens, (open) => {
    if (diagnostics.length < mostDiagnostics) diagnostics.push(unclosed(source, open))
  })
  return { tokens: kept, comments: groups.comments ?? [], diagnostics }
}

/** Turns a word into the keyword, unit or name it is; says where each token ends. */
function classify(token: IToken): void {
  token.endOffset = token.startOffset + token.image.length - 1
  if (token.tokenType !== Word) return
  const plain = token.image.replace(/^[µμ]/, 'u')
  become(token, keywordNamed(token.image) ?? (unitWords.has(plain) ? UnitName : PlainName))
}

/** Words with which a flag begins and that no expression begins with. */
const clearly: ReadonlySet<string> = new Set(['every', 'event', 'unless'])
const possibly: ReadonlySet<string> = new Set(['constant', 'shared', 'summed', 'per', 'clock'])

/** `E_L (shared)` is a name with a flag, `f(shared)` a call. */
function markFlags(tokens: readonly IToken[], text: string): void {
  tokens.forEach((token, k) => {
    if (token.tokenType !== OpenParen || !isNamed(tokens[k - 1])) return
    const word = tokens[k + 1]?.image ?? ''
    const isApart = /\s/.test(text[token.startOffset - 1] ?? '')
    if (clearly.has(word) || (possibly.has(word) && isApart)) become(token, OpenFlags)
  })
}

const isNamed = (token: IToken | undefined): boolean =>
  token?.tokenType === PlainName || token?.tokenType.CATEGORIES?.includes(Name) === true

function become(token: IToken, type: TokenType): void {
  token.tokenType = type
  token.tokenTypeIdx = type.tokenTypeIdx ?? 0
}

const openers: ReadonlySet<TokenType> = new Set([OpenParen, OpenFlags, OpenBracket])
const closers: ReadonlySet<TokenType> = new Set([CloseParen, CloseBracket])

/** A line end stands only where a statement can end; several in a row are one. */
function withoutIdleLineEnds(
  tokens: readonly IToken[],
  unclosed: (open: IToken) => void,
): IToken[] {
  const kept: IToken[] = []
  let open: IToken[] = []
  tokens.forEach((token, k) => {
    const type = token.tokenType
    if (openers.has(type)) open.push(token)
    if (closers.has(type)) open.pop()
    if (type === OpenBrace || type === CloseBrace) open = []
    if (type !== NewLine) {
      kept.push(token)
      return
    }
    const before = kept[kept.length - 1]
    if (!before || before.tokenType === NewLine) return
    const innermost = open.at(-1)
    if (innermost && !startsStatement(tokens, k + 1)) return
    if (innermost) unclosed(innermost)
    open = []
    if (innermost || !(opening.has(before.tokenType) || goesOn(tokens, k + 1))) kept.push(token)
  })
  return kept
}

/** Does the next line that holds anything begin like the rest of a statement? */
function goesOn(tokens: readonly IToken[], from: number): boolean {
  let k = from
  while (tokens[k]?.tokenType === NewLine) k += 1
  const next = tokens[k]
  if (next === undefined || !continuing.has(next.tokenType)) return false
  const isWord = /^[a-z]/.test(next.image)
  return !(isWord && defining.has(tokens[k + 1]?.tokenType ?? Colon))
}

/** `in = 3` is a mistake of its own, and no end of the line before. */
const defining: ReadonlySet<TokenType> = new Set([Equals, Tilde, Colon])

/** An open parenthesis cannot swallow the next statement: `dv/dt` and clause keywords start anew. */
function startsStatement(tokens: readonly IToken[], from: number): boolean {
  let k = from
  while (tokens[k]?.tokenType === NewLine) k += 1
  const next = tokens[k]
  if (next === undefined) return true
  const after = tokens[k + 1]?.tokenType
  if (starters.has(next.tokenType.name)) return after === undefined || !inFlags.has(after)
  return next.tokenType === PlainName && (after === Equals || after === Tilde)
}

/** `event-driven)` and `refractory,` are the rest of a list of flags. */
const inFlags: ReadonlySet<TokenType> = new Set([CloseParen, Comma, Minus])

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

function unclosed(source: Source, open: IToken): Diagnostic {
  return {
    code: 'syntax-error',
    severity: 'error',
    span: { source, start: open.startOffset, end: open.startOffset + 1 },
    message: `This ${open.image} is never closed.`,
    notes: [`Write ${open.image === '(' ? ')' : ']'} where it ends.`],
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
