/** The cast of a model as text: who plays whom, and who is connected to whom. */
import type { Attachment, CellSlice, Connect, Model, Override } from './dynamics.ts'
import { show } from './print-dynamics.ts'

export function printModel(model: Model): string {
  const lines = [
    ...model.populations.flatMap(({ name, count, ...played }) => {
      return cast(`population ${name}${count === undefined ? '' : ` of ${count}`}`, played)
    }),
    ...model.synapses.flatMap(({ label, plasticities, ...played }) => [
      ...cast(`synapse ${label}`, played),
      ...plasticities.flatMap((plasticity) => indented(cast('with', plasticity, ''))),
    ]),
    ...model.noises.flatMap(({ population, at, ...played }) => {
      return cast(`noise ${population}${at === undefined ? '' : ` at ${at}`}`, played)
    }),
    ...[...model.sections].map(([label, compartment]) => `section ${label} is ${compartment}`),
    ...model.connects.flatMap(connection),
  ]
  const heading = `model ${model.name}${model.path === '' ? '' : `    # ${model.path}`}`
  const doc = model.doc.split('\n').flatMap((line) => (line === '' ? [] : [`# ${line}`]))
  return [heading, ...indented([...doc, ...lines]), ''].join('\n')
}

const indented = (lines: readonly string[]): string[] => lines.map((line) => `  ${line}`)

function cast(role: string, { dynamics, overrides }: Attachment, verb = ' is'): string[] {
  return [`${role}${verb} ${dynamics.name}`, ...indented(overrides.map(printOverride))]
}

const printOverride = ({ name, value, auxiliary }: Override): string =>
  `${name} = ${show(value)}${auxiliary ? '    # for the others' : ''}`

function connection(connect: Connect): string[] {
  const { from, to, synapse, at, each, where, probability, times, overrides } = connect
  const clauses = [
    `connect ${printCells(from)} to ${printCells(to)} by ${synapse}`,
    at && `at ${at}`,
    each && `each ${each.name} in ${each.kind}(${each.args.map(show).join(', ')})`,
    where && `where ${show(where)}`,
    probability && `with probability ${show(probability)}`,
    times && `times ${show(times)}`,
  ]
  return [clauses.filter(Boolean).join(' '), ...indented(overrides.map(printOverride))]
}

function printCells({ population, from, to }: CellSlice): string {
  if (!from && !to) return population
  return `${population}[${from ? show(from) : ''}:${to ? show(to) : ''}]`
}
