/** Events as bits on the card, one for each cell and step: room for whatever happens, and no order among replicas. */
import type { EventLog, Schedule } from '../schedule.ts'
import type { Window } from './card-logs.ts'
import { type Memory, plainView } from './memory.ts'

/** The events of one log: a row for each step, and in it some words for each replica. */
export interface Raster {
  readonly log: EventLog
  /** Ticks from step to step. */
  readonly clock: number
  /** In one replica. */
  readonly cells: number
  readonly wordsPerReplica: number
  readonly wordsPerRow: number
  /** A power of two. */
  readonly rows: number
  /** The first word. */
  readonly start: number
  /** A word for each step of a submission, where lists are made of rows. */
  readonly scratch: number
}

interface Sizes {
  readonly replicas: number
  /** Steps of one submission at most. */
  readonly longest: number
}

type Measured = Omit<Raster, 'start' | 'scratch'> & { readonly words: number }

/** The rasters of a schedule, before they have a place. */
function measured({ acts }: Schedule, { replicas, longest }: Sizes): readonly Measured[] {
  return acts.flatMap((act) => {
    if (act.kind !== 'dense') return []
    const cells = (act.last - act.first) / replicas
    return act.logs.map((log) => {
      const wordsPerReplica = Math.ceil(cells / 32)
      const wordsPerRow = replicas * wordsPerReplica
      const steps = Math.min(longest, Math.ceil(log.words.length / log.room))
      const rows = 2 ** Math.ceil(Math.log2(log.places.length + steps))
      const words = longest + rows * wordsPerRow
      return { log, clock: act.clock, cells, wordsPerReplica, wordsPerRow, rows, words }
    })
  })
}

/** What all rasters of a schedule take. */
export const wordsOfRasters = (schedule: Schedule, sizes: Sizes): number =>
  measured(schedule, sizes).reduce((sum, { words }) => sum + words, 0)

export class Rasters {
  readonly all: readonly Raster[]
  private readonly memory: Memory
  private readonly byLog: ReadonlyMap<EventLog, Raster>
  /** Until here the card knows what happened. */
  private known = -1

  constructor(schedule: Schedule, memory: Memory, sizes: Sizes) {
    this.memory = memory
    this.all = measured(schedule, sizes).map(({ words, ...raster }) => {
      const scratch = memory.beside(raster.log.places, words)
      return { ...raster, scratch, start: scratch + sizes.longest }
    })
    this.byLog = new Map(this.all.map((raster) => [raster.log, raster]))
  }

  of(log: EventLog): Raster | undefined {
    return this.byLog.get(log)
  }

  /** Ticks for which there are rows. */
  get most(): number {
    return Math.min(...this.all.map(({ log, rows, clock }) => (rows - log.places.length) * clock))
  }

  /** What happened lately, where the host knows better; and no events yet in the steps to come. */
  prepare(device: GPUDevice, { first, end }: Window, isNews: (log: EventLog) => boolean): void {
    const { tallies } = this.memory.buffersOn(device)
    const encoder = device.createCommandEncoder()
    for (const raster of this.all) {
      const [begin, stop] = [stepAt(first, raster), stepAt(end, raster)]
      const isOld = first !== this.known || isNews(raster.log)
      const lately = isOld ? raster.log.places.length : 0
      for (let step = begin - lately; step < begin; step++) {
        const words = plainView(bitsOf(raster, step))
        device.queue.writeBuffer(tallies, 4 * wordOf(raster, step), words)
      }
      for (const [from, to] of spans(raster, begin, stop)) {
        encoder.clearBuffer(tallies, 4 * from, 4 * (to - from))
      }
      if (begin < stop) encoder.clearBuffer(tallies, 4 * raster.scratch, 4 * (stop - begin))
    }
    device.queue.submit([encoder.finish()])
    this.known = end
  }
}

/** The first step of something on a clock at this tick or after. */
export const stepAt = (tick: number, { clock }: { readonly clock: number }): number =>
  Math.ceil(tick / clock)

const wordOf = ({ start, rows, wordsPerRow }: Raster, step: number): number =>
  start + (((step % rows) + rows) % rows) * wordsPerRow

/** A list of the host as a row. */
function bitsOf({ log, cells, wordsPerReplica, wordsPerRow }: Raster, step: number): Int32Array {
  const bits = new Int32Array(wordsPerRow)
  const { words, places } = log
  const place = step < 0 ? 0 : (places[step & (places.length - 1)] ?? 0)
  const list = words.subarray(place + 1, place + 1 + (words[place] ?? 0))
  for (const element of list) {
    const cell = element % cells
    const word = Math.floor(element / cells) * wordsPerReplica + (cell >> 5)
    bits[word] = (bits[word] ?? 0) | (1 << (cell & 31))
  }
  return bits
}

/** The words of the rows of some steps: once around the ring, in two parts. */
function spans(
  raster: Raster,
  begin: number,
  stop: number,
): readonly (readonly [number, number])[] {
  if (begin >= stop) return []
  const { start, rows, wordsPerRow } = raster
  const from = wordOf(raster, begin)
  const beyond = from + (stop - begin) * wordsPerRow - (start + rows * wordsPerRow)
  if (beyond <= 0) return [[from, from + (stop - begin) * wordsPerRow]]
  return [
    [from, start + rows * wordsPerRow],
    [start, start + beyond],
  ]
}
