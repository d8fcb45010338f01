/** Part of a channel: a window of time, or some of its cells. */
import { UsageError } from '../../compiler/usage-error.ts'
import { type Channel, type Events, rowOf, type Series } from './channel.ts'

/** How far from a multiple of dt a border may lie. */
const tolerance = 1e-9

/** Half open, from start to stop; times count from start afterwards. */
export function sliceChannel(channel: Channel, start: number, stop: number): Channel {
  return channel.kind === 'events'
    ? sliceEvents(channel, start, stop)
    : sliceSeries(channel, start, stop)
}

function sliceEvents({ ids, times }: Events, start: number, stop: number): Events {
  const kept = placesWhere(times, (t) => t >= start && t < stop)
  return {
    kind: 'events',
    ids: kept.map((k) => ids[k] ?? 0),
    times: Float64Array.from(kept, (k) => (times[k] ?? 0) - start),
  }
}

function sliceSeries(series: Series, start: number, stop: number): Series {
  const { dt, samples } = series
  const first = Math.min(samples, sampleAt(start, dt, 'start'))
  const last = Math.min(
    samples,
    stop === Number.POSITIVE_INFINITY ? samples : sampleAt(stop, dt, 'stop'),
  )
  const length = Math.max(0, last - first)
  const values = new Float64Array(series.ids.length * length)
  series.ids.forEach((_, k) => {
    values.set(rowOf(series, k).subarray(first, first + length), k * length)
  })
  return { ...series, values, samples: length }
}

function sampleAt(time: number, dt: number, name: string): number {
  const sample = Math.round(time / dt)
  if (Math.abs(time / dt - sample) <= tolerance * Math.max(1, Math.abs(sample))) return sample
  throw new UsageError(`${name} = ${time} ms does not align with samples every ${dt} ms.`)
}

/** Rows and events of the ids that are wanted. */
export function selectChannel(channel: Channel, isWanted: (id: number) => boolean): Channel {
  const kept = placesWhere(channel.ids, isWanted)
  const ids = kept.map((k) => channel.ids[k] ?? 0)
  if (channel.kind === 'events') {
    return { kind: 'events', ids, times: Float64Array.from(kept, (k) => channel.times[k] ?? 0) }
  }
  const { sections, samples } = channel
  const values = new Float64Array(kept.length * samples)
  kept.forEach((k, row) => {
    values.set(rowOf(channel, k), row * samples)
  })
  const cut = sections ? { sections: Array.from(kept, (k) => sections[k] ?? '') } : {}
  return { ...channel, ids, values, ...cut }
}

function placesWhere(values: ArrayLike<number>, holds: (value: number) => boolean): Int32Array {
  const places: number[] = []
  for (let k = 0; k < values.length; k++) if (holds(values[k] ?? 0)) places.push(k)
  return Int32Array.from(places)
}
