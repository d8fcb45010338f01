/** An Arrow file with one record batch for each part: channel, id, t in ms, value (NaN for events). */
import type { DataType, RecordBatchFileWriter, Utf8, Vector } from 'apache-arrow'
import type { FileHandle } from 'node:fs/promises'
import { type OpenWriter, type Rows, rowsOf } from './run-writer.ts'

type Arrow = typeof import('apache-arrow')

/** The file while it is being written. */
interface Open {
  readonly arrow: Arrow
  readonly writer: RecordBatchFileWriter
  /** What is still to be written to the disk. */
  readonly pieces: Uint8Array[]
  readonly handle: FileHandle
  /** Names of the channels, written once. */
  readonly names: Vector<Utf8>
  /** When the run began. */
  readonly start: number
}

export const writeArrow: OpenWriter = (path) => {
  let file: Open | undefined
  return {
    write: async (part) => {
      file ??= await open(path, part.t0, [...part.channels.keys()])
      file.writer.write(batchOf(rowsOf(part, file.start), file))
      await flush(file)
    },
    close: async () => {
      if (!file) return
      const { writer, handle } = file
      writer.finish()
      await flush(file)
      await handle.close()
    },
  }
}

async function open(path: string, start: number, channels: readonly string[]): Promise<Open> {
  const arrow = await import('apache-arrow')
  const { open: openFile } = await import('node:fs/promises')
  const handle = await openFile(path, 'w')
  const pieces: Uint8Array[] = []
  class Pieces extends arrow.AsyncByteQueue {
    override write(piece: Parameters<InstanceType<Arrow['AsyncByteQueue']>['write']>[0]): void {
      pieces.push(piece as Uint8Array)
    }
  }
  const writer = new arrow.RecordBatchFileWriter()
  const names = arrow.vectorFromArray([...channels], new arrow.Utf8())
  writer.reset(new Pieces(), schemaOf({ arrow }))
  return { arrow, writer, pieces, handle, names, start }
}

/** Onto the disk, so that nothing piles up. */
async function flush({ pieces, handle }: Open): Promise<void> {
  for (const piece of pieces.splice(0)) await handle.appendFile(piece)
}

const fieldsOf = ({ arrow: { Dictionary, Field, Float64, Int32, Utf8 } }: Pick<Open, 'arrow'>) =>
  [
    new Field('channel', new Dictionary(new Utf8(), new Int32(), 0)),
    new Field('id', new Int32()),
    new Field('t', new Float64()),
    new Field('value', new Float64()),
  ] as const

const schemaOf = (file: Pick<Open, 'arrow'>) => new file.arrow.Schema([...fieldsOf(file)])

function batchOf({ channels, ids, times, values }: Rows, file: Open) {
  const { arrow, names } = file
  const [channel, ...numbers] = fieldsOf(file)
  const children = [
    arrow.makeData({ type: channel.type, data: channels, dictionary: names }),
    ...[ids, times, values].map((data, k) => {
      const type = numbers[k]?.type as DataType
      return arrow.makeData({ type, data } as never)
    }),
  ]
  const type = new arrow.Struct([channel, ...numbers])
  const rows = arrow.makeData({ type, length: ids.length, nullCount: 0, children } as never)
  return new arrow.RecordBatch(schemaOf(file), rows as never)
}
