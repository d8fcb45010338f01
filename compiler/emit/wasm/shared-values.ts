/** Values that are the same for every element: read from the frame, or computed once per call in f64. */
import type { Expr } from '../../ir/expr.ts'
import type { Kernel, Let } from '../../ir/kernel.ts'
import { rowOf } from '../../ir/ops.ts'
import { operators } from '../../ir/sought.ts'
import { namesReadIn, visitStatements } from '../../ir/statements.ts'
import type { Draft } from './draft.ts'
import type { Scope, Source } from './expressions.ts'
import { repeatedIn, settled, lanesOf } from './expressions.ts'
import type { Frame } from './frame.ts'
import { frameHeader, frameOf } from './frame.ts'
import type { Local, Plain } from './instruction.ts'
import { f64, get, i32, load, plain, store } from './instruction.ts'
import type { Lanes } from './lanes.ts'
import { createLanes, toReal } from './lanes.ts'
import { countTable } from './counts-of-eight.ts'
import { placeOfStream } from './name-streams.ts'
import { upperBits } from './random.ts'
import { isChance } from './shared-draws.ts'

/** Where a function finds what is shared: its frame and, in a kernel, the number of the step. */
export interface Origin {
  readonly draft: Draft
  readonly kernel: Kernel
  readonly frame: Local
  readonly step?: Local
}

const splatWord = (x: Plain): Plain => plain('i32x4.splat', [x])

/** The sources of dt, seed, t and step, of shared buffers and of the lets computed at link. */
function frameSources(
  { draft, kernel, frame, step }: Origin,
  wide: Lanes,
): (name: string) => Source | undefined {
  const layout = frameOf(kernel)
  const booleans = booleanNames(kernel)
  const known = new Map<string, Source>()
  const number = (name: string, offset: number): Source => {
    let value: Plain | undefined
    const loaded = (): Plain => load('v128.load64_splat', get(frame), offset)
    if (booleans.has(name)) return settled(draft.keep(name, wide.ne(loaded(), wide.constant(0))))
    return {
      value: () => (value ??= draft.keep(name, loaded())),
      scalar: () => load('f64.load', get(frame), offset),
    }
  }
  const whole = (name: string, from: Plain): Source => {
    const word = draft.keep(name, splatWord(from))
    return { value: () => toReal(wide, word), word: () => word }
  }
  const find = (name: string): Source | undefined => {
    const offset = layout.shared.get(name) ?? layout.link.get(name)
    if (offset !== undefined) return number(name, offset)
    if (name === 'dt') return number(name, frameHeader.dt)
    if (name === 'seed') return whole(name, load('i32.load', get(frame), frameHeader.seed))
    const stream = placeOfStream(name)
    if (stream !== undefined) {
      return whole('stream', load('i32.load', get(frame), layout.streams + 4 * stream))
    }
    if (!step) return undefined
    if (name === 'step') return whole(name, get(step))
    if (name !== 't') return undefined
    const dt = plain('f64.load', [get(frame)], [frameHeader.dt])
    const t = draft.keep('t', plain('f64.mul', [plain('f64.convert_i32_s', [get(step)]), dt]))
    return { value: () => plain('f64x2.splat', [t]), scalar: () => t }
  }
  return (name) => {
    const source = known.get(name) ?? find(name)
    if (source) known.set(name, source)
    return source
  }
}

/** Names whose values are masks in lanes, and 0 or 1 in a frame. */
function booleanNames(kernel: Kernel): ReadonlySet<string> {
  const names = new Set(
    kernel.buffers.filter(({ type }) => type === 'boolean').map(({ name }) => name),
  )
  for (const { name, value } of [...kernel.link, ...kernel.once])
    if (isBoolean(value, names)) names.add(name)
  return names
}

function isBoolean(expr: Expr, names: ReadonlySet<string>): boolean {
  if (expr.kind === 'number') return false
  if (expr.kind === 'read') return names.has(expr.name)
  const [, branch] = expr.args
  if (expr.op === 'select') return branch !== undefined && isBoolean(branch, names)
  return rowOf(expr.op).result === 'boolean'
}

function computeLets(lets: readonly Let[], scope: Scope): void {
  for (const { name, value } of lets) {
    scope.lets.set(name, settled(scope.lanes.keep(name, lanesOf(scope, value, name))))
  }
}

const scopeOf = (wide: Lanes, outside: Scope['outside'], lets: readonly Let[]): Scope => ({
  lanes: wide,
  outside,
  lets: new Map(),
  known: new Map(),
  repeated: repeatedIn(lets),
})

/** Computes the `link` lets and leaves them in the frame. */
export function writeLink(origin: Origin): void {
  const { draft, kernel, frame } = origin
  const wide = createLanes(draft, 'f64')
  const scope = scopeOf(wide, frameSources(origin, wide), kernel.link)
  const layout: Frame = frameOf(kernel)
  const booleans = booleanNames(kernel)
  computeLets(kernel.link, scope)
  for (const { name } of kernel.link) {
    const value = scope.lets.get(name)?.value() ?? wide.constant(0)
    const stored = booleans.has(name) ? wide.and(value, wide.constant(1)) : value
    const number = plain('f64x2.extract_lane', [stored], [0])
    draft.push(store('f64.store', get(frame), number, layout.link.get(name) ?? 0))
  }
}

/**
 * Everything shared that the elements read, in their lanes. It is computed in f64 even where elements are f32:
 * once per call costs nothing, and a time of 10^6 ms has no fraction left in f32.
 */
export function sharedSources(origin: Origin, lanes: Lanes): ReadonlyMap<string, Source> {
  const { draft, kernel } = origin
  const wide = createLanes(draft, 'f64')
  const outside = frameSources(origin, wide)
  const scope = scopeOf(wide, outside, kernel.once)
  computeLets(kernel.once, scope)
  const booleans = booleanNames(kernel)
  const sources = new Map<string, Source>()
  const { limits, means, chances } = rolesIn(kernel)
  for (const name of namesReadIn(kernel.each)) {
    const source = scope.lets.get(name) ?? outside(name)
    if (!source) continue
    const inside = booleans.has(name) ? source : inLanes(name, source, lanes)
    const recent = limits.has(name) ? { recent: recentOf(name, source, { lanes, origin }) } : {}
    const counts = means.has(name) ? { counts: countTable(draft, source.value()) } : {}
    const chance = chances.has(name) ? { chance: chanceOf(name, source, lanes) } : {}
    sources.set(name, { ...inside, ...recent, ...counts, ...chance })
  }
  return sources
}

function inLanes(name: string, source: Source, lanes: Lanes): Source {
  if (source.word)
    return { value: () => toReal(lanes, source.word?.() ?? source.value()), word: source.word }
  if (lanes.precision === 'f64') return settled(lanes.keep(name, source.value()))
  const number = scalarOf(source)
  return settled(lanes.keep(name, plain('f32x4.splat', [plain('f32.demote_f64', [number])])))
}

/** The names that a number of steps or a uniform number is compared with, and those that are means of counts of cells. */
function rolesIn({ each, domain }: Kernel) {
  const limits = new Set<string>()
  const means = new Set<string>()
  const chances = new Set<string>()
  const note = (e: Expr): void => {
    if (e.kind !== 'apply') return
    const [first, second] = e.args
    if (e.op === 'poisson' && first?.kind === 'read' && domain === 'cells') means.add(first.name)
    if (second?.kind !== 'read') return
    if (isChance(e) && domain === 'cells') chances.add(second.name)
    if (e.op !== 'greaterEqual') return
    if (isSinceStep(first)) limits.add(second.name)
  }
  visitStatements(each, note, operators('poisson', 'greaterEqual', 'less'))
  return { limits, means, chances }
}

const scalarOf = ({ scalar, value }: Source): Plain =>
  scalar?.() ?? plain('f64x2.extract_lane', [value()], [0])

/** The limit of the upper bits of uniform numbers below it; a probability of 1 is above all of them. */
function chanceOf(name: string, source: Source, lanes: Lanes): Plain {
  const isSingle = lanes.precision === 'f32'
  const single = (x: Plain): Plain => plain('f64.promote_f32', [plain('f32.demote_f64', [x])])
  const limit = isSingle ? single(scalarOf(source)) : scalarOf(source)
  const scaled = plain('f64.mul', [limit, f64(2 ** upperBits[lanes.precision])])
  const whole = plain('i32.trunc_sat_f64_s', [plain('f64.ceil', [scaled])])
  return lanes.keep(`${name}.chance`, splatWord(whole))
}

/** elapsed(step, …) */
const isSinceStep = (e: Expr | undefined): boolean =>
  e?.kind === 'apply' &&
  e.op === 'elapsed' &&
  e.args[0]?.kind === 'read' &&
  e.args[0].name === 'step'

/** The first step that is less long ago, in 32-bit lanes. */
function recentOf(
  name: string,
  source: Source,
  { lanes, origin: { step } }: { readonly lanes: Lanes; readonly origin: Origin },
): Plain {
  const whole = plain('i32.trunc_sat_f64_s', [plain('f64.ceil', [scalarOf(source)])])
  const now = step ? get(step) : plain('i32.const', [], [0])
  const first = plain('i32.add', [plain('i32.sub', [now, whole]), i32(1)])
  return lanes.keep(`${name}.ago`, plain('i32x4.splat', [first]))
}
