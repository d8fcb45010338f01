/** One line on a terminal that says how far a run is; nothing where nobody watches. */
import type { Progress } from '../env.ts'
import type { Shell } from './shell.ts'

export interface ProgressLine {
  readonly show: (progress: Progress) => void
  readonly clear: () => void
}

const width = 24

export function progressLine(shell: Shell): ProgressLine {
  if (!shell.colors.errors) return { show: () => {}, clear: () => {} }
  let shown = 0
  return {
    show: (progress) => {
      if (progress.elapsedMs - shown < 100) return
      shown = progress.elapsedMs
      shell.complain(`\r${describe(progress)}\u001b[K`)
    },
    clear: () => {
      if (shown > 0) shell.complain('\r\u001b[K')
    },
  }
}

/** `[#########---------------] 412 of 1000 ms, 3.2 × real time, 2 s left` */
export function describe({ done, duration, elapsedMs }: Progress): string {
  const filled = Math.round((width * done) / Math.max(duration, 1e-9))
  const bar = '#'.repeat(filled).padEnd(width, '-')
  const left = done > 0 ? ((duration - done) * elapsedMs) / done / 1000 : Number.NaN
  const factor = elapsedMs > 0 ? done / elapsedMs : 0
  const remaining = Number.isFinite(left) ? `, ${Math.ceil(left)} s left` : ''
  return `[${bar}] ${done.toFixed(0)} of ${duration} ms, ${factor.toPrecision(2)} × real time${remaining}`
}
