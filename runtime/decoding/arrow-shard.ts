/** One run as one row of an Arrow stream, as `datasets` and pyarrow open it, and back. */
import type { DataType } from 'apache-arrow'
import type { Run } from '../run.ts'

/** What was recorded in one call; null where it was not asked for. */
export interface ArrowRow {
  /** ms. */
  readonly duration: number
  /** Cells and times (ms) of spikes. */
  readonly it: Int32Array | null
  readonly tt: Float64Array | null
  /** Cells and rows of voltage (mV). */
  readonly iv: Int32Array | null
  readonly vv: readonly Float64Array[] | null
  /** Cells and rows of membrane current. */
  readonly im: Int32Array | null
  readonly mp: readonly Float64Array[] | null
}

export function arrowRowOf(run: Run): ArrowRow {
  const [it, tt, iv, vv, im, mp] = run.columns
  return { duration: run.duration, it, tt, iv, vv, im, mp }
}

type Values = Int32Array | Float64Array

/** A column is there where it is not null. Lists are views of the row, not copies. */
export async function shardOf(row: ArrowRow): Promise<Uint8Array> {
  const arrow = await import('apache-arrow')
  const { Field, Float64, Int32, List, makeData, RecordBatch, Schema, Struct, Table } = arrow
  const number = (values: Values) =>
    values instanceof Int32Array
      ? makeData({ type: new Int32(), data: values })
      : makeData({ type: new Float64(), data: values })
  const list = (child: ReturnType<typeof number>, valueOffsets: Int32Array) =>
    makeData({
      type: new List(new Field('item', child.type as DataType, true)),
      length: valueOffsets.length - 1,
      nullCount: 0,
      valueOffsets,
      child: child as never,
    }) as never as ReturnType<typeof number>
  const flat = (values: Values) => list(number(values), Int32Array.of(0, values.length))
  const nested = (rows: readonly Float64Array[]) =>
    list(list(number(joined(rows)), offsetsOf(rows)), Int32Array.of(0, rows.length))
  const columns = Object.entries(row).flatMap(([name, value]) => {
    if (value === null) return []
    if (typeof value === 'number') return [[name, number(Float64Array.of(value))] as const]
    return [[name, Array.isArray(value) ? nested(value) : flat(value)] as const]
  })
  const fields = columns.map(([name, { type }]) => new Field(name, type as DataType, true))
  const schema = new Schema(fields)
  const children = columns.map(([, column]) => column)
  const type = new Struct(fields)
  const batch = new RecordBatch(schema, makeData({ type, length: 1, nullCount: 0, children }))
  return arrow.tableToIPC(new Table(schema, batch), 'stream')
}

function joined(rows: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(rows.reduce((sum, row) => sum + row.length, 0))
  rows.reduce((at, row) => {
    all.set(row, at)
    return at + row.length
  }, 0)
  return all
}

const offsetsOf = (rows: readonly Float64Array[]): Int32Array => {
  const offsets = new Int32Array(rows.length + 1)
  rows.forEach((row, k) => {
    offsets[k + 1] = (offsets[k] ?? 0) + row.length
  })
  return offsets
}

/** The rows of a shard, which may have been written by others. */
export async function rowsOfShard(bytes: Uint8Array): Promise<readonly ArrowRow[]> {
  const { tableFromIPC } = await import('apache-arrow')
  const table = tableFromIPC(bytes)
  const rowAt = (k: number) => {
    const column = (name: string): unknown => table.getChild(name)?.get(k) ?? null
    const flat = (name: string): unknown => plain(column(name))
    const nested = (name: string): unknown => {
      const rows = column(name)
      return rows === null ? null : Array.from(rows as Iterable<unknown>, plain)
    }
    const names = { it: flat('it'), tt: flat('tt'), iv: flat('iv'), im: flat('im') }
    const duration = Number(column('duration'))
    return { duration, ...names, vv: nested('vv'), mp: nested('mp') } as ArrowRow
  }
  return Array.from({ length: table.numRows }, (_, k) => rowAt(k))
}

/** A vector of numbers as the array it is made of. */
const plain = (vector: unknown): unknown =>
  vector === null ? null : (vector as { toArray(): unknown }).toArray()
