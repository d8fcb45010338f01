/** What one act does in a dispatch: a function of the workgroup and the lane, and what it touches meanwhile. */
import type { DeviceArray } from '../device.ts'
import type { EventLog, Play } from '../schedule.ts'
import type { HeapName, Memory } from './memory.ts'
import { indented, type Lines, type Shape } from './shape.ts'

/** Memory by its place. What is only added to may be so by several at once. */
export interface Touched {
  readonly reads: ReadonlySet<string>
  readonly writes: ReadonlySet<string>
  readonly adds: ReadonlySet<string>
}

/** Something that is done for each event of a step. */
export interface Visit {
  /** The same for everybody who visits the same events. */
  readonly key: string
  readonly along: Lines
  /** The loop over events. */
  readonly around: (along: Lines) => Lines
}

export interface PartOfDispatch {
  readonly name: string
  /** A function with the head of the shape. */
  readonly code: string
  readonly touched: Touched
  /** Workgroups it wants, given how many events each log gets in a step. */
  readonly workgroups: (rate: (log: EventLog) => number) => number
  /** In ticks that are a multiple of this; or when the player has something new. */
  readonly every: number
  readonly play?: Play
  /** Who does element k of so many touches nothing that belongs to another one. */
  readonly alone?: number
  readonly visit?: Visit
}

export const keyOf = (memory: Memory, array: DeviceArray): string => {
  const { heap, start } = memory.placeOf(array)
  return `${heap} ${start}`
}

export const shadowKeyOf = (memory: Memory, array: DeviceArray): string =>
  `tallies ${memory.shadowOf(array)}`

const nothing: ReadonlySet<string> = new Set()

export const touching = (touched: Partial<Touched>): Touched => ({
  reads: nothing,
  writes: nothing,
  adds: nothing,
  ...touched,
})

/** Whether two acts may happen in any order, or at once. */
export function areIndependent(a: Touched, b: Touched): boolean {
  return isUntouched(a, b) && isUntouched(b, a)
}

function isUntouched(by: Touched, of: Touched): boolean {
  for (const key of by.writes) {
    if (of.reads.has(key) || of.writes.has(key) || of.adds.has(key)) return false
  }
  for (const key of by.adds) if (of.reads.has(key)) return false
  return true
}

interface PerElement {
  readonly count: number
  readonly every: number
  readonly touched: Touched
  readonly body: Lines
  /** What is worked out before, for all elements. */
  readonly before?: Lines
  /** Whether no element touches what belongs to another one. */
  readonly isAlone?: boolean
}

/** A thread for each of `count` elements, which knows its number as `k`. */
export function perElement(
  { shape, name }: { readonly shape: Shape; readonly name: string },
  { count, every, touched, body, before = [], isAlone = false }: PerElement,
): PartOfDispatch {
  const lines = shape.perElement(count, body, { before, isAlone })
  const code = functionOf(shape.head(name, isAlone), lines)
  const workgroups = (): number => Math.ceil(count / shape.lanes)
  return { name, code, every, touched, workgroups, ...(isAlone ? { alone: count } : {}) }
}

export const functionOf = (head: string, body: Lines): string =>
  [head, ...indented(body), '}\n'].join('\n')

/** An element in memory. */
export const element = (heap: HeapName, start: number, index: string): string =>
  `${heap}[${start}u + ${index}]`
