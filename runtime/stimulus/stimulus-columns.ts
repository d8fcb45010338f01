/** Which column of a stimulus belongs where: by gid, or by gid and section. */
import { UsageError } from '../../compiler/usage-error.ts'

export interface Columns {
  readonly gids: ArrayLike<number>
  readonly sections?: readonly string[] | undefined
}

export interface Labels {
  readonly gids: ArrayLike<number> | undefined
  readonly sections: readonly string[] | undefined
  readonly width: number
}

/** Each column has its cell, and its section if any has. */
export function labelsAgree({ gids, sections, width }: Labels): void {
  if (gids && gids.length !== width) {
    throw new UsageError(
      `There are ${gids.length} gids for ${width} columns; each column is one cell. ` +
        'A flat array needs its width; one column for many cells is spread(gids).',
    )
  }
  if (gids && !(gids instanceof Int32Array)) mustBeGids(gids)
  if (!sections) return
  if (!gids) throw new UsageError('Sections need gids: say of which cell each of them is.')
  if (sections.length === width) return
  throw new UsageError(`There are ${sections.length} sections for ${width} columns.`)
}

function mustBeGids(gids: ArrayLike<unknown>): void {
  const wrong = Array.from(gids).findIndex((gid) => !(Number.isInteger(gid) && Number(gid) >= 0))
  if (wrong < 0) return
  throw new UsageError(
    `gids[${wrong}] is ${String(gids[wrong])}; it must be the gid of a cell, a whole number from 0 on.`,
  )
}

/** The columns, where they say whose they are. */
export function labelled({ gids, sections, width }: Labels): Columns {
  if (gids) return { gids, sections }
  throw new UsageError(`The ${width} columns of the stimulus do not say whose they are; give gids.`)
}

/** The place of each column among `all`; several columns of one cell share a place, and are added. */
export function placesOfGids({ gids, sections }: Columns, all: ArrayLike<number>): Int32Array {
  const [first] = sections ?? []
  const other = sections?.find((section) => section !== first)
  if (first !== undefined && other !== undefined) {
    throw new UsageError(
      `The stimulus has columns for ${first} and for ${other}; potentials of sections do not add up. ` +
        `Take one with section('${first}'), or all with expand(gids, sections).`,
    )
  }
  const places = indexOf(Array.from(all, String))
  return Int32Array.from(gids, (gid) => {
    const place = places.get(String(gid))
    if (place !== undefined) return place
    throw new UsageError(
      `The stimulus has a column for cell ${gid}, which is none of the ${all.length} cells.`,
    )
  })
}

/** The place of each column in a full ordering; −1 where it has none. */
export function placesOfColumns(columns: Columns, wanted: Columns): Int32Array {
  if ((columns.sections === undefined) !== (wanted.sections === undefined)) {
    const [has, lacks] = columns.sections ? ['stimulus', 'ordering'] : ['ordering', 'stimulus']
    throw new UsageError(`The ${has} tells sections apart and the ${lacks} does not; both must.`)
  }
  const places = indexOf(names(wanted))
  return Int32Array.from(names(columns), (name) => places.get(name) ?? -1)
}

/** The columns of one section. */
export function columnsOfSection({ gids, sections }: Columns, section: string): readonly number[] {
  const columns = Array.from(gids, (_, k) => k).filter((k) => sections?.[k] === section)
  if (columns.length > 0) return columns
  const known = [...new Set(sections)].join(', ') || 'none'
  throw new UsageError(`The stimulus has no columns for ${section}; its sections are ${known}.`)
}

const names = ({ gids, sections }: Columns): readonly string[] =>
  Array.from(gids, (gid, k) => `${gid} ${sections?.[k] ?? ''}`)

const indexOf = (list: readonly string[]): ReadonlyMap<string, number> =>
  new Map(list.map((name, k) => [name, k]))
