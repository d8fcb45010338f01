/** What does the ticks of a submission on the card: replicas for small networks, epochs for large ones, the grid for all others. */
import type { Play } from '../schedule.ts'
import type { WebgpuKernel } from './bound-kernel.ts'
import type { Card } from './card.ts'
import type { CardLogs, Window } from './card-logs.ts'
import type { Memory } from './memory.ts'
import type { StepsModule } from './steps-module.ts'

/** Ticks of one submission at most. */
export const longest = 512

/** Workgroups in one dimension; beyond that they are counted in two. */
export const widest = 65535

/** A submission takes about so long: enough that its beginning and end cost nothing, little enough for drivers. */
export interface Pace {
  readonly milliseconds: number
  /** Ticks of one submission at least. */
  readonly fewest: number
}

/** Of a submission of many dispatches. */
export const pace: Pace = { milliseconds: 100, fewest: 16 }

export interface Engine {
  readonly name: 'grid' | 'epochs' | 'replica'
  readonly kernels: readonly WebgpuKernel[]
  /** Ticks of one submission at most. */
  readonly most: number
  readonly pace: Pace
  /** `playing` turns the pages of the players: it is asked once for every tick, in their order. */
  submit(window: Window, playing: (tick: number) => ReadonlySet<Play>): void
  dispose(): void
}

/** Where engines work. */
export interface Workplace {
  readonly device: GPUDevice
  readonly card: Card
  readonly memory: Memory
  readonly logs: CardLogs
}

interface Bindings {
  readonly isMoving?: boolean
  readonly withEpochs?: boolean
}

/** What a module needs to run: its pipelines, and the buffers beside the memory of the network. */
export class Equipment {
  readonly pipelines: ReadonlyMap<string, GPUComputePipeline>
  readonly rows: GPUBuffer
  private readonly module: StepsModule
  private readonly place: Workplace
  private readonly layout: GPUBindGroupLayout
  private readonly frames: GPUBuffer
  private sent = new Uint8Array(0)

  private constructor(
    module: StepsModule,
    place: Workplace,
    made: Pick<Equipment, 'pipelines'> & { readonly layout: GPUBindGroupLayout },
  ) {
    const { STORAGE, COPY_DST } = GPUBufferUsage
    const usage = STORAGE | COPY_DST
    const words = module.kernels.reduce((sum, { frame }) => sum + frame.byteLength, 4)
    const { device } = place
    this.module = module
    this.place = place
    this.pipelines = made.pipelines
    this.layout = made.layout
    this.frames = device.createBuffer({ label: 'frames', size: words, usage })
    const size = 16 + longest * module.now.stride
    this.rows = device.createBuffer({ label: 'now', size, usage })
  }

  /** `isMoving`: the rows are bound one after another. `withEpochs`: which rows an epoch is about is bound too. */
  static async of(
    module: StepsModule,
    place: Workplace,
    { isMoving = false, withEpochs = false }: Bindings = {},
  ): Promise<Equipment> {
    const visibility = GPUShaderStage.COMPUTE
    const storage = [0, 1, 2, 3, 4].map((binding): GPUBindGroupLayoutEntry => {
      const type = binding < 3 ? 'storage' : 'read-only-storage'
      return { binding, visibility, buffer: { type, hasDynamicOffset: isMoving && binding === 4 } }
    })
    const epoch: GPUBindGroupLayoutEntry = {
      binding: 5,
      visibility,
      buffer: { type: 'uniform', hasDynamicOffset: true },
    }
    const layout = place.device.createBindGroupLayout({
      entries: [...storage, ...(withEpochs ? [epoch] : [])],
    })
    const pipelines = await place.card.compile(module, layout)
    return new Equipment(module, place, { pipelines, layout })
  }

  pipeline(entry: string): GPUComputePipeline {
    const found = this.pipelines.get(entry)
    if (!found) throw new Error(`no pipeline ${entry}`)
    return found
  }

  /** Frames change when parameters do, which is seldom. */
  uploadFrames(): void {
    const { kernels } = this.module
    const all = new Uint8Array(kernels.reduce((sum, { frame }) => sum + frame.byteLength, 0))
    let at = 0
    for (const { frame } of kernels) {
      all.set(new Uint8Array(frame.buffer), at)
      at += frame.byteLength
    }
    if (all.every((byte, k) => byte === this.sent[k])) return
    this.sent = all
    this.place.device.queue.writeBuffer(this.frames, 0, all)
  }

  /** All rows of a submission, with how many there are. */
  uploadRows({ first, end }: Window, playing: (tick: number) => ReadonlySet<Play>): void {
    const { now } = this.module
    const rows = new ArrayBuffer(4 + (end - first) * now.stride)
    const view = new DataView(rows)
    view.setUint32(0, end - first, true)
    for (let tick = first; tick < end; tick++) {
      const start = 4 + (tick - first) * now.stride
      now.write(view, { start, tick, playing: playing(tick) })
    }
    this.place.device.queue.writeBuffer(this.rows, 0, rows)
  }

  /** Of the rows, so many bytes are seen at a time; all without. */
  group({
    size,
    epochs,
  }: {
    readonly size?: number
    readonly epochs?: GPUBuffer
  } = {}): GPUBindGroup {
    const { device, memory } = this.place
    const { reals, wholes, tallies } = memory.buffersOn(device)
    const buffers = [reals, wholes, tallies, this.frames].map((buffer, binding) => {
      return { binding, resource: { buffer } }
    })
    const row = { buffer: this.rows, ...(size === undefined ? {} : { size }) }
    const epoch = epochs ? [{ binding: 5, resource: { buffer: epochs, size: 8 } }] : []
    const entries = [...buffers, { binding: 4, resource: row }, ...epoch]
    return device.createBindGroup({ layout: this.layout, entries })
  }

  dispose(): void {
    this.frames.destroy()
    this.rows.destroy()
  }
}
