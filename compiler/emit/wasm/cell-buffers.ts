/** The buffers of one vector of cells: each is loaded at most once and written back at most once. */
import { InternalError } from '../../ir/internal-error.ts'
import type { Buffer, Kernel } from '../../ir/kernel.ts'
import type { Access } from './element-access.ts'
import { byteOffset, vectorAccess, widthOf } from './element-access.ts'
import type { Source } from './expressions.ts'
import { settled, wholeNumber } from './expressions.ts'
import type { Local, Plain } from './instruction.ts'
import { get, plain, set } from './instruction.ts'
import type { Lanes } from './lanes.ts'

/** The locals that hold present values. Inside a wasm branch a copy is used, as what is loaded there stays there. */
export type Current = Map<string, Local>

export interface CellBuffers {
  readonly typeOf: (name: string) => Buffer['type']
  /** The local that holds the present value, loaded if need be. */
  readonly read: (name: string, current: Current) => Local
  readonly source: (name: string, current: Current) => Source
  readonly writeBack: (name: string, current: Current) => void
}

export interface CellsInMemory {
  readonly lanes: Lanes
  readonly kernel: Kernel
  readonly addresses: ReadonlyMap<string, Local>
  /** The vector's cells are those from i + ahead on. */
  readonly i: Local
  readonly ahead: number
}

export function cellBuffers({ lanes, kernel, addresses, i, ahead }: CellsInMemory): CellBuffers {
  const arrays = new Map(
    kernel.buffers
      .filter(({ extent }) => extent === 'element')
      .map((buffer) => [buffer.name, buffer]),
  )
  const widths = new Set([...arrays.values()].map(({ type }) => widthOf(lanes, type)))
  const offsets = new Map(
    [...widths].map((width) => [width, lanes.keep('offset', byteOffset(get(i), width))]),
  )
  const typeOf = (name: string): Buffer['type'] => {
    const buffer = arrays.get(name)
    if (buffer) return buffer.type
    throw new InternalError('emit wasm', `${kernel.name} touches ${name}, which no cell has`)
  }
  const memoryOf = (name: string): { access: Access; address: Plain; beyond: number } => {
    const type = typeOf(name)
    const start = addresses.get(name)
    const offset = offsets.get(widthOf(lanes, type))
    if (!start || !offset) throw new InternalError('emit wasm', `${name} has no address`)
    const address = plain('i32.add', [get(start), offset])
    return { access: vectorAccess(lanes, type), address, beyond: ahead * widthOf(lanes, type) }
  }
  const read = (name: string, current: Current): Local => {
    const known = current.get(name)
    if (known) return known
    const { access, address, beyond } = memoryOf(name)
    const local = lanes.draft.variable(name, 'v128')
    lanes.draft.push(set(local, access.load(address, beyond)))
    current.set(name, local)
    return local
  }
  return {
    typeOf,
    read,
    source: (name, current) => {
      const value = get(read(name, current))
      return typeOf(name) === 'integer' ? wholeNumber(lanes, () => value) : settled(value)
    },
    writeBack: (name, current) => {
      const local = current.get(name)
      if (!local) return
      const { access, address, beyond } = memoryOf(name)
      lanes.draft.push(access.store(address, get(local), beyond))
    },
  }
}
