/** The lists of events of a schedule on both sides: how much room there is, what is sent, and what comes back. */
import type { EventLog, Schedule } from '../schedule.ts'
import type { Card, Part } from './card.ts'
import { type Memory, plainView } from './memory.ts'

/** Ticks first … end − 1. */
export interface Window {
  readonly first: number
  readonly end: number
}

/** Words of a log that are read before it is known how many there are. */
export interface Guess {
  readonly log: EventLog
  readonly end: number
}

/** A quiet population has fewer events in a submission. */
const fewWords = 4096
const manyWords = 65536

export class CardLogs {
  private readonly logs: readonly EventLog[]
  private readonly memory: Memory
  private readonly card: Card
  /** Ticks from step to step of what appends to a log. */
  private readonly clocks: ReadonlyMap<EventLog, number>
  /** Where each log ended when the last submission was over; behind it are zeros. */
  private readonly ends = new Map<EventLog, number>()
  private readonly rates = new Map<EventLog, number>()
  private readonly news = new Set<EventLog>()

  constructor({ acts, logs }: Schedule, card: Card, memory: Memory) {
    const dense = acts.filter((act) => act.kind === 'dense')
    this.logs = logs
    this.card = card
    this.memory = memory
    this.clocks = new Map(dense.flatMap((act) => act.logs.map((log) => [log, act.clock] as const)))
  }

  /** Events per step in the last submission. */
  rate(log: EventLog): number {
    return this.rates.get(log) ?? 8
  }

  /** The card cannot stop when a log is full, so there must be room for whatever happens up to these ticks. */
  room(first: number): readonly number[] {
    return this.logs.map((log) => {
      const steps = Math.floor((log.words.length - (log.cursor[0] ?? 0)) / log.room) - 1
      return first + Math.max(1, steps) * (this.clocks.get(log) ?? 1)
    })
  }

  /** Whether the host has other events than the card. */
  isNews(log: EventLog): boolean {
    return this.news.has(log)
  }

  /** Of a log, what is kept; a list begins with a count of 0, so what is behind must be zeros. */
  upload(device: GPUDevice): void {
    const { tallies } = this.memory.buffersOn(device)
    const encoder = device.createCommandEncoder()
    this.news.clear()
    for (const log of this.logs) {
      if (this.ends.has(log) && !this.memory.isChanged(log.places)) continue
      this.news.add(log)
      const { words, cursor } = log
      const start = 4 * this.memory.placeOf(words).start
      const kept = cursor[0] ?? 0
      const dirty = (this.ends.get(log) ?? words.length) - kept
      device.queue.writeBuffer(tallies, start, plainView(words.subarray(0, kept)))
      if (dirty > 0) encoder.clearBuffer(tallies, start + 4 * kept, 4 * dirty)
    }
    device.queue.submit([encoder.finish()])
  }

  /** How far each log probably goes; if that is wrong, the rest is read afterwards. */
  guesses(): readonly Guess[] {
    return this.logs.map((log) => {
      const likely = Math.max(fewWords, Math.min(log.room, manyWords))
      return { log, end: Math.min(log.words.length, (log.cursor[0] ?? 0) + likely) }
    })
  }

  /** What is new up to there. */
  partOf({ log, end }: Guess): Part {
    const from = log.cursor[0] ?? 0
    const first = this.memory.placeOf(log.words).start + from
    return { heap: 'tallies', first, words: end - from }
  }

  /** Takes over what was read. The last list says where the next will begin. */
  async take(
    { log, end: known }: Guess,
    words: ArrayBuffer,
    { first, end }: Window,
  ): Promise<void> {
    const before = log.cursor[0] ?? 0
    log.words.set(new Int32Array(words), before)
    const clock = this.clocks.get(log) ?? 1
    const last = Math.ceil(end / clock) - 1
    const place = log.places[last & (log.places.length - 1)] ?? 0
    if (place >= known) await this.readOn(log, known, place + 1)
    const next = place + 1 + (log.words[place] ?? 0)
    if (next > known) await this.readOn(log, known, next)
    this.rates.set(log, (next - before) / Math.max(1, (end - first) / clock))
    log.cursor[0] = next
    this.ends.set(log, next)
  }

  private async readOn(log: EventLog, from: number, to: number): Promise<void> {
    const { start } = this.memory.placeOf(log.words)
    const part = { heap: 'tallies', first: start + from, words: to - from } as const
    const [words = new ArrayBuffer(0)] = await this.card.read(this.memory, [part])
    log.words.set(new Int32Array(words), from)
  }
}
