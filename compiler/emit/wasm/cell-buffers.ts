/** The buffers of one vector of cells: each is loaded at most once and written back at most once. */
import { InternalError } from '../../ir/internal-error.ts'
import type { BufferType, Kernel } from '../../ir/kernel.ts'
import type { Access } from './element-access.ts'
import { byteOffset, vectorAccess, widthOf } from './element-access.ts'
import type { Source } from './expressions.ts'
import { settled, wholeNumber } from './expressions.ts'
import type { Local, Plain } from './instruction.ts'
import { get, plain, set } from './instruction.ts'
import type { Lanes } from './lanes.ts'

/** The locals that hold present values. Inside a wasm branch a copy is used, as what is loaded there stays there. */
export type Current = Map<string, Local>

export interface CellsInMemory {
  readonly lanes: Lanes
  readonly kernel: Kernel
  readonly addresses: ReadonlyMap<string, Local>
  /** The vector's cells are those from i + ahead on. */
  readonly i: Local
  readonly ahead: number
}

export class CellBuffers {
  private readonly cells: CellsInMemory
  private readonly types: ReadonlyMap<string, BufferType>
  private readonly offsets: ReadonlyMap<4 | 8, Plain>

  constructor(cells: CellsInMemory) {
    const { lanes, kernel, i } = cells
    const arrays = kernel.buffers.filter(({ extent }) => extent === 'element')
    const widths = new Set(arrays.map(({ type }) => widthOf(lanes, type)))
    this.cells = cells
    this.types = new Map(arrays.map(({ name, type }) => [name, type]))
    this.offsets = new Map(
      [...widths].map((width) => [width, lanes.keep('offset', byteOffset(get(i), width))]),
    )
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
    if (!local) return
    const { access, address, beyond } = this.memoryOf(name)
    this.cells.lanes.draft.push(access.store(address, get(local), beyond))
  }

  private memoryOf(name: string): { access: Access; address: Plain; beyond: number } {
    const { lanes, addresses, ahead } = this.cells
    const type = this.typeOf(name)
    const width = widthOf(lanes, type)
    const start = addresses.get(name)
    const offset = this.offsets.get(width)
    if (!start || !offset) throw new InternalError('emit wasm', `${name} has no address`)
    const address = plain('i32.add', [get(start), offset])
    return { access: vectorAccess(lanes, type), address, beyond: ahead * width }
  }
}
