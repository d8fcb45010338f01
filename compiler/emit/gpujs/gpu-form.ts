/**
 * What of a kernel gpu.js can do: the step of a population, one function for each value that it changes. Random numbers
 * are drawn by the host beforehand, since there are no whole numbers of 32 bits, and steps come as how long ago they were.
 */
import { apply, type Expr, read, rewrite, visit } from '../../ir/expr.ts'
import type { Buffer, Kernel, Statement } from '../../ir/kernel.ts'
import { everyStatement, expressionOf, mapExpressions, namesReadIn } from '../../ir/statements.ts'

/** A random number of every cell, as an array. */
export interface Draw {
  readonly name: string
  readonly expr: Extract<Expr, { kind: 'apply' }>
}

export interface GpuForm {
  readonly kernel: Kernel
  /** Arrays by their names, in the order of the arguments. */
  readonly arrays: readonly Buffer[]
  readonly draws: readonly Draw[]
  /** Numbers that all cells share, after the arrays. */
  readonly scalars: readonly string[]
  /** What changes: buffers, then events. */
  readonly outputs: readonly string[]
}

/** Whether an event has happened in this step: what follows it may ask. */
export const firedName = (event: string): string => `$fired_${event}`

/** WebGL2 promises room for so many arrays. */
const mostArrays = 16

const random = new Set(['uniform', 'normal', 'poisson', 'gamma'])

/** Undefined where the processor has to do it. */
export function gpuFormOf(whole: Kernel): GpuForm | undefined {
  if (whole.domain !== 'cells' || whole.events.length === 0) return undefined
  if (whole.buffers.some(({ isSum }) => isSum)) return undefined
  const { kernel, draws } = drawnBeforehand(whole)
  const used = namesReadIn(kernel.each)
  const changed = new Set(
    [...everyStatement(kernel.each)].flatMap((s) => ('buffer' in s ? [s.buffer] : [])),
  )
  const arrays = kernel.buffers.filter(
    ({ name, extent }) => extent !== 'shared' && (used.has(name) || changed.has(name)),
  )
  if (arrays.length + draws.length > mostArrays) return undefined
  if (!stepsAreSimple(kernel) || !canDraw(draws, changed, kernel)) return undefined
  const known = new Set([
    ...arrays.map(({ name }) => name),
    ...draws.map(({ name }) => name),
    ...kernel.events.map(firedName),
  ])
  const lets = new Set(
    [...everyStatement(kernel.each)].flatMap((s) => (s.kind === 'let' ? [s.name] : [])),
  )
  const scalars = [...used].filter((name) => !known.has(name) && !lets.has(name) && name !== 'step')
  if (scalars.includes('i') || scalars.includes('seed')) return undefined
  return { kernel, arrays, draws, scalars, outputs: [...changed, ...kernel.events] }
}

function drawnBeforehand(kernel: Kernel): { kernel: Kernel; draws: readonly Draw[] } {
  const draws = new Map<Expr, Draw>()
  const each = mapExpressions(kernel.each, (expr) =>
    rewrite(expr, (e) => {
      if (e.kind !== 'apply' || !random.has(e.op)) return e
      const draw = draws.get(e) ?? { name: `$draw_${draws.size}`, expr: e }
      draws.set(e, draw)
      return read(draw.name)
    }),
  )
  return { kernel: { ...kernel, each }, draws: [...draws.values()] }
}

/** Whether numbers of steps are only compared with the present one, or become it. */
function stepsAreSimple({ each, buffers }: Kernel): boolean {
  const steps = new Set(buffers.filter((b) => b.type === 'integer').map((b) => b.name))
  let isSimple = true
  const readElsewhere = (expr: Expr): void => {
    if (expr.kind !== 'apply' || expr.op === 'elapsed') return
    for (const arg of expr.args) {
      if (arg.kind === 'read' && (steps.has(arg.name) || arg.name === 'step')) isSimple = false
    }
  }
  for (const statement of everyStatement(each)) {
    const expr = expressionOf(statement)
    if (!expr) continue
    visit(expr, readElsewhere)
    if (expr.kind === 'read' && expr.name === 'step' && !storesStep(statement, steps))
      isSimple = false
    if ('buffer' in statement && steps.has(statement.buffer) && !storesStep(statement, steps)) {
      isSimple = false
    }
  }
  return isSimple
}

const storesStep = (s: Statement, steps: ReadonlySet<string>): boolean =>
  s.kind === 'store' && steps.has(s.buffer) && s.value === read('step')

/** Whether the host knows everything that the numbers depend on. */
function canDraw(draws: readonly Draw[], changed: ReadonlySet<string>, kernel: Kernel): boolean {
  const lets = new Set(
    [...everyStatement(kernel.each)].flatMap((s) => (s.kind === 'let' ? [s.name] : [])),
  )
  return draws.every(({ expr }) => {
    let isKnown = true
    visit(apply(expr.op, ...expr.args), (e) => {
      if (e.kind === 'read' && (lets.has(e.name) || changed.has(e.name))) isKnown = false
    })
    return isKnown
  })
}
