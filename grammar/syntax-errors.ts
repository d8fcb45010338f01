/** What the parser could not read, in our words. */
import type { IRecognitionException, IToken } from 'chevrotain'
import { spanOfToken } from './concrete.ts'
import { type Diagnostic, lineAndColumn, type Source, type Span } from './diagnostics.ts'
import { knownMistakes } from './known-mistakes.ts'
import { beginsLine, edges } from './recover.ts'
import { type Advice, shown, type Stop } from './stop.ts'
import { NewLine } from './tokens.ts'

export type ParseError = IRecognitionException

/** What each rule is called, and how it is written. */
const forms: Readonly<Record<string, readonly [what: string, form: string]>> = {
  paramClause: [
    'a parameter',
    'param NAME = 10 mV, param NAME ~ normal(0 mV, 1 mV) or param NAME : mV',
  ],
  stateClause: ['a state', 'state NAME = 0 mV'],
  inputClause: ['a port', 'input I : pA from synapses, noise, current'],
  needsClause: ['a need', 'needs v : mV'],
  channelClause: ['an ion channel', 'channel Na or channel Na is Sodium { g = 1 mS/cm^2 }'],
  compartmentClause: ['a compartment', 'compartment dend at (100 um, 0 um, 0 um) { … }'],
  axialClause: ['an axial coupling', 'axial soma -- dend = 10 nS'],
  equationClause: ['a differential equation', 'dv/dt = (E_L - v) / tau : mV'],
  initialClause: ['an initial value', 'v(0) = -70 mV'],
  definitionClause: ['a definition', 'NAME = expression : unit'],
  bareClause: ['a parameter', 'NAME : unit'],
  thresholdClause: ['a threshold', 'threshold v > -50 mV'],
  resetClause: ['a reset', 'reset { v = -60 mV }'],
  refractoryClause: ['a refractory period', 'refractory 2 ms'],
  pathwayClause: ['what a spike does', 'on pre { g += weight * q }'],
  onStepClause: ['what happens every step', 'on step { v += 1 mV }'],
  onEventClause: ['what an event does', 'on NAME { v = 0 mV }'],
  eventClause: ['an event', 'event NAME when v > 0 mV'],
  everyClause: ['a clocked action', 'every 10 ms { v = 0 mV }'],
  recordClause: ['a recorded signal', 'record NAME = expression'],
  methodClause: ['a method', 'method exponential_euler'],
  importDeclaration: ['an import', 'import NAME from "file.livn"'],
  functionDeclaration: ['a function', 'function f(x) = 2 * x'],
  populationCast: ['a population', 'population E of 100 is LIF'],
  synapseCast: ['a synapse', 'synapse AMPA is Exponential { tau = 5 ms }'],
  noiseCast: ['noise', 'noise E is WhiteCurrent'],
  sectionCast: ['a section', 'section hillock is dend'],
  connectCast: ['a connection', 'connect E to I by AMPA with probability 0.1'],
  unitClause: ['a unit', ': mV or : uS/cm^2'],
  flags: ['a flag', '(unless refractory), (constant), (event-driven), (every 1 ms) …'],
}

/** Says what stopped the parser at the token number `at`. */
export function describeError(
  source: Source,
  error: ParseError,
  place: { readonly tokens: readonly IToken[]; readonly at: number },
): Diagnostic {
  const stop = stopAt(source, error, place)
  const { token, before } = stop
  const form = formOf(stop.rules)
  for (const recognize of knownMistakes) {
    const advice = recognize(stop)
    if (advice) return advise(source, advice, whereOf(source, stop))
  }
  if (form && beginsLine(token, source.text) && before)
    return broken(spanOfToken(source, before), `The statement breaks off here, in ${form[0]}.`, [
      `Write ${form[1]}.`,
    ])
  const wantsValue = ['primary', 'operand', 'expression', 'chain'].includes(stop.rules.at(-1) ?? '')
  const message = wantsValue
    ? `A value is missing: ${foundText(token)} cannot stand here.`
    : `${foundText(token)} cannot stand here${form ? `, in ${form[0]}` : ''}.`
  return broken(whereOf(source, stop), message, form ? [`Write ${form[1]}.`] : [])
}

function stopAt(
  source: Source,
  { token, context }: ParseError,
  { tokens, at }: { readonly tokens: readonly IToken[]; readonly at: number },
): Stop {
  const before = tokens[at - 1]
  let start = at
  while (start > 0 && !edges.includes(tokens[start - 1]?.tokenType ?? NewLine)) start -= 1
  return {
    token,
    before,
    beforeThat: tokens[at - 2],
    next: tokens[at + 1],
    rules: context.ruleStack,
    opens: start === at || beginsLine(token, source.text),
    statement: tokens.slice(start, at),
  }
}

/** What is being read: the innermost rule that has a name for the user. */
function formOf(rules: readonly string[]): readonly [what: string, form: string] | undefined {
  const rule = rules.findLast((name) => Object.hasOwn(forms, name))
  return rule === undefined ? undefined : forms[rule]
}

function advise(source: Source, { code, message, notes = [], fix }: Advice, at: Span): Diagnostic {
  const first = fix?.over?.[0]
  const end = fix?.over?.at(-1)
  const span =
    first && end ? { ...at, start: first.startOffset, end: spanOfToken(source, end).end } : at
  const repair = fix && {
    span,
    replacement: fix.replacement,
    sentence: `Write ${fix.replacement}.`,
  }
  return {
    code: code ?? 'syntax-error',
    severity: 'error',
    span,
    message,
    notes,
    ...(repair ? { fix: repair } : {}),
  }
}

function foundText(token: IToken): string {
  if (token.image === '' || token.tokenType.name === 'EOF') return 'The end of the file'
  if (token.tokenType === NewLine) return 'The end of the line'
  return shown(token)
}

function whereOf(source: Source, { token, before }: Stop): Span {
  const isNowhere =
    token.tokenType.name === 'EOF' || Number.isNaN(token.startOffset) || token.tokenType === NewLine
  if (!isNowhere) return spanOfToken(source, token)
  return before ? spanOfToken(source, before) : { source, start: 0, end: 0 }
}

/** A mistake in the grammar. */
export function broken(span: Span, message: string, notes: readonly string[] = []): Diagnostic {
  return { code: 'syntax-error', severity: 'error', span, message, notes }
}

/** An unknown character already has its own message; what follows in its line stays quiet. */
export function withoutEchoes(
  errors: readonly Diagnostic[],
  others: readonly Diagnostic[],
): readonly Diagnostic[] {
  const lineOf = ({ span }: Diagnostic): number => lineAndColumn(span.source, span.start).line
  const lines = new Set(others.map(lineOf))
  return errors.filter((error) => !lines.has(lineOf(error)))
}

/** Two statements in one line need a semicolon between them. */
export const glued = (span: Span): Diagnostic =>
  broken({ ...span, end: span.start + 1 }, 'A new statement starts here, in the line of another.', [
    'Begin a new line, or write ; between them.',
  ])
