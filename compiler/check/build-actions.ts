/** What an event does, statement by statement: locals, assignments to own variables and to the connected cells. */
import type { Action as Written, Actions, Name } from '../../grammar/ast.ts'
import type { Report } from '../../grammar/diagnostics.ts'
import { dimensionOf } from '../../grammar/units.ts'
import { none } from '../ir/dimension.ts'
import type { Action } from '../ir/dynamics.ts'
import { apply } from '../ir/expr.ts'
import { type Target, targetOf } from './bind-target.ts'
import { scopeAt } from './examine.ts'
import type { Examination, Site } from './examination.ts'
import { negated } from './expressions/infer.ts'
import { lastUses } from './expressions/names-in.ts'
import { deliversInPlace } from './rules/only-plasticity-delivers.ts'
import { localIsUsed } from './rules/locals-are-used.ts'
import { valueFits } from './rules/units-agree.ts'
import { isCondition, isQuantity } from './rules/values-have-their-type.ts'
import type { Scope } from './expressions/scope.ts'
import { type Reading, reading, type Typed } from './expressions/typed.ts'

export interface Block {
  readonly actions: Actions
  readonly site: Site
  /** `on pre` of a plasticity. */
  readonly delivers: boolean
}

type Assign = Extract<Written, { kind: 'assign' }>

/** An action block while it is read from top to bottom. */
interface Progress {
  readonly exam: Examination
  readonly block: Block
  readonly locals: Map<string, Typed>
  /** Index of the last action that reads a name. */
  readonly uses: ReadonlyMap<string, number>
}

export function buildActions(block: Block, exam: Examination): readonly Action[] {
  const { actions } = block.actions
  const uses = lastUses(actions.map(({ value }) => value))
  const progress: Progress = { exam, block, locals: new Map(), uses }
  return actions.flatMap((action, k) => buildAction(action, k, progress))
}

function buildAction(action: Written, k: number, progress: Progress): readonly Action[] {
  const { exam, block } = progress
  const site: Site = { ...block.site, locals: progress.locals }
  const scope = scopeAt(site, exam)
  const value = scope.infer(action.value, scope)
  if (action.kind === 'assign') return assign(action, { value, k, site }, progress)
  if (!deliversInPlace(action, block, exam.inquiry.report)) return []
  if (isQuantity(action.value, value, scope)) {
    valueFits(
      { tree: action.value, value },
      { subject: 'What is delivered', dimension: none },
      scope,
    )
  }
  return [{ kind: 'deliver', value: value.expr, span: action.span }]
}

interface Assigned {
  readonly value: Typed
  readonly k: number
  readonly site: Site
}

function assign(
  action: Assign,
  { value, k, site }: Assigned,
  progress: Progress,
): readonly Action[] {
  const { exam, locals } = progress
  const local = action.owner ? undefined : locals.get(action.name.text)
  if (local) return [changeLocal(action, { local, value }, { site, progress })]
  if (isNewLocal(action, { k, site }, progress))
    return [declareLocal(action, value, { site, progress })]
  const target = targetOf(action, { exam, site })
  if (!target) return []
  checkAssignment(action, { value, target }, scopeAt(site, exam))
  return [write(action, value, target)]
}

/** `x = …` makes a new name where nothing is called x yet and something reads it later. */
function isNewLocal(
  action: Assign,
  { k, site }: { readonly k: number; readonly site: Site },
  { exam, uses }: Progress,
): boolean {
  if (action.unit) return true
  if (action.op !== '=' || action.owner) return false
  const target = targetOf(action, { exam: { ...exam, inquiry: silent(exam) }, site, isTrial: true })
  if (target) return false
  return localIsUsed(action, { k, uses, site, exam })
}

const silent = ({ inquiry }: Examination) => ({ ...inquiry, report: (() => {}) satisfies Report })

interface There {
  readonly site: Site
  readonly progress: Progress
}

function declareLocal(action: Assign, value: Typed, { site, progress }: There): Action {
  const { exam, locals } = progress
  const { name, unit } = action
  const scope = scopeAt(site, exam)
  if (unit) {
    const declared = { subject: name.text, dimension: dimensionOf(unit), unit }
    if (isQuantity(action.value, value, scope))
      valueFits({ tree: action.value, value }, declared, scope)
  }
  const { dimension = undefined, type, unit: shown } = value
  const known: Reading = unit
    ? { dimension: dimensionOf(unit), unit }
    : { dimension: value.free ? none : dimension, type, ...(shown ? { unit: shown } : {}) }
  locals.set(name.text, reading(name.text, known))
  return { kind: 'local', name: name.text, value: value.expr, span: action.span }
}

/** A local that changes is a new local of the same name. */
function changeLocal(
  action: Assign,
  { local, value }: { readonly local: Typed; readonly value: Typed },
  { site, progress }: There,
): Action {
  const name = action.name.text
  const known: Target = { name, reading: local }
  checkAssignment(action, { value, target: known }, scopeAt(site, progress.exam))
  const written = write(action, value, known)
  const sum = written.kind === 'add' ? apply('add', local.expr, written.value) : written.value
  return { kind: 'local', name, value: sum, span: action.span }
}

/** Sets and sums have the unit of their target; factors are pure numbers. */
function checkAssignment(
  action: Assign,
  { value, target }: { readonly value: Typed; readonly target: Target },
  scope: Scope,
): void {
  const { dimension, type, unit } = target.reading
  if (type === 'boolean' && action.op === '=') {
    isCondition(action.value, value, scope)
    return
  }
  if (type !== 'unknown' && !isQuantity(action.value, value, scope)) return
  const isFactor = action.op === '*=' || action.op === '/='
  const declared = isFactor
    ? { subject: `What ${targetText(action)} is multiplied by`, dimension: none }
    : { subject: targetText(action), dimension, ...(unit ? { unit } : {}) }
  valueFits({ tree: action.value, value }, declared, scope)
}

const targetText = ({ owner, name }: { readonly owner?: Name; readonly name: Name }): string =>
  owner ? `${owner.text}.${name.text}` : name.text

function write(
  action: Assign,
  value: Typed,
  { name, reading: { dimension } }: Target,
): Action & { kind: 'set' | 'add' } {
  const { span } = action
  const now = reading(name, { dimension }).expr
  switch (action.op) {
    case '=':
      return { kind: 'set', target: name, value: value.expr, span }
    case '+=':
      return { kind: 'add', target: name, value: value.expr, span }
    case '-=':
      return { kind: 'add', target: name, value: negated(value).expr, span }
    case '*=':
      return { kind: 'set', target: name, value: apply('multiply', now, value.expr), span }
    case '/=':
      return { kind: 'set', target: name, value: apply('divide', now, value.expr), span }
  }
}
