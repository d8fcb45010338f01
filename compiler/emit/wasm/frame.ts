/** The frame of a kernel: where in memory it finds the addresses of its buffers and its shared values. */
import type { Kernel } from '../../ir/kernel.ts'
import { silenceOf } from './silence.ts'

/** A kernel reads everything but its range from one small struct, written when a network is linked. */
export interface Frame {
  /** Bytes the struct takes without the streams; it starts at a multiple of 8. */
  readonly bytes: number
  /** Where the i32 byte address of each buffer of extent element, source or target stands. */
  readonly addresses: ReadonlyMap<string, number>
  /** Where the f64 value of each shared buffer stands, in either precision. */
  readonly shared: ReadonlyMap<string, number>
  /** Where NAME_link leaves the f64 value of each `link` let (booleans as 0 and 1). */
  readonly link: ReadonlyMap<string, number>
  /** Where the 32 bits of each random stream stand: behind everything else, as many as the kernel has. */
  readonly streams: number
  /** Of kernels that can do without masks for silent cells, where the host has room for queues. */
  readonly silent?: SilentRoom
}

export interface SilentRoom {
  /** Where two i32 addresses stand, 0 without room: of queues, 8 bytes a cell, and of what cells keep. */
  readonly addresses: number
  /** How many numbers a silent cell keeps: 2 bytes a cell for each. */
  readonly numbers: number
  /** The array whose length is that of the room, but for one vector more. */
  readonly last: string
}

/**
 * The queue of a range is where the range begins. Its first word is the step it is right for; the host writes that it
 * is unknown where it may have changed something.
 */
export const queueStart = { due: 0, unknown: -1 } as const

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

/** Asked for several times while a kernel is written. */
const known = new WeakMap<Kernel, Frame>()

export function frameOf(kernel: Kernel): Frame {
  const frame = known.get(kernel) ?? layOut(kernel)
  known.set(kernel, frame)
  return frame
}

function layOut(kernel: Kernel): Frame {
  const arrays = kernel.buffers.filter(({ extent }) => extent !== 'shared')
  const values = kernel.buffers.filter(({ extent }) => extent === 'shared')
  const silence = silenceOf(kernel)
  const silent = addressesStart + 4 * arrays.length
  const sharedStart = Math.ceil((silent + (silence ? 8 : 0)) / 8) * 8
  const linkStart = sharedStart + 8 * values.length
  const bytes = linkStart + 8 * kernel.link.length
  return {
    bytes,
    streams: bytes,
    addresses: new Map(arrays.map(({ name }, k) => [name, addressesStart + 4 * k])),
    shared: new Map(values.map(({ name }, k) => [name, sharedStart + 8 * k])),
    link: new Map(kernel.link.map(({ name }, k) => [name, linkStart + 8 * k])),
    ...(silence
      ? { silent: { addresses: silent, numbers: silence.held.length, last: silence.last } }
      : {}),
  }
}
