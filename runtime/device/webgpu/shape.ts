/** How the acts of a step are spread over the threads of a card: what the two engines do differently. */
import type { EventLog } from '../schedule.ts'

export type Lines = readonly string[]

/** Where events are written, and what must be said before. */
export interface Opened {
  readonly lines: Lines
  readonly list: string
}

/**
 * The text around kernels. The functions of acts are told by whom they are called; within them, `lane` is the number
 * of a thread in its workgroup.
 */
export interface Shape {
  /** Threads of a workgroup. */
  readonly lanes: number
  /** Side by side in one schedule, each with a workgroup of its own; 1 where the card shares out all cells alike. */
  readonly replicas: number
  /** The head of the function of an act. */
  readonly head: (name: string) => string
  /** For each of `count` elements, whose number is `k`. */
  readonly perElement: (count: number, body: Lines, before?: Lines) => Lines
  /** What a kernel over the elements `k` is told of where its events go. */
  readonly opened: (log: EventLog, step: string, name: string) => Opened
  /** For each event of a step, by a thread each: `element` is who it happened to. */
  readonly perEvent: (log: EventLog, step: string, body: Lines) => Lines
  /** For each event of a step, all threads of a workgroup together: `number` is who it happened to. */
  readonly together: (log: EventLog, step: string, body: Lines) => Lines
  /** Notes the first tick after which a value was not finite. */
  readonly note: (flag: Int32Array, tick: string) => Lines
}

export const indented = (lines: Lines): Lines => lines.map((line) => `  ${line}`)
