/**
 * Writes the current through every `axial` into the voltage equations it joins.
 *
 * Before  axial soma -- dend = g_c      dsoma.v/dt = I / C
 * After   dsoma.v/dt = I / C + g_c / C * (dend.v - soma.v)      ddend.v/dt = …
 * Needs   an assembled population
 */
import * as dimensions from '../ir/dimension.ts'
import type { Dynamics, Variable } from '../ir/dynamics.ts'
import { apply, type Expr, read } from '../ir/expr.ts'
import { ModelError } from '../ir/model-error.ts'

export function coupleCompartments(dynamics: Dynamics): Dynamics {
  if (dynamics.axials.length === 0) return dynamics
  const variables = new Map(dynamics.variables)
  for (const axial of dynamics.axials) {
    for (const [here, there] of [
      [axial.a, axial.b],
      [axial.b, axial.a],
    ] as const) {
      const state = variables.get(`${here}.v`)
      if (state?.kind !== 'state' || !state.drift) throw noVoltage(here, axial.span)
      const difference = apply('subtract', read(`${there}.v`), read(`${here}.v`))
      const flow = apply('multiply', rateOf(here, axial, variables), difference)
      variables.set(state.name, { ...state, drift: apply('add', state.drift, flow) })
    }
  }
  return { ...dynamics, variables }
}

type Axial = Dynamics['axials'][number]

/** Conductance over capacitance: per area where the capacitance is, times the area where it must be. */
function rateOf(here: string, axial: Axial, variables: ReadonlyMap<string, Variable>): Expr {
  const local = (name: string): Variable | undefined =>
    variables.get(`${here}.${name}`) ?? variables.get(name)
  const capacitance = local('C')
  const area = local('area')
  if (!capacitance) throw noCapacitance(here, axial)
  const direct = apply('divide', axial.conductance, read(capacitance.name))
  const { dimension } = axial
  const wanted = dimensions.over(dimensions.none, dimensions.time)
  const perArea = dimensions.over(dimension, capacitance.dimension)
  if (dimensions.equal(perArea, wanted)) return direct
  if (!area || !dimensions.equal(dimensions.over(perArea, area.dimension), wanted)) {
    throw noCapacitance(here, axial)
  }
  return apply('divide', direct, read(area.name))
}

function noVoltage(compartment: string, span: Axial['span']): ModelError {
  return new ModelError([
    {
      code: 'voltage-missing',
      severity: 'error',
      span,
      message: `compartment ${compartment} has no equation dv/dt for the axial current to enter.`,
      notes: [],
    },
  ])
}

function noCapacitance(compartment: string, axial: Axial): ModelError {
  return new ModelError([
    {
      code: 'voltage-missing',
      severity: 'error',
      span: axial.span,
      message: `axial ${axial.a} -- ${axial.b} needs the capacitance of ${compartment}.`,
      notes: [
        'Declare param C in the compartment or the neuron: the conductance over C must be a rate.',
        'With a conductance in nS and C per area, declare param area too.',
      ],
    },
  ])
}
