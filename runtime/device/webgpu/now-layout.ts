/** What a row of `now` holds: words that differ from tick to tick, written by the host for many ticks at once. */
import type { Act, Play } from '../schedule.ts'
import type { WebgpuKernel } from './bound-kernel.ts'

/** Rows begin at multiples of this many bytes, which is what WebGPU guarantees for offsets that change. */
const alignment = 256

interface Naming {
  readonly nameOf: (kernel: WebgpuKernel) => string
  /** Kernels see all rows, and are told which one is theirs. */
  readonly isTable: boolean
}

/** Where a player has nothing new. */
const nothingNew = 2 ** 32 - 1

interface Row {
  /** Where in bytes it begins. */
  readonly start: number
  readonly tick: number
  readonly playing: ReadonlySet<Play>
}

export class NowLayout {
  /** Bytes from row to row. */
  readonly stride: number
  private readonly clocks: readonly number[]
  private readonly kernels: readonly WebgpuKernel[]
  private readonly players: readonly Play[]
  private readonly nameOf: (kernel: WebgpuKernel) => string
  private readonly clockOf = new Map<WebgpuKernel, number>()
  private readonly isTable: boolean
  /** What a row is called. */
  private readonly place: string

  constructor(acts: readonly Act[], kernels: readonly WebgpuKernel[], { nameOf, isTable }: Naming) {
    this.isTable = isTable
    this.place = isTable ? 'ticks.rows[row]' : 'now'
    this.clocks = [...new Set(acts.map(({ clock }) => clock))]
    this.kernels = kernels.filter(({ moments }) => moments.length > 0)
    this.players = acts.filter((act) => act.kind === 'play')
    this.nameOf = nameOf
    for (const act of acts) {
      if ('kernel' in act) this.clockOf.set(act.kernel as WebgpuKernel, act.clock)
    }
    const moments = this.kernels.reduce((sum, kernel) => sum + kernel.moments.length, 0)
    const words = 1 + this.clocks.length + moments + this.players.length
    this.stride = isTable ? 4 * words : Math.ceil((4 * words) / alignment) * alignment
  }

  text(): string {
    const fields = [
      '  tick: i32,',
      ...this.clocks.map((clock) => `  step_${clock}: i32,`),
      ...this.kernels.map((kernel, k) => `  k${k}: ${this.nameOf(kernel)}_now,`),
      ...this.players.map((_, k) => `  row_${k}: u32,`),
    ]
    const bound = this.isTable
      ? 'struct Ticks {\n  count: u32,\n  rows: array<Now>,\n}\n\n@group(0) @binding(4) var<storage, read> ticks: Ticks;\n'
      : '@group(0) @binding(4) var<storage, read> now: Now;\n'
    return [`struct Now {\n${fields.join('\n')}\n}\n`, bound].join('\n')
  }

  get tick(): string {
    return `${this.place}.tick`
  }

  /** The step of something on this clock. */
  step = (clock: number): string => `${this.place}.step_${clock}`

  momentOf(kernel: WebgpuKernel): string {
    return `${this.place}.k${this.kernels.indexOf(kernel)}`
  }

  rowOf(player: Play): string {
    return `${this.place}.row_${this.players.indexOf(player)}`
  }

  /** In which ticks something is due, if not in all. */
  conditionOf({
    every,
    play,
  }: {
    readonly every: number
    readonly play?: Play
  }): string | undefined {
    if (play) return `${this.rowOf(play)} != ${nothingNew}u`
    return every === 1 ? undefined : `${this.tick} % ${every} == 0`
  }

  /** Writes the row of a tick; some of the players have something new. */
  write(view: DataView, { start, tick, playing }: Row): void {
    let at = start
    const whole = (value: number): void => {
      view.setInt32(at, value, true)
      at += 4
    }
    whole(tick)
    for (const clock of this.clocks) whole(Math.floor(tick / clock))
    for (const kernel of this.kernels) {
      const values = kernel.momentsAt(Math.floor(tick / (this.clockOf.get(kernel) ?? 1)))
      for (const { name, type } of kernel.moments) {
        const value = values.get(name) ?? Number.NaN
        if (type === 'f32') view.setFloat32(at, value, true)
        else view.setInt32(at, value, true)
        at += 4
      }
    }
    for (const player of this.players) {
      whole(playing.has(player) ? (player.place[0] ?? 0) - 1 : nothingNew)
    }
  }
}
