/** How the acts of a step are spread over the threads of a card: what the engines do differently. */
import type { Aim, EventLog } from '../schedule.ts'

export type Lines = readonly string[]

/** Where events are written, and what must be said before. */
export interface Opened {
  readonly lines: Lines
  readonly list: string
}

export interface ElementOptions {
  /** What is worked out before, for all elements. */
  readonly before: Lines
  readonly isAlone: boolean
}

/**
 * The text around kernels. The functions of acts are told by whom they are called; within them, `lane` is the number
 * of a thread in its workgroup.
 */
export interface Shape {
  /** Threads of a workgroup. */
  readonly lanes: number
  /** Whether the same thread is always about the same cell, so that it should not be asked to look at another one. */
  readonly areCellsKept: boolean
  /** Whether what is delivered of the same events should be so in one go. */
  readonly looksOnce: boolean
  /** Side by side in one schedule, each with a workgroup of its own; 1 where the card shares out all cells alike. */
  readonly replicas: number
  /** The head of the function of an act; `isAlone` where no element touches what belongs to another one. */
  readonly head: (name: string, isAlone: boolean) => string
  /** For each of `count` elements, whose number is `k`. */
  readonly perElement: (count: number, body: Lines, options: ElementOptions) => Lines
  /** Where the slot of a ring begins that a step is about. */
  readonly slot: (aim: Aim, step: string) => string
  /** What is to be done for element `k` before it looks at these slots. */
  readonly beforeArrival: (aims: readonly Aim[], step: string) => Lines
  /** What a kernel over the elements `k` is told of where its events go. */
  readonly opened: (log: EventLog, step: string, name: string) => Opened
  /** For each event of a step, by a thread each: `element` is who it happened to. */
  readonly perEvent: (log: EventLog, step: string, body: Lines) => Lines
  /** For each event of a step, all threads of a workgroup together: `number` is who it happened to. */
  readonly together: (log: EventLog, step: string, body: Lines) => Lines
  /** Notes the first tick after which a value was not finite. */
  readonly note: (flag: Int32Array, tick: string) => Lines
}

/** A function that is dispatched; its threads know their workgroup, how many there are, and their place in it. */
export const entryPoint = (name: string, lanes: number, body: Lines): string =>
  [
    `@compute @workgroup_size(${lanes})`,
    `fn ${name}(`,
    '  @builtin(workgroup_id) group: vec3<u32>,',
    '  @builtin(num_workgroups) groups: vec3<u32>,',
    '  @builtin(local_invocation_index) lane: u32,',
    ') {',
    ...indented(body),
    '}\n',
  ].join('\n')

export const indented = (lines: Lines): Lines => lines.map((line) => `  ${line}`)
