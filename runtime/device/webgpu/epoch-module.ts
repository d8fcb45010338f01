/** The module of a network whose steps are done several at a time: what is due, then all steps of every cell. */
import type { Schedule } from '../schedule.ts'
import type { Epoch } from './allows-epochs.ts'
import { type EpochRing, ringEntries, ringFunctions, ringsFor, withAims } from './epoch-rings.ts'
import { EpochShape, foundText } from './epoch-shape.ts'
import { listsOfRows } from './lists-of-rows.ts'
import type { Memory } from './memory.ts'
import type { NowLayout } from './now-layout.ts'
import type { PartOfDispatch } from './part-of-dispatch.ts'
import type { Rasters } from './rasters.ts'
import { entryPoint, indented, type Lines } from './shape.ts'
import { type StepsModule, writeSteps } from './steps-module.ts'

export interface EpochModule extends StepsModule {
  /** How many parts deliver at once. */
  readonly delivers: number
  /** The numbers of cells of which one after another the acts are alike. */
  readonly counts: readonly number[]
  readonly rings: readonly EpochRing[]
  readonly lanes: number
}

export interface EpochOptions {
  readonly memory: Memory
  readonly rasters: Rasters
  readonly epoch: Epoch
}

export function writeEpochs(
  { acts }: Schedule,
  { memory, rasters, epoch }: EpochOptions,
): EpochModule {
  const rings = ringsFor(acts, memory, epoch.steps)
  const shape = new EpochShape({ memory, rasters, rings })
  const { lanes } = shape
  const logs = rasters.all.map(({ log }) => log)
  // Rings are as long as they have to be here: nothing goes around them.
  const moving = withAims(acts).filter(({ kind }) => kind !== 'lap')
  const way = { memory, shape, events: 'bits', isTable: true } as const
  const { text, parts, kernels, now } = writeSteps({ acts: moving, logs }, way)
  const isDeliver = ({ alone }: PartOfDispatch): boolean => alone === undefined
  const delivers = parts.filter(isDeliver)
  const cells = parts.filter((part) => !isDeliver(part))
  const counts = [...new Set(cells.map(({ alone = 0 }) => alone))]
  const before = parts.slice(0, Math.max(0, parts.findIndex(isDeliver)))
  const after = cells.filter((part) => !before.includes(part))
  const flags = acts.flatMap((act) => (act.kind === 'inspect' ? [act.flag] : []))
  const around = { now, lanes, counts }
  const code = [
    epochText,
    foundText(lanes),
    text,
    ringFunctions,
    deliverEntry(delivers, lanes),
    ...(epoch.isSplit ? splitEntries(before, after, around) : [wholeEntry(cells, around)]),
    ringEntries([...rings.values()], memory, { step: now.step(1), lanes }),
    listsOfRows(rasters, memory, [...new Set(flags)]),
  ].join('\n')
  const { cells: whole, before: first, between, after: last, ...common } = epochEntries
  const own = epoch.isSplit ? [first, between, last] : [whole]
  const entries = [...own, ...Object.values(common), 'count_events', 'place_lists', 'fill_lists']
  const turning = [...rings.values()].filter(({ reach }) => reach > 0)
  return {
    code,
    entries,
    kernels,
    now,
    delivers: delivers.length,
    counts,
    rings: turning,
    lanes,
  }
}

export const epochEntries = {
  deliver: 'deliver_due',
  cells: 'run_cells',
  before: 'run_before',
  between: 'run_between',
  after: 'run_after',
  load: 'load_rings',
  store: 'store_rings',
} as const

const epochText = `\
/// The rows of an epoch.
struct Epoch {
  first: u32,
  end: u32,
}

@group(0) @binding(5) var<uniform> epoch: Epoch;
`

/** The second number of a workgroup is a row, the third an act. */
function deliverEntry(parts: readonly PartOfDispatch[], lanes: number): string {
  const cases = parts.map(({ name }, k) => {
    return `  case ${k}u: {\n      ${name}(group.x, lane, groups.x, row);\n    }`
  })
  return entryPoint(epochEntries.deliver, lanes, [
    'let row = epoch.first + group.y;',
    'if (row >= epoch.end) {',
    '  return;',
    '}',
    'switch (group.z) {',
    ...cases,
    '  default: {}',
    '}',
  ])
}

interface Around {
  readonly now: NowLayout
  readonly lanes: number
  readonly counts: readonly number[]
}

/** Acts on populations of one size are done one after another for each cell. */
function cellsEntry(
  name: string,
  linesFor: (count: number) => Lines,
  { lanes, counts }: Around,
): string {
  const cases = counts.flatMap((count, c) => [
    `  case ${c}u: {`,
    `    if (k >= ${count}u) {`,
    '      return;',
    '    }',
    ...linesFor(count).map((line) => `    ${line}`),
    '  }',
  ])
  return entryPoint(name, lanes, [
    `let k = (group.x + group.y * groups.x) * ${lanes}u + lane;`,
    'switch (group.z) {',
    ...cases,
    '  default: {}',
    '}',
  ])
}

type Parts = readonly PartOfDispatch[]

const callsFor = (parts: Parts, count: number, { now }: Around): Lines =>
  parts.filter(({ alone }) => alone === count).flatMap((part) => callIn(part, now))

/** All steps of an epoch. */
const wholeEntry = (parts: Parts, around: Around): string =>
  cellsEntry(
    epochEntries.cells,
    (count) => [
      'for (var row = epoch.first; row < epoch.end; row++) {',
      ...indented(callsFor(parts, count, around)),
      '}',
    ],
    around,
  )

/** From a delivery to the next one: the end of a step and the beginning of another. */
function splitEntries(before: Parts, after: Parts, around: Around): readonly string[] {
  const first = (count: number): Lines => ['{', ...indented(callsFor(before, count, around)), '}']
  const last = (count: number): Lines => ['{', ...indented(callsFor(after, count, around)), '}']
  const row = 'var row = epoch.first;'
  const { before: begin, between, after: end } = epochEntries
  return [
    cellsEntry(begin, (count) => [row, ...first(count)], around),
    cellsEntry(between, (count) => [row, ...last(count), 'row += 1u;', ...first(count)], around),
    cellsEntry(end, (count) => [row, ...last(count)], around),
  ]
}

function callIn(part: PartOfDispatch, now: NowLayout): Lines {
  const call = `${part.name}(k, row);`
  const condition = now.conditionOf(part)
  return condition ? [`if (${condition}) {`, `  ${call}`, '}'] : [call]
}
