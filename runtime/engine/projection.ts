/** The connections of one projection on a device: their arrays, and their kernels bound to both sides. */
import type { Kernel } from '../../compiler/ir/kernel.ts'
import { namesReadIn } from '../../compiler/ir/statements.ts'
import type { CompiledProjection, Slot } from '../../compiler/program.ts'
import type { Artifact } from '../../compiler/program.ts'
import type { BoundKernel, Device, DeviceArray } from '../device/device.ts'
import type { Shared } from '../device/schedule.ts'
import { mustBeHere } from '../device/must-be-here.ts'
import { ElementState } from './element-state.ts'
import type { ConnectionTable } from './plan.ts'
import type { Population } from './population.ts'
import { numberCells, seedReplicas } from './replicas.ts'

export interface ProjectionOptions {
  readonly device: Device
  readonly artifact: Artifact
  /** For kernels that run once, before the first step. */
  readonly setup: { readonly device: Device; readonly artifact: Artifact }
  readonly table: ConnectionTable
  readonly pre: Population
  readonly post: Population
  readonly dt: number
  readonly seed: number
  /** Copies of the network, each with as many connections. */
  readonly replicas: number
  /** They all use one table of connections. */
  readonly isShared?: boolean
}

type Sides<T> = ReadonlyMap<string, T>

export class Projection {
  readonly compiled: CompiledProjection
  readonly table: ConnectionTable
  readonly count: number
  readonly state: ElementState
  readonly pre: Population
  readonly post: Population
  private readonly options: ProjectionOptions
  private readonly bound = new Map<string, BoundKernel>()
  private readonly made = new Map<string, Int32Array>()
  private source: Int32Array | undefined

  constructor(compiled: CompiledProjection, options: ProjectionOptions) {
    this.compiled = compiled
    this.options = options
    this.table = options.table
    this.count = options.table.rows.at(-1) ?? 0
    this.pre = options.pre
    this.post = options.post
    const slots = this.usefulSlots()
    const { propagators } = compiled.kernels
    const given = this.givenWeights()
    this.state = new ElementState({ ...options, slots, propagators, count: this.count, given })
    this.takeTable()
  }

  private get perReplica(): number {
    const { replicas, isShared } = this.options
    return isShared ? this.count : this.count / replicas
  }

  /** Cells of one replica at both ends, where the table serves all replicas. */
  get shared(): { readonly shared?: Shared } {
    if (!this.options.isShared) return {}
    return { shared: { sources: this.pre.perReplica, targets: this.post.perReplica } }
  }

  /** An array costs memory for every connection, so only what a kernel touches gets one. */
  private usefulSlots(): readonly Slot[] {
    const touched = new Set(this.kernels().flatMap((k) => k.buffers.map(({ name }) => name)))
    const derived = this.compiled.kernels.propagators.flatMap(({ matrix }) => matrix).length > 0
    return this.compiled.slots.filter(
      ({ name, extent, role }) =>
        extent === 'shared' || touched.has(name) || (derived && role === 'param'),
    )
  }

  /** Static weights that are on the device already are used where they are. */
  private givenWeights(): ReadonlyMap<string, DeviceArray> {
    const { weight } = this.table
    const slot = this.compiled.slots.find(({ name }) => name === 'weight')
    const isThere = weight instanceof Float32Array && this.options.device.holds(weight)
    return new Map(isThere && slot?.type === 'single' ? [['weight', weight]] : [])
  }

  /** Whether one pathway is all that connections are for. */
  get hasOneUse(): boolean {
    const { initialize, pathways, summed, advance } = this.compiled.kernels
    return pathways.length === 1 && !initialize && !summed && !advance
  }

  kernels(): readonly Kernel[] {
    const { initialize, pathways, summed, advance } = this.compiled.kernels
    const paths = pathways.flatMap(({ kernel, scatter }) =>
      scatter ? [kernel, scatter] : [kernel],
    )
    return [initialize, summed?.kernel, advance, ...paths].filter((kernel) => kernel !== undefined)
  }

  /** Draws initial values, then takes what the table says. */
  initialize(): void {
    this.state.reset()
    numberCells(this.state, this.perReplica)
    const { initialize } = this.compiled.kernels
    if (initialize && this.count > 0) this.runOnce(initialize)
    this.takeTable()
  }

  private runOnce(kernel: Kernel): void {
    const { device, artifact } = this.options.setup
    const bound = device.bind(artifact, kernel.name, this.binding(kernel))
    bound.run({ step: 0, t: 0, first: 0, last: this.count })
    this.state.changed()
  }

  private takeTable(): void {
    const { weight, delay, parameters } = this.table
    for (const [name, value] of [['weight', weight], ['delay', delay], ...parameters] as const) {
      this.set(name, value)
    }
  }

  /** Sets a value of the connections, in kernel units. */
  set(name: string, value: number | ArrayLike<number>): void {
    const array = this.state.arrays.get(name)
    if (array === value) return
    if (!array) {
      if (typeof value === 'number' && this.state.shared.has(name))
        this.state.shared.set(name, value)
    } else if (typeof value === 'number') array.fill(value)
    else array.set(value)
    if (array) this.state.changed(array)
  }

  /** Binds all kernels to the current parameters; again after a parameter changed. */
  link(): void {
    seedReplicas(this.state, this.perReplica)
    this.state.propagate()
    const shared = this.sharedValues(this.kernels())
    for (const kernel of this.bound.values()) kernel.link(shared)
  }

  /** A kernel bound to this projection, whose targets may be counted otherwise than cells are. */
  bind(kernel: Kernel, { arrays, target, worker = 0 }: Other = {}): BoundKernel {
    const key = worker === 0 ? kernel.name : `${kernel.name} ${worker}`
    const known = this.bound.get(key)
    if (known) return known
    const binding = this.binding(kernel)
    const all = arrays ? new Map([...binding.arrays, ...arrays]) : binding.arrays
    const bound = this.options.device.bind(this.options.artifact, kernel.name, {
      ...binding,
      arrays: all,
      ...(target ? { target } : {}),
      ...this.sourcesFor(kernel),
    })
    this.bound.set(key, bound)
    return bound
  }

  private binding(kernel: Kernel) {
    const { pre, post } = this
    const arrays = new Map<string, DeviceArray>([
      ...this.state.arrays,
      ...touched(kernel, { pre: pre.state.arrays, post: post.state.arrays }),
    ])
    return {
      arrays,
      shared: this.sharedValues([kernel]),
      target: this.table.targets,
      ...this.everySource(),
    }
  }

  private sharedValues(kernels: readonly Kernel[]): Sides<number> {
    const ends = { pre: this.pre.state.shared, post: this.post.state.shared }
    return new Map([...kernels.flatMap((kernel) => touched(kernel, ends)), ...this.state.shared])
  }

  private everySource(): { source?: Int32Array } {
    return this.kernels().some(readsSource) ? this.sources() : {}
  }

  private sourcesFor(kernel: Kernel): { source?: Int32Array } {
    return readsSource(kernel) ? this.sources() : {}
  }

  /** The source of each connection; made when a kernel asks for the first time. */
  private sources(): { source: Int32Array } {
    if (!this.source) {
      this.source = this.options.device.allocate('integer', this.count) as Int32Array
      const { rows } = this.table
      for (let i = 0; i + 1 < rows.length; i++) this.source.fill(i, rows[i], rows[i + 1])
    }
    return { source: this.source }
  }

  /** Something computed from the table when it is first asked for. */
  once(name: string, make: () => Int32Array): Int32Array {
    const known = this.made.get(name) ?? make()
    this.made.set(name, known)
    return known
  }

  /** Weights connection by connection, as they are now. */
  weights(): Float64Array {
    const array = this.state.arrays.get('weight')
    if (array) mustBeHere(this.options.device, [array])
    if (array) return Float64Array.from(array)
    const { weight } = this.table
    return typeof weight === 'number'
      ? new Float64Array(this.count).fill(weight)
      : Float64Array.from(weight)
  }
}

export interface Other {
  readonly arrays?: ReadonlyMap<string, DeviceArray>
  readonly target?: Int32Array
  /** Kernels that are pointed here and there are bound for every worker. */
  readonly worker?: number
}

/** What a kernel wants of the cells at both ends, which have a hundred values. */
function touched<T>(
  { buffers }: Kernel,
  ends: { readonly pre: ReadonlyMap<string, T>; readonly post: ReadonlyMap<string, T> },
): (readonly [string, T])[] {
  return buffers.flatMap(({ name }) => {
    const end = name.startsWith('pre.') ? 'pre' : 'post'
    const value = name.startsWith(`${end}.`) ? ends[end].get(name.slice(end.length + 1)) : undefined
    return value === undefined ? [] : [[name, value] as const]
  })
}

const readsSource = (kernel: Kernel): boolean =>
  kernel.buffers.some(({ extent }) => extent === 'source') || namesReadIn(kernel.each).has('source')
