/** A culture from the Hugging Face hub into a folder of this machine. */
import { type HubOptions, hubFolder } from './hub-folder.ts'

export interface FetchOptions extends HubOptions {
  /** The folder it will be, which must not be there yet. */
  readonly to: string
  /** Told of each file before it comes, and at the end. */
  readonly onProgress?: (progress: FetchProgress) => void
  /** s, after which it is given up. */
  readonly timeout?: number
}

export interface FetchProgress {
  readonly file: string
  /** Bytes of all files. */
  readonly done: number
  readonly total: number
}

/** The folder is there with all of its files or not at all: `await fetchSystem('E3I', { to: 'cultures/E3I' })`. */
export async function fetchSystem(name: string, options: FetchOptions): Promise<void> {
  const { to, onProgress, timeout = 600, signal } = options
  const { writeFolder, mustBeFree } = await import('./node-folder.ts')
  await mustBeFree(to)
  const limits = [AbortSignal.timeout(1000 * timeout), ...(signal ? [signal] : [])]
  const hub = await hubFolder(name, { ...options, signal: AbortSignal.any(limits) })
  const total = hub.files.reduce((sum, { size }) => sum + size, 0)
  let done = 0
  async function* files(): AsyncGenerator<readonly [string, Uint8Array]> {
    for (const { path, size } of hub.files) {
      onProgress?.({ file: path, done, total })
      const bytes = await hub.read(path)
      done += size
      if (bytes) yield [path, bytes]
    }
    onProgress?.({ file: '', done, total })
  }
  await writeFolder(to, files())
}
