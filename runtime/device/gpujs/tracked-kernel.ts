/** A kernel on the processor that remembers what it is bound to, for those who would do its work elsewhere. */
import { evaluate } from '../../../compiler/ir/evaluate.ts'
import type { Kernel } from '../../../compiler/ir/kernel.ts'
import type { Binding, BoundKernel, DeviceArray, Dispatch, Events } from '../device.ts'

export class TrackedKernel implements BoundKernel {
  readonly kernel: Kernel
  readonly binding: Binding
  readonly events: readonly string[]
  private readonly bound: BoundKernel
  /** Shared values and link values. */
  private shared: ReadonlyMap<string, number> = new Map()

  constructor(kernel: Kernel, binding: Binding, bound: BoundKernel) {
    this.kernel = kernel
    this.binding = binding
    this.bound = bound
    this.events = bound.events
    this.shared = withLets(kernel.link, new Map(binding.shared))
  }

  get dt(): number {
    return this.bound.dt
  }

  link(values: ReadonlyMap<string, number>): void {
    this.bound.link(values)
    this.shared = withLets(this.kernel.link, new Map(values))
  }

  aim(buffer: string, array: DeviceArray): void {
    this.bound.aim(buffer, array)
  }

  run(dispatch: Dispatch): Events {
    return this.bound.run(dispatch)
  }

  /** Every number that all cells share in a step, by the names of the kernel. */
  valuesAt(step: number): ReadonlyMap<string, number> {
    const known = new Map([...this.shared, ['step', step], ['t', step * this.dt]] as const)
    return withLets(this.kernel.once, known)
  }

  /** The arrays of its buffers, by their names. */
  get arrays(): readonly (readonly [string, DeviceArray])[] {
    return this.kernel.buffers.flatMap(({ name, extent }) => {
      const array = extent === 'shared' ? undefined : this.binding.arrays.get(name)
      return array ? [[name, array] as const] : []
    })
  }

  /** Those it writes to. */
  get written(): readonly DeviceArray[] {
    const names = new Set(
      this.kernel.buffers.filter(({ access }) => access === 'write').map(({ name }) => name),
    )
    return this.arrays.flatMap(([name, array]) => (names.has(name) ? [array] : []))
  }

  /** Inboxes. */
  get sums(): readonly (readonly [string, DeviceArray])[] {
    const names = new Set(this.kernel.buffers.filter(({ isSum }) => isSum).map(({ name }) => name))
    return this.arrays.filter(([name]) => names.has(name))
  }
}

function withLets(lets: Kernel['link'], known: Map<string, number>): Map<string, number> {
  for (const { name, value } of lets) {
    known.set(
      name,
      evaluate(value, (wanted) => known.get(wanted) ?? Number.NaN),
    )
  }
  return known
}
