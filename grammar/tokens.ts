/** Every token of the language, in lexing order, and the words that are keywords. */
import { createToken, Lexer, type TokenType } from 'chevrotain'

const token = (name: string, pattern: RegExp | string, label?: string): TokenType =>
  createToken({ name, pattern, ...(label ? { label } : {}) })

export const NewLine = token('NewLine', /\r?\n|\r/, 'the end of the line')
export const Space = createToken({
  name: 'Space',
  pattern: /[ \t\f\v\u00a0\ufeff]+/,
  group: Lexer.SKIPPED,
})
export const Comment = createToken({ name: 'Comment', pattern: /#[^\r\n]*/, group: 'comments' })

export const Text = token('Text', /"[^"\r\n]*"/, 'a file name in quotes')
/** `dv/dt`, one token: the slash inside is no division. */
export const Rate = token('Rate', /d[A-Za-z_][A-Za-z0-9_]*\/dt(?![A-Za-z0-9_])/, 'dx/dt')
export const NumberText = token('NumberText', /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/, 'a number')

/** Any word; classified into keyword, unit or name after lexing, so that lexing stays linear. */
export const Word = token('Word', /[A-Za-z_µμ][A-Za-z0-9_]*/)

/** What a word can be. `Name` is the category of all that may name something. */
export const Name = createToken({ name: 'Name', pattern: Lexer.NA, label: 'a name' })
export const UnitName = createToken({ name: 'UnitName', pattern: Lexer.NA, label: 'a unit' })
export const PlainName = createToken({
  name: 'PlainName',
  pattern: Lexer.NA,
  categories: [Name],
  label: 'a name',
})

const symbol = (name: string, pattern: string): TokenType => token(name, pattern, `“${pattern}”`)

export const AddTo = symbol('AddTo', '+=')
export const TakeFrom = symbol('TakeFrom', '-=')
export const TimesBy = symbol('TimesBy', '*=')
export const DivideBy = symbol('DivideBy', '/=')
export const DoubleStar = symbol('DoubleStar', '**')
export const DoubleSlash = symbol('DoubleSlash', '//')
export const LessEqual = symbol('LessEqual', '<=')
export const GreaterEqual = symbol('GreaterEqual', '>=')
export const Same = symbol('Same', '==')
export const Differs = symbol('Differs', '!=')
export const Less = symbol('Less', '<')
export const Greater = symbol('Greater', '>')
export const Equals = symbol('Equals', '=')
export const Tilde = symbol('Tilde', '~')
export const Plus = symbol('Plus', '+')
export const Minus = symbol('Minus', '-')
export const Star = symbol('Star', '*')
export const Slash = symbol('Slash', '/')
export const Percent = symbol('Percent', '%')
export const Caret = symbol('Caret', '^')
export const Colon = symbol('Colon', ':')
export const Semicolon = symbol('Semicolon', ';')
export const Comma = symbol('Comma', ',')
export const Dot = symbol('Dot', '.')
export const OpenParen = symbol('OpenParen', '(')
/** The parenthesis before flags where it could be taken for a call: `param a = E_L (shared)`. */
export const OpenFlags = createToken({ name: 'OpenFlags', pattern: Lexer.NA, label: '“(”' })
export const CloseParen = symbol('CloseParen', ')')
export const OpenBrace = symbol('OpenBrace', '{')
export const CloseBrace = symbol('CloseBrace', '}')
export const OpenBracket = symbol('OpenBracket', '[')
export const CloseBracket = symbol('CloseBracket', ']')

const symbols = [
  AddTo,
  TakeFrom,
  TimesBy,
  DivideBy,
  DoubleStar,
  DoubleSlash,
  LessEqual,
  GreaterEqual,
  Same,
  Differs,
  Less,
  Greater,
  Equals,
  Tilde,
  Plus,
  Minus,
  Star,
  Slash,
  Percent,
  Caret,
  Colon,
  Semicolon,
  Comma,
  OpenParen,
  CloseParen,
  OpenBrace,
  CloseBrace,
  OpenBracket,
  CloseBracket,
]

/** Words kept for the language everywhere. */
const reserved = [
  'param',
  'state',
  'input',
  'needs',
  'compartment',
  'axial',
  'threshold',
  'reset',
  'refractory',
  'on',
  'event',
  'every',
  'record',
  'method',
  'deliver',
  'if',
  'then',
  'else',
  'and',
  'or',
  'not',
  'true',
  'false',
  'from',
  'is',
  'as',
  'at',
  'when',
  'with',
  'where',
  'to',
  'by',
  'of',
  'in',
  'each',
  'times',
  'extends',
] as const

/** Words that open a declaration or a cast, or say something in one place only: names everywhere else. */
const contextual = [
  'neuron',
  'synapse',
  'plasticity',
  'noise',
  'channel',
  'model',
  'function',
  'import',
  'population',
  'section',
  'connect',
  'pre',
  'post',
  'step',
  'probability',
  'range',
  'sample',
  'choose',
  'unless',
  'constant',
  'shared',
  'over',
  'dt',
  'per',
  'target',
  'connection',
  'driven',
  'clock',
  'summed',
] as const

type Keyword = (typeof reserved)[number] | (typeof contextual)[number]

const pascal = (word: string): string => `${word.charAt(0).toUpperCase()}${word.slice(1)}Word`

function keywordToken(word: string): TokenType {
  const isName = contextual.some((other) => other === word)
  return createToken({
    name: pascal(word),
    pattern: Lexer.NA,
    label: `“${word}”`,
    ...(isName ? { categories: [Name] } : {}),
  })
}

const byWord = new Map<string, TokenType>(
  [...reserved, ...contextual].map((word) => [word, keywordToken(word)]),
)

/** The token of a keyword. */
export function keyword(word: Keyword): TokenType {
  const found = byWord.get(word)
  if (!found) throw new Error(`${word} is no keyword`)
  return found
}

export const keywordNamed = (word: string): TokenType | undefined => byWord.get(word)

export const isReserved = (word: string): boolean => reserved.some((other) => other === word)

/** What the lexer looks for, first match first. */
export const lexed: readonly TokenType[] = [
  NewLine,
  Space,
  Comment,
  Text,
  Rate,
  NumberText,
  Word,
  ...symbols,
  Dot,
]

/** Everything the parser can meet. */
export const vocabulary: readonly TokenType[] = [
  ...lexed,
  OpenFlags,
  Name,
  UnitName,
  PlainName,
  ...byWord.values(),
]

/** A statement goes on after one of these … */
export const opening: ReadonlySet<TokenType> = new Set([
  ...symbols.filter((type) => ![CloseParen, CloseBrace, CloseBracket].includes(type)),
  ...(
    [
      'then',
      'else',
      'and',
      'or',
      'not',
      'if',
      'from',
      'is',
      'by',
      'to',
      'at',
      'where',
      'with',
      'in',
    ] as const
  ).map(keyword),
])

/** … and before one of these. */
export const continuing: ReadonlySet<TokenType> = new Set([
  Plus,
  Minus,
  Star,
  Slash,
  DoubleStar,
  DoubleSlash,
  Percent,
  Caret,
  Less,
  LessEqual,
  Greater,
  GreaterEqual,
  Same,
  Differs,
  Equals,
  Tilde,
  Colon,
  Comma,
  CloseParen,
  CloseBracket,
  OpenBrace,
  AddTo,
  TakeFrom,
  TimesBy,
  DivideBy,
  ...(
    [
      'then',
      'else',
      'and',
      'or',
      'from',
      'is',
      'by',
      'to',
      'at',
      'where',
      'with',
      'in',
      'each',
      'times',
      'as',
      'when',
      'of',
      'extends',
    ] as const
  ).map(keyword),
])
