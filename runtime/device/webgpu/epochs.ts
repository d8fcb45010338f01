/** Runs a large network several steps at a time: two dispatches for an epoch, which is as long as the shortest delay. */
import type { Play, Schedule } from '../schedule.ts'
import { type Epoch, epochOf } from './allows-epochs.ts'
import type { Window } from './card-logs.ts'
import { type Engine, Equipment, longest, pace, widest, type Workplace } from './engine.ts'
import { epochEntries, type EpochModule, writeEpochs } from './epoch-module.ts'
import { listDispatches } from './lists-of-rows.ts'
import { Rasters } from './rasters.ts'

/** Offsets that change are multiples of this. */
const alignment = 256

interface Parts {
  readonly module: EpochModule
  readonly place: Workplace
  readonly equipment: Equipment
  readonly rasters: Rasters
  readonly epochs: GPUBuffer
  readonly epoch: Epoch
}

export class Epochs implements Engine {
  readonly name = 'epochs'
  readonly pace = pace
  private readonly parts: Parts

  private constructor(parts: Parts) {
    this.parts = parts
  }

  /** For a schedule that allows epochs. */
  static async open(schedule: Schedule, place: Workplace): Promise<Epochs> {
    const { memory, device } = place
    const epoch = epochOf(schedule, memory) ?? { steps: 1, isSplit: true }
    const rasters = new Rasters(schedule, memory, { replicas: 1, longest })
    const module = writeEpochs(schedule, { memory, rasters, epoch })
    const equipment = await Equipment.of(module, place, { withEpochs: true })
    const { UNIFORM, COPY_DST } = GPUBufferUsage
    const size = longest * alignment
    const epochs = device.createBuffer({ label: 'epochs', size, usage: UNIFORM | COPY_DST })
    return new Epochs({ module, place, equipment, rasters, epochs, epoch })
  }

  get kernels() {
    return this.parts.module.kernels
  }

  get most(): number {
    return Math.min(longest, this.parts.rasters.most)
  }

  submit(window: Window, playing: (tick: number) => ReadonlySet<Play>): void {
    const { equipment, place, rasters, epochs } = this.parts
    const { device, logs } = place
    equipment.uploadFrames()
    rasters.prepare(device, window, (log) => logs.isNews(log))
    equipment.uploadRows(window, playing)
    const windows = this.epochsIn(window)
    const words = new Uint32Array((windows.length * alignment) / 4)
    windows.forEach(({ first, end }, k) => {
      words.set([first - window.first, end - window.first], (k * alignment) / 4)
    })
    device.queue.writeBuffer(epochs, 0, words)
    const encoder = device.createCommandEncoder()
    const pass = encoder.beginComputePass()
    const group = equipment.group({ epochs })
    pass.setBindGroup(0, group, [0])
    this.moveRings(pass, epochEntries.load)
    const [opening, following, closing] = this.entries()
    if (opening) this.overCells(pass, opening)
    windows.forEach((epoch, k) => {
      pass.setBindGroup(0, group, [k * alignment])
      this.deliver(pass, epoch)
      this.overCells(pass, k === windows.length - 1 ? closing : following)
    })
    this.moveRings(pass, epochEntries.store)
    for (const { entry, size } of listDispatches(rasters, window)) this.dispatch(pass, entry, size)
    pass.end()
    device.queue.submit([encoder.finish()])
  }

  private epochsIn({ first, end }: Window): readonly Window[] {
    const { steps } = this.parts.epoch
    const windows: Window[] = []
    for (let tick = first; tick < end; ) {
      const next = Math.min(end, tick + steps)
      windows.push({ first: tick, end: next })
      tick = next
    }
    return windows
  }

  /** What cells do before the first delivery, after each one, and after the last. */
  private entries(): readonly [string | undefined, string, string] {
    const { cells, before, between, after } = epochEntries
    return this.parts.epoch.isSplit ? [before, between, after] : [undefined, cells, cells]
  }

  private deliver(pass: GPUComputePassEncoder, { first, end }: Window): void {
    const { module, rasters } = this.parts
    const { delivers, lanes } = module
    if (delivers === 0) return
    const words = Math.max(1, ...rasters.all.map(({ wordsPerRow }) => wordsPerRow))
    const width = Math.min(Math.ceil(words / lanes), widest)
    this.dispatch(pass, epochEntries.deliver, [width, end - first, delivers])
  }

  private overCells(pass: GPUComputePassEncoder, entry: string): void {
    const { counts, lanes } = this.parts.module
    if (counts.length === 0) return
    const [width, height] = sizeFor(Math.ceil(Math.max(...counts) / lanes))
    this.dispatch(pass, entry, [width, height, counts.length])
  }

  private moveRings(pass: GPUComputePassEncoder, entry: string): void {
    const { rings, lanes } = this.parts.module
    if (rings.length === 0) return
    const most = Math.max(...rings.map(({ reach, stride }) => reach * stride))
    const [width, height] = sizeFor(Math.ceil(most / lanes))
    this.dispatch(pass, entry, [width, height, rings.length])
  }

  private dispatch(
    pass: GPUComputePassEncoder,
    entry: string,
    size: readonly [number, number, number],
  ): void {
    pass.setPipeline(this.parts.equipment.pipeline(entry))
    pass.dispatchWorkgroups(...size)
  }

  dispose(): void {
    this.parts.equipment.dispose()
    this.parts.epochs.destroy()
  }
}

/** Workgroups in two dimensions. */
function sizeFor(workgroups: number): readonly [number, number, number] {
  const width = Math.min(Math.max(1, workgroups), widest)
  return [width, Math.ceil(workgroups / width) || 1, 1]
}
