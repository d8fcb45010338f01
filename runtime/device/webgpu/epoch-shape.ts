/** The shape of a network whose steps are done several at a time: a thread takes a cell through all steps of an epoch. */
import { InternalError } from '../../../compiler/ir/internal-error.ts'
import type { DeviceArray } from '../device.ts'
import type { Aim, EventLog } from '../schedule.ts'
import type { EpochRing } from './epoch-rings.ts'
import type { Memory } from './memory.ts'
import type { Raster, Rasters } from './rasters.ts'
import { type ElementOptions, indented, type Lines, type Opened, type Shape } from './shape.ts'

interface Options {
  readonly memory: Memory
  readonly rasters: Rasters
  readonly rings: ReadonlyMap<DeviceArray, EpochRing>
}

/** Room for every cell that the words of one look may hold: 8 KiB, of the 16 that every card has. */
export const foundText = (lanes: number): string => `\
var<workgroup> found: array<u32, ${32 * lanes}>;
var<workgroup> found_count: atomic<u32>;
`

export class EpochShape implements Shape {
  readonly lanes = 64
  readonly replicas = 1
  readonly areCellsKept = true
  readonly looksOnce = false
  private readonly memory: Memory
  private readonly rasters: Rasters
  private readonly rings: ReadonlyMap<DeviceArray, EpochRing>

  constructor({ memory, rasters, rings }: Options) {
    this.memory = memory
    this.rasters = rasters
    this.rings = rings
  }

  head = (name: string, isAlone: boolean): string =>
    isAlone
      ? `fn ${name}(k: u32, row: u32) {`
      : `fn ${name}(workgroup: u32, lane: u32, workgroups: u32, row: u32) {`

  perElement = (count: number, body: Lines, { before, isAlone }: ElementOptions): Lines => {
    if (isAlone) return [...before, ...body]
    const stride = `workgroups * ${this.lanes}u`
    return [
      ...before,
      `for (var k = workgroup * ${this.lanes}u + lane; k < ${count}u; k += ${stride}) {`,
      ...indented(body),
      '}',
    ]
  }

  slot = (aim: Aim, step: string): string => {
    const { start, stride, length } = this.ringOf(aim)
    return `${start}u + u32(${step} % ${length}) * ${stride}u`
  }

  /** What was sent beyond the end of the ring is for its beginning. */
  beforeArrival = (aims: readonly Aim[], step: string): Lines =>
    aims.flatMap((aim) => {
      const { start, stride, length, reach } = this.ringOf(aim)
      if (reach === 0) return []
      const slot = `u32(${step} % ${length})`
      const near = `${start}u + ${slot} * ${stride}u + k`
      return [
        `if (${slot} < ${reach}u) {`,
        `  move_sum(${near} + ${length * stride}u, ${near});`,
        '}',
      ]
    })

  /** Where the bit of the cell with number 0 would be. */
  opened = (log: EventLog, step: string, name: string): Opened => ({
    list: name,
    lines: [`let ${name} = 32u * ${this.wordsOf(this.rasterOf(log), step)};`],
  })

  perEvent = (log: EventLog, step: string, body: Lines): Lines => [
    `let word = ${this.wordsOf(this.rasterOf(log), step)} + (k >> 5u);`,
    'if ((atomicLoad(&tallies[word]) & (1u << (k & 31u))) != 0u) {',
    '  let element = k;',
    ...indented(body),
    '}',
  ]

  /** Each thread looks at a word of its own; then all go through what was found. */
  together = (log: EventLog, step: string, body: Lines): Lines => {
    const raster = this.rasterOf(log)
    const { lanes } = this
    return [
      `let words = ${this.wordsOf(raster, step)};`,
      `for (var first = workgroup * ${lanes}u; first < ${raster.wordsPerRow}u; first += workgroups * ${lanes}u) {`,
      '  if (lane == 0u) {',
      '    atomicStore(&found_count, 0u);',
      '  }',
      '  workgroupBarrier();',
      '  let w = first + lane;',
      `  if (w < ${raster.wordsPerRow}u) {`,
      '    var bits = atomicLoad(&tallies[words + w]);',
      '    while (bits != 0u) {',
      '      found[atomicAdd(&found_count, 1u)] = 32u * w + firstTrailingBit(bits);',
      '      bits &= bits - 1u;',
      '    }',
      '  }',
      '  workgroupBarrier();',
      '  let count = atomicLoad(&found_count);',
      '  for (var e = 0u; e < count; e++) {',
      '    let number = found[e];',
      ...indented(indented(body)),
      '  }',
      '  workgroupBarrier();',
      '}',
    ]
  }

  /** Cells are not at the same tick: the first one counts, whoever says it last. */
  note = (flag: Int32Array, tick: string): Lines => [
    `atomicMax(&tallies[${this.memory.beside(flag, 1)}u], ~u32(${tick} + 1));`,
  ]

  private wordsOf({ start, rows, wordsPerRow }: Raster, step: string): string {
    return `(${start}u + u32((${step}) & ${rows - 1}) * ${wordsPerRow}u)`
  }

  private ringOf({ ring }: Aim): EpochRing {
    const found = this.rings.get(ring)
    if (!found) throw new InternalError('webgpu', 'a ring has no place in epochs')
    return found
  }

  private rasterOf(log: EventLog): Raster {
    const raster = this.rasters.of(log)
    if (!raster) throw new InternalError('webgpu', 'nobody writes to a log')
    return raster
  }
}
