/** Pulses on channels as a waveform: a list of what begins where, however long the silence between them. */
import { UsageError } from '../../compiler/usage-error.ts'
import { mustBeStep } from './dense-waveform.ts'
import type { Waveform } from './waveform.ts'

export interface Pulse {
  readonly channel: number
  readonly first: number
  readonly rows: number
  readonly value: number
}

export interface Canvas {
  readonly dt: number
  readonly rows: number
  /** How many channels there are. */
  readonly width: number
}

export function pulseWaveform(pulses: readonly Pulse[], { dt, rows, width }: Canvas): Waveform {
  mustBeStep(dt)
  const inOrder = pulses.toSorted((a, b) => a.first - b.first)
  mustNotOverlap(inOrder, dt)
  const longest = inOrder.reduce((most, pulse) => Math.max(most, pulse.rows), 0)
  const starts = inOrder.map(({ first }) => first)
  const ends = inOrder.map((pulse) => pulse.first + pulse.rows)
  const changes = [...new Set([...starts, ...ends, rows])].sort((a, b) => a - b)
  return {
    dt,
    rows,
    width,
    render(first, count, into) {
      into.fill(0, 0, count * width)
      for (let k = after(starts, first - longest - 1); k < inOrder.length; k++) {
        const pulse = inOrder[k]
        if (!pulse || pulse.first >= first + count) return
        const stop = Math.min(first + count, pulse.first + pulse.rows)
        for (let row = Math.max(first, pulse.first); row < stop; row++) {
          into[(row - first) * width + pulse.channel] = pulse.value
        }
      }
    },
    changeAfter: (row) => Math.min(rows, changes[after(changes, row)] ?? rows),
  }
}

/** Index of the first number above a limit, in a list that ascends. */
function after(ascending: readonly number[], limit: number): number {
  let [low, high] = [0, ascending.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((ascending[middle] ?? 0) > limit) high = middle
    else low = middle + 1
  }
  return low
}

function mustNotOverlap(inOrder: readonly Pulse[], dt: number): void {
  const busyUntil = new Map<number, number>()
  for (const { channel, first, rows } of inOrder) {
    const end = busyUntil.get(channel) ?? 0
    if (first < end) {
      throw new UsageError(
        `A pulse on channel ${channel} at ${time(first, dt)} ms begins before the last is over, at ${time(end, dt)} ms.`,
      )
    }
    busyUntil.set(channel, first + rows)
  }
}

const time = (row: number, dt: number): number => Number((row * dt).toFixed(6))
