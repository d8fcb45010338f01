/** The queue of silent cells of a range, first those whose event was longest ago, and what each of them keeps. */
import { InternalError } from '../../ir/internal-error.ts'
import type { Draft } from './draft.ts'
import { byteOffset } from './element-access.ts'
import type { ElementLoop } from './element-loop.ts'
import type { EventList } from './events.ts'
import { queueStart } from './frame.ts'
import type { Instruction, Local, Plain } from './instruction.ts'
import { branch, branchIf, get, i32, load, plain, set, store } from './instruction.ts'
import type { Silence } from './silence.ts'

/** Where the host has room for queues, 0 where it has none. */
export interface RoomForSilent {
  readonly silence: Silence
  /** Of queues: that of a range is where the range begins, at 8 bytes a cell. */
  readonly queues: Local
  /** Of what cells keep, at 2 bytes a cell for each number. */
  readonly kept: Local
  readonly step: Local
}

/** What a queue begins with. It is made anew in a later step than it is right for, and not used before. */
const queueWords = {
  due: queueStart.due,
  head: 4,
  mixed: 8,
  fresh: 12,
  tail: 16,
  cells: 20,
} as const
/** The end of a queue that was given up. */
const noQueue = -1

export class SilentQueue {
  /** The places of the first cell, of the first in order, of the first whose numbers are not kept yet, and the end. */
  readonly head: Local
  private readonly mixed: Local
  private readonly fresh: Local
  readonly tail: Local
  private readonly loop: ElementLoop
  private readonly room: RoomForSilent
  private readonly draft: Draft
  private readonly queue: Plain
  private readonly kept: Plain
  private readonly last: Plain
  /** The first step that is not long enough ago. */
  private readonly since: Plain
  /** How many cells there may be in the queue, of which a half takes part. */
  private readonly places: Plain

  constructor(loop: ElementLoop, room: RoomForSilent) {
    const { silence } = room
    const { draft } = loop.lanes
    const recent = loop.shared.get(silence.limit)?.recent
    const last = loop.addresses.get(silence.last)
    if (!recent || !last) throw new InternalError('emit wasm', `${silence.last} has no address`)
    const first = get(loop.first)
    const bytes = 2 * silence.held.length
    this.loop = loop
    this.room = room
    this.draft = draft
    this.queue = draft.keep('queue', add(get(room.queues), byteOffset(first, 8)))
    this.kept = draft.keep('kept', add(get(room.kept), plain('i32.mul', [first, i32(bytes)])))
    this.last = get(last)
    this.since = draft.keep('since', plain('i32x4.extract_lane', [recent], [0]))
    this.places = draft.keep('places', quarter(subtract(get(loop.last), first)))
    this.head = draft.variable('head', 'i32')
    this.mixed = draft.variable('mixed', 'i32')
    this.fresh = draft.variable('fresh', 'i32')
    this.tail = draft.variable('tail', 'i32')
  }

  /** 1 if the queue can be used in this step, else 0. */
  open(): Plain {
    const { draft, queue, room } = this
    const isOpen = draft.variable('is open', 'i32')
    draft.push(set(isOpen, i32(0)))
    const due = draft.keep('due', load('i32.load', queue, queueWords.due))
    draft.when(plain('i32.le_s', [due, get(room.step)]), () => {
      const isFromBefore = plain('i32.eq', [due, get(room.step)])
      const isThere = plain('i32.ge_s', [load('i32.load', queue, queueWords.tail), i32(0)])
      draft.when(
        plain('i32.and', [isFromBefore, isThere]),
        () => this.goOn(),
        () => this.find(),
      )
      const inQueue = subtract(get(this.tail), get(this.head))
      const half = plain('i32.shr_s', [this.places, i32(1)])
      draft.push(set(isOpen, plain('i32.le_s', [inQueue, half])))
      draft.when(plain('i32.eqz', [get(isOpen)]), () => this.giveUp())
    })
    return get(isOpen)
  }

  /** Puts back what silent cells keep. */
  putBack(): void {
    const range = { name: 'k', from: get(this.head), to: get(this.tail) }
    countUp(this.draft, range, (k) => this.copy(get(k), 'back'))
  }

  /** Of the cells to which the event would come, it comes to those that are not silent, which are from now on. */
  admit({ address, count }: EventList, before: Plain): void {
    const { draft, room } = this
    const after = draft.keep('after', get(count))
    draft.push(set(this.fresh, get(this.tail)), set(count, before))
    countUp(draft, { name: 'event', from: before, to: after }, (k) => {
      const cell = draft.keep('cell', load('i32.load', wordsFrom(get(address), get(k)), 4))
      draft.when(plain('i32.eqz', [this.isSilent(cell)]), () => {
        draft.push(store('i32.store', wordsFrom(this.last, cell), get(room.step)))
        draft.push(store('i32.store', wordsFrom(get(address), get(count)), cell, 4))
        draft.push(set(count, add(get(count), i32(1))))
        this.append(cell)
      })
    })
    const due = add(get(room.step), i32(1))
    const isFull = plain('i32.gt_s', [get(this.tail), this.places])
    draft.when(
      isFull,
      () => this.giveUp(),
      () => this.remember(due),
    )
  }

  /** Where there is no place left, the end is beyond the last place. */
  private append(cell: Plain): void {
    const { draft } = this
    draft.when(plain('i32.eq', [get(this.tail), this.places]), () => this.moveToFront())
    draft.when(plain('i32.lt_s', [get(this.tail), this.places]), () => {
      draft.push(store('i32.store', this.place(get(this.tail)), cell, queueWords.cells))
    })
    draft.push(set(this.tail, add(get(this.tail), i32(1))))
  }

  private moveToFront(): void {
    const { draft, room, loop } = this
    const numbers = room.silence.held.length * loop.lanes.bytes
    const length = subtract(get(this.tail), get(this.head))
    const start = add(this.queue, i32(queueWords.cells))
    const move = (to: Instruction, bytes: number): void => {
      const from = add(to, plain('i32.mul', [get(this.head), i32(bytes)]))
      draft.push(plain('memory.copy', [to, from, plain('i32.mul', [length, i32(bytes)])]))
    }
    move(start, 4)
    move(this.kept, numbers)
    for (const mark of [this.tail, this.fresh, this.mixed]) {
      draft.push(set(mark, subtract(get(mark), get(this.head))))
    }
    draft.push(set(this.head, i32(0)))
  }

  private remember(due: Instruction): void {
    const marks = {
      head: this.head,
      mixed: this.mixed,
      fresh: this.fresh,
      tail: this.tail,
    } as const
    for (const [name, mark] of Object.entries(marks)) {
      const word = queueWords[name as keyof typeof marks]
      this.draft.push(store('i32.store', this.queue, get(mark), word))
    }
    this.draft.push(store('i32.store', this.queue, due, queueWords.due))
  }

  /** Too many are silent: a new queue is made when all of them will have spoken. */
  private giveUp(): void {
    const { draft, queue, room, since } = this
    const span = subtract(get(room.step), since)
    const due = add(add(get(room.step), span), i32(2))
    draft.push(store('i32.store', queue, due, queueWords.due))
    draft.push(store('i32.store', queue, i32(noQueue), queueWords.tail))
  }

  /** From the step before: who came in keeps its numbers from now on, and who is silent no more goes. */
  private goOn(): void {
    const { draft, queue } = this
    for (const name of ['head', 'mixed', 'fresh', 'tail'] as const) {
      draft.push(set(this[name], load('i32.load', queue, queueWords[name])))
    }
    this.keep()
    draft.when(
      plain('i32.lt_s', [get(this.head), get(this.mixed)]),
      () => this.dropAmongMixed(),
      () => this.dropFirst(),
    )
  }

  private keep(): void {
    const range = { name: 'k', from: get(this.fresh), to: get(this.tail) }
    countUp(this.draft, range, (k) => this.copy(get(k), 'out'))
  }

  private dropFirst(): void {
    const { draft } = this
    draft.block('others stay', (stay) => {
      draft.loop('next', (next) => {
        draft.push(branchIf(stay, plain('i32.ge_s', [get(this.head), get(this.tail)])))
        const cell = draft.keep('cell', this.cellAt(get(this.head)))
        draft.push(branchIf(stay, this.isSilent(cell)))
        draft.push(set(this.head, add(get(this.head), i32(1))), branch(next))
      })
    })
  }

  /** Those found among all cells are in the order of cells: who stays moves towards the end. */
  private dropAmongMixed(): void {
    const { draft } = this
    const to = draft.variable('to', 'i32')
    const from = draft.variable('from', 'i32')
    draft.push(set(to, get(this.mixed)), set(from, get(this.mixed)))
    draft.block('done', (done) => {
      draft.loop('next', (next) => {
        draft.push(branchIf(done, plain('i32.le_s', [get(from), get(this.head)])))
        draft.push(set(from, subtract(get(from), i32(1))))
        const cell = draft.keep('cell', this.cellAt(get(from)))
        draft.when(this.isSilent(cell), () => {
          draft.push(set(to, subtract(get(to), i32(1))))
          draft.push(store('i32.store', this.place(get(to)), cell, queueWords.cells))
          this.copy(get(to), 'out')
        })
        draft.push(branch(next))
      })
    })
    draft.push(set(this.head, get(to)))
  }

  /** Makes the queue anew, from all cells. */
  private find(): void {
    const { draft, loop } = this
    draft.push(set(this.head, i32(0)), set(this.fresh, i32(0)), set(this.tail, i32(0)))
    countUp(draft, { name: 'i', from: get(loop.first), to: get(loop.last) }, (i) => {
      draft.when(this.isSilent(get(i)), () => this.append(get(i)))
    })
    draft.push(set(this.mixed, get(this.tail)))
    draft.when(plain('i32.le_s', [get(this.tail), this.places]), () => this.keep())
  }

  private place(k: Instruction): Plain {
    return wordsFrom(this.queue, k)
  }

  private cellAt(k: Instruction): Plain {
    return load('i32.load', this.place(k), queueWords.cells)
  }

  /** 1 where the event came so short a time ago that the cell is silent, else 0. */
  private isSilent(cell: Instruction): Plain {
    return plain('i32.ge_s', [load('i32.load', wordsFrom(this.last, cell)), this.since])
  }

  /** Between the cell at a place and what it keeps there. */
  private copy(k: Plain, way: 'out' | 'back'): void {
    const { draft, loop, room } = this
    const { bytes } = loop.lanes
    const { held } = room.silence
    const [read, write] =
      bytes === 8 ? (['i64.load', 'i64.store'] as const) : (['i32.load', 'i32.store'] as const)
    const cell = draft.keep('cell', this.cellAt(k))
    const numbers = held.length === 1 ? k : plain('i32.mul', [k, i32(held.length)])
    const kept = draft.keep('at', add(this.kept, byteOffset(numbers, bytes)))
    held.forEach((name, n) => {
      const start = loop.addresses.get(name)
      if (!start) throw new InternalError('emit wasm', `${name} has no address`)
      const own = add(get(start), byteOffset(cell, bytes))
      if (way === 'back') draft.push(store(write, own, load(read, kept, n * bytes)))
      else draft.push(store(write, kept, load(read, own), n * bytes))
    })
  }
}

const add = (x: Instruction, y: Instruction): Plain => plain('i32.add', [x, y])
const subtract = (x: Instruction, y: Instruction): Plain => plain('i32.sub', [x, y])
const quarter = (x: Instruction): Plain => plain('i32.shr_s', [x, i32(2)])
const wordsFrom = (start: Instruction, k: Instruction): Plain => add(start, byteOffset(k, 4))

interface Count {
  readonly name: string
  readonly from: Instruction
  readonly to: Instruction
}

function countUp(draft: Draft, { name, from, to }: Count, body: (k: Local) => void): void {
  const k = draft.variable(name, 'i32')
  draft.push(set(k, from))
  draft.block('done', (done) => {
    draft.loop('next', (next) => {
      draft.push(branchIf(done, plain('i32.ge_s', [get(k), to])))
      body(k)
      draft.push(set(k, add(get(k), i32(1))), branch(next))
    })
  })
}
