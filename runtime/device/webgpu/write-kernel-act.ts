/** Writes acts that run a kernel: loops over its elements, which call its function. */
import { argumentsOf, fieldNames } from '../../../compiler/emit/wgsl/write-kernel.ts'
import { InternalError } from '../../../compiler/ir/internal-error.ts'
import type { BoundKernel, DeviceArray } from '../device.ts'
import type { Aim, Deliver, Dense, EventLog, Shared, Walk } from '../schedule.ts'
import { WebgpuKernel } from './bound-kernel.ts'
import type { Memory } from './memory.ts'
import type { NowLayout } from './now-layout.ts'
import {
  head,
  keyOf,
  lanes,
  type PartOfDispatch,
  perElement,
  shadowKeyOf,
  type Touched,
  touching,
} from './part-of-dispatch.ts'

export interface Surroundings {
  readonly memory: Memory
  readonly now: NowLayout
  readonly nameOf: (kernel: WebgpuKernel) => string
  readonly frameOf: (kernel: WebgpuKernel) => string
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
  { clock, name = 'at' }: { readonly clock: number; readonly name?: string },
  { aims, frameOf, memory, now }: Writing,
): readonly string[] {
  const fields = fieldNames(bound.kernel)
  const shifts = aims.map(({ buffer, ring, stride, slots }) => {
    const step = `u32(${now.step(clock)} % ${slots})`
    return `  ${name}.${fields.get(buffer)} = ${memory.placeOf(ring).start}u + ${step} * ${stride}u;`
  })
  return [`  ${aims.length > 0 ? 'var' : 'let'} ${name} = ${frameOf(bound)};`, ...shifts]
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

/** `words, places, mask`: the arguments that say where a log is. */
function logArguments({ words, places }: EventLog, { memory }: Writing): string {
  const start = (array: DeviceArray): string => `${memory.placeOf(array).start}u`
  return `${start(words)}, ${start(places)}, ${places.length - 1}`
}

/** Each event gets a new list at the end of its log, which the first thread makes known. */
export function writeDense(act: Dense, writing: Writing): PartOfDispatch {
  const { kernel, first, last, every, clock, logs } = act
  const bound = ours(kernel)
  const { memory, now, name } = writing
  const step = now.step(clock)
  const opened = logs.flatMap((log, k) => {
    const { start } = memory.placeOf(log.places)
    const entry = `wholes[${start}u + u32(${step} & ${log.places.length - 1})]`
    return [
      `let list_${k} = list_after(${logArguments(log, writing)}, ${step} - 1);`,
      'if (k == 0u) {',
      `  ${entry} = i32(list_${k} - ${memory.placeOf(log.words).start}u);`,
      '}',
    ]
  })
  const lists = logs.map((_, k) => `list_${k}`)
  const element = first === 0 ? 'k' : `k + ${first}u`
  const body = [
    ...opened,
    ...frameLines(bound, { clock }, writing).map((line) => line.trim()),
    call(bound, { clock, element, lists }, writing),
  ]
  const touched = touchedBy(bound, { writes: logs }, writing)
  return perElement(name, { count: last - first, every, touched, body })
}

/** Threads stride over a list whose length only the card knows. */
export function writeWalk({ kernel, log, clock }: Walk, writing: Writing): PartOfDispatch {
  const bound = ours(kernel)
  const { name, now } = writing
  const code = [
    head(name),
    `  let list = list_of(${logArguments(log, writing)}, ${now.step(clock)});`,
    '  let count = atomicLoad(&tallies[list]);',
    ...frameLines(bound, { clock }, writing),
    `  for (var k = workgroup * ${lanes}u + lane; k < count; k += workgroups * ${lanes}u) {`,
    '    let element = atomicLoad(&tallies[list + 1u + k]);',
    `    ${call(bound, { clock, element: 'element' }, writing)}`,
    '  }',
    '}\n',
  ].join('\n')
  const touched = touchedBy(bound, { reads: [log] }, writing)
  return { name, code, touched, every: clock, workgroups: (rate) => rate(log) / lanes }
}

/** A workgroup for each event; its threads stride over the connections that are due. */
export function writeDeliver(act: Deliver, writing: Writing): PartOfDispatch {
  const { kernel, logs, rows, list, delays, clock, shared } = act
  const [log, another] = logs
  if (!log || another) throw new InternalError('webgpu', 'one device keeps one log')
  const bound = ours(kernel)
  const { memory, now, name } = writing
  const place = (array: DeviceArray): string => `${memory.placeOf(array).start}u`
  const element = list ? `u32(wholes[${place(list)} + c])` : 'c'
  const loop = (delay: string, number: string, margin: string): readonly string[] =>
    [
      `let list = list_of(${logArguments(log, writing)}, ${now.step(clock)} - ${delay});`,
      'let count = atomicLoad(&tallies[list]);',
      'for (var k = workgroup; k < count; k += workgroups) {',
      ...(shared ? ['  let number = atomicLoad(&tallies[list + 1u + k]);'] : []),
      `  let source = ${shared ? `number % ${shared.sources}u` : 'atomicLoad(&tallies[list + 1u + k])'};`,
      `  let row = ${place(rows)} + source * ${delays.length + 1}u${number};`,
      '  let end = u32(wholes[row + 1u]);',
      ...(shared ? ownCells(bound, shared).map((line) => `  ${line}`) : []),
      `  for (var c = u32(wholes[row]) + lane; c < end; c += ${lanes}u) {`,
      `    ${call(bound, { clock, element }, writing)}`,
      '  }',
      '}',
    ].map((line) => margin + line)
  const several = [
    `  var delays = array<i32, ${delays.length}>(${delays.join(', ')});`,
    `  for (var d = 0u; d < ${delays.length}u; d++) {`,
    ...loop('delays[d]', ' + d', '    '),
    '  }',
  ]
  const code = [
    head(name),
    ...frameLines(bound, { clock, name: shared ? 'all' : 'at' }, writing),
    ...(delays.length === 1 ? loop(String(delays[0]), '', '  ') : several),
    '}\n',
  ].join('\n')
  const touched = touchedBy(bound, { reads: [log] }, writing)
  return { name, code, touched, every: clock, workgroups: (rate) => rate(log) }
}

/** The frame as seen from the replica of this event: its cells begin further on. */
function ownCells({ kernel }: WebgpuKernel, { sources, targets }: Shared): readonly string[] {
  const fields = fieldNames(kernel)
  const shifts = kernel.buffers.flatMap(({ name, extent }) => {
    const cells = extent === 'source' ? sources : extent === 'target' ? targets : undefined
    return cells === undefined
      ? []
      : [`at.${fields.get(name)} += number / ${sources}u * ${cells}u;`]
  })
  return ['var at = all;', ...shifts]
}

/** What connections added to cells beside their inboxes reaches them when all are done. */
export function writeSettling(
  { kernel, clock, ...act }: Dense | Deliver,
  { memory, name }: Writing,
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
    return perElement(`${name}_settle_${k}`, { count: array.length, every, touched, body })
  })
}
