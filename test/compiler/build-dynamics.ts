/** Short spellings for the equations of a declaration, for tests that build them in code. */
import { type Dimension, none } from '../../compiler/ir/dimension.ts'
import type { Dynamics, Variable } from '../../compiler/ir/dynamics.ts'
import type { Expr } from '../../compiler/ir/expr.ts'

const span = { source: { path: '', text: '' }, start: 0, end: 0 }

const named = (name: string, unit: string) => ({
  name,
  unit,
  dimension: none,
  type: 'real' as const,
  scale: 1,
  doc: '',
  span,
  per: 'cell' as const,
})

type Of<K extends Variable['kind']> = Extract<Variable, { kind: K }>

export const param = (
  name: string,
  unit: string,
  value: Expr,
  parts: Partial<Of<'param'>> = {},
): Variable => ({
  ...named(name, unit),
  kind: 'param',
  shared: false,
  value,
  ...parts,
})

export const state = (name: string, unit: string, parts: Partial<Of<'state'>> = {}): Variable => ({
  ...named(name, unit),
  kind: 'state',
  held: false,
  advance: 'auto',
  shared: false,
  ...parts,
})

export const definition = (
  name: string,
  unit: string,
  value: Expr,
  parts: Partial<Of<'definition'>> = {},
): Variable => ({
  ...named(name, unit),
  kind: 'definition',
  value,
  constantOverDt: false,
  summed: false,
  ...parts,
})

export const input = (name: string, unit: string, ...sources: readonly string[]): Variable => ({
  ...named(name, unit),
  kind: 'input',
  sources,
})

export const need = (name: string, unit: string): Variable => ({
  ...named(name, unit),
  kind: 'need',
})

export const dynamics = (
  variables: readonly Variable[],
  parts: Partial<Dynamics> = {},
): Dynamics => ({
  kind: 'neuron',
  name: 'LIF',
  doc: '',
  path: '',
  variables: new Map(variables.map((variable) => [variable.name, variable])),
  compartments: [],
  axials: [],
  reset: [],
  events: [],
  pathways: [],
  onStep: [],
  every: [],
  records: [],
  foreign: new Set(),
  ...parts,
})

export const set = (target: string, value: Expr) => ({ kind: 'set', target, value, span }) as const
export const add = (target: string, value: Expr) => ({ kind: 'add', target, value, span }) as const
export const deliver = (value: Expr) => ({ kind: 'deliver', value, span }) as const
export const override = (
  name: string,
  value: Expr,
  auxiliary = false,
  dimension: Dimension = none,
) => ({
  name,
  value,
  auxiliary,
  dimension,
  span,
})
export const connectBy = (from: string, to: string, synapse: string) => ({
  from: { population: from },
  to: { population: to },
  synapse,
  overrides: [],
  span,
})
