/** Writes one act of a schedule as a WebAssembly function of the step. */
import { Draft } from '../../../compiler/emit/wasm/draft.ts'
import {
  branch,
  branchIf,
  get,
  i32,
  type Instruction,
  load,
  type Local,
  plain,
  set,
  store,
} from '../../../compiler/emit/wasm/instruction.ts'
import type { WasmFunction } from '../../../compiler/emit/wasm/module.ts'
import type { DeviceArray } from '../device.ts'
import type {
  Act,
  Aim,
  Deliver,
  Dense,
  EventLog,
  Inspect,
  Lap,
  Play,
  Sample,
  Walk,
} from '../schedule.ts'
import { clearBlock, copyBlock } from './move-block.ts'
import { add, countUp, overList, type Places, times } from './places.ts'

interface Writing {
  readonly draft: Draft
  readonly step: Local
  readonly places: Places
}

export function writeAct(
  act: Act,
  { name, places }: { readonly name: string; readonly places: Places },
): WasmFunction {
  const draft = new Draft({ name, parameters: [['step', 'i32']], results: [] })
  const [step] = draft.parameters as readonly [Local]
  writeBody(act, { draft, step, places })
  return draft.finish(describe(act), false)
}

const describe = (act: Act): string => ('kernel' in act ? `${act.kind} of a kernel` : act.kind)

function writeBody(act: Act, writing: Writing): void {
  switch (act.kind) {
    case 'dense':
      return writeDense(act, writing)
    case 'walk':
      return writeWalk(act, writing)
    case 'deliver':
      return writeDeliver(act, writing)
    case 'aim':
      return writeAim(act, writing)
    case 'lap':
      return writeLap(act, writing)
    case 'clear':
      return fill(writing, act.array, act)
    case 'sample':
      return writeSample(act, writing)
    case 'play':
      return writePlay(act, writing)
    case 'inspect':
      return writeInspect(act, writing)
    case 'meet':
      return writeMeet(writing)
    default:
      act satisfies never
  }
}

/** Each event gets a new list at the end of its log. */
function writeDense({ kernel, first, last, logs }: Dense, writing: Writing): void {
  const { draft, step, places } = writing
  const lists = logs.map((log) => openList(log, writing))
  const range = [get(step), i32(first), i32(last), i32(0)]
  draft.push(places.call(kernel, [...range, ...lists.map(({ address }) => address)]))
  for (const list of lists) closeList(list, writing)
}

interface OpenList {
  readonly log: EventLog
  readonly place: Instruction
  readonly address: Instruction
}

function openList(log: EventLog, { draft, step, places }: Writing): OpenList {
  const { words, cursor, places: table } = log
  const place = draft.keep('place', load('i32.load', i32(places.address(cursor))))
  const slot = plain('i32.and', [get(step), i32(table.length - 1)])
  const entry = add(i32(places.address(table)), plain('i32.shl', [slot, i32(2)]))
  draft.push(store('i32.store', entry, place))
  const address = draft.keep('list', places.wordAddress(words, place))
  draft.push(store('i32.store', address, i32(0)))
  return { log, place, address }
}

function closeList({ log, place, address }: OpenList, { draft, places }: Writing): void {
  const next = add(add(place, i32(1)), load('i32.load', address))
  draft.push(store('i32.store', i32(places.address(log.cursor)), next))
}

function writeWalk({ kernel, log }: Walk, { draft, step, places }: Writing): void {
  const list = places.listOf(draft, log, get(step))
  const count = draft.keep('count', load('i32.load', list))
  draft.when(count, () => {
    draft.push(places.call(kernel, [get(step), i32(0), count, add(list, i32(4))]))
  })
}

function writeDeliver(act: Deliver, writing: Writing): void {
  const { draft, places } = writing
  const { delays, delayTable } = act
  if (!delayTable) {
    writeArrivals(act, i32(delays[0] ?? 0), { ...writing, row: (s) => times(s, 2) })
    return
  }
  countUp(draft, { name: 'd', from: 0, to: delays.length }, (d) => {
    const entry = add(i32(places.address(delayTable)), plain('i32.shl', [get(d), i32(2)]))
    const delay = draft.keep('delay', load('i32.load', entry))
    writeArrivals(act, delay, {
      ...writing,
      row: (s) => add(times(s, delays.length + 1), get(d)),
    })
  })
}

/** Everything that was sent `delay` steps ago. */
function writeArrivals(
  { kernel, logs, rows, list }: Deliver,
  delay: Instruction,
  { draft, step, places, row }: Writing & { readonly row: (source: Instruction) => Instruction },
): void {
  const through = i32(list ? places.address(list) : 0)
  const sent = draft.keep('sent', plain('i32.sub', [get(step), delay]))
  for (const log of logs) {
    overList(draft, places.listOf(draft, log, sent), (source) => {
      const entry = draft.variable('entry', 'i32')
      draft.push(set(entry, places.wordAddress(rows, row(source))))
      const first = load('i32.load', get(entry))
      const last = load('i32.load', get(entry), 4)
      draft.push(places.call(kernel, [get(step), first, last, through]))
    })
  }
}

const bytesOf = (array: DeviceArray): number => array.BYTES_PER_ELEMENT

function writeAim({ kernel, buffer, ring, stride, slots }: Aim, writing: Writing): void {
  const { draft, step, places } = writing
  const { frame, offsetOf } = places.kernel(kernel)
  const slot = plain('i32.rem_s', [get(step), i32(slots)])
  const address = add(i32(places.address(ring)), times(slot, stride * bytesOf(ring)))
  draft.push(store('i32.store', i32(frame + offsetOf(buffer)), address))
}

function writeLap(act: Lap, { draft, step, places }: Writing): void {
  const { ring, stride, slots, first, last } = act
  const bytes = bytesOf(ring)
  const length = (last - first) * bytes
  const half = slots * stride * bytes
  const rest = plain('i32.rem_s', [get(step), i32(slots)])
  draft.when(plain('i32.eqz', [rest]), () => {
    countUp(draft, { name: 'slot', from: 0, to: slots }, (slot) => {
      const start = i32(places.address(ring) + first * bytes)
      const near = draft.keep('near', add(start, times(get(slot), stride * bytes)))
      const far = draft.keep('far', add(near, i32(half)))
      copyBlock(draft, { to: near, from: far, bytes: length })
      clearBlock(draft, { to: far, bytes: length })
    })
  })
}

interface Range {
  readonly first: number
  readonly last: number
}

function fill({ draft, places }: Writing, array: DeviceArray, { first, last }: Range): void {
  const bytes = bytesOf(array)
  const start = places.address(array) + first * bytes
  clearBlock(draft, { to: i32(start), bytes: (last - first) * bytes })
}

function writeSample(act: Sample, { draft, step, places }: Writing): void {
  const { from, into, first, last, elements, width, offset, rows, every, clock } = act
  const bytes = bytesOf(into)
  const sample = plain('i32.div_s', [get(step), i32(every / clock)])
  const row = times(plain('i32.rem_s', [sample, i32(rows)]), width * bytes)
  const start = draft.keep('row', add(i32(places.address(into) + offset * bytes), row))
  const source = places.address(from)
  if (!elements) {
    const block = { to: start, from: i32(source + first * bytes), bytes: (last - first) * bytes }
    return copyBlock(draft, block)
  }
  const [read, write] =
    bytes === 8 ? (['f64.load', 'f64.store'] as const) : (['i32.load', 'i32.store'] as const)
  countUp(draft, { name: 'k', from: 0, to: elements.length }, (k) => {
    const element = load('i32.load', places.wordAddress(elements, get(k)))
    const value = load(read, add(i32(source), times(element, bytes)))
    draft.push(store(write, add(start, times(get(k), bytes)), value))
  })
}

function writePlay(act: Play, { draft, step, places }: Writing): void {
  const { ticks, table, width, place, into, first, last } = act
  const bytes = bytesOf(table)
  const start = i32(places.address(into) + first * bytes)
  const next = i32(places.address(place))
  const row = draft.variable('row', 'i32')
  draft.push(set(row, load('i32.load', next)))
  draft.block('nothing yet', (done) => {
    draft.loop('due', (again) => {
      draft.push(branchIf(done, plain('i32.ge_s', [get(row), load('i32.load', next, 4)])))
      const due = load('i32.load', places.wordAddress(ticks, get(row)))
      draft.push(branchIf(done, plain('i32.gt_s', [due, get(step)])))
      const values = add(i32(places.address(table) + first * bytes), times(get(row), width * bytes))
      copyBlock(draft, { to: start, from: values, bytes: (last - first) * bytes })
      draft.push(set(row, add(get(row), i32(1))))
      draft.push(store('i32.store', next, get(row)), branch(again))
    })
  })
}

/** x − x is 0 for finite numbers and nothing else: whole vectors, then what is left one by one. */
function writeInspect({ array, first, last, flag }: Inspect, { draft, places }: Writing): void {
  const isWide = bytesOf(array) === 8
  const lanes = isWide ? 2 : 4
  const whole = Math.floor((last - first) / lanes)
  const start = places.address(array) + first * bytesOf(array)
  const sum = draft.variable('sum', 'v128')
  const x = draft.variable('x', 'v128')
  const [addAll, subtract] = isWide
    ? (['f64x2.add', 'f64x2.sub'] as const)
    : (['f32x4.add', 'f32x4.sub'] as const)
  const see = (value: Instruction): void => {
    draft.push(set(x, value))
    draft.push(set(sum, plain(addAll, [get(sum), plain(subtract, [get(x), get(x)])])))
  }
  countUp(draft, { name: 'k', from: 0, to: whole }, (k) => {
    see(load('v128.load', add(i32(start), times(get(k), 16))))
  })
  const splat = isWide ? 'v128.load64_splat' : 'v128.load32_splat'
  for (let k = whole * lanes; k < last - first; k++) {
    see(load(splat, i32(start + k * bytesOf(array))))
  }
  const isOff = plain(isWide ? 'f64x2.ne' : 'f32x4.ne', [get(sum), get(sum)])
  draft.when(plain('v128.any_true', [isOff]), () => {
    draft.push(store('i32.store', i32(places.address(flag)), i32(1)))
  })
}

/** Looks before a worker lets the system put it to sleep: longer than waking up takes, shorter than a turn of another program. */
const patience = 100_000
/** Asleep, it looks around again after so many nanoseconds. */
const nap = 50_000_000n

/** The last to come starts a new round; the others look for it, then sleep. */
function writeMeet({ draft, places }: Writing): void {
  const { meeting } = places
  if (!meeting) return
  const { workers, arrived, round, abandoned } = meeting
  const now = draft.keep('now', load('i32.atomic.load', i32(round)))
  const before = plain('i32.atomic.rmw.add', [i32(arrived), i32(1)], [0])
  draft.when(
    plain('i32.eq', [before, i32(workers - 1)]),
    () => {
      draft.push(store('i32.atomic.store', i32(arrived), i32(0)))
      draft.push(store('i32.atomic.store', i32(round), add(now, i32(1))))
      const all = plain('memory.atomic.notify', [i32(round), i32(2 ** 31 - 1)], [0])
      draft.push(plain('drop', [all]))
    },
    () => {
      const looks = draft.variable('looks', 'i32')
      draft.push(set(looks, i32(0)))
      draft.block('met', (met) => {
        draft.loop('look', (look) => {
          draft.push(branchIf(met, plain('i32.ne', [load('i32.atomic.load', i32(round)), now])))
          draft.push(set(looks, add(get(looks), i32(1))))
          draft.push(branchIf(look, plain('i32.lt_s', [get(looks), i32(patience)])))
          draft.push(branchIf(met, load('i32.atomic.load', i32(abandoned))))
          const sleep = plain(
            'memory.atomic.wait32',
            [i32(round), now, plain('i64.const', [], [nap])],
            [0],
          )
          draft.push(plain('drop', [sleep]), branch(look))
        })
      })
    },
  )
}
