/**
 * Cells that are silent for some steps after a spike. They are few, so rather than to ask each cell in each step,
 * all are computed, and what must not have changed is put back in those on a list: a quarter of a CUBA step.
 */
import type { Expr } from '../../ir/expr.ts'
import type { Kernel, Statement } from '../../ir/kernel.ts'
import { everyStatement, namesReadIn } from '../../ir/statements.ts'
import { isCheap } from './cheap.ts'
import { isRare } from './rare.ts'

export interface Silence {
  /** The statements for a cell that is not silent; the event comes in silent cells too. */
  readonly each: readonly Statement[]
  /** The array of the last step in which the event came, which must be as long ago as the shared limit says. */
  readonly last: string
  readonly limit: string
  readonly event: string
  /** Arrays of reals that do not change in a silent cell. */
  readonly held: readonly string[]
}

type Guard = Pick<Silence, 'last' | 'limit'>

type When = Extract<Statement, { kind: 'when' }>

/** The frame asks, and the loop once more. */
const known = new WeakMap<Kernel, { readonly silence: Silence | undefined }>()

/** Of short kernels in which one condition, `elapsed(step, last) >= limit`, stands before what silent cells do not do. */
export function silenceOf(kernel: Kernel): Silence | undefined {
  const found = known.get(kernel) ?? { silence: silenceIn(kernel) }
  known.set(kernel, found)
  return found.silence
}

function silenceIn(kernel: Kernel): Silence | undefined {
  if (kernel.domain !== 'cells') return undefined
  const guarded = guardedIn(kernel.each)
  if (!guarded || !isCheap(kernel)) return undefined
  const { guard, index, then } = guarded
  const event = eventThatSilences(then, guard.last)
  const held = heldBy(then)
  if (!event || kernel.events.length > 1 || held.length === 0) return undefined
  if (!held.every((name) => isArrayOfReals(kernel, name)) || !isShared(kernel, guard.limit))
    return undefined
  const after = kernel.each.slice(index + 1)
  const others = then.filter((statement) => !isRareWhen(statement))
  const read = namesReadIn(after)
  if ([guard.last, ...held].some((name) => read.has(name) || isStored(after, name)))
    return undefined
  if (namesReadIn(others).has(guard.last) || haveOneName(kernel.each)) return undefined
  const inside = then.map((statement) => (isRareWhen(statement) ? ofAll(statement) : statement))
  const each = [...kernel.each.slice(0, index), ...inside, ...after]
  return { each: withoutUnread(each), last: guard.last, limit: guard.limit, event, held }
}

const isArrayOfReals = ({ buffers }: Kernel, name: string): boolean =>
  buffers.some((b) => b.name === name && b.type === 'real' && b.extent === 'element')

const isShared = ({ buffers, link, once }: Kernel, name: string): boolean =>
  buffers.some((b) => b.name === name && b.extent === 'shared') ||
  [...link, ...once].some((l) => l.name === name)

function guardedIn(
  each: readonly Statement[],
):
  | { readonly guard: Guard; readonly index: number; readonly then: readonly Statement[] }
  | undefined {
  const valueOf = (name: string): Expr | undefined => {
    const found = each.find((s) => s.kind === 'let' && s.name === name)
    return found?.kind === 'let' ? found.value : undefined
  }
  const found = each.flatMap((statement, index) => {
    if (statement.kind !== 'when' || statement.otherwise.length > 0) return []
    const { condition, then } = statement
    const guard = guardIn(condition.kind === 'read' ? valueOf(condition.name) : condition)
    return guard ? [{ guard, index, then }] : []
  })
  return found.length === 1 ? found[0] : undefined
}

/** elapsed(step, last) >= limit */
function guardIn(condition: Expr | undefined): Guard | undefined {
  if (condition?.kind !== 'apply' || condition.op !== 'greaterEqual') return undefined
  const [elapsed, limit] = condition.args
  if (elapsed?.kind !== 'apply' || elapsed.op !== 'elapsed' || limit?.kind !== 'read')
    return undefined
  const [step, last] = elapsed.args
  if (step?.kind !== 'read' || step.name !== 'step' || last?.kind !== 'read') return undefined
  return { last: last.name, limit: limit.name }
}

const isRareWhen = (statement: Statement): statement is When =>
  statement.kind === 'when' && isRare(statement)

/** The one event that comes inside, with nothing but `last := step`. */
function eventThatSilences(then: readonly Statement[], last: string): string | undefined {
  const [event, another] = then.filter(isRareWhen)
  if (!event || another || event.then.length !== 2) return undefined
  const spike = event.then.find(({ kind }) => kind === 'spike')
  const isOfStep = event.then.some(
    (s) =>
      s.kind === 'store' && s.buffer === last && s.value.kind === 'read' && s.value.name === 'step',
  )
  return isOfStep && spike?.kind === 'spike' ? spike.event : undefined
}

const isStored = (statements: readonly Statement[], name: string): boolean =>
  [...everyStatement(statements)].some(
    (s) => (s.kind === 'store' || s.kind === 'add') && s.buffer === name,
  )

/** What is stored, but for what events store. */
function heldBy(then: readonly Statement[]): readonly string[] {
  const names = [...everyStatement(then.filter((statement) => !isRareWhen(statement)))]
  return [
    ...new Set(names.flatMap((s) => (s.kind === 'store' || s.kind === 'add' ? [s.buffer] : []))),
  ]
}

/** Two lets, which could not stand side by side. */
function haveOneName(each: readonly Statement[]): boolean {
  const names = [...everyStatement(each)].flatMap((s) => (s.kind === 'let' ? [s.name] : []))
  return new Set(names).size < names.length
}

/** An event that would come, if the cell is not silent. */
const ofAll = (event: When): When => ({
  ...event,
  then: event.then.filter(({ kind }) => kind === 'spike'),
})

/** The guard's own let is read no more. */
function withoutUnread(each: readonly Statement[]): readonly Statement[] {
  const read = namesReadIn(each)
  return each.filter((statement) => statement.kind !== 'let' || read.has(statement.name))
}
