/** The events of several populations as one channel: in the order of time, then of gids. */
import type { Collected } from '../engine/collected.ts'
import type { Events } from '../signals/channel.ts'
import { type Gids, gidsByRow, rowOf } from '../signals/replica-gids.ts'

interface Source {
  readonly gids: Gids
  readonly collected: Collected
}

export class RecordedEvents {
  /** By population. */
  private readonly sources = new Map<string, Source>()
  private gidAt = gidsByRow([])

  has(population: string): boolean {
    return this.sources.has(population)
  }

  add(population: string, gids: Gids, collected: Collected): void {
    this.sources.set(population, { gids, collected })
    this.gidAt = gidsByRow([...this.sources.values()].map((source) => source.gids))
  }

  forget(): void {
    for (const { collected } of this.sources.values()) collected.forget()
  }

  /** All that have come since the last time, in a window that began at tick `first`. */
  take(first: number, dt: number): Events {
    let count = 0
    for (const { collected } of this.sources.values()) count += collected.length
    if (count === 0) return nothing
    const keys = new Float64Array(count)
    let at = 0
    for (const { gids, collected } of this.sources.values()) {
      const { elements, ticks } = collected.take()
      for (let k = 0; k < elements.length; k++) {
        keys[at++] = ((ticks[k] ?? 0) - first) * most + rowOf(gids, elements[k] ?? 0)
      }
    }
    keys.sort()
    const ids = new Int32Array(count)
    keys.forEach((key, k) => {
      ids[k] = this.gidAt(key % most)
      keys[k] = Math.floor(key / most) * dt
    })
    return { kind: 'events', ids, times: keys }
  }
}

const nothing: Events = { kind: 'events', ids: new Int32Array(0), times: new Float64Array(0) }

/** Cells in one row are fewer, so that a tick and a cell are one exact number even after weeks. */
const most = 2 ** 26
