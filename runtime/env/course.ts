/** A run under way: from which tick to which, how far it is, and who hears of that. */
import { UsageError } from '../../compiler/index.ts'
import { shown } from '../../systems/numbers-from.ts'
import type { Progress } from './run-options.ts'
import type { Session } from './session.ts'

export interface CourseOptions {
  readonly onProgress?: (progress: Progress) => void
  readonly signal?: AbortSignal
}

/** As many recorded values as a part may have, unless told: 32 MiB of them. */
const usualValues = 2 ** 22
/** ms */
const longest = 10_000

export class Course {
  readonly first: number
  readonly last: number
  readonly duration: number
  private readonly session: Session
  private readonly options: CourseOptions
  /** Of a run that is watched. */
  private readonly start: number

  constructor(session: Session, duration: number, options: CourseOptions) {
    mustBeHeard(options)
    this.session = session
    this.duration = duration
    this.options = options
    this.start = options.onProgress ? performance.now() : 0
    this.first = session.simulation.tick
    this.last = this.first + session.ticks('duration', duration)
  }

  /** Did somebody end it early? */
  get isEnded(): boolean {
    return this.options.signal?.aborted ?? false
  }

  /** Does somebody want to hear of every breath? */
  get isWatched(): boolean {
    return this.options.onProgress !== undefined
  }

  report(): void {
    this.options.onProgress?.({
      done: (this.session.simulation.tick - this.first) * this.session.dt,
      duration: this.duration,
      elapsedMs: performance.now() - this.start,
    })
  }

  /** Ticks of one part: whole samples of everything that is recorded, so that none is cut off or shifted. */
  ticksOfPart(part: number | undefined): number {
    const { recordings, dt } = this.session
    const { stride, valuesPerTick } = recordings
    const usual = Math.min(longest, (usualValues / Math.max(valuesPerTick, 1e-9)) * dt)
    const ticks = this.session.ticks('part', part ?? usual)
    return Math.max(1, Math.round(ticks / stride)) * stride
  }
}

function mustBeHeard({ onProgress, signal }: CourseOptions): void {
  if (onProgress !== undefined && typeof onProgress !== 'function') {
    throw new UsageError(`onProgress is ${shown(onProgress)}; it must be a function.`)
  }
  if (signal === undefined || (typeof signal === 'object' && 'aborted' in signal)) return
  throw new UsageError(
    `signal is ${shown(signal)}; it must be that of an AbortController, which ends the run early.`,
  )
}
