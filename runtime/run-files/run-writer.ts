/** What writes the parts of a run, and the rows it makes of them. */
import { type Channel, rowOf } from '../signals/channel.ts'
import type { Run } from '../run.ts'

export interface RunWriter {
  /** The next part; when it is back, the part may be forgotten. */
  readonly write: (part: Run) => Promise<void>
  /** Completes the file; without a part there is none. */
  readonly close: () => Promise<void>
}

export type OpenWriter = (path: string) => RunWriter

/** A row for each event and each sample, in the order of the channels. */
export interface Rows {
  readonly names: readonly string[]
  /** Place of the channel of each row among the names. */
  readonly channels: Int32Array
  readonly ids: Int32Array
  /** ms from the beginning of the run. */
  readonly times: Float64Array
  /** NaN for events. */
  readonly values: Float64Array
}

/** `start` is when the run began, of which this may be a later part. */
export function rowsOf(run: Run, start: number): Rows {
  const all = [...run.channels]
  const count = all.reduce((sum, [, channel]) => sum + lengthOf(channel), 0)
  const rows = {
    names: all.map(([name]) => name),
    channels: new Int32Array(count),
    ids: new Int32Array(count),
    times: new Float64Array(count),
    values: new Float64Array(count).fill(Number.NaN),
  }
  let at = 0
  for (const [place, [, channel]] of all.entries()) {
    rows.channels.fill(place, at, at + lengthOf(channel))
    at = append(channel, rows, { at, offset: run.t0 - start })
  }
  return rows
}

const lengthOf = (channel: Channel): number =>
  channel.kind === 'events' ? channel.ids.length : channel.values.length

function append(
  channel: Channel,
  { ids, times, values }: Rows,
  { at, offset }: { readonly at: number; readonly offset: number },
): number {
  if (channel.kind === 'events') {
    ids.set(channel.ids, at)
    for (const [k, t] of channel.times.entries()) times[at + k] = offset + t
    return at + channel.ids.length
  }
  const { samples, dt } = channel
  for (const [row, id] of channel.ids.entries()) {
    const place = at + row * samples
    ids.fill(id, place, place + samples)
    values.set(rowOf(channel, row), place)
    for (let k = 0; k < samples; k++) times[place + k] = offset + k * dt
  }
  return at + channel.values.length
}
