/** Lists of elements to which something happened: kernels append, in ascending order. */
import type { Draft } from './draft.ts'
import type { Instruction, Local, Plain } from './instruction.ts'
import { get, i32, plain, set, store } from './instruction.ts'
import type { Lanes } from './lanes.ts'

/** A list in memory is an i32 count followed by that many i32 elements, with room for four more than can come. */
export interface EventList {
  readonly address: Local
  readonly count: Local
}

export function openList(draft: Draft, address: Local): EventList {
  const count = draft.variable(`${address.name}.count`, 'i32')
  draft.push(set(count, plain('i32.load', [get(address)], [0])))
  return { address, count }
}

export const closeList = (draft: Draft, { address, count }: EventList): void =>
  draft.push(store('i32.store', get(address), get(count)))

const add = (x: Instruction, y: Instruction): Plain => plain('i32.add', [x, y])

export function append(draft: Draft, { address, count }: EventList, element: Instruction): void {
  const place = add(get(address), plain('i32.shl', [get(count), i32(2)]))
  draft.push(store('i32.store', place, element, 4))
  draft.push(set(count, add(get(count), i32(1))))
}

/** The cells i + ahead, …, one per lane, of which those before `last` are meant. */
export interface Stretch {
  readonly i: Local
  readonly ahead: number
  readonly last: Local
}

/**
 * Appends the cells of the lanes that are set. Each lane writes its cell and only the set ones advance the count:
 * no loop whose end a processor must guess, for up to `lanes.count` entries written beyond the count.
 */
export function appendLanes(
  lanes: Lanes,
  list: EventList,
  mask: Instruction,
  stretch: Stretch,
): void {
  const { draft } = lanes
  const shape = lanes.precision === 'f64' ? 'i64x2.bitmask' : 'i32x4.bitmask'
  const first = get(stretch.i)
  const start = stretch.ahead === 0 ? first : draft.keep('start', add(first, i32(stretch.ahead)))
  const rest = draft.keep('left', plain('i32.sub', [get(stretch.last), start]))
  const isAny = plain('i32.gt_s', [rest, i32(0)])
  const left =
    stretch.ahead === 0 ? rest : draft.keep('left', plain('select', [rest, i32(0), isAny]))
  const before = plain('i32.sub', [plain('i32.shl', [i32(1), left]), i32(1)])
  const all = plain('i32.ge_s', [left, i32(lanes.count)])
  const meant = plain('select', [i32(2 ** lanes.count - 1), before, all])
  const bits = draft.keep('lanes', plain('i32.and', [plain(shape, [mask]), meant]))
  const { address, count } = list
  for (let lane = 0; lane < lanes.count; lane++) {
    const place = add(get(address), plain('i32.shl', [get(count), i32(2)]))
    draft.push(store('i32.store', place, lane === 0 ? start : add(start, i32(lane)), 4))
    const bit = lane === 0 ? bits : plain('i32.shr_u', [bits, i32(lane)])
    draft.push(set(count, add(get(count), plain('i32.and', [bit, i32(1)]))))
  }
}
