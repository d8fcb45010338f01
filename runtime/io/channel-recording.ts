/** What happens near each channel: ids and columns, sorted by the channels that hear them. */
import type { Distances } from './distances.ts'
import type { IdColumn, PerChannel } from './io.ts'

/** For each cell, the places of the channels that hear it. */
export interface Hearing {
  readonly channels: Int32Array
  readonly byGid: ReadonlyMap<number, readonly number[]>
}

/** A channel hears a cell that is within the radius with any part of it; a cell may be heard by several. */
export function hearingOf({ channels, gids, values }: Distances, radius: number): Hearing {
  const byGid = new Map<number, number[]>()
  const ofRows = Array.from(gids, (gid) => {
    const heardBy = byGid.get(gid) ?? []
    byGid.set(gid, heardBy)
    return heardBy
  })
  for (let place = 0; place < channels.length; place++) {
    const distances = values.subarray(place * gids.length, (place + 1) * gids.length)
    distances.forEach((distance, row) => {
      const heardBy = ofRows[row]
      if (distance <= radius && heardBy && heardBy.at(-1) !== place) heardBy.push(place)
    })
  }
  return { channels, byGid }
}

export function channelRecording<Columns extends readonly IdColumn[]>(
  { channels, byGid }: Hearing,
  ids: ArrayLike<number> | null,
  columns: Columns,
): PerChannel<Columns> {
  const all = ids ?? [...byGid.keys()]
  const heard = Array.from(channels, (): number[] => [])
  for (let k = 0; k < all.length; k++) {
    for (const place of byGid.get(all[k] ?? -1) ?? []) heard[place]?.push(k)
  }
  const split = <T>(take: (rows: readonly number[]) => T): ReadonlyMap<number, T> =>
    new Map(heard.map((rows, place) => [channels[place] ?? -1, take(rows)]))
  const ofIds = split((rows) => Int32Array.from(rows, (k) => all[k] ?? -1))
  const ofColumns = columns.map((column) => split((rows) => taken(column, rows)))
  return [ofIds, ...ofColumns] as unknown as PerChannel<Columns>
}

function taken(column: IdColumn, rows: readonly number[]): IdColumn {
  if (column instanceof Float64Array) return Float64Array.from(rows, (k) => column[k] ?? 0)
  if (column instanceof Int32Array) return Int32Array.from(rows, (k) => column[k] ?? 0)
  return rows.map((k) => column[k])
}
