/** Explicit connections of a system → a table sorted by source and target. */
import type { ConnectionTable } from '../../engine/plan.ts'
import type { Allocate } from './growing.ts'

type Numbers = Float32Array | Float64Array

export interface ExplicitConnections {
  readonly i: Int32Array
  readonly j: Int32Array
  readonly weight?: number | Numbers
  readonly delay?: number | Numbers
  readonly parameters: ReadonlyMap<string, number | Numbers>
}

/** Connections between the same two cells keep their order. */
export function tableFromArrays(
  connections: ExplicitConnections,
  { sources, targets: cells }: { readonly sources: number; readonly targets: number },
  allocate: Allocate,
): ConnectionTable {
  const { i, j, weight = 1, delay = 0, parameters } = connections
  const order = orderOf(i, j, { sources, cells })
  const rows = allocate('integer', sources + 1)
  for (const source of i) rows[source + 1] = (rows[source + 1] ?? 0) + 1
  for (let s = 0; s < sources; s++) rows[s + 1] = (rows[s + 1] ?? 0) + (rows[s] ?? 0)
  const targets = allocate('integer', j.length)
  if (order) for (let k = 0; k < j.length; k++) targets[k] = j[order[k] ?? 0] ?? 0
  else targets.set(j)
  const sorted = (values: number | Numbers): number | Numbers => arranged(values, order)
  return {
    rows,
    targets,
    weight: sorted(weight),
    delay: sorted(delay),
    parameters: new Map([...parameters].map(([name, values]) => [name, sorted(values)])),
  }
}

/** Undefined where the connections are sorted already. */
function orderOf(
  i: Int32Array,
  j: Int32Array,
  { sources, cells }: { readonly sources: number; readonly cells: number },
): Int32Array | undefined {
  if (isSorted(i, j)) return undefined
  const byTarget = byKey(j, cells)
  const bySource = byKey(i, sources, byTarget)
  return bySource
}

function isSorted(i: Int32Array, j: Int32Array): boolean {
  for (let k = 1; k < i.length; k++) {
    const [a, b] = [i[k - 1] ?? 0, i[k] ?? 0]
    if (a > b || (a === b && (j[k - 1] ?? 0) > (j[k] ?? 0))) return false
  }
  return true
}

/** Places in the order of their keys; equal keys stay in the order they are given in. */
function byKey(keys: Int32Array, range: number, given?: Int32Array): Int32Array {
  const starts = new Int32Array(range + 1)
  for (const key of keys) starts[key + 1] = (starts[key + 1] ?? 0) + 1
  for (let k = 0; k < range; k++) starts[k + 1] = (starts[k + 1] ?? 0) + (starts[k] ?? 0)
  const order = new Int32Array(keys.length)
  for (let n = 0; n < keys.length; n++) {
    const place = given ? (given[n] ?? 0) : n
    const key = keys[place] ?? 0
    const at = starts[key] ?? 0
    order[at] = place
    starts[key] = at + 1
  }
  return order
}

function arranged(values: number | Numbers, order: Int32Array | undefined): number | Numbers {
  if (typeof values === 'number' || !order) return values
  const result =
    values instanceof Float32Array
      ? new Float32Array(values.length)
      : new Float64Array(values.length)
  for (let k = 0; k < result.length; k++) result[k] = values[order[k] ?? 0] ?? 0
  return result
}
