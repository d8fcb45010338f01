/** Runs many small networks: one dispatch takes every replica through all ticks, others hand over what happened. */
import type { Play, Schedule } from '../schedule.ts'
import type { Window } from './card-logs.ts'
import { type Engine, Equipment, longest, widest, type Workplace } from './engine.ts'
import { boundsOf, type Share, shareFor } from './fits-a-workgroup.ts'
import { listDispatches } from './lists-of-rows.ts'
import { Rasters } from './rasters.ts'
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
  /** All ticks are one dispatch, and drivers kill those that take long. */
  readonly pace = { milliseconds: 40, fewest: 1 }
  private readonly parts: Parts

  private constructor(parts: Parts) {
    this.parts = parts
  }

  /** For a schedule that fits a workgroup. */
  static async open(schedule: Schedule, place: Workplace): Promise<ReplicaEngine> {
    const { memory, device, card } = place
    const { replicas = 1 } = schedule
    const rasters = new Rasters(schedule, memory, { replicas, longest })
    const share = shareFor(schedule, boundsOf(device, card.isSoftware))
    const module = writeReplica(schedule, { memory, rasters, replicas, share })
    const equipment = await Equipment.of(module, place)
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
    equipment.uploadRows(window, playing)
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
    for (const { entry, size } of listDispatches(rasters, window)) dispatch(entry, size)
    pass.end()
    device.queue.submit([encoder.finish()])
  }

  dispose(): void {
    this.parts.equipment.dispose()
  }
}
