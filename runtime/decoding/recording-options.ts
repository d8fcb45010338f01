/** Decodings that hand over what was recorded: which signals, and of which cells. */
import type { Run } from '../run.ts'
import { type DecodingEnv, WindowDecoding } from './decoding.ts'
import { type Fields, numbers, orNull, texts, timeAbove0, yesOrNo } from './read-options.ts'

export interface RecordingOptions {
  readonly duration: number
  readonly spikes?: boolean
  readonly voltages?: boolean
  readonly membraneCurrents?: boolean
  /** Whose voltage; of all cells unless told. */
  readonly voltageGids?: readonly number[] | null
  /** ms from sample to sample. */
  readonly voltageDt?: number
  /** Where cells have sections: which of them; all unless told. */
  readonly voltageSections?: readonly string[] | null
}

export const recordingFields: Fields<RecordingOptions> = {
  duration: timeAbove0(),
  spikes: yesOrNo(true),
  voltages: yesOrNo(false),
  membraneCurrents: yesOrNo(false),
  voltageGids: orNull(numbers()),
  voltageDt: timeAbove0(0.1),
  voltageSections: orNull(texts()),
}

type Recorder = Pick<DecodingEnv, 'recordSpikes' | 'recordVoltage' | 'recordMembraneCurrent'>

export abstract class RecordingDecoding<
  Options extends Required<RecordingOptions>,
  Value,
> extends WindowDecoding<Options, Value> {
  setup(env: Recorder): void {
    const { spikes, voltages, membraneCurrents, voltageDt: dt } = this.options
    const { voltageGids: gids, voltageSections: sections } = this.options
    if (spikes) env.recordSpikes()
    if (voltages) {
      const only = { ...(gids ? { gids } : {}), ...(sections ? { sections } : {}) }
      env.recordVoltage(undefined, { dt, ...only })
    }
    if (membraneCurrents) env.recordMembraneCurrent()
  }

  /** Without the signals that were recorded for others. */
  protected wanted(run: Run): Run {
    const { spikes, voltages, membraneCurrents } = this.options
    const isWanted = { spikes, voltage: voltages, current: membraneCurrents }
    return Object.entries(isWanted).reduce((kept, [name, is]) => (is ? kept : kept.drop(name)), run)
  }
}
