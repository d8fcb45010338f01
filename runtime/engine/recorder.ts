/** Samples one quantity of a population while it runs, in blocks that are emptied from time to time. */
import type { BoundKernel, Device, DeviceArray } from '../device/device.ts'
import type { Act, Sample } from '../device/schedule.ts'
import type { Part } from './parts.ts'

export interface RecorderOptions {
  readonly device: Device
  /** What is sampled; the kernel fills it where it is a definition. */
  readonly from: DeviceArray
  readonly kernel?: BoundKernel
  readonly count: number
  /** Only these elements. */
  readonly elements?: Int32Array
  /** Ticks from sample to sample, and from step to step of the population. */
  readonly every: number
  readonly clock: number
  /** Values are kernel values divided by it. */
  readonly scale: number
  /** Sampled by the first worker alone: connections are not shared out as cells are. */
  readonly isOfConnections?: boolean
}

/** Values a block may hold; a bigger one would be no faster. */
const blockSize = 2 ** 17

export class Recorder {
  readonly width: number
  private readonly options: RecorderOptions
  private readonly block: DeviceArray
  private readonly rows: number
  /** The first sample of the window, and the first that is still in the block; samples are counted from tick 0. */
  private first = 0
  private next = 0
  /** What was in the block before. */
  private collected: Float64Array[] = []

  constructor(options: RecorderOptions) {
    this.options = options
    this.width = options.elements?.length ?? options.count
    this.rows = Math.max(2, Math.min(16384, Math.floor(blockSize / Math.max(1, this.width))))
    const isSingle = options.from instanceof Float32Array
    const type = options.from instanceof Int32Array ? 'integer' : isSingle ? 'single' : 'real'
    this.block = options.device.allocate(type, this.rows * this.width)
  }

  /** What samples the elements first … last − 1, or those of the list among them. */
  acts(part: Part, worker: number): readonly Act[] {
    const { kernel, from, every, clock, elements, isOfConnections, count } = this.options
    if (isOfConnections && worker > 0) return []
    const { first, last } = isOfConnections ? { first: 0, last: count } : part
    if (first >= last) return []
    const sample: Sample = {
      kind: 'sample',
      from,
      first,
      last,
      into: this.block,
      width: this.width,
      offset: first,
      rows: this.rows,
      every,
      clock,
      ...this.part(elements, first, last),
    }
    if (!kernel) return [sample]
    return [{ kind: 'dense', kernel, every, clock, first, last, logs: [] }, sample]
  }

  private part(elements: Int32Array | undefined, first: number, last: number) {
    if (!elements) return {}
    const start = elements.findIndex((element) => element >= first)
    const mine = elements.filter((element) => element >= first && element < last)
    const held = this.options.device.allocate('integer', mine.length) as Int32Array
    held.set(mine)
    return { elements: held, offset: Math.max(0, start) }
  }

  /** Ticks from sample to sample. */
  get every(): number {
    return this.options.every
  }

  get isOfConnections(): boolean {
    return this.options.isOfConnections ?? false
  }

  /** Begins at this tick, whatever was before. */
  begin(tick: number): void {
    this.first = this.sampleAt(tick)
    this.next = this.first
    this.collected = []
  }

  private sampleAt(tick: number): number {
    return Math.ceil(tick / this.options.every)
  }

  /** The tick before which the block must be emptied. */
  get limit(): number {
    return (this.next + this.rows) * this.options.every
  }

  /** Empties the block once it is full. */
  flush(tick: number): void {
    if (tick < this.limit) return
    const { rows, width } = this
    const values = new Float64Array(rows * width)
    for (let sample = 0; sample < rows; sample++) {
      const from = ((this.next + sample) % rows) * width
      for (let k = 0; k < width; k++) values[sample * width + k] = this.block[from + k]!
    }
    this.collected.push(values)
    this.next += rows
  }

  /** How many samples there are since it began, at this tick. */
  samplesAt(tick: number): number {
    return this.sampleAt(tick) - this.first
  }

  /** Everything since it began: one row per element. */
  take(tick: number): { readonly values: Float64Array; readonly samples: number } {
    const samples = this.samplesAt(tick)
    const values = new Float64Array(samples * this.width)
    this.write(values, { tick, rows: Array.from({ length: this.width }, (_, k) => k) })
    return { values, samples }
  }

  /** The same among rows of others: those of its elements are told. */
  write(
    into: Float64Array,
    { tick, rows }: { readonly tick: number; readonly rows: ArrayLike<number> },
  ): void {
    const samples = this.samplesAt(tick)
    const { width } = this
    const { scale } = this.options
    const put = (sample: number, from: DeviceArray, at: number): void => {
      for (let k = 0; k < width; k++) into[rows[k]! * samples + sample] = from[at + k]! / scale
    }
    let sample = 0
    for (const block of this.collected) {
      for (let at = 0; at < block.length; at += width) put(sample++, block, at)
    }
    for (; sample < samples; sample++) {
      put(sample, this.block, ((this.first + sample) % this.rows) * width)
    }
  }
}
