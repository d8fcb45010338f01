/** Learning in a culture that is there: which synapses learn, by what numbers, and what they have learned. */
import { UsageError } from '../../compiler/index.ts'
import { setValue } from '../cell-values.ts'
import type { Projection } from '../engine/projection.ts'
import { gidsOf } from './cell-numbers.ts'
import type { Rules } from './plastic-model.ts'
import type { Session } from './session.ts'
import { namedWeights } from './weight-keys.ts'

/** Numbers for all rules, and by label of a synapse: its rule, and numbers for it alone. */
export type PlasticityConfig = Readonly<
  Record<string, number | (Readonly<Record<string, number | string>> & { readonly rule?: string })>
>

/** What receptors learn by, unless told: those of the original. */
const usual: Rules = {
  AMPA: 'VoltageSTDP',
  NMDA: 'VoltageSTDP',
  GABA_A: 'InhibitoryVoltageSTDP',
}

export function rulesOf({ linked }: Session, config: PlasticityConfig): Rules {
  const labels = (linked.model?.synapses ?? []).map(({ label }) => label)
  const named = Object.entries(config).filter(([, value]) => typeof value === 'object')
  const unknown = named.find(([label]) => !labels.includes(label))
  if (unknown) {
    throw new UsageError(
      `There is no synapse ${unknown[0]} to learn; ${linked.plan.name} has ${labels.join(', ') || 'none'}.`,
    )
  }
  const chosen = named.length > 0 ? named.map(([label]) => label) : labels
  return Object.fromEntries(
    chosen.flatMap((label) => {
      const own = config[label]
      const rule = typeof own === 'object' && typeof own.rule === 'string' ? own.rule : usual[label]
      return rule === undefined ? [] : [[label, rule] as const]
    }),
  )
}

/** A connection that learns, and where its learning is kept. */
interface Plastic {
  readonly name: string
  readonly label: string
  readonly projection: Projection
  readonly compartment: string
  readonly rules: readonly string[]
}

export function plasticIn(session: Session): readonly Plastic[] {
  const { model } = session.linked
  return namedWeights(session).flatMap(({ name, planned, projection }): readonly Plastic[] => {
    const cast = model?.synapses.find(({ label }) => label === planned.synapse)
    const rules = (cast?.plasticities ?? []).map(({ dynamics }) => dynamics.name)
    if (rules.length === 0) return []
    const compartment = planned.compiled.label.split('.').slice(0, -1).join('.')
    return [{ name, label: planned.synapse, projection, compartment, rules }]
  })
}

/** Numbers of rules: of connections, and of the cells they end on. A name that no rule has is an error. */
export function setLearning(session: Session, config: PlasticityConfig): void {
  const plastic = plasticIn(session)
  for (const [key, value] of Object.entries(config)) {
    if (typeof value === 'number') setIn(plastic, key, value)
    else {
      const own = plastic.filter(({ label }) => label === key)
      for (const [name, number] of Object.entries(value)) {
        if (typeof number === 'number') setIn(own, name, number)
      }
    }
  }
  session.simulation.relink()
}

function setIn(plastic: readonly Plastic[], name: string, value: number): void {
  if (!Number.isFinite(value)) throw new UsageError(`${name} is ${value}; it must be a number.`)
  const done = plastic.map((each) => setOne(each, name, value))
  if (done.some((isSet) => isSet)) return
  const known = [...new Set(plastic.flatMap((each) => namesIn(each)))]
  throw new UsageError(
    `No plasticity has a parameter ${name}; there is ${known.join(', ') || 'none that learns'}.`,
  )
}

const isParam = ({ role }: { readonly role: string }): boolean => role === 'param'

function namesIn(plastic: Plastic): readonly string[] {
  const own = plastic.projection.compiled.slots.filter(isParam).map(({ name }) => name)
  const prefixes = prefixesOf(plastic)
  const slots = plastic.projection.post.compiled.slots.filter(isParam)
  const ofCells = slots.flatMap(({ name }) =>
    prefixes.flatMap((prefix) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : [])),
  )
  return [...own.filter((name) => name !== 'weight' && name !== 'delay'), ...ofCells]
}

const prefixesOf = ({ compartment, label, rules }: Plastic): readonly string[] =>
  rules.map((rule) => `${compartment === '' ? '' : `${compartment}.`}${label}.${rule}.`)

function setOne(plastic: Plastic, name: string, value: number): boolean {
  const { projection } = plastic
  const slot = projection.compiled.slots.find((each) => each.name === name && isParam(each))
  if (slot && name !== 'weight' && name !== 'delay') {
    projection.set(name, value * slot.scale)
    return true
  }
  const { post } = projection
  const names = prefixesOf(plastic).map((prefix) => `${prefix}${name}`)
  const own = post.compiled.slots.filter((each) => names.includes(each.name) && isParam(each))
  for (const each of own) setValue(post, each.name, value)
  return own.length > 0
}

/** Whether rules learn or rest; those that cannot rest are an error. */
export function setActive(session: Session, isActive: boolean): void {
  const plastic = plasticIn(session)
  const restless = plastic.find(({ projection }) => !slotNamed(projection, 'active'))
  if (restless && !isActive) {
    throw new UsageError(
      `${restless.rules.join(', ')} of ${restless.label} cannot rest: it has no parameter active. ` +
        'Write `param active = 1` into it, and multiply what it learns with it.',
    )
  }
  for (const { projection } of plastic) {
    if (slotNamed(projection, 'active')) projection.set('active', isActive ? 1 : 0)
  }
  session.simulation.relink()
}

const slotNamed = ({ compiled }: Projection, name: string) =>
  compiled.slots.find((slot) => slot.name === name)

/** What connections of one name have come to weigh. */
export interface Weights {
  /** `EXC_EXC-dend-AMPA-weight` */
  readonly name: string
  /** Source and target of each connection. */
  readonly pre: Int32Array
  readonly post: Int32Array
  /** Where a rule keeps a factor of its own, with that factor. */
  readonly values: Float64Array
}

/** Of connections that learn. */
export const weightsIn = (session: Session): readonly Weights[] =>
  plasticIn(session).map(({ name, projection }) => {
    const ends = endsOf(session, projection)
    const factors = projection.state.arrays.get('plastic')
    const values = projection.weights()
    return {
      name,
      ...ends,
      values: factors ? values.map((weight, k) => weight * (factors[k] ?? 1)) : values,
    }
  })

function endsOf({ populations, simulation }: Session, { table, count, pre, post }: Projection) {
  const numbers = (side: typeof pre): Int32Array => {
    const k = simulation.members.findIndex(({ population }) => population === side)
    const range = populations[k]
    return range ? gidsOf(range) : new Int32Array(0)
  }
  const [sources, targets] = [numbers(pre), numbers(post)]
  const from = new Int32Array(count)
  for (let i = 0; i + 1 < table.rows.length; i++) {
    from.fill(sources[i] ?? i, table.rows[i], table.rows[i + 1])
  }
  return {
    pre: from,
    post: Int32Array.from(table.targets.subarray(0, count), (j) => targets[j] ?? j),
  }
}

/** The variable that learning changes, as it is recorded. */
export const learnedIn = ({ projection }: Plastic): string => {
  const { pre, post, label } = projection.compiled
  const variable = projection.state.arrays.has('plastic') ? 'plastic' : 'weight'
  return `${pre}_${post}_${label}.${variable}`
}
