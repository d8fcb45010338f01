/** The train whose decodings the Python original was measured with, and small cultures to decode in. */
import { Run } from '../../../runtime/run.ts'
import type { Channel } from '../../../runtime/signals/channel.ts'
import type { DecodingEnv } from '../../../runtime/decoding/decoding.ts'

export const populations = [
  { name: 'EXC', offset: 0, count: 8 },
  { name: 'INH', offset: 8, count: 4 },
]

/** What decodings ask of an Env, as far as spikes go. */
export const culture = {
  gids: Int32Array.from({ length: 12 }, (_, gid) => gid),
  populations,
}

export type SpikePair = readonly [id: number, t: number]

export function runOf(pairs: readonly SpikePair[], duration = 1000): Run {
  const spikes: Channel = {
    kind: 'events',
    ids: Int32Array.from(pairs, ([id]) => id),
    times: Float64Array.from(pairs, ([, t]) => t),
  }
  return new Run({ duration, channels: new Map([['spikes', spikes]]), populations })
}

/** 200 spikes that fill a second evenly, and five bursts of twelve. */
const even: readonly SpikePair[] = Array.from({ length: 200 }, (_, k) => [
  (7 * (k + 1)) % 10,
  1000 * ((0.6180339887498949 * (k + 1)) % 1),
])

const bursts: readonly SpikePair[] = Array.from({ length: 60 }, (_, k) => {
  const [burst, j] = [Math.floor(k / 12), k % 12]
  return [j % 10, 100 + 200 * burst + 0.5 * j]
})

export const goldenRun = runOf([...even, ...bursts].sort(([, a], [, b]) => a - b))

/** A culture that writes down what it is asked to record, and does nothing else. */
export function recordingCulture(more: Partial<DecodingEnv> = {}) {
  const asked: string[] = []
  const note =
    (what: string) =>
    (...args: readonly unknown[]): void => {
      const told = args.filter((arg) => arg !== undefined).map((arg) => JSON.stringify(arg))
      asked.push([what, ...told].join(' '))
    }
  return {
    ...culture,
    asked,
    recordSpikes: note('spikes'),
    recordVoltage: note('voltage'),
    recordMembraneCurrent: note('current'),
    clear: note('clear'),
    ...more,
  }
}
