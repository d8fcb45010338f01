/**
 * Dynamics as text: everything a declaration means, with every unit and default explicit.
 *
 *     neuron LIF
 *       params
 *         C = 200 pF  per cell
 *       equations
 *         dv/dt = (g_L * (E_L - v) + I) / C  : mV  starts at E_L, held while refractory
 *       spikes when v > V_th, then v := V_r, silent for t_ref
 */
import { columns } from './columns.ts'
import type { Action, Dynamics, Pathway, Refractory, Variable } from './dynamics.ts'
import type { Expr } from './expr.ts'
import { printExpr } from './print-expr.ts'
import { printInUnit } from './print-quantity.ts'

export function printDynamics(dynamics: Dynamics): string {
  const variables = [...dynamics.variables.values()]
  return [
    `${dynamics.kind} ${dynamics.name}${dynamics.path === '' ? '' : `    # ${dynamics.path}`}`,
    ...dynamics.doc.split('\n').flatMap((line) => (line === '' ? [] : [`  # ${line}`])),
    ...sections.flatMap(([title, row]) => section(title, variables.flatMap(row))),
    ...section('compartments', dynamics.compartments.map(compartmentRow)),
    ...section('axials', dynamics.axials.map(axialRow)),
    ...spiking(dynamics).map((line) => `  ${line}`),
    ...dynamics.pathways.map((pathway) => `  ${printPathway(pathway)}`),
    ...dynamics.onStep.map((actions) => `  on step ${printActions(actions)}`),
    ...dynamics.every.map(
      ({ period, actions }) => `  every ${show(period)} ${printActions(actions)}`,
    ),
    ...section(
      'records',
      dynamics.records.map((record) => [
        `${record.name} = ${show(record.value)}`,
        `: ${record.unit}`,
      ]),
    ),
    ...(dynamics.method === undefined ? [] : [`  method ${dynamics.method}`]),
    ...(dynamics.foreign.size === 0
      ? []
      : [`  reads ${[...dynamics.foreign].join(', ')} of the two cells`]),
    '',
  ].join('\n')
}

/** How the expressions of a model read: draws without their keys. */
export const show = (expr: Expr): string => printExpr(expr, { hideKeys: true })

type Rows = readonly (readonly string[])[]

function section(title: string, rows: Rows): string[] {
  if (rows.length === 0) return []
  return [`  ${title}`, ...columns(rows).map((line) => `    ${line}`)]
}

/** Which variables stand under which title, and how each is shown. */
const sections: readonly (readonly [string, (variable: Variable) => Rows])[] = [
  ['params', (v) => (v.kind === 'param' ? [paramRow(v)] : [])],
  ['inputs', (v) => (v.kind === 'input' ? [[...typed(v), `from ${v.sources.join(', ')}`]] : [])],
  ['needs', (v) => (v.kind === 'need' ? [typed(v)] : [])],
  ['states', (v) => (v.kind === 'state' && !v.drift ? [[...typed(v), stateNotes(v)]] : [])],
  ['definitions', (v) => (v.kind === 'definition' ? [definitionRow(v)] : [])],
  ['equations', (v) => (v.kind === 'state' && v.drift ? [equationRow(v, v.drift)] : [])],
  ['noise', (v) => (v.kind === 'noise' ? [typed(v)] : [])],
]

const typed = (v: Variable): readonly string[] => [
  v.name,
  `: ${v.type === 'real' ? v.unit : v.type}`,
]

const comment = ({ doc }: Variable): string => (doc === '' ? '' : `# ${doc.replaceAll('\n', ' ')}`)

function paramRow(v: Variable & { kind: 'param' }): readonly string[] {
  const place = v.shared ? 'shared' : `per ${v.per}`
  return [v.name, paramValue(v), place, comment(v)]
}

/** A plain number in the unit the user wrote; anything else as it is. */
function paramValue({ value, unit, scale, type }: Variable & { kind: 'param' }): string {
  if (!value) return `: ${type === 'real' ? unit : type}`
  return `= ${value.kind === 'number' ? printInUnit(value.value / scale, unit) : show(value)}`
}

function equationRow(v: Variable & { kind: 'state' }, drift: Expr): readonly string[] {
  return [`d${v.name}/dt`, `= ${show(drift)}`, `: ${v.unit}`, stateNotes(v), comment(v)]
}

function stateNotes(v: Variable & { kind: 'state' }): string {
  return listed([
    v.initial && `starts at ${show(v.initial)}`,
    v.held && 'held while refractory',
    v.advance !== 'auto' && v.advance,
    v.shared && 'shared',
    v.per === 'connection' && 'per connection',
    v.method && `method ${v.method}`,
  ])
}

function definitionRow(v: Variable & { kind: 'definition' }): readonly string[] {
  const notes = listed([
    v.every && `every ${show(v.every)}`,
    v.constantOverDt && 'constant over dt',
    v.summed && 'summed',
    v.per === 'connection' && 'per connection',
  ])
  return [
    v.name,
    `= ${show(v.value)}`,
    `: ${v.type === 'real' ? v.unit : v.type}`,
    notes,
    comment(v),
  ]
}

const listed = (notes: readonly (string | false | undefined)[]): string =>
  notes.filter((note) => note !== false && note !== undefined && note !== '').join(', ')

type Compartment = Dynamics['compartments'][number]

const compartmentRow = ({ name, at }: Compartment): readonly string[] => [
  name,
  `at (${at.map(show).join(', ')})`,
]

type Axial = Dynamics['axials'][number]

const axialRow = ({ a, b, conductance }: Axial): readonly string[] => [
  `${a} -- ${b}`,
  `= ${show(conductance)}`,
]

/** `spikes when v > V_th, then v := V_r, silent for t_ref`, and the custom events. */
function spiking({ threshold, reset, refractory, events }: Dynamics): string[] {
  const custom = events.map(({ name, condition, actions }) => {
    return listed([`event ${name} when ${show(condition)}`, consequence(actions)])
  })
  if (!threshold) return custom
  const spike = [`spikes when ${show(threshold)}`, consequence(reset), silence(refractory)]
  return [listed(spike), ...custom]
}

const consequence = (actions: readonly Action[]): string =>
  actions.length === 0 ? '' : `then ${actions.map(printAction).join('; ')}`

function silence(refractory: Refractory | undefined): string {
  if (!refractory) return ''
  return `silent ${refractory.kind === 'duration' ? 'for' : 'while'} ${show(refractory.value)}`
}

function printPathway({ side, event, name, actions }: Pathway): string {
  const source = event === 'spike' ? side : `${side}.${event}`
  return `on ${source}${name === side ? '' : ` as ${name}`} ${printActions(actions)}`
}

const printActions = (actions: readonly Action[]): string =>
  `{ ${actions.map(printAction).join('; ')} }`

function printAction(action: Action): string {
  switch (action.kind) {
    case 'local':
      return `${action.name} = ${show(action.value)}`
    case 'set':
      return `${action.target} := ${show(action.value)}`
    case 'add':
      return `${action.target} += ${show(action.value)}`
    case 'deliver':
      return `deliver ${show(action.value)}`
    default:
      return action satisfies never
  }
}
