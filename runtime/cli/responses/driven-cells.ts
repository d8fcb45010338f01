/** Cells of one neuron, each with a current of its own, that come to rest before it begins. */
import { NotFinite } from '../../engine/not-finite.ts'
import { Bench, joinTrials, type Trial, type Watch } from './bench.ts'
import { portOf } from './port-of.ts'
import type { Subject } from './subject.ts'

/** So many ms with the current, or without. */
export interface Phase {
  readonly isOn: boolean
  readonly duration: number
}

export const on = (duration: number): Phase => ({ isOn: true, duration })
export const off = (duration: number): Phase => ({ isOn: false, duration })

/** ms */
const dt = 0.05
const kick = 50
const rest = 700

export class DrivenCells {
  readonly count: number
  readonly port: ReturnType<typeof portOf>
  private readonly bench: Bench

  constructor({ source, surroundings, dynamics }: Subject, count = 32) {
    const { name } = dynamics
    this.count = count
    this.bench = new Bench(source, { ...surroundings, name, count, dt })
    this.port = portOf(dynamics)
  }

  /** As many amplitudes as there are cells. */
  amplitudes(of: (k: number) => number): Float64Array {
    return Float64Array.from({ length: this.count }, (_, k) => of(k))
  }

  /**
   * What each cell does in phases with and without its current. Before that it was moved once by the same current and
   * left alone, so that it is where it comes back to. A cell that does not survive its amplitude counts as silent.
   */
  async trial(
    amplitudes: Float64Array,
    phases: readonly Phase[],
    watch: Watch = {},
  ): Promise<Trial> {
    for (let most = amplitudes.length; most > 0; most = Math.floor(most * 0.8)) {
      const bearable = amplitudes.map((each, k) => (k < most ? each : 0))
      try {
        this.bench.restart()
        await this.run(bearable, [on(kick), off(rest)])
        const trial = await this.run(bearable, phases, watch)
        const spikes = trial.spikes.map((own, k) => (k < most ? own : new Float64Array()))
        return { ...trial, spikes }
      } catch (error) {
        if (!(error instanceof NotFinite)) throw error
      }
    }
    return this.bench.restart().run(dt)
  }

  private async run(
    amplitudes: Float64Array,
    phases: readonly Phase[],
    watch: Watch = {},
  ): Promise<Trial> {
    const trials: Trial[] = []
    for (const { isOn, duration } of phases) {
      if (this.port) this.bench.set(this.port.name, isOn ? amplitudes : 0)
      trials.push(await this.bench.run(duration, watch))
    }
    return trials.reduce(joinTrials)
  }

  close(): void {
    this.bench.close()
  }
}
