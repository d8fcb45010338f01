/** Systems as tables: a line for each, or one in detail. */
import { columns } from '../../compiler/ir/columns.ts'
import type { Outline } from '../../systems/outline.ts'
import type { Projection, System, SystemSummary } from '../../systems/system.ts'

export function listText(outlines: readonly Outline[]): string {
  const rows = outlines.map(({ name, cells, electrodes, summary }) => {
    const array = electrodes === 0 ? 'no electrodes' : count(electrodes, 'electrode')
    return [name, count(cells, 'cell'), array, summary]
  })
  return `${columns(rows).join('\n')}\n`
}

/** Connections from one population to another that end on a section, through one receptor or several. */
export interface PathwayRow {
  readonly pre: string
  readonly post: string
  readonly section: string
  readonly receptors: readonly string[]
  readonly connections: number
  /** Mean number onto a cell. */
  readonly inDegree: number
  /** Release sites of a connection; undefined where they differ. */
  readonly weight?: number
  /** In ms: shortest and longest. */
  readonly delay: readonly [number, number]
}

export interface SystemDetails extends SystemSummary {
  readonly about: string
  readonly pathways: readonly PathwayRow[]
  /** um along x, y, z. */
  readonly size: readonly number[]
  /** Share of the input of a selection's cells that comes from within. */
  readonly retained: Readonly<Record<string, number>>
  readonly weightNames: readonly string[]
}

export function detailsOf(system: System): SystemDetails {
  const { least, most } = system.boundingBox
  const names = [...system.selections.keys()]
  return {
    ...system.summary(),
    about: system.recipe?.summary ?? '',
    pathways: pathwaysOf(system),
    size: [0, 1, 2].map((axis) => (most[axis] ?? 0) - (least[axis] ?? 0)),
    retained: Object.fromEntries(
      names.map((name) => [name, system.select(name).retainedInDegree ?? 1]),
    ),
    weightNames: system.weightNames,
  }
}

function pathwaysOf(system: System): readonly PathwayRow[] {
  const sources = new Set(system.projections.map(({ i }) => i))
  return [...sources].flatMap((own) => {
    const bundle = system.projections.filter((each) => each.i === own)
    const [first] = bundle
    if (!first) return []
    const { pre, post, at = 'soma', i, weight = 1 } = first
    return {
      ...{ pre, post, section: at, connections: i.length },
      receptors: bundle.map(({ synapse }) => synapse),
      inDegree: i.length / Math.max(1, system.population(post).count),
      ...(typeof weight === 'number' ? { weight } : {}),
      delay: delaysOf(first),
    }
  })
}

function delaysOf({ delay = 0 }: Projection): readonly [number, number] {
  if (typeof delay === 'number') return [delay, delay]
  let [least, most] = [Number.POSITIVE_INFINITY, 0]
  for (const each of delay) {
    least = Math.min(least, each)
    most = Math.max(most, each)
  }
  return [Math.min(least, most), most]
}

export function detailsText(details: SystemDetails): string {
  const { name, about, cells, connections, electrodes, size } = details
  const facts = [count(cells, 'cell'), count(connections, 'connection')]
  if (electrodes > 0) facts.push(count(electrodes, 'electrode'))
  const [x, y, z] = size.map((um) => String(Math.round(um)))
  const populations = Object.entries(details.populations).map(([each, n]) => [
    each,
    count(n, 'cell'),
  ])
  const selections = Object.entries(details.selections).map(([each, n]) => [
    ...[each, count(n, 'cell')],
    `${percent(details.retained[each] ?? 1)} of their input from within`,
  ])
  return [
    [name, about].filter((part) => part !== '').join('    '),
    `  ${facts.join(', ')}, in ${x} x ${y} x ${z} um`,
    ...section('populations', populations),
    ...section('connections', details.pathways.map(pathwayCells)),
    ...section('selections', selections),
    '',
  ].join('\n')
}

const pathwayCells = (row: PathwayRow): readonly string[] => [
  `${row.pre} → ${row.post}`,
  `at ${row.section}`,
  row.receptors.join(', '),
  grouped(row.connections),
  `${row.inDegree.toFixed(1)} onto a cell`,
  row.weight === undefined ? 'weights differ' : `weight ${row.weight}`,
  `${row.delay.map((ms) => ms.toFixed(2)).join(' to ')} ms`,
]

function section(title: string, rows: readonly (readonly string[])[]): readonly string[] {
  if (rows.length === 0) return []
  return [`  ${title}`, ...columns(rows).map((line) => `    ${line}`)]
}

const percent = (share: number): string => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`

/** `1 cell`, `2,600 cells` */
const count = (n: number, thing: string): string => `${grouped(n)} ${thing}${n === 1 ? '' : 's'}`

const grouped = (n: number): string => String(n).replace(/\B(?=(\d{3})+$)/g, ',')
