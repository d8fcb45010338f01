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
  { i, ahead, last }: Stretch,
): void {
  const { draft } = lanes
  const bits = draft.keep('lanes', bitsOf(lanes, mask))
  const { address, count } = list
  for (let lane = 0; lane < lanes.count; lane++) {
    const place = add(get(address), plain('i32.shl', [get(count), i32(2)]))
    const cell = ahead + lane === 0 ? get(i) : draft.keep('cell', add(get(i), i32(ahead + lane)))
    draft.push(store('i32.store', place, cell, 4))
    const bit = lane === 0 ? bits : plain('i32.shr_u', [bits, i32(lane)])
    const isMeant = plain('i32.lt_s', [cell, get(last)])
    draft.push(set(count, add(get(count), plain('i32.and', [bit, isMeant]))))
  }
}

/** One bit for each lane of a mask. */
export const bitsOf = (lanes: Lanes, mask: Instruction): Plain =>
  plain(lanes.precision === 'f64' ? 'i64x2.bitmask' : 'i32x4.bitmask', [mask])
