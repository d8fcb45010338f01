/** Lists of elements to which something happened: kernels append, in ascending order. */
import type { Draft } from './draft.ts'
import type { Instruction, Local, Plain } from './instruction.ts'
import { branchIf, get, i32, plain, set, store } from './instruction.ts'
import type { Lanes } from './lanes.ts'

/** A list in memory is an i32 count followed by that many i32 elements. */
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

/** Appends the cells of the lanes that are set, as far as they lie before `last`. */
export function appendLanes(lanes: Lanes, list: EventList, mask: Instruction, range: { i: Local; last: Local }): void {
  const { draft } = lanes
  const bits = draft.variable('lanes', 'i32')
  const shape = lanes.precision === 'f64' ? 'i64x2.bitmask' : 'i32x4.bitmask'
  draft.push(set(bits, plain(shape, [mask])))
  const left = draft.keep('left', plain('i32.sub', [get(range.last), get(range.i)]))
  draft.when(plain('i32.lt_s', [left, i32(lanes.count)]), () => {
    const valid = plain('i32.sub', [plain('i32.shl', [i32(1), left]), i32(1)])
    draft.push(set(bits, plain('i32.and', [get(bits), valid])))
  })
  draft.when(get(bits), () =>
    draft.loop('lanes', (again) => {
      append(draft, list, add(get(range.i), plain('i32.ctz', [get(bits)])))
      draft.push(set(bits, plain('i32.and', [get(bits), plain('i32.sub', [get(bits), i32(1)])])))
      draft.push(branchIf(again, get(bits)))
    }),
  )
}
