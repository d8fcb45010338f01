/** The shape of many small networks: a workgroup for each, whose threads stride over its cells through all steps. */
import { InternalError } from '../../../compiler/ir/internal-error.ts'
import type { Aim, EventLog } from '../schedule.ts'
import type { Memory } from './memory.ts'
import type { Raster, Rasters } from './rasters.ts'
import { type ElementOptions, indented, type Lines, type Opened, type Shape } from './shape.ts'

interface Options {
  readonly memory: Memory
  readonly rasters: Rasters
  readonly replicas: number
  readonly lanes: number
}

export class ReplicaShape implements Shape {
  readonly lanes: number
  readonly replicas: number
  readonly areCellsKept = true
  readonly looksOnce = true
  private readonly memory: Memory
  private readonly rasters: Rasters

  constructor({ memory, rasters, replicas, lanes }: Options) {
    this.memory = memory
    this.rasters = rasters
    this.replicas = replicas
    this.lanes = lanes
  }

  head = (name: string): string => `fn ${name}(replica: u32, lane: u32, row: u32) {`

  perElement = (count: number, body: Lines, { before }: ElementOptions): Lines => {
    const own = count / this.replicas
    const end = this.replicas === 1 ? `${own}u` : `(replica + 1u) * ${own}u`
    const start = this.replicas === 1 ? 'lane' : `replica * ${own}u + lane`
    return [
      ...before,
      `for (var k = ${start}; k < ${end}; k += ${this.lanes}u) {`,
      ...indented(body),
      '}',
    ]
  }

  slot = ({ ring, slots, stride }: Aim, step: string): string =>
    `${this.memory.placeOf(ring).start}u + u32(${step} % ${slots}) * ${stride}u`

  beforeArrival = (): Lines => []

  /** Where the bit of the cell with number 0 would be. */
  opened = (log: EventLog, step: string, name: string): Opened => {
    const raster = this.rasterOf(log)
    const first = `32u * ${this.wordsOf(raster, step)} - replica * ${raster.cells}u`
    return { list: name, lines: [`let ${name} = ${first};`] }
  }

  perEvent = (log: EventLog, step: string, body: Lines): Lines => {
    const raster = this.rasterOf(log)
    return [
      `let words = ${this.wordsOf(raster, step)};`,
      `for (var k = lane; k < ${raster.cells}u; k += ${this.lanes}u) {`,
      '  if ((atomicLoad(&tallies[words + (k >> 5u)]) & (1u << (k & 31u))) != 0u) {',
      `    let element = replica * ${raster.cells}u + k;`,
      ...indented(indented(body)),
      '  }',
      '}',
    ]
  }

  together = (log: EventLog, step: string, body: Lines): Lines => {
    const raster = this.rasterOf(log)
    return [
      `let words = ${this.wordsOf(raster, step)};`,
      `for (var w = 0u; w < ${raster.wordsPerReplica}u; w++) {`,
      '  var bits = atomicLoad(&tallies[words + w]);',
      '  while (bits != 0u) {',
      `    let number = replica * ${raster.cells}u + 32u * w + firstTrailingBit(bits);`,
      '    bits &= bits - 1u;',
      ...indented(indented(body)),
      '  }',
      '}',
    ]
  }

  /** Replicas are not at the same tick: the first one counts, whoever says it last. */
  note = (flag: Int32Array, tick: string): Lines => [
    `atomicMax(&tallies[${this.memory.beside(flag, 1)}u], ~u32(${tick} + 1));`,
  ]

  /** The first word of this replica in the row of a step. */
  private wordsOf({ start, rows, wordsPerRow, wordsPerReplica }: Raster, step: string): string {
    return `(${start}u + u32((${step}) & ${rows - 1}) * ${wordsPerRow}u + replica * ${wordsPerReplica}u)`
  }

  private rasterOf(log: EventLog): Raster {
    const raster = this.rasters.of(log)
    if (!raster) throw new InternalError('webgpu', 'nobody writes to a log')
    return raster
  }
}
