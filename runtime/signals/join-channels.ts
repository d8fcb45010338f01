/** Two channels of one quantity as one: one after the other in time, or side by side. */
import { UsageError } from '../../compiler/usage-error.ts'
import { type Channel, type Events, rowOf, type Series } from './channel.ts'

/** The second follows the first after so many ms. */
export function followChannel(
  name: string,
  first: Channel,
  second: Channel,
  offset: number,
): Channel {
  if (first.kind === 'events' && second.kind === 'events') {
    return joined(first, { ...second, times: second.times.map((t) => t + offset) })
  }
  if (first.kind === 'events' || second.kind === 'events') throw differentKinds(name)
  mustShareClock(name, first, second)
  if (first.ids.length !== second.ids.length) {
    throw new UsageError(
      `${name} has ${first.ids.length} rows in one run and ${second.ids.length} in the other.`,
    )
  }
  const samples = first.samples + second.samples
  const values = new Float64Array(first.ids.length * samples)
  first.ids.forEach((_, k) => {
    values.set(rowOf(first, k), k * samples)
    values.set(rowOf(second, k), k * samples + first.samples)
  })
  return { ...first, values, samples }
}

/** Of the same window, from other cells. */
export function besideChannel(name: string, first: Channel, second: Channel): Channel {
  if (first.kind === 'events' && second.kind === 'events') return joined(first, second)
  if (first.kind === 'events' || second.kind === 'events') throw differentKinds(name)
  mustShareClock(name, first, second)
  if (first.samples !== second.samples) {
    throw new UsageError(
      `${name} has ${first.samples} samples in one run and ${second.samples} in the other.`,
    )
  }
  const hasSections = first.sections !== undefined || second.sections !== undefined
  const sections = [...sectionsOf(first), ...sectionsOf(second)]
  return {
    ...first,
    ids: concatIds(first.ids, second.ids),
    values: concatReals(first.values, second.values),
    ...(hasSections ? { sections } : {}),
  }
}

const sectionsOf = ({ sections, ids }: Series): readonly string[] =>
  sections ?? Array.from(ids, () => '')

function mustShareClock(name: string, first: Series, second: Series): void {
  if (first.dt === second.dt) return
  throw new UsageError(
    `${name} is sampled every ${first.dt} ms in one run and every ${second.dt} ms in the other.`,
  )
}

const differentKinds = (name: string): UsageError =>
  new UsageError(`${name} holds events in one run and a series in the other.`)

function joined(first: Events, second: Events): Events {
  return {
    kind: 'events',
    ids: concatIds(first.ids, second.ids),
    times: concatReals(first.times, second.times),
  }
}

function concatIds(a: Int32Array, b: Int32Array): Int32Array {
  const all = new Int32Array(a.length + b.length)
  all.set(a)
  all.set(b, a.length)
  return all
}

function concatReals(a: Float64Array, b: Float64Array): Float64Array {
  const all = new Float64Array(a.length + b.length)
  all.set(a)
  all.set(b, a.length)
  return all
}
