/** Runs many small networks: one dispatch takes every replica through all ticks, others hand over what happened. */
import type { Play, Schedule } from '../schedule.ts'
import type { Window } from './card-logs.ts'
import { type Engine, Equipment, longest, widest, type Workplace } from './engine.ts'
import { boundsOf, type Share, shareFor } from './fits-a-workgroup.ts'
import { lanesOfRow, wordsPerLane } from './lists-of-rows.ts'
import { Rasters, stepAt } from './rasters.ts'
import { entries, writeReplica } from './replica-module.ts'
import type { StepsModule } from './steps-module.ts'

interface Parts {
  readonly module: StepsModule
  readonly place: Workplace
  readonly equipment: Equipment
  readonly rasters: Rasters
  readonly replicas: number
  readonly share: Share
}

export class ReplicaEngine implements Engine {
  readonly name = 'replica'
  private readonly parts: Parts

  private constructor(parts: Parts) {
    this.parts = parts
  }

  /** For a schedule that fits a workgroup. */
  static async open(schedule: Schedule, place: Workplace): Promise<ReplicaEngine> {
    const { memory, device } = place
    const { replicas = 1 } = schedule
    const rasters = new Rasters(schedule, memory, { replicas, longest })
    const share = shareFor(schedule, boundsOf(device))
    const module = writeReplica(schedule, { memory, rasters, replicas, share })
    const equipment = await Equipment.of(module, place, { isMoving: false })
    return new ReplicaEngine({ module, place, equipment, rasters, replicas, share })
  }

  get kernels() {
    return this.parts.module.kernels
  }

  get most(): number {
    return Math.min(longest, this.parts.rasters.most)
  }

  submit(window: Window, playing: (tick: number) => ReadonlySet<Play>): void {
    const { equipment, place, rasters, replicas, share } = this.parts
    const { device, logs } = place
    equipment.uploadFrames()
    rasters.prepare(device, window, (log) => logs.isNews(log))
    this.writeRows(window, playing)
    const encoder = device.createCommandEncoder()
    const pass = encoder.beginComputePass()
    pass.setBindGroup(0, equipment.group())
    const dispatch = (entry: string, size: readonly [number, number, number]): void => {
      pass.setPipeline(equipment.pipeline(entry))
      pass.dispatchWorkgroups(...size)
    }
    const groups = Math.ceil(replicas / share.perWorkgroup)
    const width = Math.min(groups, widest)
    dispatch(entries.steps, [width, Math.ceil(groups / width), 1])
    const { all } = rasters
    const steps = Math.max(
      0,
      ...all.map((raster) => stepAt(window.end, raster) - stepAt(window.first, raster)),
    )
    const words = Math.max(1, ...all.map(({ wordsPerRow }) => wordsPerRow))
    const across = Math.ceil(words / (lanesOfRow * wordsPerLane))
    if (steps > 0) dispatch(entries.count, [across, steps, all.length])
    dispatch(entries.place, [1, 1, Math.max(1, all.length)])
    if (steps > 0) dispatch(entries.fill, [across, steps, all.length])
    pass.end()
    device.queue.submit([encoder.finish()])
  }

  private writeRows({ first, end }: Window, playing: (tick: number) => ReadonlySet<Play>): void {
    const { module, equipment, place } = this.parts
    const { stride } = module.now
    const rows = new ArrayBuffer(4 + (end - first) * stride)
    const view = new DataView(rows)
    view.setUint32(0, end - first, true)
    for (let tick = first; tick < end; tick++) {
      const start = 4 + (tick - first) * stride
      module.now.write(view, { start, tick, playing: playing(tick) })
    }
    place.device.queue.writeBuffer(equipment.rows, 0, rows)
  }

  dispose(): void {
    this.parts.equipment.dispose()
  }
}
