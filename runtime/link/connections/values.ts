/** Weight, delays and parameters of the connections a clause made: one number where it is the same for all. */
import type { Connect, Override } from '../../../compiler/ir/dynamics.ts'
import type { Expr } from '../../../compiler/ir/expr.ts'
import { UsageError } from '../../../compiler/usage-error.ts'
import type { ConnectionTable } from '../../engine/plan.ts'
import type { Pair, Value } from './evaluator.ts'
import type { Allocate } from './growing.ts'

export interface Made {
  readonly rows: Int32Array
  readonly targets: Int32Array
  readonly pair: Pair
  /** Where the slices begin: indices count from there. */
  readonly start: readonly [pre: number, post: number]
  readonly names: readonly [pre: string, post: string]
  readonly allocate: Allocate
  readonly evaluate: (expr: Expr, part: string, extra: ReadonlyMap<string, Value>) => Value
  readonly isFixed: (expr: Expr) => boolean
}

type Values = Pick<ConnectionTable, 'weight' | 'delay' | 'parameters'>

export function valuesOf(connect: Connect, made: Made): Values {
  const known = new Map<string, Value>()
  const given = new Map<string, number | Float32Array | Float64Array>()
  for (const override of connect.overrides) {
    const value = made.evaluate(override.value, override.name, known)
    if (override.auxiliary) known.set(override.name, value)
    else given.set(override.name, fill(override, value, made, connect))
  }
  const weight = given.get('weight') ?? 1
  const delay = given.get('delay') ?? 0
  given.delete('weight')
  given.delete('delay')
  return { weight, delay, parameters: given as ReadonlyMap<string, number | Float64Array> }
}

function fill(
  { name, value: expr }: Override,
  value: Value,
  made: Made,
  connect: Connect,
): number | Float32Array | Float64Array {
  const mustFit = fitting(name, made, connect)
  if (made.isFixed(expr)) {
    const only = value()
    mustFit(only)
    return only
  }
  const { rows, targets, pair, start } = made
  const count = targets.length
  const array = roomFor(name, count, made.allocate)
  for (let i = 0; i + 1 < rows.length; i++) {
    pair.i = i - start[0]
    let before = -1
    for (let k = rows[i] ?? 0; k < (rows[i + 1] ?? 0); k++) {
      const target = targets[k] ?? 0
      pair.j = target - start[1]
      pair.copy = target === before ? pair.copy + 1 : 0
      before = target
      const x = value()
      mustFit(x)
      array[k] = x
    }
  }
  return array
}

const isDelay = (name: string): boolean => name === 'delay' || name.startsWith('delay_')

/** Delays are only needed until routes are made, so they need not live on the device. */
function roomFor(name: string, count: number, allocate: Allocate): Float32Array | Float64Array {
  if (isDelay(name)) return new Float32Array(count)
  return name === 'weight' ? allocate('single', count) : allocate('real', count)
}

/** Refuses what no connection can have, naming the pair. */
function fitting(name: string, { pair, names }: Made, { synapse }: Connect): (x: number) => void {
  return (x) => {
    if (Number.isFinite(x) && !(isDelay(name) && x < 0)) return
    const wanted = isDelay(name)
      ? 'a delay is a finite time from 0 ms on'
      : 'it must be a finite number'
    throw new UsageError(
      `connect ${names[0]} to ${names[1]} by ${synapse}: ${name} from i = ${pair.i} to j = ${pair.j} is ${x}; ${wanted}.`,
    )
  }
}
