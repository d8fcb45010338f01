/** Reads rows of numbers from an open HDF5 file, and says which file and which dataset is wrong. */
import type { Datatype, Dataset, File, Group } from 'h5wasm'
import { UsageError } from '../../compiler/usage-error.ts'
import { shown } from '../numbers-from.ts'

export type Row = Uint8Array | Int16Array | Int32Array | Uint32Array | Float32Array | Float64Array

/** More numbers in one row than any culture has are a mistake, and would fill the memory. */
const mostNumbers = 2 ** 28
const mostRows = 2 ** 16

export class Hdf5Reader {
  /** The file, as messages call it. */
  readonly place: string
  private readonly file: File

  constructor(place: string, file: File) {
    this.place = place
    this.file = file
  }

  /** Whether there is something at a path. */
  has(path: string): boolean {
    return this.file.get(path) !== null
  }

  /** Names in a group; none where there is no such group. */
  names(path: string): readonly string[] {
    const found = this.file.get(path)
    return isGroup(found) ? found.keys() : []
  }

  /** A row of numbers. */
  numbers(path: string): Row {
    const dataset = this.dataset(path)
    const { shape, type } = dataset.metadata
    const length = shape?.length === 1 ? (shape[0] ?? 0) : -1
    if (length < 0 || length > mostNumbers || (type !== integers && type !== floats)) {
      throw this.wrong(path, 'must be one row of numbers')
    }
    if (length === 0) return new Float64Array(0)
    const values = this.valueOf(dataset, path)
    if (values instanceof BigUint64Array || values instanceof BigInt64Array) {
      return Float64Array.from(values, Number)
    }
    return values as Row
  }

  /** Whole numbers from 0 to below a bound. */
  indices(path: string, below: number, what: string): Row {
    const values = this.numbers(path)
    const wrong = values.findIndex(
      (value) => !(value >= 0 && value < below && Number.isInteger(value)),
    )
    if (wrong < 0) return values
    throw this.wrong(
      path,
      `has ${shown(values[wrong])} at ${wrong}; ${what} from 0 to ${below - 1}`,
    )
  }

  /** Pointers into so many values: ascending, from 0 to their count at most. */
  pointers(path: string, count: number): Row {
    const values = this.indices(path, count + 1, `it has places`)
    const wrong = values.findIndex((value, k) => k > 0 && value < (values[k - 1] ?? 0))
    if (wrong < 0) return values
    throw this.wrong(path, `falls at ${wrong} from ${values[wrong - 1]} to ${values[wrong]}`)
  }

  /** Columns of a table, row by row, as plain numbers. */
  table(path: string, columns: readonly string[]): readonly (readonly number[])[] {
    const dataset = this.dataset(path)
    const { compound_type: compound, shape } = dataset.metadata
    if (!compound || shape?.length !== 1 || (shape[0] ?? 0) > mostRows) {
      throw this.wrong(path, 'must be a table')
    }
    const places = columns.map((name) => compound.members.findIndex((each) => each.name === name))
    const missing = places.indexOf(-1)
    if (missing >= 0) throw this.wrong(path, `has no column ${columns[missing]}`)
    const rows = this.valueOf(dataset, path) as readonly (readonly unknown[])[]
    return rows.map((row) => places.map((place) => Number(row[place])))
  }

  /** The names of an enumeration by their numbers. */
  labels(path: string): ReadonlyMap<number, string> {
    const found = this.file.get(path)
    const members = isDatatype(found) ? found.metadata.enum_type?.members : undefined
    if (!members) throw this.wrong(path, 'must be an enumeration of names')
    return new Map(Object.entries(members).map(([name, code]) => [code, name]))
  }

  wrong(path: string, fact: string): UsageError {
    return new UsageError(`${this.place}: ${path} ${fact}.`)
  }

  private dataset(path: string): Dataset {
    const found = this.file.get(path)
    if (isDataset(found)) return found
    throw this.wrong(path, found === null ? 'is missing' : 'is no dataset')
  }

  private valueOf(dataset: Dataset, path: string): unknown {
    try {
      return dataset.value
    } catch (cause) {
      const [reason] = String(cause instanceof Error ? cause.message : cause).split('\n')
      throw this.wrong(path, `cannot be read: ${reason?.replace(/:$/, '')}`)
    }
  }
}

/** The classes of HDF5 types that are numbers. */
const integers = 0
const floats = 1

type Found = ReturnType<Group['get']>

const kindOf = (found: Found): unknown => (found && 'type' in found ? found.type : undefined)
const isDataset = (found: Found): found is Dataset => kindOf(found) === 'Dataset'
const isGroup = (found: Found): found is Group => kindOf(found) === 'Group'
const isDatatype = (found: Found): found is Datatype => kindOf(found) === 'Datatype'
