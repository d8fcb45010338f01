/** What a cast sets: parameters, initial values, and auxiliary names the others are computed from. */
import type { Override as Written } from '../../../grammar/ast.ts'
import { none } from '../../ir/dimension.ts'
import type { Override } from '../../ir/dynamics.ts'
import { lastUses, visitTree } from '../expressions/names-in.ts'
import { overridesAreDistinct, overridesComeToAnEnd } from '../rules/overrides-name-a-parameter.ts'
import type { Scope } from '../expressions/scope.ts'
import { reading, type Reading, type Typed } from '../expressions/typed.ts'

/** Something that can be set: qualified names (one, or one per compartment) and what they are. */
export interface Settable {
  readonly names: readonly string[]
  readonly reading: Reading
}

export interface Setting {
  /** What a name sets; undefined where it is no parameter. */
  readonly settable: (written: Written) => Settable | undefined
  /** Says that a name is nothing that can be set. */
  readonly refuse: (written: Written) => void
  readonly scopeFor: (written: Written, locals: ReadonlyMap<string, Typed>) => Scope
  /** A value has the unit of what it sets and does not change. */
  readonly accept: (written: Written, value: Typed, settable: Settable | undefined) => void
}

export function buildOverrides(
  overrides: readonly Written[],
  setting: Setting,
  report: Scope['report'],
): readonly Override[] {
  overridesAreDistinct(overrides, report)
  const uses = lastUses(overrides.map(({ value }) => value))
  const isAuxiliary = (written: Written): boolean =>
    setting.settable(written) === undefined && uses.has(written.name.text)
  const locals = new Map<string, Typed>()
  const ready = inOrder(overrides.filter(isAuxiliary), report)
  const auxiliaries = ready.map((written) => auxiliary(written, { setting, locals }))
  const settings = overrides.flatMap((written) => {
    const settable = setting.settable(written)
    if (settable) return set(written, settable, { setting, locals })
    if (!uses.has(written.name.text)) setting.refuse(written)
    return []
  })
  return [...auxiliaries, ...settings]
}

interface Here {
  readonly setting: Setting
  readonly locals: Map<string, Typed>
}

function auxiliary(written: Written, { setting, locals }: Here): Override {
  const { name, span } = written
  const scope = setting.scopeFor(written, locals)
  const value = scope.infer(written.value, scope)
  setting.accept(written, value, undefined)
  const { type, unit } = value
  const dimension = value.free ? none : value.dimension
  locals.set(name.text, reading(name.text, { dimension, type, ...(unit ? { unit } : {}) }))
  return { name: name.text, value: value.expr, auxiliary: true, dimension: dimension ?? none, span }
}

function set(written: Written, settable: Settable, { setting, locals }: Here): readonly Override[] {
  const scope = setting.scopeFor(written, locals)
  const value = scope.infer(written.value, scope)
  setting.accept(written, value, settable)
  const dimension = settable.reading.dimension ?? none
  return settable.names.map((name) => ({
    name,
    value: value.expr,
    auxiliary: false,
    dimension,
    span: written.span,
  }))
}

/** Auxiliary names may come in any order; each waits for those it reads. */
function inOrder(auxiliaries: readonly Written[], report: Scope['report']): readonly Written[] {
  const names = new Set(auxiliaries.map(({ name }) => name.text))
  const order: Written[] = []
  let waiting = [...auxiliaries]
  for (let before = -1; waiting.length !== before; ) {
    before = waiting.length
    waiting = waiting.filter((written) => {
      if (reads(written, names)) return true
      names.delete(written.name.text)
      order.push(written)
      return false
    })
  }
  overridesComeToAnEnd(waiting, report)
  return order
}

function reads({ value }: Written, names: ReadonlySet<string>): boolean {
  let found = false
  visitTree(value, (node) => {
    if (node.kind === 'name' && !node.owner && names.has(node.name.text)) found = true
  })
  return found
}
