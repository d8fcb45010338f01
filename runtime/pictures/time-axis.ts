/** The axis that panels below each other share: ms, or seconds where there are many. */
import type { Axis } from './panel.ts'

export interface Window {
  /** In ms. */
  readonly t0: number
  readonly duration: number
}

const longest = 3000

export function timeAxis({ t0, duration }: Window): Axis {
  const isLong = duration >= longest
  return {
    domain: [t0, t0 + Math.max(duration, 1e-9)],
    label: isLong ? 'time (s)' : 'time (ms)',
    unit: isLong ? 1000 : 1,
  }
}
