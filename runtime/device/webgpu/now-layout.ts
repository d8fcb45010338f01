/** What a row of `now` holds: words that differ from tick to tick, written by the host for many ticks at once. */
import type { Act, Play } from '../schedule.ts'
import type { WebgpuKernel } from './bound-kernel.ts'

/** Rows begin at multiples of this many bytes, which is what WebGPU guarantees for offsets that change. */
const alignment = 256

export class NowLayout {
  /** Bytes from row to row. */
  readonly stride: number
  private readonly clocks: readonly number[]
  private readonly kernels: readonly WebgpuKernel[]
  private readonly players: readonly Play[]
  private readonly nameOf: (kernel: WebgpuKernel) => string
  private readonly clockOf = new Map<WebgpuKernel, number>()

  constructor(
    acts: readonly Act[],
    kernels: readonly WebgpuKernel[],
    nameOf: (kernel: WebgpuKernel) => string,
  ) {
    this.clocks = [...new Set(acts.map(({ clock }) => clock))]
    this.kernels = kernels.filter(({ moments }) => moments.length > 0)
    this.players = acts.filter((act) => act.kind === 'play')
    this.nameOf = nameOf
    for (const act of acts) {
      if ('kernel' in act) this.clockOf.set(act.kernel as WebgpuKernel, act.clock)
    }
    const moments = this.kernels.reduce((sum, kernel) => sum + kernel.moments.length, 0)
    const words = 1 + this.clocks.length + moments + this.players.length
    this.stride = Math.ceil((4 * words) / alignment) * alignment
  }

  text(): string {
    const fields = [
      '  tick: i32,',
      ...this.clocks.map((clock) => `  step_${clock}: i32,`),
      ...this.kernels.map((kernel, k) => `  k${k}: ${this.nameOf(kernel)}_now,`),
      ...this.players.map((_, k) => `  row_${k}: u32,`),
    ]
    return [
      `struct Now {\n${fields.join('\n')}\n}\n`,
      '@group(0) @binding(4) var<storage, read> now: Now;\n',
    ].join('\n')
  }

  /** The step of something on this clock. */
  step = (clock: number): string => `now.step_${clock}`

  momentOf(kernel: WebgpuKernel): string {
    return `now.k${this.kernels.indexOf(kernel)}`
  }

  rowOf(player: Play): string {
    return `now.row_${this.players.indexOf(player)}`
  }

  /** Writes the row of a tick. */
  write(view: DataView, start: number, tick: number): void {
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
    for (const { place } of this.players) whole(Math.max(0, (place[0] ?? 0) - 1))
  }
}
