/** The arrays of a device on both sides: what the host sees, where it is on the card, and which of the two is newer. */
import { InternalError } from '../../../compiler/ir/internal-error.ts'
import type { DeviceArray, DeviceType } from '../device.ts'
import { Heap } from './heap.ts'
import { fromPairs, toPairs } from './sums.ts'

export type HeapName = 'reals' | 'wholes' | 'tallies'

/** Where an array is on the card. */
export interface Place {
  readonly heap: HeapName
  /** In words; of a sum, in pairs of words. */
  readonly start: number
  readonly isSum: boolean
  readonly isList: boolean
}

/** The first words of the tallies tell of trouble. */
export const troubleWords = 2

export class Memory {
  readonly heaps: Readonly<Record<HeapName, Heap>> = {
    reals: new Heap('reals', 0),
    wholes: new Heap('wholes', 0),
    tallies: new Heap('tallies', troubleWords),
  }
  /** By the buffer of the host's array: views of an array are parts of the same place. */
  private readonly places = new Map<ArrayBufferLike, Place>()
  private readonly changed = new Set<DeviceArray>()
  /** Kernels have written to them since the host got them. */
  private readonly late = new Set<DeviceArray>()
  private readonly shadows = new Map<DeviceArray, number>()
  private readonly inverses = new Map<Int32Array, Int32Array>()
  private readonly besides = new Map<DeviceArray, { readonly start: number; words: number }>()

  get bytes(): number {
    const { reals, wholes, tallies } = this.heaps
    return 4 * (reals.used + wholes.used + tallies.used)
  }

  allocate(type: DeviceType, length: number): DeviceArray {
    const [array, place] = this.make(type, length)
    this.places.set(array.buffer, place)
    return array
  }

  /** A fresh array is zeros on both sides; who writes to it is not always told, so it is new until it is sent. */
  private make(type: DeviceType, length: number): readonly [DeviceArray, Place] {
    const plain = { isSum: false, isList: false }
    switch (type) {
      case 'real':
      case 'single':
        return this.fresh(new Float32Array(length), {
          ...plain,
          heap: 'reals',
          start: this.heaps.reals.take(length),
        })
      case 'integer':
      case 'boolean':
        return this.fresh(new Int32Array(length), {
          ...plain,
          heap: 'wholes',
          start: this.heaps.wholes.take(length),
        })
      case 'list': {
        const start = this.heaps.tallies.take(length)
        return [new Int32Array(length), { heap: 'tallies', start, isSum: false, isList: true }]
      }
      case 'sum': {
        const start = this.heaps.tallies.take(2 * length) / 2
        const place: Place = { heap: 'tallies', start, isSum: true, isList: false }
        return this.fresh(new Float64Array(length), place)
      }
    }
  }

  private fresh(array: DeviceArray, place: Place): readonly [DeviceArray, Place] {
    this.changed.add(array)
    return [array, place]
  }

  holds(array: DeviceArray): boolean {
    return this.places.has(array.buffer)
  }

  placeOf(array: DeviceArray): Place {
    const place = this.places.get(array.buffer)
    if (!place) throw new InternalError('webgpu', 'an array is not of this device')
    const start = place.start + array.byteOffset / array.BYTES_PER_ELEMENT
    return array.byteOffset === 0 ? place : { ...place, start }
  }

  /** Where a sum for the values of an array is: what connections add is collected there first. */
  shadowOf(array: DeviceArray): number {
    const known = this.shadows.get(array)
    if (known !== undefined) return known
    const start = this.heaps.tallies.take(2 * array.length) / 2
    this.shadows.set(array, start)
    return start
  }

  /** Tallies that go with an array and that the host does not see: the word at which they begin. */
  beside(array: DeviceArray, words: number): number {
    const known = this.besides.get(array)
    if (known && known.words >= words) return known.start
    const start = this.heaps.tallies.take(words)
    this.besides.set(array, { start, words })
    return start
  }

  /** For each of `count` cells, its place in a list of cells and 1 more, or 0: the word of the wholes at which that begins. */
  inverseOf(cells: Int32Array, count: number): number {
    const known = this.inverses.get(cells) ?? (this.allocate('integer', count) as Int32Array)
    if (!this.inverses.has(cells))
      cells.forEach((cell, k) => {
        known[cell] = k + 1
      })
    this.inverses.set(cells, known)
    return this.placeOf(known).start
  }

  /** Whether the host has written to an array since it was sent. */
  isChanged(array: DeviceArray): boolean {
    return this.changed.has(array)
  }

  markChanged(array: DeviceArray): void {
    if (this.placeOf(array).isList) return
    this.changed.add(array)
    this.late.delete(array)
  }

  markBehind(array: DeviceArray): void {
    this.late.add(array)
  }

  get behind(): readonly DeviceArray[] {
    return [...this.late]
  }

  isBehind(array: DeviceArray): boolean {
    return this.late.has(array)
  }

  /** Sends what the host wrote. */
  upload(device: GPUDevice): void {
    const buffers = this.buffersOn(device)
    for (const array of this.changed) {
      const { heap, start, isSum } = this.placeOf(array)
      if (array.length === 0) continue
      const words = isSum ? toPairs(array) : array
      device.queue.writeBuffer(buffers[heap], 4 * (isSum ? 2 * start : start), plainView(words))
    }
    this.changed.clear()
  }

  buffersOn(device: GPUDevice): Readonly<Record<HeapName, GPUBuffer>> {
    const { reals, wholes, tallies } = this.heaps
    return {
      reals: reals.bufferOn(device),
      wholes: wholes.bufferOn(device),
      tallies: tallies.bufferOn(device),
    }
  }

  /** Where the words of an array are, for copying. */
  extentOf(array: DeviceArray): {
    readonly heap: HeapName
    readonly first: number
    readonly words: number
  } {
    const { heap, start, isSum } = this.placeOf(array)
    return isSum
      ? { heap, first: 2 * start, words: 2 * array.length }
      : { heap, first: start, words: array.length }
  }

  /** Takes over words of the card. */
  receive(array: DeviceArray, words: ArrayBuffer): void {
    this.late.delete(array)
    if (this.placeOf(array).isSum) fromPairs(new Uint32Array(words), array)
    else if (array instanceof Int32Array) array.set(new Int32Array(words))
    else array.set(new Float32Array(words))
  }

  close(): void {
    for (const heap of Object.values(this.heaps)) heap.destroy()
    this.places.clear()
    this.changed.clear()
  }
}

/** Over a buffer that nobody shares, as WebGPU wants it. */
export const plainView = (array: ArrayBufferView): Uint8Array<ArrayBuffer> =>
  new Uint8Array(array.buffer as ArrayBuffer, array.byteOffset, array.byteLength)
