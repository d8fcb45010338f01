/** Part of the window: what comes after a warm-up, or while a stimulus lasts. */
import { UsageError } from '../../compiler/usage-error.ts'
import type { Run } from '../run.ts'
import { WindowDecoding } from './decoding.ts'
import { readOptions, timeAbove0, timeFrom0 } from './read-options.ts'

export interface SliceOptions {
  /** ms from the beginning of the run. */
  readonly start?: number
  /** ms from the beginning of the run; the run lasts until then. */
  readonly stop: number
}

/**
 * @example
 * const env = await make('EI1')
 * const run = await env.call({ decoding: new Slice({ start: 50, stop: 100 }) })
 * run.duration // → 50
 */
export class Slice extends WindowDecoding<
  Required<SliceOptions> & { readonly duration: number },
  Run
> {
  constructor(options: SliceOptions) {
    const { start, stop } = readOptions<SliceOptions>(
      'Slice',
      { start: timeFrom0(0), stop: timeAbove0() },
      options,
    )
    if (start >= stop) {
      throw new UsageError(`Slice: start is ${start} and stop is ${stop}; it must start before.`)
    }
    super({ start, stop, duration: stop })
  }

  decode(run: Run): Run {
    return run.slice(this.options.start, this.options.stop)
  }
}
