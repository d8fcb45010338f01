/** Charge-balanced pulses that come at times of their own on each channel. */
import {
  type Complete,
  type Fields,
  numberAbove0,
  timeAbove0,
  timeFrom0,
  yesOrNo,
} from '../decoding/read-options.ts'
import { rowAt, rowsIn, rowsUntil } from '../stimulus/electrode-policy.ts'
import type { Policy } from '../stimulus/policy.ts'
import { type Pulse, pulseWaveform } from '../stimulus/pulses.ts'
import type { Waveform } from '../stimulus/waveform.ts'

/** What each pulse is like. */
export interface PulseOptions {
  /** uA. */
  readonly amplitude?: number
  /** ms of each of the two phases. */
  readonly phaseDuration?: number
  /** ms of nothing between them. */
  readonly interphaseGap?: number
  /** The phase that depolarizes cells below the electrode comes first. */
  readonly cathodicFirst?: boolean
  /** ms from command to command. */
  readonly dt?: number
}

export const pulseFields: Fields<PulseOptions> = {
  amplitude: numberAbove0(1.5),
  phaseDuration: timeAbove0(0.2),
  interphaseGap: timeFrom0(0.05),
  cathodicFirst: yesOrNo(true),
  dt: timeAbove0(0.05),
}

export type PulseShape = Complete<PulseOptions>

/** ms from its beginning to its end. */
export const lengthOf = ({ phaseDuration, interphaseGap }: PulseShape): number =>
  2 * phaseDuration + interphaseGap

/** For each channel of the device, when pulses begin, in ms. */
export type Onsets = readonly (readonly number[])[]

export function pulseTrainPolicy(onsets: Onsets, shape: PulseShape): Policy {
  const { amplitude, cathodicFirst, dt, interphaseGap, phaseDuration } = shape
  const last = onsets.flat().reduce((latest, t) => Math.max(latest, t + lengthOf(shape)), 0)
  const rows = rowsIn('A phase', phaseDuration, dt)
  const toSecond = rows + rowAt(interphaseGap, dt)
  const value = cathodicFirst ? -amplitude : amplitude
  const waveform = (): Waveform => {
    const pulses = onsets.flatMap((times, channel) =>
      times.flatMap((t): readonly Pulse[] => {
        const first = rowAt(t, dt)
        return [
          { channel, first, rows, value },
          { channel, first: first + toSecond, rows, value: -value },
        ]
      }),
    )
    return pulseWaveform(pulses, { dt, rows: rowsUntil(last, dt), width: onsets.length })
  }
  return { inputUnits: 'uA', dt, extentMs: last, waveform }
}
