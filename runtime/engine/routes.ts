/** The ways events take along connections: for each cell and delay, which connections they run over. */
import type { Device } from '../device/device.ts'
import type { ConnectionTable } from './plan.ts'

/** Delays in steps: one for all connections, or one each. */
export type Steps = number | Int32Array

/** The shape a deliver act wants. */
export interface Route {
  readonly rows: Int32Array
  readonly list?: Int32Array
  readonly delays: readonly number[]
  readonly delayTable?: Int32Array
}

/** Rounded half up to steps. */
export function stepsOf(delay: number | Float32Array | Float64Array, dt: number): Steps {
  const round = (ms: number): number => Math.floor(ms / dt + 0.5 + 1e-9)
  if (typeof delay === 'number') return round(delay)
  // Written out: from and every take ten times as long over millions of connections.
  const steps = new Int32Array(delay.length)
  let isUniform = true
  for (let k = 0; k < steps.length; k++) {
    steps[k] = round(delay[k]!)
    if (steps[k] !== steps[0]) isUniform = false
  }
  return isUniform ? (steps[0] ?? 0) : steps
}

export const longest = (steps: Steps): number =>
  typeof steps === 'number' ? steps : steps.reduce((most, step) => (step > most ? step : most), 0)

export const shortest = (steps: Steps): number =>
  typeof steps === 'number'
    ? steps
    : steps.reduce((least, step) => (step < least ? step : least), steps[0] ?? 0)

/** Connections of each source onto the targets first … last − 1, of one delay: no list is needed. */
export function straight(
  device: Device,
  { rows, targets }: ConnectionTable,
  { delay, first, last }: { readonly delay: number; readonly first: number; readonly last: number },
): Route {
  const sources = rows.length - 1
  const bounds = device.allocate('integer', 2 * sources) as Int32Array
  for (let i = 0; i < sources; i++) {
    bounds[2 * i] = lowerBound(targets, first, rows[i]!, rows[i + 1]!)
    bounds[2 * i + 1] = lowerBound(targets, last, rows[i]!, rows[i + 1]!)
  }
  return { rows: bounds, delays: [delay] }
}

/** The first place from start to end where the sorted targets reach a value. */
function lowerBound(targets: Int32Array, value: number, start: number, end: number): number {
  if (value <= 0) return start
  if (value === Number.POSITIVE_INFINITY) return end
  let low = start
  let high = end
  while (low < high) {
    const middle = (low + high) >> 1
    if (targets[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

/** What a route is made of: the connections, by whom they are found, and when they are due. */
export interface Sorting {
  readonly device: Device
  readonly table: ConnectionTable
  readonly by: 'source' | 'target'
  readonly cells: number
  readonly steps: Steps
  /** Only connections onto these targets. */
  readonly first: number
  readonly last: number
}

/** A list of connections for each cell and delay, each in the order of the connections. */
export function sorted(sorting: Sorting): Route {
  const { device, cells, steps } = sorting
  const delays = distinct(steps)
  const number = new Map(delays.map((delay, d) => [delay, d]))
  const width = delays.length + 1
  const bounds = device.allocate('integer', cells * width) as Int32Array
  const keys = keysOf(sorting, (step, cell) => cell * width + (number.get(step) ?? 0))
  const counts = new Int32Array(cells * width + 1)
  for (const key of keys) if (key >= 0) counts[key + 1]!++
  for (let k = 0; k < cells * width; k++) counts[k + 1]! += counts[k]!
  bounds.set(counts.subarray(0, cells * width))
  const list = device.allocate('integer', counts[cells * width]!) as Int32Array
  keys.forEach((key, k) => {
    if (key >= 0) list[counts[key]!++] = k
  })
  const delayTable = delays.length > 1 ? tableOf(device, delays) : undefined
  return { rows: bounds, list, delays, ...(delayTable ? { delayTable } : {}) }
}

function keysOf(
  { table, by, steps, first, last }: Sorting,
  keyOf: (step: number, cell: number) => number,
): Int32Array {
  const { rows, targets } = table
  const count = rows.at(-1) ?? 0
  const keys = new Int32Array(count).fill(-1)
  for (let i = 0; i + 1 < rows.length; i++) {
    for (let k = rows[i]!; k < rows[i + 1]!; k++) {
      const target = targets[k]!
      if (target < first || target >= last) continue
      keys[k] = keyOf(typeof steps === 'number' ? steps : steps[k]!, by === 'source' ? i : target)
    }
  }
  return keys
}

/** Longest first: what was sent earlier arrives earlier. */
function distinct(steps: Steps): readonly number[] {
  if (typeof steps === 'number') return [steps]
  return [...new Set(steps)].sort((a, b) => b - a)
}

function tableOf(device: Device, delays: readonly number[]): Int32Array {
  const table = device.allocate('integer', delays.length) as Int32Array
  table.set(delays)
  return table
}
