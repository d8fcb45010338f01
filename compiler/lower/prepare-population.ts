/** What is known of a population before its kernels are written: its equations, and where its values live. */
import type { Dynamics } from '../ir/dynamics.ts'
import type { Expr } from '../ir/expr.ts'
import type { Slot } from '../program.ts'
import { type Choice, chooseIntegrators } from './choose-integrator.ts'
import { type Equations, equationsOf, keptApart } from './equations.ts'
import { flattenDefinitions } from './flatten-definitions.ts'
import type { Placement } from './place-values.ts'
import { type Refractoriness, refractorinessOf } from './refractoriness.ts'

/** A population between the passes: equations and where its values live. */
export interface PlacedPopulation {
  readonly dynamics: Dynamics
  /** Definitions written in terms of slots. */
  readonly definitions: ReadonlyMap<string, Expr>
  readonly substituted: ReadonlyMap<string, Expr>
  readonly slots: ReadonlyMap<string, Slot>
  readonly refractoriness: Refractoriness
  readonly system: Equations
  readonly choices: readonly Choice[]
}

/** Flattens, places and chooses: everything known before kernels are written. */
export function preparePopulation(dynamics: Dynamics, placement: Placement): PlacedPopulation {
  const definitions = flattenDefinitions(dynamics)
  const substituted = keptApart(dynamics, definitions)
  const refractoriness = refractorinessOf(dynamics, everyExpression(dynamics))
  const slots = new Map(placement.slots)
  for (const slot of refractoriness.slots) slots.set(slot.name, slot)
  const system = equationsOf(dynamics, definitions, placement)
  const choices = chooseIntegrators(system, dynamics.axials.length > 0)
  return { dynamics, definitions, substituted, slots, refractoriness, system, choices }
}

function everyExpression({
  variables,
  threshold,
  refractory,
  reset,
  events,
  every,
  onStep,
  records,
}: Dynamics): readonly Expr[] {
  const actions = [
    reset,
    ...events.map((e) => e.actions),
    ...every.map((e) => e.actions),
    ...onStep,
  ].flat()
  const inVariables = [...variables.values()].flatMap((v) => {
    if (v.kind === 'definition') return [v.value]
    return v.kind === 'state' && v.drift ? [v.drift] : []
  })
  const conditions = [threshold, refractory?.value, ...events.map((event) => event.condition)]
  return [
    ...inVariables,
    ...actions.map((action) => action.value),
    ...records.map((record) => record.value),
    ...conditions.filter((expr) => expr !== undefined),
  ]
}
