/** The buffers of one vector of cells: each is loaded at most once and written back at most once. */
import { InternalError } from '../../ir/internal-error.ts'
import type { BufferType, Kernel } from '../../ir/kernel.ts'
import type { Draft } from './draft.ts'
import type { Access } from './element-access.ts'
import { byteOffset, vectorAccess, widthOf } from './element-access.ts'
import type { Source } from './expressions.ts'
import { settled, wholeNumber } from './expressions.ts'
import type { Instruction, Local, Plain } from './instruction.ts'
import { get, i32, plain, set } from './instruction.ts'
import type { Lanes } from './lanes.ts'

/** The locals that hold present values. Inside a wasm branch a copy is used, as what is loaded there stays there. */
export type Current = Map<string, Local>

export interface CellsInMemory {
  readonly lanes: Lanes
  readonly kernel: Kernel
  readonly pointers: ReadonlyMap<string, Pointer>
  /** How many cells the vector begins after the one that is pointed to. */
  readonly ahead: number
}

/** Where an array has the first cell of a round. */
export interface Pointer {
  readonly address: Plain
  readonly width: 4 | 8
  /** What walks along. */
  readonly walking: Local
}

const arraysOf = ({ buffers }: Kernel) => buffers.filter(({ extent }) => extent === 'element')

/** So many find room in registers, beside the few numbers that a loop needs. */
const mostPointers = 12

/**
 * Pointers that walk along cost no more than the sums of a start and an offset, and half the registers; where there
 * are too many for those, each would be moved in memory.
 */
export function openPointers(
  { lanes, kernel, addresses }: ArraysOfCells,
  first: Local,
): ReadonlyMap<string, Pointer> {
  const { draft } = lanes
  const arrays = arraysOf(kernel)
  const offsets = new Map<number, Local>()
  const walk = (name: string, start: Instruction): Local => {
    const local = draft.variable(name, 'i32')
    draft.push(set(local, start))
    return local
  }
  const offsetOf = (width: 4 | 8): Local => {
    const known = offsets.get(width) ?? walk(`offset${width}`, byteOffset(get(first), width))
    offsets.set(width, known)
    return known
  }
  return new Map(
    arrays.map(({ name, type }): [string, Pointer] => {
      const start = addresses.get(name)
      if (!start) throw new InternalError('emit wasm', `${name} has no address`)
      const width = widthOf(lanes, type)
      const from = (offset: Instruction): Plain => plain('i32.add', [get(start), offset])
      if (arrays.length > mostPointers) {
        const walking = offsetOf(width)
        return [name, { address: from(get(walking)), width, walking }]
      }
      const walking = walk(`${name}.at`, from(byteOffset(get(first), width)))
      return [name, { address: get(walking), width, walking }]
    }),
  )
}

export function advance(draft: Draft, pointers: ReadonlyMap<string, Pointer>, cells: number): void {
  const widths = new Map([...pointers.values()].map(({ walking, width }) => [walking, width]))
  for (const [local, width] of widths) {
    draft.push(set(local, plain('i32.add', [get(local), i32(cells * width)])))
  }
}

interface ArraysOfCells {
  readonly lanes: Lanes
  readonly kernel: Kernel
  readonly addresses: ReadonlyMap<string, Local>
}

export class CellBuffers {
  private readonly cells: CellsInMemory
  private readonly types: ReadonlyMap<string, BufferType>

  constructor(cells: CellsInMemory) {
    this.cells = cells
    this.types = new Map(arraysOf(cells.kernel).map(({ name, type }) => [name, type]))
  }

  typeOf(name: string): BufferType {
    const type = this.types.get(name)
    if (type) return type
    throw new InternalError(
      'emit wasm',
      `${this.cells.kernel.name} touches ${name}, which no cell has`,
    )
  }

  /** The local that holds the present value, loaded if need be. */
  read(name: string, current: Current): Local {
    const known = current.get(name)
    if (known) return known
    const { draft } = this.cells.lanes
    const { access, address, beyond } = this.memoryOf(name)
    const local = draft.variable(name, 'v128')
    draft.push(set(local, access.load(address, beyond)))
    current.set(name, local)
    return local
  }

  source(name: string, current: Current): Source {
    const value = get(this.read(name, current))
    const isInteger = this.typeOf(name) === 'integer'
    return isInteger ? wholeNumber(this.cells.lanes, () => value) : settled(value)
  }

  writeBack(name: string, current: Current): void {
    const local = current.get(name)
    if (local) this.write(name, get(local))
  }

  write(name: string, value: Plain): void {
    const { access, address, beyond } = this.memoryOf(name)
    this.cells.lanes.draft.push(access.store(address, value, beyond))
  }

  private memoryOf(name: string): { access: Access; address: Plain; beyond: number } {
    const { lanes, pointers, ahead } = this.cells
    const pointer = pointers.get(name)
    if (!pointer) throw new InternalError('emit wasm', `${name} has no address`)
    const access = vectorAccess(lanes, this.typeOf(name))
    return { access, address: pointer.address, beyond: ahead * pointer.width }
  }
}
