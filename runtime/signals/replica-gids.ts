/** How cells are numbered across replicas: those of replica k have the gids of the first, k strides further on. */

/** A population of one replica. */
export interface Numbered {
  readonly offset: number
  readonly count: number
  /** Of each cell, where they are other numbers. */
  readonly gids?: Int32Array
}

/** Beyond every gid, and every place, of one replica. */
export function gidsPerReplica(populations: readonly Numbered[]): number {
  const ends = populations.map(({ offset, count, gids }) => {
    const most = gids?.reduce((max, gid) => Math.max(max, gid), 0) ?? 0
    return Math.max(offset + count, most + 1)
  })
  return Math.max(1, ...ends)
}

/** Where the gids of a population begin, or each of them, in all replicas. */
export interface Gids extends Numbered {
  /** From the gids of one replica to those of the next. */
  readonly between: number
}

/** The gid of an element: each replica goes on counting where the one before it ended. */
export function gidOf({ gids, offset, count, between }: Gids, element: number): number {
  const cell = element % count
  return Math.floor(element / count) * between + (gids?.[cell] ?? offset + cell)
}

/** The place of an element in the row of all cells. */
export const rowOf = ({ offset, count, between }: Gids, element: number): number =>
  Math.floor(element / count) * between + offset + (element % count)

/** The gid of each place in the row of all cells. */
export function gidsByRow(all: readonly Gids[]): (row: number) => number {
  const other = all.filter(({ gids }) => gids)
  if (other.length === 0) return (row) => row
  const [{ between }] = other as [Gids]
  return (row) => {
    const start = Math.floor(row / between) * between
    const place = row - start
    const own = other.find(({ offset, count }) => place >= offset && place < offset + count)
    return start + (own?.gids?.[place - own.offset] ?? place)
  }
}
