/** A policy in a caller's own words: a function from times, and from what was observed, to commands. */
import { deferredWaveform } from './deferred-waveform.ts'
import type { Policy } from './policy.ts'
import type { Values } from './read-values.ts'

export interface CustomPolicyOptions {
  /** How many channels the device has: values in each row. */
  readonly nChannels: number
  readonly dt: number
  /** ms until everything is done. */
  readonly extentMs: number
  /** uA unless told; mW for light. */
  readonly inputUnits?: string
  /** Rows from start to stop, in ms. Must give the same rows whenever it is asked for them. */
  readonly source: (start: number, stop: number, observation: unknown) => Values
}

export function customPolicy(options: CustomPolicyOptions): Policy {
  const { nChannels, dt, extentMs, inputUnits = 'uA', source } = options
  return {
    inputUnits,
    dt,
    extentMs,
    waveform: (observation) =>
      deferredWaveform({
        source: (start, stop) => source(start, stop, observation),
        width: nChannels,
        dt,
        extent: extentMs,
      }),
  }
}
