/** Spikes that come from outside: when which cell is to fire, played to cells that have no equations. */
import { UsageError } from '../../compiler/usage-error.ts'

/** A pair of columns, as the spikes of a run are. */
export interface Spikes {
  readonly ids: Int32Array
  /** ms. */
  readonly times: Float64Array
}

export class SpikeTrains implements Spikes {
  readonly ids: Int32Array
  readonly times: Float64Array

  /** In any order; they are kept in the order of time, then of cells. */
  constructor(ids: ArrayLike<number>, times: ArrayLike<number>) {
    if (typeof ids !== 'object' || typeof times !== 'object') {
      throw new UsageError(
        `SpikeTrains are made of ids and times, an array of each, not of ${String(ids)} and ${String(times)}.`,
      )
    }
    if (ids.length !== times.length) {
      throw new UsageError(`There are ${ids.length} ids for ${times.length} spikes.`)
    }
    const wrong = Array.from(times).find((t) => !(t >= 0 && Number.isFinite(t)))
    if (wrong !== undefined) {
      throw new UsageError(`A spike is at ${wrong} ms; spikes are at times from 0 ms on.`)
    }
    const order = Array.from(ids, (_, k) => k).sort(
      (a, b) => (times[a] ?? 0) - (times[b] ?? 0) || (ids[a] ?? 0) - (ids[b] ?? 0),
    )
    this.ids = Int32Array.from(order, (k) => ids[k] ?? 0)
    this.times = Float64Array.from(order, (k) => times[k] ?? 0)
  }

  /** `{ gid: times }`, or pairs of them. */
  static from(
    trains:
      | Readonly<Record<number, ArrayLike<number>>>
      | Iterable<readonly [number, ArrayLike<number>]>,
  ): SpikeTrains {
    const pairs: readonly (readonly [number, ArrayLike<number>])[] =
      Symbol.iterator in trains
        ? [...trains]
        : Object.entries(trains).map(([gid, times]) => [Number(gid), times] as const)
    const ids = pairs.flatMap(([gid, times]) => Array.from(times, () => gid))
    return new SpikeTrains(
      ids,
      pairs.flatMap(([, times]) => Array.from(times)),
    )
  }

  get length(): number {
    return this.times.length
  }

  /** The cells that fire, in ascending order. */
  get gids(): readonly number[] {
    return [...new Set(this.ids)].sort((a, b) => a - b)
  }

  /** Spikes from start on, before stop, in ms: views, not copies. */
  between(start: number, stop: number): Spikes {
    const [from, to] = [this.firstFrom(start), this.firstFrom(stop)]
    return { ids: this.ids.subarray(from, to), times: this.times.subarray(from, to) }
  }

  /** Index of the first spike at t or later. */
  private firstFrom(t: number): number {
    let [low, high] = [0, this.times.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.times[middle] ?? 0) < t) low = middle + 1
      else high = middle
    }
    return low
  }

  /** In which step of dt ms each spike falls: the one under way at its time. */
  steps(dt: number): Float64Array {
    return this.times.map((t) => Math.floor(t / dt + 1e-9 * Math.max(1, t / dt)))
  }

  /** All of them so many ms later. */
  shifted(by: number): SpikeTrains {
    return new SpikeTrains(
      this.ids,
      this.times.map((t) => t + by),
    )
  }

  /** Only those of some cells; cells that do not fire may be among them. */
  only(gids: Iterable<number>): SpikeTrains {
    const wanted = new Set(gids)
    const kept = Array.from(this.ids, (_, k) => k).filter((k) => wanted.has(this.ids[k] ?? -1))
    return new SpikeTrains(
      kept.map((k) => this.ids[k] ?? 0),
      kept.map((k) => this.times[k] ?? 0),
    )
  }

  /** These and others, all of them. */
  merge(other: Spikes): SpikeTrains {
    return new SpikeTrains([...this.ids, ...other.ids], [...this.times, ...other.times])
  }

  /** Cells of the other fire as they do there, and no longer as they did here. */
  replacedBy(other: Spikes): SpikeTrains {
    const renewed = new Set(other.ids)
    return this.only(this.gids.filter((gid) => !renewed.has(gid))).merge(other)
  }

  /** `{ gid: times }`. */
  toJSON(): Readonly<Record<number, readonly number[]>> {
    const trains: Record<number, number[]> = {}
    this.ids.forEach((gid, k) => {
      trains[gid] ??= []
      trains[gid].push(this.times[k] ?? 0)
    })
    return trains
  }
}
