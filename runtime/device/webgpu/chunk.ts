/** Repeats a schedule on the card: many ticks per submission, and nothing comes back in between. */
import { UsageError } from '../../../compiler/usage-error.ts'
import type { DeviceArray } from '../device.ts'
import type { Play, Repeated, Schedule } from '../schedule.ts'
import type { Card } from './card.ts'
import { CardLogs } from './card-logs.ts'
import { type Engine, longest } from './engine.ts'
import type { Memory } from './memory.ts'
import { openEngine } from './open-engine.ts'

/** Words that are brought to the host after every run, wanted or not: 16 MiB. */
const little = 2 ** 22

export class Chunks implements Repeated {
  private readonly card: Card
  private readonly memory: Memory
  private readonly schedule: Schedule
  private opened: Promise<Engine> | undefined
  private engine: Engine | undefined
  /** What kernels write to, that the host may want to see. */
  private written: readonly DeviceArray[] = []
  /** Ticks of the next submission. */
  private stride = 16
  private readonly logs: CardLogs

  constructor(schedule: Schedule, card: Card, memory: Memory) {
    this.schedule = schedule
    this.card = card
    this.memory = memory
    this.logs = new CardLogs(schedule, card, memory)
  }

  /** Which of the engines it is, once that is known. */
  get engineName(): string | undefined {
    return this.engine?.name
  }

  async run(first: number, last: number): Promise<number> {
    const device = await this.card.open()
    this.opened ??= this.open(device)
    const engine = await this.opened
    this.engine = engine
    const limit = Math.min(last, first + Math.min(this.stride, engine.most))
    const end = Math.max(first + 1, Math.min(limit, ...this.logs.room(first)))
    const began = performance.now()
    this.logs.upload(device)
    this.memory.upload(device)
    await this.card.guarded(`run the steps from ${first} to ${end}`, async () => {
      engine.submit({ first, end }, (tick) => this.turnPages(tick))
      for (const array of this.written) this.memory.markBehind(array)
      await this.receive(first, end)
    })
    this.learn(engine, end - first, performance.now() - began)
    return end
  }

  private async open(device: GPUDevice): Promise<Engine> {
    const { schedule, card, memory, logs } = this
    const engine = await openEngine(schedule, { device, card, memory, logs })
    this.written = [...new Set(engine.kernels.flatMap(({ written }) => written))]
    return engine
  }

  private learn({ pace }: Engine, ticks: number, tookMs: number): void {
    const wanted = ticks * Math.min(4, pace.milliseconds / Math.max(0.1, tookMs))
    if (ticks < this.stride && wanted > ticks) return
    this.stride = Math.round(Math.min(longest, Math.max(pace.fewest, wanted)))
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
    const engine = await this.opened?.catch(() => undefined)
    engine?.dispose()
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

const none = new ArrayBuffer(0)

/** The word that says that something went wrong. */
const trouble = { heap: 'tallies', first: 0, words: 1 } as const

const beyond =
  'What a connection adds to a cell is no finite number, or 2^31 and more. ' +
  'A shorter dt may keep it finite; backend wasm says which state runs away.'
