/**
 * Decides where every value lives: one for the population, or one for each cell (or connection).
 *
 * Before  param C = 200 pF   param tau ~ normal(20 ms, 2 ms)   dv/dt = …
 * After   C shared   tau, v one per cell
 * Needs   an assembled population
 */
import type { Dynamics, Variable } from '../ir/dynamics.ts'
import { type Expr, readsOf, substitute, visit } from '../ir/expr.ts'
import type { Buffer } from '../ir/kernel.ts'
import { isRandom } from '../ir/streams.ts'
import type { Slot } from '../program.ts'
import { flattenDefinitions, isKept } from './flatten-definitions.ts'

export interface Placement {
  readonly slots: ReadonlyMap<string, Slot>
}

/** Reading one of these makes a value differ from cell to cell. */
const cellDependent: ReadonlySet<string> = new Set([
  'i',
  'j',
  'x',
  'y',
  'z',
  'gid',
  'distance',
  'source',
  'target',
])

/** `perElement` names parameters the host wants to set one by one. */
export function placeValues(dynamics: Dynamics, perElement: ReadonlySet<string>): Placement {
  const slots = new Map<string, Slot>()
  const params = paramsOf(dynamics)
  const differs = differingParams(params, perElement)
  for (const variable of dynamics.variables.values()) {
    const slot = slotOf(params.get(variable.name) ?? variable, differs)
    if (slot) slots.set(slot.name, slot)
  }
  for (const slot of surroundings) {
    if (!dynamics.variables.has(slot.name)) slots.set(slot.name, slot)
  }
  return { slots }
}

type Param = Variable & { kind: 'param' }

/** Parameters in terms of each other: a channel's reversal may be what a definition of the cell says. */
function paramsOf(dynamics: Dynamics): ReadonlyMap<string, Param> {
  const definitions = flattenDefinitions(dynamics)
  const params = new Map<string, Param>()
  for (const variable of dynamics.variables.values()) {
    if (variable.kind !== 'param') continue
    const { name, value } = variable
    params.set(name, value ? { ...variable, value: substitute(value, definitions) } : variable)
  }
  return params
}

/** Parameters drawn at random, set one by one, or computed from such. */
function differingParams(
  params: ReadonlyMap<string, Param>,
  perElement: ReadonlySet<string>,
): ReadonlySet<string> {
  const differs = new Set(perElement)
  for (let grown = true; grown; ) {
    grown = false
    for (const param of params.values()) {
      if (differs.has(param.name) || param.shared || !param.value) continue
      if (!isDifferent(param.value, differs)) continue
      differs.add(param.name)
      grown = true
    }
  }
  return differs
}

function isDifferent(value: Expr, differs: ReadonlySet<string>): boolean {
  for (const name of readsOf(value)) if (cellDependent.has(name) || differs.has(name)) return true
  let random = false
  visit(value, (e) => {
    if (isRandom(e)) random = true
  })
  return random
}

function slotOf(variable: Variable, differs: ReadonlySet<string>): Slot | undefined {
  const { name, unit, scale, doc, type } = variable
  const common = {
    name,
    unit,
    scale,
    doc,
    type: type === 'boolean' ? 'boolean' : 'real',
    value: 0,
  } as const
  switch (variable.kind) {
    case 'param': {
      if (differs.has(name)) return { ...common, role: 'param', extent: 'element' }
      const initial = variable.value ? { initial: variable.value } : {}
      return { ...common, role: 'param', extent: 'shared', ...initial }
    }
    case 'state':
      return { ...common, role: 'state', extent: 'element' }
    case 'input':
      return { ...common, role: 'stimulus', extent: 'element' }
    case 'need':
      return { ...common, role: 'need', extent: 'element' }
    case 'definition':
      if (!isKept(variable) || variable.constantOverDt) return undefined
      return { ...common, role: variable.summed ? 'summed' : 'derived', extent: 'element' }
    case 'noise':
      return undefined
  }
}

const around = (name: string, extent: 'shared' | 'element', unit: string): Slot => ({
  name,
  role: 'internal',
  type: 'real',
  extent,
  unit,
  scale: 1,
  doc: '',
  value: 0,
})

/** What a cell knows of its place without being told. */
const surroundings: readonly Slot[] = [
  around('N', 'shared', '1'),
  around('gid', 'element', '1'),
  around('x', 'element', 'um'),
  around('y', 'element', 'um'),
  around('z', 'element', 'um'),
]

/** How a kernel over the slot's own elements declares it. */
export function bufferOf(slot: Slot, written: boolean): Buffer {
  const fixed = slot.role === 'param' || (slot.role === 'derived' && slot.extent === 'shared')
  return {
    name: slot.name,
    extent: slot.extent,
    type: slot.type,
    access: written ? 'write' : 'read',
    changes: fixed || (slot.role === 'internal' && slot.type === 'real') ? 'link' : 'step',
    unit: slot.unit,
  }
}
