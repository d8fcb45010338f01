/** The shape of a large network: all cells alike over all workgroups, and a dispatch for each act of a step. */
import type { DeviceArray } from '../device.ts'
import type { Aim, EventLog } from '../schedule.ts'
import type { Memory } from './memory.ts'
import { type ElementOptions, indented, type Lines, type Opened, type Shape } from './shape.ts'

export class GridShape implements Shape {
  readonly lanes = 64
  readonly replicas = 1
  readonly areCellsKept = false
  readonly looksOnce = false
  private readonly memory: Memory

  constructor(memory: Memory) {
    this.memory = memory
  }

  head = (name: string): string => `fn ${name}(workgroup: u32, lane: u32, workgroups: u32) {`

  perElement = (count: number, body: Lines, { before }: ElementOptions): Lines => [
    `let k = workgroup * ${this.lanes}u + lane;`,
    `if (k >= ${count}u) {`,
    '  return;',
    '}',
    ...before,
    ...body,
  ]

  slot = ({ ring, slots, stride }: Aim, step: string): string =>
    `${this.startOf(ring)} + u32(${step} % ${slots}) * ${stride}u`

  beforeArrival = (): Lines => []

  /** Each event gets a new list at the end of its log, which the first thread makes known. */
  opened = (log: EventLog, step: string, name: string): Opened => {
    const places = this.startOf(log.places)
    const entry = `wholes[${places} + u32(${step} & ${log.places.length - 1})]`
    return {
      list: name,
      lines: [
        `let ${name} = list_after(${this.logArguments(log)}, ${step} - 1);`,
        'if (k == 0u) {',
        `  ${entry} = i32(${name} - ${this.startOf(log.words)});`,
        '}',
      ],
    }
  }

  /** Threads stride over a list whose length only the card knows. */
  perEvent = (log: EventLog, step: string, body: Lines): Lines => [
    ...this.listOf(log, step),
    `for (var k = workgroup * ${this.lanes}u + lane; k < count; k += workgroups * ${this.lanes}u) {`,
    '  let element = atomicLoad(&tallies[list + 1u + k]);',
    ...indented(body),
    '}',
  ]

  together = (log: EventLog, step: string, body: Lines): Lines => [
    ...this.listOf(log, step),
    'for (var k = workgroup; k < count; k += workgroups) {',
    '  let number = atomicLoad(&tallies[list + 1u + k]);',
    ...indented(body),
    '}',
  ]

  note = (flag: Int32Array, tick: string): Lines => {
    const sign = `wholes[${this.startOf(flag)}]`
    return [`if (${sign} == 0) {`, `  ${sign} = ${tick} + 1;`, '}']
  }

  private listOf(log: EventLog, step: string): Lines {
    return [
      `let list = list_of(${this.logArguments(log)}, ${step});`,
      'let count = atomicLoad(&tallies[list]);',
    ]
  }

  /** `words, places, mask`: the arguments that say where a log is. */
  private logArguments({ words, places }: EventLog): string {
    return `${this.startOf(words)}, ${this.startOf(places)}, ${places.length - 1}`
  }

  private startOf(array: DeviceArray): string {
    return `${this.memory.placeOf(array).start}u`
  }
}
