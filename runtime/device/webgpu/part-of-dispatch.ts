/** What one act does in a dispatch: a function of the workgroup and the lane, and what it touches meanwhile. */
import type { DeviceArray } from '../device.ts'
import type { EventLog, Play } from '../schedule.ts'
import type { HeapName, Memory } from './memory.ts'

/** Threads of a workgroup. */
export const lanes = 64

/** Memory by its place. What is only added to may be so by several at once. */
export interface Touched {
  readonly reads: ReadonlySet<string>
  readonly writes: ReadonlySet<string>
  readonly adds: ReadonlySet<string>
}

export interface PartOfDispatch {
  readonly name: string
  /** A function `name(workgroup, lane, workgroups)`. */
  readonly code: string
  readonly touched: Touched
  /** Workgroups it wants, given how many events each log gets in a step. */
  readonly workgroups: (rate: (log: EventLog) => number) => number
  /** In ticks that are a multiple of this; or when the player has something new. */
  readonly every: number
  readonly play?: Play
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

/** The head of the function of an act. */
export const head = (name: string): string =>
  `fn ${name}(workgroup: u32, lane: u32, workgroups: u32) {`

interface PerElement {
  readonly count: number
  readonly every: number
  readonly touched: Touched
  readonly body: readonly string[]
}

/** A thread for each of `count` elements, which knows its number as `k`. */
export function perElement(
  name: string,
  { count, every, touched, body }: PerElement,
): PartOfDispatch {
  const code = [
    head(name),
    `  let k = workgroup * ${lanes}u + lane;`,
    `  if (k >= ${count}u) {`,
    '    return;',
    '  }',
    ...body.map((line) => `  ${line}`),
    '}\n',
  ].join('\n')
  return { name, code, every, touched, workgroups: () => Math.ceil(count / lanes) }
}

/** An element in memory. */
export const element = (heap: HeapName, start: number, index: string): string =>
  `${heap}[${start}u + ${index}]`
