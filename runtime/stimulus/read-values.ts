/** Tables of numbers as callers write them: rows, or one flat array with a width. */
import { UsageError } from '../../compiler/usage-error.ts'

/** Rows of values in the order of time, or all of them in one array, row after row. */
export type Values = ArrayLike<number> | readonly ArrayLike<number>[]

export interface Table {
  readonly values: Float64Array | Float32Array
  readonly rows: number
  readonly width: number
}

const isNested = (values: Values): values is readonly ArrayLike<number>[] =>
  Array.isArray(values) && values.length > 0 && typeof values[0] !== 'number'

/** Typed arrays are taken as they are, not copied; a flat array without a width is one column. */
export function readValues(values: Values, width?: number): Table {
  const table = isNested(values) ? ofRows(values, width) : ofFlat(values, width)
  const wrong = firstNotFinite(table.values)
  if (wrong < 0) return table
  throw new UsageError(
    `Value ${wrong % table.width} of row ${Math.floor(wrong / table.width)} is ${table.values[wrong]}; it must be a number.`,
  )
}

/** A loop, because tables of a few numbers are made for every round of a closed loop. */
function firstNotFinite(values: Table['values']): number {
  for (let k = 0; k < values.length; k++) if (!Number.isFinite(values[k])) return k
  return -1
}

function ofRows(given: readonly ArrayLike<number>[], width = given[0]?.length ?? 0): Table {
  const values = new Float64Array(given.length * width)
  given.forEach((row, k) => {
    if (row.length !== width) {
      throw new UsageError(`Row ${k} has ${row.length} values; each row must have ${width}.`)
    }
    for (let column = 0; column < width; column++) values[k * width + column] = row[column] ?? NaN
  })
  return { values, rows: given.length, width }
}

function ofFlat(given: ArrayLike<number>, width = 1): Table {
  const isTyped = given instanceof Float64Array || given instanceof Float32Array
  const values = isTyped ? given : Float64Array.from(given)
  if (values.length === 0) return { values, rows: 0, width }
  if (width > 0 && values.length % width === 0) {
    return { values, rows: values.length / width, width }
  }
  throw new UsageError(
    `${values.length} values do not fill rows of ${width}; give rows, or a flat array of rows × ${width}.`,
  )
}
