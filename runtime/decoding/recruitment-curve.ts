/** How many cells answer pulses of rising amplitude, and from which amplitude on. */
import type { Run } from '../run.ts'
import { type DecodingEnv, SpikeDecoding } from './decoding.ts'
import { mustLieWithin, responders } from './evoked-response.ts'
import { anythingThat, fraction, readOptions, timeAbove0 } from './read-options.ts'
import { type Recruitment, recruitmentThreshold } from './recruitment-threshold.ts'

/** As `schedule()` of a PulseSweepPolicy gives it: when, in ms, and with which amplitude. */
export type Schedule = readonly (readonly [onset: number, amplitude: number])[]

export interface RecruitmentCurveOptions {
  readonly duration: number
  readonly schedule: Schedule
  /** ms before each pulse, against which is compared. */
  readonly preMs: number
  /** ms after each pulse. */
  readonly postMs: number
  /** The culture answers where at least this fraction of its cells does. */
  readonly recruited?: number
}

const isSchedule = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.every((pair) => Array.isArray(pair) && pair.length === 2 && pair.every(Number.isFinite))

/**
 * @example
 * const env = await make('EI1')
 * const decoding = new RecruitmentCurve({
 *   duration: 300,
 *   schedule: [[100, 10], [200, 20]],
 *   preMs: 50,
 *   postMs: 50,
 * })
 * const { amplitudes } = await env.call({ decoding })
 * amplitudes // → [10, 20]
 */
export class RecruitmentCurve extends SpikeDecoding<
  Required<RecruitmentCurveOptions>,
  Recruitment
> {
  constructor(options: RecruitmentCurveOptions) {
    const fields = {
      duration: timeAbove0(),
      schedule: anythingThat<Schedule>('a list of [time in ms, amplitude]', isSchedule),
      preMs: timeAbove0(),
      postMs: timeAbove0(),
      recruited: fraction(0.5),
    }
    super(readOptions('RecruitmentCurve', fields, options))
    for (const [onset] of this.options.schedule) mustLieWithin(this.pulseAt(onset), this.duration)
    recruitmentThreshold(this.options.schedule.map(([, amplitude]) => [amplitude, 0]))
  }

  decode(run: Run, env: Pick<DecodingEnv, 'gids'>): Recruitment {
    const { schedule, recruited } = this.options
    const trials = schedule.map(([onset, amplitude]) => {
      mustLieWithin(this.pulseAt(onset), run.duration)
      const answering = responders(run, this.pulseAt(onset)).length
      return [amplitude, answering / Math.max(1, env.gids.length)] as const
    })
    return recruitmentThreshold(trials, recruited)
  }

  private pulseAt(onset: number) {
    return { onset, pre: this.options.preMs, post: this.options.postMs }
  }
}
