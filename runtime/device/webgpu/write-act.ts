/** Writes one act of a schedule as entry points: a loop over its elements, which calls the function of its kernel. */
import { argumentsOf, fieldNames } from '../../../compiler/emit/wgsl/write-kernel.ts'
import { InternalError } from '../../../compiler/ir/internal-error.ts'
import type { BoundKernel, DeviceArray } from '../device.ts'
import type {
  Act,
  Aim,
  Clear,
  Deliver,
  Dense,
  EventLog,
  Inspect,
  Lap,
  Play,
  Sample,
  Walk,
} from '../schedule.ts'
import { WebgpuKernel } from './bound-kernel.ts'
import type { HeapName, Memory } from './memory.ts'
import type { NowLayout } from './now-layout.ts'

export interface Entry {
  readonly entry: string
  readonly code: string
  readonly workgroups: readonly [number, number]
  readonly every: number
  readonly play?: Play
}

export interface Surroundings {
  readonly memory: Memory
  readonly now: NowLayout
  readonly nameOf: (kernel: WebgpuKernel) => string
  readonly frameOf: (kernel: WebgpuKernel) => string
}

export interface Writing extends Surroundings {
  /** Where buffers of the kernel point in this step. */
  readonly aims: readonly Aim[]
  /** Everything that is looked at together. */
  readonly inspected: readonly Inspect[]
  readonly nth: number
}

/** Threads of a workgroup. */
const lanes = 64

/** Workgroups that walk lists whose length only the card knows: enough to keep one busy, and they stride. */
const walkers = 64
const carriers = 512

/** Workgroups in one dimension; beyond that they are counted in two. */
const widest = 65535

export function writeAct(act: Act, writing: Writing): readonly Entry[] {
  switch (act.kind) {
    case 'dense':
      return [writeDense(act, writing), ...writeSettling(act, writing)]
    case 'walk':
      return [writeWalk(act, writing)]
    case 'deliver':
      return [writeDeliver(act, writing), ...writeSettling(act, writing)]
    case 'lap':
      return [writeLap(act, writing)]
    case 'clear':
      return [writeClear(act, writing)]
    case 'sample':
      return [writeSample(act, writing)]
    case 'play':
      return [writePlay(act, writing)]
    case 'inspect':
      return [writeInspect(act, writing)]
    case 'aim':
    case 'meet':
      return []
    default:
      return act satisfies never
  }
}

/** An entry point with a thread for each of `count` elements, which knows its number as `k`. */
function perElement(
  name: string,
  { count, every, body }: { count: number; every: number; body: readonly string[] },
): Entry {
  const groups = Math.ceil(count / lanes)
  const width = Math.min(groups, widest)
  const code = [
    `@compute @workgroup_size(${lanes})`,
    `fn ${name}(@builtin(global_invocation_id) id: vec3<u32>) {`,
    `  let k = id.x + id.y * ${width * lanes}u;`,
    `  if (k >= ${count}u) {`,
    '    return;',
    '  }',
    ...body.map((line) => `  ${line}`),
    '}\n',
  ].join('\n')
  return { entry: name, code, every, workgroups: [width, Math.ceil(groups / width)] }
}

const ours = (kernel: BoundKernel): WebgpuKernel => {
  if (kernel instanceof WebgpuKernel) return kernel
  throw new InternalError('webgpu', 'a kernel is not ours')
}

/** `let at = frames.k2;`, with the buffers that point elsewhere in every step. */
function frameLines(bound: WebgpuKernel, clock: number, writing: Writing): readonly string[] {
  const { aims, frameOf, memory, now } = writing
  const fields = fieldNames(bound.kernel)
  const shifts = aims.map(({ buffer, ring, stride, slots }) => {
    const step = `u32(${now.step(clock)} % ${slots})`
    return `at.${fields.get(buffer)} = ${memory.placeOf(ring).start}u + ${step} * ${stride}u;`
  })
  return [`${aims.length > 0 ? 'var' : 'let'} at = ${frameOf(bound)};`, ...shifts]
}

function call(
  bound: WebgpuKernel,
  clock: number,
  element: string,
  writing: Writing,
  lists = [''],
): string {
  const { hasMoments, hasStep } = argumentsOf(bound.kernel)
  const words = [
    'at',
    ...(hasMoments ? [writing.now.momentOf(bound)] : []),
    ...(hasStep ? [writing.now.step(clock)] : []),
    element,
    ...lists.filter((list) => list !== ''),
  ]
  return `${writing.nameOf(bound)}(${words.join(', ')});`
}

/** `words, places, mask`: the arguments that say where a log is. */
function logArguments({ words, places }: EventLog, { memory }: Writing): string {
  const start = (array: DeviceArray): string => `${memory.placeOf(array).start}u`
  return `${start(words)}, ${start(places)}, ${places.length - 1}`
}

/** Each event gets a new list at the end of its log, which the first thread makes known. */
function writeDense({ kernel, first, last, every, clock, logs }: Dense, writing: Writing): Entry {
  const bound = ours(kernel)
  const { memory, now } = writing
  const step = now.step(clock)
  const opened = logs.flatMap((log, k) => {
    const entry = `wholes[${memory.placeOf(log.places).start}u + u32(${step} & ${log.places.length - 1})]`
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
    ...frameLines(bound, clock, writing),
    call(bound, clock, element, writing, lists),
  ]
  return perElement(`act_${writing.nth}`, { count: last - first, every, body })
}

/** Threads stride over a list whose length only the card knows. */
function writeWalk({ kernel, log, clock }: Walk, writing: Writing): Entry {
  const bound = ours(kernel)
  const groups = Math.min(walkers, Math.ceil(log.room / lanes))
  const name = `act_${writing.nth}`
  const code = [
    `@compute @workgroup_size(${lanes})`,
    `fn ${name}(@builtin(global_invocation_id) id: vec3<u32>) {`,
    `  let list = list_of(${logArguments(log, writing)}, ${writing.now.step(clock)});`,
    '  let count = atomicLoad(&tallies[list]);',
    ...frameLines(bound, clock, writing).map((line) => `  ${line}`),
    `  for (var k = id.x; k < count; k += ${groups * lanes}u) {`,
    '    let element = atomicLoad(&tallies[list + 1u + k]);',
    `    ${call(bound, clock, 'element', writing)}`,
    '  }',
    '}\n',
  ].join('\n')
  return { entry: name, code, every: clock, workgroups: [groups, 1] }
}

/** A workgroup for each event; its threads stride over the connections that are due. */
function writeDeliver(act: Deliver, writing: Writing): Entry {
  const { kernel, logs, rows, list, delays, clock } = act
  const [log, another] = logs
  if (!log || another) throw new InternalError('webgpu', 'one device keeps one log')
  const bound = ours(kernel)
  const { memory, now, nth } = writing
  const groups = Math.min(carriers, Math.max(1, log.room))
  const place = (array: DeviceArray): string => `${memory.placeOf(array).start}u`
  const delay = delays.length === 1 ? String(delays[0]) : `delays[group.y]`
  const name = `act_${nth}`
  const code = [
    `@compute @workgroup_size(${lanes})`,
    `fn ${name}(`,
    '  @builtin(workgroup_id) group: vec3<u32>,',
    '  @builtin(local_invocation_id) lane: vec3<u32>,',
    ') {',
    ...(delays.length === 1
      ? []
      : [`  var delays = array<i32, ${delays.length}>(${delays.join(', ')});`]),
    `  let list = list_of(${logArguments(log, writing)}, ${now.step(clock)} - ${delay});`,
    '  let count = atomicLoad(&tallies[list]);',
    ...frameLines(bound, clock, writing).map((line) => `  ${line}`),
    `  for (var k = group.x; k < count; k += ${groups}u) {`,
    `    let row = ${place(rows)} + atomicLoad(&tallies[list + 1u + k]) * ${delays.length + 1}u + group.y;`,
    '    let end = u32(wholes[row + 1u]);',
    `    for (var c = u32(wholes[row]) + lane.x; c < end; c += ${lanes}u) {`,
    `      ${call(bound, clock, list ? `u32(wholes[${place(list)} + c])` : 'c', writing)}`,
    '    }',
    '  }',
    '}\n',
  ].join('\n')
  return { entry: name, code, every: clock, workgroups: [groups, delays.length] }
}

/** What connections added to cells beside their inboxes reaches them when all are done. */
function writeSettling(
  { kernel, clock, ...act }: Dense | Deliver,
  writing: Writing,
): readonly Entry[] {
  const { memory, nth } = writing
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
    return perElement(`act_${nth}_settle_${k}`, { count: array.length, every, body })
  })
}

/** Once around, what was written beyond the end of a ring becomes what is due next. */
function writeLap({ ring, stride, slots, first, last, clock }: Lap, writing: Writing): Entry {
  const width = last - first
  const body = [
    `let slot = k / ${width}u;`,
    `let near = 2u * (${writing.memory.placeOf(ring).start}u + slot * ${stride}u + ${first}u + k % ${width}u);`,
    `let far = near + ${2 * slots * stride}u;`,
    ...[0, 1].flatMap((word) => [
      `atomicStore(&tallies[near + ${word}u], atomicLoad(&tallies[far + ${word}u]));`,
      `atomicStore(&tallies[far + ${word}u], 0u);`,
    ]),
  ]
  const name = `act_${writing.nth}`
  return perElement(name, { count: slots * width, every: clock * slots, body })
}

/** An element in memory. */
const element = (heap: HeapName, start: number, index: string): string =>
  `${heap}[${start}u + ${index}]`

function writeClear({ array, first, last, clock }: Clear, { memory, nth }: Writing): Entry {
  const { heap, start } = memory.placeOf(array)
  const zero = heap === 'reals' ? '0.0' : '0'
  const body = [`${element(heap, start + first, 'k')} = ${zero};`]
  return perElement(`act_${nth}`, { count: last - first, every: clock, body })
}

function writeSample(act: Sample, { memory, now, nth }: Writing): Entry {
  const { from, first, last, elements, into, width, offset, rows, every, clock } = act
  const source = memory.placeOf(from)
  const goal = memory.placeOf(into)
  const count = elements ? elements.length : last - first
  const which = elements ? `u32(wholes[${memory.placeOf(elements).start}u + k])` : `(k + ${first}u)`
  const row = `u32((${now.step(clock)} / ${every / clock}) % ${rows})`
  const value = source.isSum
    ? `sum_at(${source.start}u + ${which})`
    : element(source.heap, source.start, which)
  const body = [
    `${element(goal.heap, goal.start, `${row} * ${width}u + ${offset}u + k`)} = ${value};`,
  ]
  return perElement(`act_${nth}`, { count, every, body })
}

function writePlay(act: Play, { memory, now, nth }: Writing): Entry {
  const { table, width, into, first, last } = act
  const source = memory.placeOf(table)
  const goal = memory.placeOf(into)
  const from = element(source.heap, source.start, `${now.rowOf(act)} * ${width}u + ${first}u + k`)
  const body = [`${element(goal.heap, goal.start + first, 'k')} = ${from};`]
  const entry = perElement(`act_${nth}`, { count: last - first, every: 1, body })
  return { ...entry, play: act }
}

/** An exponent of ones is what infinities and numbers that are none have; comparing them may be optimized away. */
function writeInspect({ first, last, every, flag }: Inspect, writing: Writing): Entry {
  const { memory, inspected, nth } = writing
  const bad = inspected.map(({ array }) => {
    const bits = `bitcast<u32>(${element('reals', memory.placeOf(array).start + first, 'k')})`
    return `(${bits} & 0x7f800000u) == 0x7f800000u`
  })
  const body = [
    `if (${bad.join(' ||\n      ')}) {`,
    `  ${element('wholes', memory.placeOf(flag).start, '0u')} = 1;`,
    '}',
  ]
  return perElement(`act_${nth}`, { count: last - first, every, body })
}
