/** What no text may exceed, checked before parsing so that no later pass can run out of stack or time. */
import type { IToken } from 'chevrotain'
import type { Code, Diagnostic, Source } from './diagnostics.ts'
import {
  CloseBrace,
  CloseParen,
  keyword,
  NewLine,
  OpenBrace,
  OpenParen,
  Semicolon,
} from './tokens.ts'

const longestSource = 1024 * 1024
const deepestNesting = 200
const mostStatements = 10_000
/** Operators and commas in one statement: an expression tree is at most this deep. */
const mostOperators = 1_000
/** Nobody reads more; a text of a million wrong characters is still answered at once. */
export const mostDiagnostics = 200

export function sourceLimit(source: Source): Diagnostic | undefined {
  if (source.text.length <= longestSource) return undefined
  const size = (source.text.length / longestSource).toFixed(1)
  return limit('source-too-large', {
    source,
    at: 0,
    message: `The text is ${size} MiB long; at most 1 MiB is read.`,
  })
}

export function tokenLimit(source: Source, tokens: readonly IToken[]): Diagnostic | undefined {
  let depth = 0
  let statements = 0
  let choices = 0
  let operators = 0
  for (const token of tokens) {
    const type = token.tokenType
    if (type === OpenBrace || type === OpenParen) depth += 1
    if (type === CloseBrace || type === CloseParen) depth = Math.max(0, depth - 1)
    if (type === NewLine || type === Semicolon || type === OpenBrace) {
      statements += 1
      choices = 0
      operators = 0
    }
    if (type === keyword('if')) choices += 1
    if (isOperator(token)) operators += 1
    const at = token.startOffset
    if (depth + choices > deepestNesting) {
      return limit('nesting-too-deep', {
        source,
        at,
        message: `Nested more than ${deepestNesting} deep here.`,
      })
    }
    if (operators > mostOperators) {
      return limit('nesting-too-deep', {
        source,
        at,
        message: `A statement with more than ${mostOperators} operators and commas; name parts of it.`,
      })
    }
    if (statements > mostStatements) {
      return limit('too-many-statements', {
        source,
        at,
        message: `More than ${mostStatements} statements.`,
      })
    }
  }
  return undefined
}

const operatorNames: ReadonlySet<string> = new Set([
  'Plus',
  'Minus',
  'Star',
  'Slash',
  'DoubleSlash',
  'DoubleStar',
  'Percent',
  'Comma',
  'Caret',
  'Less',
  'LessEqual',
  'Greater',
  'GreaterEqual',
  'Same',
  'Differs',
  'AndWord',
  'OrWord',
  'NotWord',
])

const isOperator = (token: IToken): boolean => operatorNames.has(token.tokenType.name)

function limit(code: Code, where: { source: Source; at: number; message: string }): Diagnostic {
  const { source, at, message } = where
  return { code, severity: 'error', span: { source, start: at, end: at + 1 }, message, notes: [] }
}
