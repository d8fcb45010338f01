/** The frame of a kernel: where in memory it finds the addresses of its buffers and its shared values. */
import type { Kernel } from '../../ir/kernel.ts'
import { silenceOf } from './silence.ts'

/** A kernel reads everything but its range from one small struct, written when a network is linked. */
export interface Frame {
  /** Bytes the struct takes; it starts at a multiple of 8. */
  readonly bytes: number
  /** Where the i32 byte address of each buffer of extent element, source or target stands. */
  readonly addresses: ReadonlyMap<string, number>
  /** Where the f64 value of each shared buffer stands, in either precision. */
  readonly shared: ReadonlyMap<string, number>
  /** Where NAME_link leaves the f64 value of each `link` let (booleans as 0 and 1). */
  readonly link: ReadonlyMap<string, number>
  /** Where two i32 addresses stand of room for silent cells: queues, and what is kept. Or two 0. */
  readonly silent?: number
  /** How many numbers are kept of a silent cell. */
  readonly held: number
}

/** What stands at the beginning of every frame. */
export const frameHeader = {
  /** f64 */
  dt: 0,
  /** i32, the seed's 32 bits */
  seed: 8,
  /** i32 address of the i32 indices of the source and target cells of connections */
  source: 12,
  target: 16,
} as const

const addressesStart = 20

export function frameOf(kernel: Kernel): Frame {
  const arrays = kernel.buffers.filter(({ extent }) => extent !== 'shared')
  const values = kernel.buffers.filter(({ extent }) => extent === 'shared')
  const held = silenceOf(kernel)?.held.length ?? 0
  const silent = addressesStart + 4 * arrays.length
  const sharedStart = Math.ceil((silent + (held > 0 ? 8 : 0)) / 8) * 8
  const linkStart = sharedStart + 8 * values.length
  return {
    bytes: linkStart + 8 * kernel.link.length,
    addresses: new Map(arrays.map(({ name }, k) => [name, addressesStart + 4 * k])),
    shared: new Map(values.map(({ name }, k) => [name, sharedStart + 8 * k])),
    link: new Map(kernel.link.map(({ name }, k) => [name, linkStart + 8 * k])),
    ...(held > 0 ? { silent } : {}),
    held,
  }
}
