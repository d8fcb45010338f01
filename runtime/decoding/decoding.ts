/** What a decoding is: how long to look at a culture, and what to make of what was recorded. */
import type { IdColumn, IO, PerChannel } from '../io/io.ts'
import type { PopulationRange, Run } from '../run.ts'

/** What a decoding asks of an Env. Each asks for a part of it, so a stand-in needs only that part. */
export interface DecodingEnv {
  /** All cells, ascending. */
  readonly gids: ArrayLike<number>
  readonly populations: readonly PopulationRange[]
  readonly io: IO
  recordSpikes(population?: string): unknown
  recordVoltage(population?: string, options?: VoltageOptions): unknown
  recordMembraneCurrent(population?: string): unknown
  channelRecording<Columns extends readonly IdColumn[]>(
    ids: ArrayLike<number> | null,
    ...columns: Columns
  ): PerChannel<Columns>
  potentialRecording(currents: readonly ArrayLike<number>[]): readonly Float64Array[]
  clear(): unknown
}

export interface VoltageOptions {
  readonly dt?: number
  readonly gids?: readonly number[]
  readonly sections?: readonly string[]
}

export interface Decoding<Value = unknown, Signal = Run> {
  /** How long `env.call` runs before it decodes, in ms. */
  readonly duration: number
  /** Is called before the run, to have recorded what will be decoded. */
  setup?(env: DecodingEnv): void | Promise<void>
  decode(signal: Signal, env: DecodingEnv): Value | Promise<Value>
}

/** Keeps its options, which are what it is. */
export abstract class WindowDecoding<Options extends { readonly duration: number }, Value>
  implements Decoding<Value>
{
  readonly options: Readonly<Options>

  constructor(options: Options) {
    this.options = Object.freeze(options)
  }

  get duration(): number {
    return this.options.duration
  }

  abstract decode(run: Run, env: DecodingEnv): Value | Promise<Value>
}

/** Looks at spikes, and has them recorded. */
export abstract class SpikeDecoding<
  Options extends { readonly duration: number },
  Value,
> extends WindowDecoding<Options, Value> {
  setup(env: Pick<DecodingEnv, 'recordSpikes'>): void {
    env.recordSpikes()
  }
}
