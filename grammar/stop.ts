/** Where reading stopped, and what can be asked about that place. */
import type { IToken, TokenType } from 'chevrotain'
import type { Code } from './diagnostics.ts'
import * as T from './tokens.ts'

/** A place where reading stopped, with the words around it. */
export interface Stop {
  readonly token: IToken
  readonly before: IToken | undefined
  readonly beforeThat: IToken | undefined
  readonly next: IToken | undefined
  /** The rule being read, its parents first. */
  readonly rules: readonly string[]
  /** The token opens its line or its statement. */
  readonly opens: boolean
  /** The statement so far. */
  readonly statement: readonly IToken[]
}

export interface Advice {
  readonly code?: Code
  readonly message: string
  readonly notes?: readonly string[]
  /** What to write instead of the token, or of all from the first of these to the last. */
  readonly fix?: { readonly replacement: string; readonly over?: readonly IToken[] }
}

export type Recognize = (stop: Stop) => Advice | undefined

export const is = (token: IToken | undefined, ...types: readonly TokenType[]): boolean =>
  token !== undefined && types.includes(token.tokenType)

export const isName = (token: IToken | undefined): boolean =>
  is(token, T.PlainName) ||
  token?.tokenType.CATEGORIES?.some((category) => category === T.Name) === true

export const isValue = (token: IToken | undefined): boolean =>
  isName(token) || is(token, T.NumberText, T.UnitName)

export const within = ({ rules }: Stop, ...names: readonly string[]): boolean =>
  names.some((name) => rules.includes(name))

export const last = ({ rules }: Stop): string => rules.at(-1) ?? 'file'

/** Keywords behind which a new name stands. */
export const naming: ReadonlySet<string> = new Set([
  'param',
  'state',
  'input',
  'needs',
  'event',
  'record',
  'compartment',
  'neuron',
  'synapse',
  'plasticity',
  'noise',
  'channel',
  'model',
  'function',
  'population',
  'section',
])

export const namesSomething = ({ before, next, opens }: Stop): boolean =>
  (opens && is(next, T.Equals, T.Colon, T.Tilde)) || (!opens && naming.has(before?.image ?? ''))

/** A token in a message. */
export function shown({ image }: IToken): string {
  const short = image.length > 30 ? `${image.slice(0, 30)}…` : image
  return /^[\w"]/.test(short) ? short : `“${short}”`
}
