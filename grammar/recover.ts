/** One error per broken statement: what cannot be read is set aside, and the rest is read again without it. */
import type { IToken } from 'chevrotain'
import { CloseBrace, NewLine, OpenBrace, Semicolon } from './tokens.ts'

/** Rereading costs time; after so many tokens read, the remaining errors wait for the next attempt. */
export const patience = 400_000
/** So many tokens are copied in the time that one is read. */
export const copying = 16

const ends: readonly IToken['tokenType'][] = [NewLine, Semicolon]
/** What separates statements. */
export const edges: readonly IToken['tokenType'][] = [NewLine, Semicolon, OpenBrace, CloseBrace]

export interface Recovered {
  readonly tokens: IToken[]
  readonly dropped: readonly IToken[]
}

/** The tokens without the statement that holds the one at `at`. */
export function withoutStatement(tokens: readonly IToken[], at: number, text: string): Recovered {
  const start = startOf(tokens, at)
  const end = at > start && beginsLine(tokens[at], text) ? at : endOf(tokens, at)
  const next = Math.max(end, start + 1)
  const rest = [...tokens.slice(0, start), ...tokens.slice(next)]
  return { tokens: rest, dropped: tokens.slice(start, next) }
}

/** Where the declaration around a token begins: behind the last place outside all braces. */
export function declarationStart(tokens: readonly IToken[], at: number): number {
  let start = 0
  let depth = 0
  for (let k = 0; k < Math.min(at, tokens.length); k++) {
    const type = tokens[k]?.tokenType
    if (type === OpenBrace) depth += 1
    if (type === CloseBrace) depth = Math.max(0, depth - 1)
    if (depth === 0 && (type === CloseBrace || type === NewLine)) start = k + 1
  }
  return start
}

function startOf(tokens: readonly IToken[], at: number): number {
  let k = Math.min(at, tokens.length - 1)
  const isEnd = edges.includes(tokens[k]?.tokenType ?? NewLine)
  if (isEnd && k > 0 && !edges.includes(tokens[k - 1]?.tokenType ?? NewLine)) k -= 1
  while (k > 0 && !edges.includes(tokens[k - 1]?.tokenType ?? NewLine)) k -= 1
  return k
}

/** A block that the statement opened goes with it. */
function endOf(tokens: readonly IToken[], at: number): number {
  let depth = 0
  for (let k = at; k < tokens.length; k++) {
    const type = tokens[k]?.tokenType
    if (type === OpenBrace) depth += 1
    if (type === CloseBrace && depth === 0) return k
    if (type === CloseBrace && --depth === 0) return k + 1
    if (depth === 0 && type && ends.includes(type)) return k
  }
  return tokens.length
}

/** A token at the beginning of a line starts something new: the statement before it was not finished. */
export function beginsLine(token: IToken | undefined, text: string): boolean {
  if (!token || Number.isNaN(token.startOffset)) return false
  let k = token.startOffset - 1
  while (k >= 0 && (text[k] === ' ' || text[k] === '\t')) k -= 1
  return k < 0 || text[k] === '\n' || text[k] === '\r'
}
