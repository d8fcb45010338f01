/** Mistakes that have a well-known repair: how each is recognized, and what to say. */
import type { IToken } from 'chevrotain'
import {
  is,
  isName,
  isValue,
  last,
  naming,
  namesSomething,
  type Recognize,
  shown,
  within,
} from './stop.ts'
import * as T from './tokens.ts'
import { probableUnit } from './unit-spelling.ts'
import { conditionAsStatement, strayAssignment, unknownStatement } from './unknown-statements.ts'

const wrongUnit: Recognize = (stop) => {
  const { token, before, beforeThat } = stop
  const isPower = is(beforeThat, T.Caret, T.DoubleStar, T.Minus)
  const isAfterNumber =
    is(before, T.NumberText) && !isPower && !stop.opens && !within(stop, 'populationCast')
  if (!isName(token) || !(isAfterNumber || last(stop) === 'unitFactor')) return undefined
  const near = probableUnit(token.image)
  return {
    code: 'unknown-unit',
    message: `${token.image} is no unit.`,
    notes: ['Units are mV, pA, nS, ms, Hz, uF/cm^2, 1 … or written out: volt, siemens, second.'],
    ...(near ? { fix: { replacement: near } } : {}),
  }
}

const unitAsName: Recognize = (stop) => {
  const { token } = stop
  if (!is(token, T.UnitName) || !namesSomething(stop)) return undefined
  return {
    code: 'reserved-name',
    message: `${token.image} is a unit and cannot name anything else.`,
    notes: [`Call it ${token.image}_ or something longer.`],
  }
}

const wordAsName: Recognize = (stop) => {
  const { token } = stop
  if (!T.isReserved(token.image) || !namesSomething(stop)) return undefined
  return {
    code: 'reserved-name',
    message: `${token.image} is a word of the language and cannot name anything else.`,
    notes: [`Call it ${token.image}_ or something longer.`],
  }
}

const nameWithDigit: Recognize = ({ token, before }) =>
  is(token, T.NumberText) && naming.has(before?.image ?? '')
    ? { message: 'A name begins with a letter.' }
    : undefined

const valueBehindColon: Recognize = ({ token, before, beforeThat, statement }) => {
  if (is(before, T.NumberText) && is(beforeThat, T.Colon) && is(token, T.UnitName)) {
    const name = statement.find(isName)?.image ?? 'NAME'
    return {
      message: 'Behind the colon stands a unit, not a value.',
      notes: [`Write ${name} = ${before?.image} ${token.image}.`],
      ...(beforeThat ? { fix: { replacement: '=', over: [beforeThat] } } : {}),
    }
  }
  if (is(token, T.Equals) && is(before, T.Colon)) {
    return {
      message: 'A value is given with = alone.',
      ...(before ? { fix: { replacement: '=', over: [before, token] } } : {}),
    }
  }
  const isEarly = is(token, T.Equals) && statement.some((each) => is(each, T.Colon))
  return isEarly
    ? { message: 'The value comes before the unit.', notes: ['Write NAME = value : unit.'] }
    : undefined
}

const unitBeforeValue: Recognize = ({ token, rules }) =>
  is(token, T.Colon) &&
  ['stateClause', 'equationClause', 'recordClause'].includes(rules.at(-1) ?? '')
    ? { message: 'The value comes before the unit.', notes: ['Write NAME = value : unit.'] }
    : undefined

const missingUnit: Recognize = (stop) => {
  const { token } = stop
  const isEnd = is(token, T.NewLine, T.Semicolon, T.CloseBrace) || token.image === '' || stop.opens
  const wanted = ['unitClause', 'unitFactor', 'definitionClause', 'equationClause']
  if (!isEnd || !wanted.includes(last(stop))) return undefined
  if (!within(stop, 'definitionClause', 'equationClause')) return undefined
  return {
    message: 'The unit is missing at the end of this equation.',
    notes: ['Write : mV, or : 1 for a pure number.'],
  }
}

const surplusParenthesis: Recognize = ({ token }) =>
  is(token, T.CloseParen, T.CloseBracket)
    ? { message: `This ${token.image} closes nothing, or something is missing before it.` }
    : undefined

const equalsForSame: Recognize = (stop) => {
  const { token, before, next } = stop
  if (is(token, T.Same) && within(stop, 'action', 'override'))
    return { message: '= gives a value, == compares.', fix: { replacement: '=' } }
  if (!is(token, T.Equals)) return undefined
  if (is(next, T.Greater))
    return {
      message: 'At least is written >=.',
      fix: { replacement: '>=', over: [token, next as IToken] },
    }
  if (is(before, T.Equals)) return { message: '= twice.', notes: ['== compares, = defines.'] }
  const compares = ['threshold', 'refractory', 'event', 'connect'].includes(
    stop.statement[0]?.image ?? '',
  )
  const isSecond = stop.statement.some((each) => is(each, T.Equals))
  return compares || isSecond
    ? { message: '= defines, == compares.', fix: { replacement: '==' } }
    : undefined
}

const notEqual: Recognize = ({ token, before }) =>
  is(token, T.Greater) && is(before, T.Less)
    ? {
        message: 'Different from is written !=.',
        fix: { replacement: '!=', over: [before as IToken, token] },
      }
    : undefined

const foreignComment: Recognize = ({ token, opens }) =>
  is(token, T.DoubleSlash) && opens
    ? { message: 'A comment begins with #.', fix: { replacement: '#' } }
    : undefined

const foreignDerivative: Recognize = ({ token, next, opens }) => {
  if (!opens || !/^d\w+$/.test(token.image) || !is(next, T.Slash)) return undefined
  const note = /^d\d/.test(token.image)
    ? 'A second derivative takes two equations: dx/dt = y : mV and dy/dt = … : mV/second.'
    : 'Write dv/dt = … : mV.'
  return { message: 'A differential equation is one of time.', notes: [note] }
}

/** What stands behind a new name where that is not a value. */
const missingLinks: Readonly<Record<string, string>> = {
  input: 'its unit a :',
  needs: 'its unit a :',
  event: 'its condition a when',
  channel: 'its declaration an is',
}

const missingOperator: Recognize = (stop) => {
  const { token, before, beforeThat } = stop
  if (last(stop) === 'actions') return undefined
  const isValueToo = isValue(token) || is(token, T.OpenParen)
  if (stop.opens || !before || !isValueToo || !(isValue(before) || is(before, T.CloseParen)))
    return undefined
  if (naming.has(beforeThat?.image ?? '') && last(stop) !== 'file') {
    const missing = missingLinks[beforeThat?.image ?? ''] ?? 'its value an ='
    const after = { message: `Between ${before.image} and ${missing} is missing.` }
    return within(stop, 'body') && !is(token, T.OpenParen) ? after : undefined
  }
  return within(stop, 'action', 'override', 'body', 'functionDeclaration')
    ? { message: `Between ${shown(before)} and ${shown(token)} an operator is missing.` }
    : undefined
}

const missingElse: Recognize = (stop) =>
  last(stop) === 'ifExpression'
    ? {
        message: 'A choice needs then and else.',
        notes: ['Write if v > 0 mV then a else b.'],
      }
    : undefined

/** In this order: the first that recognizes the place speaks. */
export const knownMistakes: readonly Recognize[] = [
  unitAsName,
  wordAsName,
  nameWithDigit,
  missingUnit,
  valueBehindColon,
  unitBeforeValue,
  equalsForSame,
  notEqual,
  foreignComment,
  foreignDerivative,
  strayAssignment,
  conditionAsStatement,
  wrongUnit,
  unknownStatement,
  missingElse,
  missingOperator,
  surplusParenthesis,
]
