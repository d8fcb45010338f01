/** Runs a large network: for every tick the dispatches of its step, all in one submission. */
import type { EventLog, Play, Schedule } from '../schedule.ts'
import type { Window } from './card-logs.ts'
import { type Engine, Equipment, longest, pace, widest, type Workplace } from './engine.ts'
import { type GridModule, writeGrid } from './grid-module.ts'

interface Sized {
  readonly pipeline: GPUComputePipeline
  readonly size: readonly [number, number, number]
  readonly every: number
  readonly play?: Play
}

export class Grid implements Engine {
  readonly name = 'grid'
  readonly most = longest
  readonly pace = pace
  private readonly module: GridModule
  private readonly place: Workplace
  private readonly equipment: Equipment

  private constructor(module: GridModule, place: Workplace, equipment: Equipment) {
    this.module = module
    this.place = place
    this.equipment = equipment
  }

  static async open(schedule: Schedule, place: Workplace): Promise<Grid> {
    const module = writeGrid(schedule, place.memory)
    return new Grid(module, place, await Equipment.of(module, place, { isMoving: true }))
  }

  get kernels() {
    return this.module.kernels
  }

  submit({ first, end }: Window, playing: (tick: number) => ReadonlySet<Play>): void {
    const { device } = this.place
    const { now } = this.module
    this.equipment.uploadFrames()
    const rows = new ArrayBuffer((end - first) * now.stride)
    const view = new DataView(rows)
    const encoder = device.createCommandEncoder()
    const pass = encoder.beginComputePass()
    const group = this.equipment.group({ size: now.stride })
    const dispatches = this.sized()
    for (let tick = first; tick < end; tick++) {
      const start = (tick - first) * now.stride
      const news = playing(tick)
      now.write(view, { start, tick, playing: news })
      pass.setBindGroup(0, group, [start])
      for (const { pipeline, size, every, play } of dispatches) {
        if (play ? !news.has(play) : tick % every !== 0) continue
        pass.setPipeline(pipeline)
        pass.dispatchWorkgroups(...size)
      }
    }
    pass.end()
    device.queue.writeBuffer(this.equipment.rows, 0, rows)
    device.queue.submit([encoder.finish()])
  }

  /** Dispatches with as many workgroups as the events of the last chunk want: those without work still cost. */
  private sized(): readonly Sized[] {
    const rate = (log: EventLog): number => 2 * this.place.logs.rate(log)
    return this.module.dispatches.flatMap(({ entry, parts }): readonly Sized[] => {
      const [first] = parts
      if (!first) return []
      const wanted = parts.map(({ workgroups }) => Math.ceil(workgroups(rate)))
      const most = Math.max(1, ...wanted)
      const width = Math.min(most, widest)
      const size = [width, Math.ceil(most / width), parts.length] as const
      const { every, play } = first
      const pipeline = this.equipment.pipeline(entry)
      return [{ pipeline, size, every, ...(play ? { play } : {}) }]
    })
  }

  dispose(): void {
    this.equipment.dispose()
  }
}
