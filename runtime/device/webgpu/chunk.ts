/** Repeats a schedule on the card: many ticks per submission, and nothing comes back in between. */
import { UsageError } from '../../../compiler/usage-error.ts'
import type { DeviceArray } from '../device.ts'
import type { EventLog, Play, Repeated, Schedule } from '../schedule.ts'
import type { Card } from './card.ts'
import type { Memory } from './memory.ts'
import { plainView } from './memory.ts'
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
  /** Where each log ended when the last chunk was over; behind it are zeros. */
  private readonly ends = new Map<EventLog, number>()
  /** Events per step of each log in the last chunk. */
  private readonly rates = new Map<EventLog, number>()

  constructor(schedule: Schedule, card: Card, memory: Memory) {
    this.schedule = schedule
    this.card = card
    this.memory = memory
  }

  async run(first: number, last: number): Promise<number> {
    const device = await this.card.open()
    this.ready ??= this.prepare(device)
    const ready = await this.ready
    const end = Math.max(first + 1, Math.min(last, first + this.stride, ...this.room(first)))
    const began = performance.now()
    this.memory.upload(device)
    this.uploadLogs(device)
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

  /** The device cannot stop when a log is full, so there must be room for whatever happens. */
  private room(first: number): readonly number[] {
    const clocks = this.clocks()
    return this.schedule.logs.map((log) => {
      const steps = Math.floor((log.words.length - (log.cursor[0] ?? 0)) / log.room) - 1
      return first + Math.max(1, steps) * (clocks.get(log) ?? 1)
    })
  }

  /** Ticks from step to step of what appends to a log. */
  private clocks(): ReadonlyMap<EventLog, number> {
    const dense = this.schedule.acts.filter((act) => act.kind === 'dense')
    return new Map(dense.flatMap(({ logs, clock }) => logs.map((log) => [log, clock] as const)))
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

  /** Of a log, what is kept; a list begins with a count of 0, so what is behind must be zeros. */
  private uploadLogs(device: GPUDevice): void {
    const { tallies } = this.memory.buffersOn(device)
    const encoder = device.createCommandEncoder()
    for (const log of this.schedule.logs) {
      const { words, cursor } = log
      const start = 4 * this.memory.placeOf(words).start
      const kept = cursor[0] ?? 0
      const dirty = (this.ends.get(log) ?? kept) - kept
      device.queue.writeBuffer(tallies, start, plainView(words.subarray(0, kept)))
      if (dirty > 0) encoder.clearBuffer(tallies, start + 4 * kept, 4 * dirty)
    }
    device.queue.submit([encoder.finish()])
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
    const rate = (log: EventLog): number => 2 * (this.rates.get(log) ?? 8)
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
    const logs = schedule.logs.map((log) => ({ log, words: this.likelyEnd(log) }))
    const words = logs.map(({ log, words }) => {
      const from = log.cursor[0] ?? 0
      return {
        heap: 'tallies' as const,
        first: memory.placeOf(log.words).start + from,
        words: words - from,
      }
    })
    const trouble = { heap: 'tallies' as const, first: 0, words: 1 }
    const parts = await card.read(memory, [
      trouble,
      ...[...arrays].map((array) => memory.extentOf(array)),
      ...words,
    ])
    const [sign, ...rest] = parts
    const list = [...arrays]
    for (const [k, array] of list.entries()) memory.receive(array, rest[k] ?? none)
    if (new Uint32Array(sign ?? none)[0]) throw new UsageError(beyond)
    for (const [k, { log }] of logs.entries()) {
      log.words.set(new Int32Array(rest[list.length + k] ?? none), log.cursor[0])
      await this.follow(log, { known: logs[k]?.words ?? 0, first, end })
    }
    if (flags.some((flag) => flag[0] !== 0)) await this.fetch()
  }

  /** A guess at where the list after the last will begin; if it is wrong, the rest is read afterwards. */
  private likelyEnd({ words, cursor, room }: EventLog): number {
    const from = cursor[0] ?? 0
    return Math.min(words.length, from + Math.max(4096, Math.min(room, 65536)))
  }

  /** The last list says where the next will begin. */
  private async follow(
    log: EventLog,
    { known, first, end }: Window & { known: number },
  ): Promise<void> {
    const clock = this.clocks().get(log) ?? 1
    const last = Math.ceil(end / clock) - 1
    const place = log.places[last & (log.places.length - 1)] ?? 0
    if (place >= known) await this.readOn(log, known, place + 1)
    const next = place + 1 + (log.words[place] ?? 0)
    if (next > known) await this.readOn(log, Math.max(known, 0), next)
    const steps = Math.max(1, (end - first) / clock)
    this.rates.set(log, (next - (log.cursor[0] ?? 0)) / steps)
    log.cursor[0] = next
    this.ends.set(log, next)
  }

  private async readOn(log: EventLog, from: number, to: number): Promise<void> {
    const { start } = this.memory.placeOf(log.words)
    const part = { heap: 'tallies' as const, first: start + from, words: to - from }
    const [words] = await this.card.read(this.memory, [part])
    log.words.set(new Int32Array(words ?? none), from)
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

interface Window {
  readonly first: number
  readonly end: number
}

const none = new ArrayBuffer(0)

const beyond =
  'What a connection adds to a cell is no finite number, or 2^31 and more. ' +
  'A shorter dt may keep it finite; backend wasm says which state runs away.'
