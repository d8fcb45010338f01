/** HDF5 files as bytes: opened in memory by a library that is loaded when the first file is, in Node and in browsers. */
import type { File, Group } from 'h5wasm'
import { UsageError } from '../../compiler/usage-error.ts'
import { Hdf5Reader } from './hdf5-reader.ts'

type Library = typeof import('h5wasm')

/** What is written into a file: groups that come to be with the arrays in them. */
export interface Hdf5Writer {
  write(path: string, values: NumberRow): void
}

export type NumberRow =
  | Uint8Array
  | Int16Array
  | Uint32Array
  | Int32Array
  | BigUint64Array
  | Float32Array

async function library(): Promise<Library> {
  const loaded = await import('h5wasm')
  // What it cannot read it throws, instead of telling the whole world on standard error.
  const { activate_throwing_error_handler: throwErrors } = await loaded.ready
  throwErrors()
  return loaded
}

let opened = 0

export interface FileBytes {
  /** What messages call it. */
  readonly place: string
  readonly bytes: Uint8Array
}

/** Reads from files that are open at the same time. */
export async function readHdf5<Result>(
  files: readonly FileBytes[],
  read: (...readers: readonly Hdf5Reader[]) => Result,
): Promise<Result> {
  const { File, FS } = await library()
  const open: { readonly path: string; readonly file: File }[] = []
  try {
    const readers = files.map(({ place, bytes }) => {
      mustBeWhole(place, bytes)
      const path = nextPath()
      FS?.writeFile(path, bytes)
      const file = new File(path, 'r')
      open.push({ path, file })
      if (file.file_id < 0n) throw new UsageError(`${place} cannot be opened as an HDF5 file.`)
      return new Hdf5Reader(place, file)
    })
    return read(...readers)
  } catch (cause) {
    if (cause instanceof UsageError) throw cause
    const places = files.map(({ place }) => place).join(' or ')
    throw new UsageError(`${places} is damaged: HDF5 cannot read it.`)
  } finally {
    for (const { path, file } of open) {
      if (file.file_id >= 0n) file.close()
      FS?.unlink(path)
    }
  }
}

/** Goes on writing where the given file ends. */
export async function writeHdf5(
  beginning: Uint8Array,
  write: (file: Hdf5Writer) => void,
): Promise<Uint8Array> {
  const { File, FS } = await library()
  if (!FS) throw new UsageError('The HDF5 library has no memory for files here.')
  const path = nextPath()
  FS.writeFile(path, beginning)
  try {
    const file = new File(path, 'a')
    write(writerOf(file))
    file.close()
    return FS.readFile(path, { encoding: 'binary' })
  } finally {
    FS.unlink(path)
  }
}

const nextPath = (): string => `/tmp/livn-${opened++}.h5`

function writerOf(file: File): Hdf5Writer {
  return {
    write(path, data) {
      const names = path.split('/')
      const name = names.pop() ?? ''
      let group: Group = file
      for (const each of names) {
        const next = group.get(each)
        group = next && 'create_group' in next ? next : group.create_group(each)
      }
      group.create_dataset({ name, data, shape: [data.length] })
    },
  }
}

const signature = [0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a]

/** The library prints pages about files that are none, and about such as were cut short. */
function mustBeWhole(place: string, bytes: Uint8Array): void {
  if (bytes.length < 48 || signature.some((byte, k) => bytes[k] !== byte)) {
    throw new UsageError(`${place} is not an HDF5 file.`)
  }
  const version = bytes[8] ?? 0
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const end = Number(view.getBigUint64(version < 2 ? 40 : 28, true))
  if (version <= 3 && end > bytes.length) {
    throw new UsageError(`${place} was cut short: it has ${bytes.length} of ${end} bytes.`)
  }
}
