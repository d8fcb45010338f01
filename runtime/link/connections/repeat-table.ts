/** The connections of one network, once for each of its replicas. */
import type { ConnectionTable } from '../../engine/plan.ts'
import type { Allocate } from './growing.ts'

export interface Copies {
  readonly replicas: number
  /** Cells of the target population in one replica. */
  readonly targets: number
  readonly allocate: Allocate
}

type Values = number | Float32Array | Float64Array

export function repeatTable(table: ConnectionTable, copies: Copies): ConnectionTable {
  const { replicas, targets: width, allocate } = copies
  const count = table.rows.at(-1) ?? 0
  const sources = table.rows.length - 1
  const rows = new Int32Array(replicas * sources + 1)
  const targets = allocate('integer', replicas * count)
  for (let k = 0; k < replicas; k++) {
    for (let i = 0; i <= sources; i++) rows[k * sources + i] = k * count + (table.rows[i] ?? 0)
    for (let c = 0; c < count; c++) targets[k * count + c] = k * width + (table.targets[c] ?? 0)
  }
  const repeated = (values: Values): Values => repeatValues(values, { count, ...copies })
  return {
    rows,
    targets,
    weight: repeated(table.weight),
    delay: repeated(table.delay),
    parameters: new Map([...table.parameters].map(([name, each]) => [name, repeated(each)])),
  }
}

function repeatValues(
  values: Values,
  { replicas, count, allocate }: Copies & { count: number },
): Values {
  if (typeof values === 'number') return values
  const length = replicas * count
  const all = values instanceof Float32Array ? allocate('single', length) : new Float64Array(length)
  for (let k = 0; k < replicas; k++) all.set(values.subarray(0, count), k * count)
  return all
}
