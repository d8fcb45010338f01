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
