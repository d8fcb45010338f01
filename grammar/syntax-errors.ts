/** What the parser could not read, in our words. */
import type { CstNode, IRecognitionException, IToken } from 'chevrotain'
import { isToken, nodes, spanOf, spanOfToken } from './concrete.ts'
import { type Diagnostic, lineAndColumn, type Source, type Span } from './diagnostics.ts'
import { beginsLine } from './recover.ts'
import { isReserved, NewLine } from './tokens.ts'

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

/** `before` is the token in front of the one that could not be read. */
export function describeError(
  source: Source,
  error: ParseError,
  before: IToken | undefined,
): Diagnostic {
  const rules = error.context.ruleStack
  const rule = [...rules].reverse().find((name) => Object.hasOwn(forms, name))
  const form = rule === undefined ? undefined : forms[rule]
  const found = foundText(error.token)
  if (form && beginsLine(error.token, source.text) && before) {
    const at = spanOfToken(source, before)
    return diagnostic(at, `The statement breaks off here, in ${form[0]}.`, [`Write ${form[1]}.`])
  }
  const at = whereOf(source, error, before)
  const special = specialCase(error, rules, before)
  if (special) return diagnostic(at, special[0], [special[1]])
  const last = rules.at(-1) ?? ''
  if (last === 'body' || last === 'statement')
    return diagnostic(at, `${found} starts no statement.`, [statements])
  if (last === 'file') return diagnostic(at, `${found} starts no declaration.`, [declarations])
  if (last === 'modelDeclaration' || last === 'cast')
    return diagnostic(at, `${found} starts no cast.`, [casts])
  if (['primary', 'operand', 'expression', 'chain'].includes(last)) {
    const note = form ? [`${sentence(form[0])} reads ${form[1]}.`] : []
    return diagnostic(at, `A value is missing: ${found} cannot stand here.`, note)
  }
  if (!form) return diagnostic(at, `${found} starts no declaration.`, [declarations])
  return diagnostic(at, `${found} cannot stand here, in ${form[0]}.`, [`Write ${form[1]}.`])
}

const statements =
  'Statements are param, input, dx/dt = … : unit, NAME = … : unit, threshold, reset { … }, on pre { … } and so on.'
const declarations =
  'A file holds import, function, neuron, synapse, plasticity, noise, channel and model.'

const casts = 'A model holds population, synapse, noise, section and connect.'

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** Mistakes with a well-known repair. */
function specialCase(
  { token }: ParseError,
  rules: readonly string[],
  before: IToken | undefined,
): readonly [string, string] | undefined {
  const inEquation = rules.includes('definitionClause') || rules.includes('equationClause')
  const isEnd = token.tokenType === NewLine || token.image === '}' || token.image === ''
  const wantsUnit =
    rules.at(-1) === 'unitClause' ||
    rules.at(-1) === 'definitionClause' ||
    rules.at(-1) === 'equationClause'
  if (inEquation && wantsUnit && isEnd)
    return [
      'The unit is missing at the end of this equation.',
      'Write : mV, or : 1 for a pure number.',
    ]
  if (token.tokenType.name === 'UnitName' && !rules.includes('unitFactor')) {
    return [
      `${token.image} is the name of a unit and cannot name anything else.`,
      `Call it ${token.image}_ or something longer.`,
    ]
  }
  if (isReserved(token.image))
    return [
      `${token.image} is a word of the language and cannot stand here.`,
      'Choose another name.',
    ]
  if (rules.includes('unitFactor') && token.tokenType.name === 'PlainName') {
    return [
      `${token.image} is no unit.`,
      'Units are mV, pA, nS, ms, Hz, uF/cm^2, 1 … or written out: volt, siemens, second.',
    ]
  }
  if (before?.image === '=' && token.image === '=')
    return ['= twice.', 'Write == to compare and = to define.']
  return undefined
}

function foundText(token: IToken): string {
  if (token.image === '' || token.tokenType.name === 'EOF') return 'The end of the file'
  if (token.tokenType === NewLine) return 'The end of the line'
  const image = token.image.length > 30 ? `${token.image.slice(0, 30)}…` : token.image
  return `“${image}”`
}

function whereOf(source: Source, { token }: ParseError, before: IToken | undefined): Span {
  const isNowhere =
    token.tokenType.name === 'EOF' || Number.isNaN(token.startOffset) || token.tokenType === NewLine
  if (!isNowhere) return spanOfToken(source, token)
  return before ? spanOfToken(source, before) : { source, start: 0, end: 0 }
}

function diagnostic(span: Span, message: string, notes: readonly string[]): Diagnostic {
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

const holders: Readonly<Record<string, string>> = {
  body: 'statement',
  actions: 'action',
  overrides: 'override',
  modelDeclaration: 'cast',
}

/** Two statements in one line need a semicolon between them. */
export function doubledStatements(source: Source, tree: CstNode): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  const open: CstNode[] = [tree]
  for (let parent = open.pop(); parent; parent = open.pop()) {
    for (const children of Object.values(parent.children)) {
      for (const child of children ?? []) if (!isToken(child)) open.push(child)
    }
    const kind = holders[parent.name]
    const list = kind === undefined ? [] : nodes(parent, kind).filter(hasPlace)
    list.forEach((node, k) => {
      const before = list[k - 1]
      if (!before) return
      const from = spanOf(source, before).end
      const here = spanOf(source, node)
      if (from <= here.start && !/[\n;]/.test(source.text.slice(from, here.start)))
        found.push(glued(here))
    })
  }
  return found
}

const hasPlace = ({ location }: CstNode): boolean =>
  location !== undefined &&
  !Number.isNaN(location.startOffset) &&
  !Number.isNaN(location.endOffset ?? Number.NaN)

const glued = (span: Span): Diagnostic =>
  diagnostic(
    { ...span, end: span.start + 1 },
    'A new statement starts here, in the line of another.',
    ['Begin a new line, or write ; between them.'],
  )
