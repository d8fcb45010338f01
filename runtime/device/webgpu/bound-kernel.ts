/** A kernel bound to arrays on the card: its frame, and what it wants to know of every step. */
import { fieldsOf, isSum, type Moment, momentsOf } from '../../../compiler/emit/wgsl/frame.ts'
import { evaluate } from '../../../compiler/ir/evaluate.ts'
import { InternalError } from '../../../compiler/ir/internal-error.ts'
import type { Kernel } from '../../../compiler/ir/kernel.ts'
import type { Binding, BoundKernel, DeviceArray, Events } from '../device.ts'
import { arrayFor } from '../kernel-parts.ts'
import type { Memory } from './memory.ts'
import { keyOf, shadowKeyOf } from './part-of-dispatch.ts'

export class WebgpuKernel implements BoundKernel {
  readonly kernel: Kernel
  readonly events: readonly string[]
  readonly moments: readonly Moment[]
  /** The words of the frame. */
  readonly frame: DataView<ArrayBuffer>
  /** Arrays whose cells get what is added along connections only after all were walked. */
  readonly collected: readonly DeviceArray[]
  private readonly memory: Memory
  private readonly binding: Binding
  private shared: ReadonlyMap<string, number> = new Map()

  constructor(kernel: Kernel, { memory, binding }: { memory: Memory; binding: Binding }) {
    this.kernel = kernel
    this.events = kernel.events
    this.moments = momentsOf(kernel)
    this.memory = memory
    this.binding = binding
    this.frame = new DataView(new ArrayBuffer(4 * Math.max(1, fieldsOf(kernel).length)))
    const collected = new Set<DeviceArray>()
    fieldsOf(kernel).forEach((field, k) => {
      if (field.kind === 'end') this.frame.setUint32(4 * k, this.endOf(field.name), true)
      if (field.kind !== 'place') return
      const array = arrayFor(field.name, binding.arrays)
      const { start, isSum } = memory.placeOf(array)
      const isCollected = field.heap === 'tallies' && !isSum
      if (isCollected) collected.add(array)
      this.frame.setUint32(4 * k, isCollected ? memory.shadowOf(array) : start, true)
    })
    this.collected = [...collected]
    this.link(binding.shared)
  }

  private endOf(end: 'source' | 'target'): number {
    const array = this.binding[end]
    if (!array) throw new InternalError('bind', `no array is bound to ${end}`)
    return this.memory.placeOf(array).start
  }

  /** The places of what it reads, writes, and only adds to. */
  get touched(): Record<'read' | 'written' | 'added', readonly string[]> {
    const places: Record<'read' | 'written' | 'added', string[]> = {
      read: [],
      written: [],
      added: [],
    }
    for (const buffer of this.kernel.buffers) {
      if (buffer.extent === 'shared') continue
      const array = arrayFor(buffer.name, this.binding.arrays)
      const isAdded = isSum(buffer) && buffer.extent !== 'element'
      if (isAdded && this.collected.includes(array)) {
        places.added.push(shadowKeyOf(this.memory, array))
      } else if (isAdded) places.added.push(keyOf(this.memory, array))
      else places[buffer.access === 'write' ? 'written' : 'read'].push(keyOf(this.memory, array))
    }
    return places
  }

  /** The buffers that are sums already, with their arrays: inboxes. */
  get inboxes(): readonly (readonly [string, DeviceArray])[] {
    return this.kernel.buffers.flatMap(({ name, extent }) => {
      if (extent === 'shared') return []
      const array = arrayFor(name, this.binding.arrays)
      return this.memory.placeOf(array).isSum ? [[name, array] as const] : []
    })
  }

  /** What kernels write to, that the host may want to see. */
  get written(): readonly DeviceArray[] {
    return this.kernel.buffers
      .filter(({ access, extent }) => access === 'write' && extent !== 'shared')
      .map(({ name }) => arrayFor(name, this.binding.arrays))
  }

  get dt(): number {
    return this.shared.get('dt') ?? Number.NaN
  }

  /** Link values are worked out here, in f64, as on every other device. */
  link(values: ReadonlyMap<string, number>): void {
    const known = new Map(values)
    for (const { name, value } of this.kernel.link) known.set(name, this.valueOf(value, known))
    this.shared = known
    fieldsOf(this.kernel).forEach((field, k) => {
      if (field.kind !== 'shared' && field.kind !== 'link') return
      const value = known.get(field.name) ?? Number.NaN
      if (field.type === 'f32') this.frame.setFloat32(4 * k, value, true)
      else this.frame.setInt32(4 * k, value, true)
    })
  }

  /** The words of this step: its time, and what is computed once for all elements. */
  momentsAt(step: number): ReadonlyMap<string, number> {
    const known = new Map(this.shared)
    known.set('step', step).set('t', step * this.dt)
    for (const { name, value } of this.kernel.once) known.set(name, this.valueOf(value, known))
    return known
  }

  private valueOf(
    value: Parameters<typeof evaluate>[0],
    known: ReadonlyMap<string, number>,
  ): number {
    return evaluate(value, (name) => known.get(name) ?? Number.NaN)
  }

  aim(): void {
    throw new InternalError('webgpu', 'kernels are aimed by the acts of a schedule')
  }

  run(): Events {
    throw new InternalError(
      'webgpu',
      'kernels run in schedules only: this device has no single calls',
    )
  }
}
