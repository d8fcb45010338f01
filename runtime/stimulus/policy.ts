/** What to do with the channels of a device: commands over time, from pulses or from what was observed. */
import { UsageError } from '../../compiler/usage-error.ts'
import { renderRows, rowsOf } from './render-rows.ts'
import type { Waveform } from './waveform.ts'

export interface Policy {
  /** What the commands are in: uA at electrodes, mW in fibres. */
  readonly inputUnits: string
  /** ms from command to command. */
  readonly dt: number
  /** ms until everything is done. */
  readonly extentMs: number
  /** One column for each channel of the device, computed where it is needed. */
  waveform(observation?: unknown): Waveform
}

export const isPolicy = (like: object): like is Policy => 'waveform' in like && 'extentMs' in like

/** A command goes to a device that understands its unit. */
export function unitsMustAgree(policy: Policy, units: string): void {
  if (policy.inputUnits === units) return
  throw new UsageError(
    `The policy commands ${policy.inputUnits} and the device takes ${units}; they must agree.`,
  )
}

/** All of a policy happens within a run. */
export function mustFit(policy: Policy, duration: number): void {
  if (policy.extentMs <= duration + 1e-9) return
  throw new UsageError(
    `The policy lasts ${policy.extentMs} ms and the run ${duration} ms; run for longer, or shorten it.`,
  )
}

/** All commands, in memory. */
export function commandsOf(policy: Policy, observation?: unknown): readonly Float64Array[] {
  const waveform = policy.waveform(observation)
  return rowsOf(renderRows(waveform, 0, waveform.rows), waveform.width)
}

/** Commands from start to stop in ms, with zeros where there are none. */
export function commandWindow(
  policy: Policy,
  start: number,
  stop: number,
): readonly Float64Array[] {
  const waveform = policy.waveform()
  const first = Math.round(start / policy.dt)
  const count = Math.max(0, Math.round(stop / policy.dt) - first)
  const there = Math.max(0, Math.min(count, waveform.rows - first))
  const block = renderRows(waveform, first, there)
  const padded = new Float64Array(count * waveform.width)
  padded.set(block)
  return rowsOf(padded, waveform.width)
}
