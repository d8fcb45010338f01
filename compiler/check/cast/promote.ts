/** A bare `ge : volt` of a neuron that a synapse of the model writes is a state. */
import type { Dynamics, Model, Variable } from '../../ir/dynamics.ts'
import type { BuiltConnect, CastMembers, Label, Population } from './cast-members.ts'
import { isPromotable } from '../build-variables.ts'
import { inCell } from './cell-variables.ts'

type Cast = Model['populations'][number]

export function promoteWritten(
  { populations, labels }: CastMembers,
  connects: readonly BuiltConnect[],
): readonly Cast[] {
  const written = new Map<Population, Set<string>>()
  const all = [...populations.values()]
  for (const population of all) written.set(population, new Set())
  for (const { label, pre, post, at } of connects) {
    note(label, { pre: [pre], post: [post], at: at?.text, written })
  }
  const connected = new Set(connects.map(({ label }) => label))
  for (const label of labels.values()) {
    if (!connected.has(label)) note(label, { pre: all, post: all, at: undefined, written })
  }
  return all.flatMap((population) => castOf(population, written.get(population) ?? new Set()))
}

interface Ends {
  readonly pre: readonly Population[]
  readonly post: readonly Population[]
  readonly at: string | undefined
  readonly written: ReadonlyMap<Population, Set<string>>
}

function note({ synapse, plasticities }: Label, { written, at, ...ends }: Ends): void {
  for (const attached of [synapse, ...plasticities]) {
    for (const { cell, name, written: isWritten } of attached.examined.exam.foreign.values()) {
      if (!isWritten) continue
      for (const population of ends[cell]) {
        if (!population.attached) continue
        const junction = { attached, name, source: 'synapses', cell: population.attached } as const
        const variable = inCell(name.text, { ...junction, at: cell === 'post' ? at : undefined })
        if (variable) written.get(population)?.add(variable.name)
      }
    }
  }
}

function castOf(
  { name, attached, count }: Population,
  written: ReadonlySet<string>,
): readonly Cast[] {
  if (!attached) return []
  const { dynamics, overrides, examined } = attached
  const promoted = [...written].filter((variable) => {
    const entry = examined.outline.entries.get(variable)
    return entry !== undefined && isPromotable(entry)
  })
  const cast = { name: name.text, dynamics: promote(dynamics, new Set(promoted)), overrides }
  return [count === undefined ? cast : { ...cast, count }]
}

function promote(dynamics: Dynamics, names: ReadonlySet<string>): Dynamics {
  if (names.size === 0) return dynamics
  const variables = [...dynamics.variables].map(([name, variable]): [string, Variable] =>
    names.has(name) && variable.kind === 'param' ? [name, asState(variable)] : [name, variable],
  )
  return { ...dynamics, variables: new Map(variables) }
}

function asState({ value, ...param }: Extract<Variable, { kind: 'param' }>): Variable {
  const initial = value ? { initial: value } : {}
  return { ...param, ...initial, kind: 'state', held: false, advance: 'auto' }
}
