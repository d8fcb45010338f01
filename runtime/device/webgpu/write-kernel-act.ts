/** Writes acts that run a kernel: loops over its elements, which call its function. */
import { argumentsOf, fieldNames } from '../../../compiler/emit/wgsl/write-kernel.ts'
import { InternalError } from '../../../compiler/ir/internal-error.ts'
import type { BoundKernel, DeviceArray } from '../device.ts'
import type { Aim, Deliver, Dense, EventLog, Shared, Walk } from '../schedule.ts'
import { WebgpuKernel } from './bound-kernel.ts'
import type { Memory } from './memory.ts'
import type { NowLayout } from './now-layout.ts'
import {
  functionOf,
  keyOf,
  type PartOfDispatch,
  perElement,
  shadowKeyOf,
  type Touched,
  touching,
  type Visit,
} from './part-of-dispatch.ts'
import { indented, type Lines, type Shape } from './shape.ts'

export interface Surroundings {
  readonly shape: Shape
  readonly memory: Memory
  readonly now: NowLayout
  readonly nameOf: (kernel: WebgpuKernel) => string
  readonly frameOf: (kernel: WebgpuKernel) => string
  /** How many cells have their events in a log. */
  readonly cellsOf: (log: EventLog) => number
}

export interface Writing extends Surroundings {
  /** What the function of the act is called. */
  readonly name: string
  /** Where buffers of the kernel point in this step. */
  readonly aims: readonly Aim[]
}

export function ours(kernel: BoundKernel): WebgpuKernel {
  if (kernel instanceof WebgpuKernel) return kernel
  throw new InternalError('webgpu', 'a kernel is not ours')
}

/** `let at = frames.k2;`, with the buffers that point elsewhere in every step. */
function frameLines(
  bound: WebgpuKernel,
  { clock, isShifted = false }: { readonly clock: number; readonly isShifted?: boolean },
  { aims, frameOf, shape, now }: Writing,
): Lines {
  const fields = fieldNames(bound.kernel)
  const shifts = aims.map((aim) => {
    return `at.${fields.get(aim.buffer)} = ${shape.slot(aim, now.step(clock))};`
  })
  const keyword = aims.length > 0 || isShifted ? 'var' : 'let'
  return [`${keyword} at = ${frameOf(bound)};`, ...shifts]
}

interface Call {
  readonly clock: number
  readonly element: string
  readonly lists?: readonly string[]
}

function call(bound: WebgpuKernel, { clock, element, lists = [] }: Call, writing: Writing): string {
  const { hasMoments, hasStep } = argumentsOf(bound.kernel)
  const words = [
    'at',
    ...(hasMoments ? [writing.now.momentOf(bound)] : []),
    ...(hasStep ? [writing.now.step(clock)] : []),
    element,
    ...lists,
  ]
  return `${writing.nameOf(bound)}(${words.join(', ')});`
}

/** What a kernel touches, with its logs. */
function touchedBy(
  bound: WebgpuKernel,
  { reads = [], writes = [] }: { reads?: readonly EventLog[]; writes?: readonly EventLog[] },
  { memory, aims }: Writing,
): Touched {
  const rings = aims.map(({ ring }) => keyOf(memory, ring))
  const keys = (logs: readonly EventLog[]) => logs.map(({ words }) => keyOf(memory, words))
  const { read, written, added } = bound.touched
  const isConnecting = bound.kernel.domain === 'connections'
  return touching({
    reads: new Set([...read, ...keys(reads)]),
    writes: new Set([...written, ...keys(writes), ...(isConnecting ? [] : rings)]),
    adds: new Set([...added, ...(isConnecting ? rings : [])]),
  })
}

/** A kernel over a range, whose events go to their logs. */
export function writeDense(act: Dense, writing: Writing): PartOfDispatch {
  const { kernel, first, last, every, clock, logs } = act
  const bound = ours(kernel)
  const { now, shape } = writing
  const step = now.step(clock)
  const opened = logs.map((log, k) => shape.opened(log, step, `list_${k}`))
  const element = first === 0 ? 'k' : `k + ${first}u`
  const lists = opened.map(({ list }) => list)
  const body = [
    ...opened.flatMap(({ lines }) => lines),
    ...shape.beforeArrival(writing.aims, step),
    call(bound, { clock, element, lists }, writing),
  ]
  const before = frameLines(bound, { clock }, writing)
  const touched = touchedBy(bound, { writes: logs }, writing)
  const isAlone = bound.kernel.domain === 'cells'
  return perElement(writing, { count: last - first, every, touched, body, before, isAlone })
}

export function writeWalk({ kernel, log, clock }: Walk, writing: Writing): PartOfDispatch {
  const bound = ours(kernel)
  const { name, now, shape, cellsOf } = writing
  const body = [
    ...frameLines(bound, { clock }, writing),
    call(bound, { clock, element: 'element' }, writing),
  ]
  const code = functionOf(shape.head(name, true), shape.perEvent(log, now.step(clock), body))
  const touched = touchedBy(bound, { reads: [log] }, writing)
  const workgroups: PartOfDispatch['workgroups'] = (rate) => rate(log) / shape.lanes
  return { name, code, touched, every: clock, workgroups, alone: cellsOf(log) }
}

/** All threads of a workgroup for each event: they stride over the connections that are due. */
export function writeDeliver(act: Deliver, writing: Writing): PartOfDispatch {
  const { kernel, logs, delays, clock } = act
  const [log, another] = logs
  if (!log || another) throw new InternalError('webgpu', 'one device keeps one log')
  const { memory, now, name, shape } = writing
  const around = (delay: string, along: Lines): Lines =>
    shape.together(log, `${now.step(clock)} - ${delay}`, along)
  const touched = touchedBy(ours(kernel), { reads: [log] }, writing)
  const workgroups: PartOfDispatch['workgroups'] = (rate) => rate(log)
  const part = { name, touched, every: clock, workgroups }
  const [delay, other] = delays
  if (other === undefined) {
    const along = alongRow(act, { number: '', writing })
    const visit: Visit = {
      key: `${keyOf(memory, log.words)} ${clock} ${delay}`,
      along,
      around: (lines) => around(String(delay), lines),
    }
    return { ...part, visit, code: functionOf(shape.head(name, false), visit.around(along)) }
  }
  const several = [
    `var delays = array<i32, ${delays.length}>(${delays.join(', ')});`,
    `for (var d = 0u; d < ${delays.length}u; d++) {`,
    ...indented(around('delays[d]', alongRow(act, { number: ' + d', writing }))),
    '}',
  ]
  return { ...part, code: functionOf(shape.head(name, false), several) }
}

interface Along {
  /** Which of several delays: ` + d`. */
  readonly number: string
  readonly writing: Writing
}

/** The connections of `number` that are due. */
function alongRow(
  { kernel, rows, list, delays, clock, shared }: Deliver,
  { number, writing }: Along,
): Lines {
  const bound = ours(kernel)
  const place = (array: DeviceArray): string => `${writing.memory.placeOf(array).start}u`
  const element = list ? `u32(wholes[${place(list)} + c])` : 'c'
  const source = shared ? `number % ${shared.sources}u` : 'number'
  return [
    `let row_of_cell = ${place(rows)} + ${source} * ${delays.length + 1}u${number};`,
    'let end = u32(wholes[row_of_cell + 1u]);',
    // Most steps have no event, and then nobody asks where arrays are.
    ...frameLines(bound, { clock, isShifted: shared !== undefined }, writing),
    ...(shared ? ownCells(bound, shared) : []),
    `for (var c = u32(wholes[row_of_cell]) + lane; c < end; c += ${writing.shape.lanes}u) {`,
    `  ${call(bound, { clock, element }, writing)}`,
    '}',
  ]
}

/** The frame as seen from the replica of this event: its cells begin further on. */
function ownCells({ kernel }: WebgpuKernel, { sources, targets }: Shared): Lines {
  const fields = fieldNames(kernel)
  const shifts = kernel.buffers.flatMap(({ name, extent }) => {
    const cells = extent === 'source' ? sources : extent === 'target' ? targets : undefined
    return cells === undefined
      ? []
      : [`at.${fields.get(name)} += number / ${sources}u * ${cells}u;`]
  })
  return shifts
}

/** What connections added to cells beside their inboxes reaches them when all are done. */
export function writeSettling(
  { kernel, clock, ...act }: Dense | Deliver,
  { memory, name, shape }: Writing,
): readonly PartOfDispatch[] {
  return ours(kernel).collected.map((array, k) => {
    const real = `reals[${memory.placeOf(array).start}u + k]`
    const body = [
      `let place = ${memory.shadowOf(array)}u + k;`,
      'let sum = sum_at(place);',
      'if (sum != 0.0) {',
      `  ${real} += sum;`,
      '  empty_sum(place);',
      '}',
    ]
    const every = 'every' in act ? act.every : clock
    const touched = touching({
      writes: new Set([keyOf(memory, array), shadowKeyOf(memory, array)]),
    })
    const own = { shape, name: `${name}_settle_${k}` }
    return perElement(own, { count: array.length, every, touched, body, isAlone: true })
  })
}
