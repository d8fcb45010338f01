/** Where the arrays and kernels of a schedule are in memory, and how generated code gets at them. */
import type { Draft } from '../../../compiler/emit/wasm/draft.ts'
import {
  type Callee,
  get,
  i32,
  type Instruction,
  load,
  type Local,
  type Plain,
  plain,
} from '../../../compiler/emit/wasm/instruction.ts'
import type { ImportedFunction } from '../../../compiler/emit/wasm/module.ts'
import type { BoundKernel, DeviceArray } from '../device.ts'
import type { EventLog } from '../schedule.ts'

/** A kernel that lives in a module of its own: what to call, and with which frame. */
export interface KernelPlace {
  readonly name: string
  readonly frame: number
  readonly events: number
  /** Where in the frame the address of a buffer stands. */
  readonly offsetOf: (buffer: string) => number
  /** Where its queues of silent cells are, if it has some. */
  readonly silent?: number
}

export interface Surroundings {
  readonly address: (array: DeviceArray) => number
  readonly kernel: (kernel: BoundKernel) => KernelPlace
  readonly sharedMaximum?: number
  /** Present where several workers do their schedules side by side. */
  readonly meeting?: Meeting
}

/** Three words, far enough apart to be no burden to each other. */
export interface Meeting {
  readonly workers: number
  /** How many have come, and how often all had. */
  readonly arrived: number
  readonly round: number
  /** Not 0 where nobody should wait any more. */
  readonly abandoned: number
}

export const add = (x: Instruction, y: Instruction): Plain => plain('i32.add', [x, y])
export const times = (x: Instruction, factor: number): Plain =>
  factor === 1 ? plain('i32.add', [x, i32(0)]) : plain('i32.mul', [x, i32(factor)])

export class Places {
  readonly sharedMaximum: number | undefined
  readonly meeting: Meeting | undefined
  private readonly surroundings: Surroundings
  private readonly imported = new Map<string, ImportedFunction>()

  constructor(surroundings: Surroundings) {
    this.surroundings = surroundings
    this.sharedMaximum = surroundings.sharedMaximum
    this.meeting = surroundings.meeting
  }

  address(array: DeviceArray): number {
    return this.surroundings.address(array)
  }

  kernel(kernel: BoundKernel): KernelPlace {
    return this.surroundings.kernel(kernel)
  }

  imports(): readonly ImportedFunction[] {
    return [...this.imported.values()]
  }

  /** KERNEL(frame, step, first, last, list, …event lists) */
  call(kernel: BoundKernel, operands: readonly Instruction[]): Instruction {
    const { name, frame, events } = this.kernel(kernel)
    const callee: Callee & ImportedFunction = {
      module: 'kernels',
      name,
      parameters: Array.from({ length: 5 + events }, () => 'i32' as const),
      results: [],
    }
    const known = this.imported.get(name) ?? callee
    this.imported.set(name, known)
    return plain('call', [i32(frame), ...operands], [known])
  }

  /** Whether a log has no room for another step. */
  isFull({ words, cursor, room }: EventLog): Instruction {
    const next = load('i32.load', i32(this.address(cursor)))
    return plain('i32.gt_s', [next, i32(words.length - room)])
  }

  /** The address of the list of a step, which is kept in a new local. */
  listOf(draft: Draft, { words, places }: EventLog, step: Instruction): Instruction {
    const slot = plain('i32.and', [step, i32(places.length - 1)])
    const entry = add(i32(this.address(places)), plain('i32.shl', [slot, i32(2)]))
    return draft.keep('list', this.wordAddress(words, load('i32.load', entry)))
  }

  wordAddress(words: DeviceArray, place: Instruction): Instruction {
    return add(i32(this.address(words)), plain('i32.shl', [place, i32(2)]))
  }
}

/** A loop over the addresses of the elements of a list. */
export function overList(
  draft: Draft,
  list: Instruction,
  write: (element: Instruction) => void,
): void {
  const at = draft.variable('at', 'i32')
  const end = draft.keep('end', add(list, plain('i32.shl', [load('i32.load', list), i32(2)])))
  draft.push(plain('local.set', [list], [at]))
  draft.block('empty', (empty) => {
    draft.push(plain('br_if', [plain('i32.ge_u', [get(at), end])], [empty]))
    draft.loop('element', (next) => {
      draft.push(plain('local.set', [add(get(at), i32(4))], [at]))
      write(load('i32.load', get(at)))
      draft.push(plain('br_if', [plain('i32.lt_u', [get(at), end])], [next]))
    })
  })
}

/** Counts a local up from one number to another. */
export function countUp(
  draft: Draft,
  { name, from, to }: { readonly name: string; readonly from: number; readonly to: number },
  write: (k: Local) => void,
): void {
  if (from >= to) return
  const k = draft.variable(name, 'i32')
  draft.push(plain('local.set', [i32(from)], [k]))
  draft.loop(`each ${name}`, (next) => {
    write(k)
    draft.push(plain('local.set', [add(get(k), i32(1))], [k]))
    draft.push(plain('br_if', [plain('i32.lt_s', [get(k), i32(to)])], [next]))
  })
}
