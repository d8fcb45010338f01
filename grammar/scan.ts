/** Text → the pieces it falls into: tokens, comments, and what is neither. */
import type { IToken, TokenType } from 'chevrotain'
import { Comment, lexed, NewLine, NumberText, Rate, Space, Text, Word } from './tokens.ts'

export interface Scanned {
  readonly tokens: IToken[]
  readonly comments: readonly IToken[]
  readonly unknown: readonly { readonly offset: number; readonly length: number }[]
}

const symbols = lexed.filter(({ PATTERN }) => typeof PATTERN === 'string')
const typeOfSymbol = new Map(symbols.map((type) => [`${type.PATTERN}`, type]))

/** What else a first letter gives away; any other begins a word. */
const typeByLetter = new Map(
  (
    [
      [NewLine, '\r\n'],
      [Space, ' \t\f\v\u00a0\ufeff'],
      [Comment, '#'],
      [Text, '"'],
      [NumberText, '.0123456789'],
    ] as const
  ).flatMap(([type, letters]) => [...letters].map((letter) => [letter, type])),
)

const patternOf = ({ PATTERN }: TokenType): string =>
  PATTERN instanceof RegExp ? PATTERN.source : `${PATTERN}`.replace(/\W/g, '\\$&')

/** The first pattern that matches is it, as in lexing order. */
const piece = new RegExp(lexed.map(patternOf).join('|'), 'y')

export function scan(text: string): Scanned {
  const tokens: IToken[] = []
  const comments: IToken[] = []
  const unknown: { offset: number; length: number }[] = []
  let at = 0
  while (at < text.length) {
    piece.lastIndex = at
    if (piece.test(text)) {
      const image = text.slice(at, piece.lastIndex)
      const type = typeOf(image)
      if (type !== Space) (type === Comment ? comments : tokens).push(tokenOf(type, image, at))
      at += image.length
    } else {
      const length = lengthOfUnknown(text, at)
      unknown.push({ offset: at, length })
      at += length
    }
  }
  return { tokens, comments, unknown }
}

function typeOf(image: string): TokenType {
  const symbol = image.length <= 2 ? typeOfSymbol.get(image) : undefined
  return symbol ?? typeByLetter.get(image.charAt(0)) ?? (image.includes('/') ? Rate : Word)
}

const tokenOf = (tokenType: TokenType, image: string, startOffset: number): IToken => ({
  image,
  startOffset,
  endOffset: startOffset + image.length - 1,
  tokenType,
  tokenTypeIdx: tokenType.tokenTypeIdx ?? 0,
})

/** Up to where something begins that is known again. */
function lengthOfUnknown(text: string, from: number): number {
  let at = from
  do {
    at += 1
    piece.lastIndex = at
  } while (at < text.length && !piece.test(text))
  return at - from
}
