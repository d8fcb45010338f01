/** What a declaration offers, as a text for readers: parameters, states, ports and signals, with units and meanings. */
import type { Described } from '../../compiler/describe.ts'
import type { Dynamics } from '../../compiler/index.ts'
import { columns } from '../../compiler/ir/columns.ts'

type Describe = typeof import('../../compiler/index.ts').describe

export function declarationText(dynamics: Dynamics, describeIt: Describe): string {
  const { kind, name, meaning, params, states, inputs, needs, definitions, events } =
    describeIt(dynamics)
  const sections = [
    ...section('parameters', params, (each) => [each.name, quantity(each)]),
    ...section('states', states, (each) => [each.name, each.unit, startOf(each)]),
    ...section('ports', inputs, (each) => [each.name, each.unit, sourcesOf(each)]),
    ...section('needs', needs, (each) => [each.name, each.unit]),
    ...section('definitions', definitions, (each) => [each.name, each.unit]),
    ...section('signals', dynamics.records.map(plain), (each) => [each.name, each.unit]),
    ...(events.length === 0 ? [] : ['  events', `    ${events.join(', ')}`]),
  ]
  const about = meaning.split('\n').map((line) => `  ${line}`.trimEnd())
  return [`${kind} ${name}    # ${dynamics.path}`, ...about, ...sections].join('\n')
}

function section(
  title: string,
  rows: readonly Described[],
  cells: (row: Described) => readonly string[],
): readonly string[] {
  if (rows.length === 0) return []
  const table = columns(rows.map((row) => [...cells(row), row.meaning]))
  return [`  ${title}`, ...table.map((line) => `    ${line}`)]
}

const plain = ({ name, unit }: { name: string; unit: string }): Described => ({
  name,
  unit,
  meaning: '',
})

/** A default carries its unit; a parameter without one must be given in its unit. */
const quantity = ({ value, unit }: Described): string => value ?? `must be given, in ${unit}`
const startOf = ({ value }: Described): string => (value === undefined ? '' : `starts at ${value}`)
const sourcesOf = ({ sources }: Described): string => `from ${sources?.join(', ') ?? 'nothing'}`
