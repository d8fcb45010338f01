/** Repeats a schedule on the card: many ticks per submission, and nothing comes back in between. */
import { UsageError } from '../../../compiler/usage-error.ts'
import type { DeviceArray } from '../device.ts'
import type { EventLog, Play, Repeated, Schedule } from '../schedule.ts'
import type { Card } from './card.ts'
import { CardLogs, type Window } from './card-logs.ts'
import type { Memory } from './memory.ts'
import { type StepsModule, writeSteps } from './steps-module.ts'

/** Workgroups in one dimension; beyond that they are counted in two. */
const widest = 65535

/** Ticks of one submission at most and at least. */
const longest = 512
const shortest = 16

/** Words that are brought to the host after every run, wanted or not: 16 MiB. */
const little = 2 ** 22

/** A submission takes about this long: enough that its beginning and end cost nothing, little enough for drivers. */
const paceMs = 100

interface Ready {
  readonly module: StepsModule
  readonly pipelines: ReadonlyMap<string, GPUComputePipeline>
  readonly layout: GPUBindGroupLayout
  readonly frames: GPUBuffer
  readonly now: GPUBuffer
}

export class Chunks implements Repeated {
  private readonly card: Card
  private readonly memory: Memory
  private readonly schedule: Schedule
  private ready: Promise<Ready> | undefined
  /** What kernels write to, that the host may want to see. */
  private written: readonly DeviceArray[] = []
  /** Ticks of the next submission. */
  private stride = 64
  private readonly logs: CardLogs

  constructor(schedule: Schedule, card: Card, memory: Memory) {
    this.schedule = schedule
    this.card = card
    this.memory = memory
    this.logs = new CardLogs(schedule, card, memory)
  }

  async run(first: number, last: number): Promise<number> {
    const device = await this.card.open()
    this.ready ??= this.prepare(device)
    const ready = await this.ready
    const end = Math.max(first + 1, Math.min(last, first + this.stride, ...this.logs.room(first)))
    const began = performance.now()
    this.memory.upload(device)
    this.logs.upload(device)
    this.uploadFrames(device, ready)
    await this.card.guarded(`run the steps from ${first} to ${end}`, async () => {
      this.submit(device, ready, { first, end })
      for (const array of this.written) this.memory.markBehind(array)
      await this.receive(first, end)
    })
    this.learn(end - first, performance.now() - began)
    return end
  }

  private learn(ticks: number, tookMs: number): void {
    const pace = ticks * Math.min(4, paceMs / Math.max(0.1, tookMs))
    if (ticks < this.stride && pace > ticks) return
    this.stride = Math.round(Math.min(longest, Math.max(shortest, pace)))
  }

  private async prepare(device: GPUDevice): Promise<Ready> {
    const module = writeSteps(this.schedule, this.memory)
    const layout = device.createBindGroupLayout({
      entries: [0, 1, 2, 3, 4].map((binding) => ({
        binding,
        visibility: GPUShaderStage.COMPUTE,
        buffer: {
          type: binding < 3 ? 'storage' : 'read-only-storage',
          hasDynamicOffset: binding === 4,
        },
      })),
    })
    const pipelines = await this.card.compile(module, layout)
    this.written = [...new Set(module.kernels.flatMap(({ written }) => written))]
    const { STORAGE, COPY_DST } = GPUBufferUsage
    const words = module.kernels.reduce((sum, { frame }) => sum + frame.byteLength, 4)
    return {
      module,
      pipelines,
      layout,
      frames: device.createBuffer({ label: 'frames', size: words, usage: STORAGE | COPY_DST }),
      now: device.createBuffer({
        label: 'now',
        size: longest * module.now.stride,
        usage: STORAGE | COPY_DST,
      }),
    }
  }

  private uploadFrames(device: GPUDevice, { module, frames }: Ready): void {
    let at = 0
    for (const { frame } of module.kernels) {
      device.queue.writeBuffer(frames, at, frame.buffer)
      at += frame.byteLength
    }
  }

  private submit(device: GPUDevice, ready: Ready, { first, end }: Window): void {
    const { module, now } = ready
    const rows = new ArrayBuffer((end - first) * module.now.stride)
    const view = new DataView(rows)
    const encoder = device.createCommandEncoder()
    const pass = encoder.beginComputePass()
    const group = this.group(device, ready)
    const dispatches = this.sized(ready)
    for (let tick = first; tick < end; tick++) {
      const offset = (tick - first) * module.now.stride
      const playing = this.turnPages(tick)
      module.now.write(view, offset, tick)
      pass.setBindGroup(0, group, [offset])
      for (const { pipeline, size, every, play } of dispatches) {
        if (play ? !playing.has(play) : tick % every !== 0) continue
        pass.setPipeline(pipeline)
        pass.dispatchWorkgroups(...size)
      }
    }
    pass.end()
    device.queue.writeBuffer(now, 0, rows)
    device.queue.submit([encoder.finish()])
  }

  /** Dispatches with as many workgroups as the events of the last chunk want: those without work still cost. */
  private sized({ module, pipelines }: Ready): readonly Sized[] {
    const rate = (log: EventLog): number => 2 * this.logs.rate(log)
    return module.dispatches.flatMap(({ entry, parts }): readonly Sized[] => {
      const pipeline = pipelines.get(entry)
      const [first] = parts
      if (!pipeline || !first) return []
      const wanted = parts.map(({ workgroups }) => Math.ceil(workgroups(rate)))
      const most = Math.max(1, ...wanted)
      const width = Math.min(most, widest)
      const size = [width, Math.ceil(most / width), parts.length] as const
      const { every, play } = first
      return [{ pipeline, size, every, ...(play ? { play } : {}) }]
    })
  }

  private group(device: GPUDevice, { layout, frames, now, module }: Ready): GPUBindGroup {
    const { reals, wholes, tallies } = this.memory.buffersOn(device)
    const buffers = [reals, wholes, tallies, frames].map((buffer, binding) => {
      return { binding, resource: { buffer } }
    })
    const row = { binding: 4, resource: { buffer: now, size: module.now.stride } }
    return device.createBindGroup({ layout, entries: [...buffers, row] })
  }

  /** The players with something new in this tick, which then are at its row. */
  private turnPages(tick: number): ReadonlySet<Play> {
    const playing = new Set<Play>()
    for (const act of this.schedule.acts) {
      if (act.kind !== 'play') continue
      const { place, ticks } = act
      const [, count = 0] = place
      let next = place[0] ?? 0
      while (next < count && (ticks[next] ?? 0) <= tick) next += 1
      if (next > (place[0] ?? 0)) playing.add(act)
      place[0] = next
    }
    return playing
  }

  /** What the host looks at after every chunk: new events, samples, and whether there was trouble. */
  private async receive(first: number, end: number): Promise<void> {
    const { memory, card, schedule } = this
    const arrays = new Set<DeviceArray>()
    const flags: Int32Array[] = []
    for (const act of schedule.acts) {
      if (act.kind === 'sample' && Math.ceil(first / act.every) * act.every < end)
        arrays.add(act.into)
      if (act.kind === 'inspect') flags.push(act.flag)
    }
    for (const flag of flags) arrays.add(flag)
    for (const log of schedule.logs) arrays.add(log.places)
    const guesses = this.logs.guesses()
    const list = [...arrays]
    const [sign, ...rest] = await card.read(memory, [
      trouble,
      ...list.map((array) => memory.extentOf(array)),
      ...guesses.map((guess) => this.logs.partOf(guess)),
    ])
    for (const [k, array] of list.entries()) memory.receive(array, rest[k] ?? none)
    if (new Uint32Array(sign ?? none)[0]) await this.refuse()
    for (const [k, guess] of guesses.entries()) {
      await this.logs.take(guess, rest[list.length + k] ?? none, { first, end })
    }
    if (flags.some((flag) => flag[0] !== 0)) await this.fetch()
  }

  private async refuse(): Promise<never> {
    const device = await this.card.open()
    device.queue.writeBuffer(this.memory.buffersOn(device).tallies, 0, new Uint32Array(1))
    throw new UsageError(beyond)
  }

  /** Lets go of what belongs to this schedule alone. */
  async dispose(): Promise<void> {
    const ready = await this.ready?.catch(() => undefined)
    ready?.frames.destroy()
    ready?.now.destroy()
  }

  /** Everything, where it is little. */
  async settle(): Promise<void> {
    const { memory } = this
    const words = memory.behind.reduce((sum, array) => sum + memory.extentOf(array).words, 0)
    if (words <= little) await this.fetch()
  }

  /** Everything that kernels wrote. */
  async fetch(): Promise<void> {
    const { memory, card } = this
    const arrays = memory.behind
    const parts = await card.read(
      memory,
      arrays.map((array) => memory.extentOf(array)),
    )
    for (const [k, array] of arrays.entries()) memory.receive(array, parts[k] ?? none)
  }
}

interface Sized {
  readonly pipeline: GPUComputePipeline
  readonly size: readonly [number, number, number]
  readonly every: number
  readonly play?: Play
}

const none = new ArrayBuffer(0)

/** The word that says that something went wrong. */
const trouble = { heap: 'tallies', first: 0, words: 1 } as const

const beyond =
  'What a connection adds to a cell is no finite number, or 2^31 and more. ' +
  'A shorter dt may keep it finite; backend wasm says which state runs away.'
