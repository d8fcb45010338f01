/** The folder of a culture on the Hugging Face hub, read file by file. */
import { UsageError } from '../../compiler/usage-error.ts'
import { type Folder, mustStayInside } from './folder.ts'

export interface HubOptions {
  /** Ends what is going on. */
  readonly signal?: AbortSignal
  /** Speaks to the hub in place of the one that comes with the platform. */
  readonly fetch?: typeof fetch
}

export interface HubFile {
  /** Within the folder. */
  readonly path: string
  /** In bytes. */
  readonly size: number
}

export interface HubFolder extends Folder {
  readonly files: readonly HubFile[]
}

const repository = 'livn-org/livn'
const repo = { type: 'dataset', name: repository } as const

/** Lists the files of a culture: `await System.load(await hubFolder('E3I'))` reads it without a copy on this machine. */
export async function hubFolder(name: string, options: HubOptions = {}): Promise<HubFolder> {
  if (!/^[A-Za-z]\w*$/.test(name)) {
    throw new UsageError(`${JSON.stringify(name)} is no name of a culture; E3I is one.`)
  }
  const hub = await import('@huggingface/hub')
  const root = `systems/graphs/${name}/`
  const asked = { repo, fetch: boundedFetch(options) }
  const files: HubFile[] = []
  await spoken(name, async () => {
    for await (const each of hub.listFiles({
      ...asked,
      path: root.slice(0, -1),
      recursive: true,
    })) {
      if (each.type !== 'file' || !each.path.startsWith(root)) continue
      const path = each.path.slice(root.length)
      mustStayInside(path)
      files.push({ path, size: each.size })
    }
  })
  if (files.length === 0) throw absent(name)
  const read = (path: string): Promise<Uint8Array | undefined> =>
    spoken(name, async () => {
      const known = files.find((file) => file.path === path)
      if (!known) return undefined
      const blob = await hub.downloadFile({ ...asked, path: root + path, xet: false })
      return blob ? whole(path, known.size, new Uint8Array(await blob.arrayBuffer())) : undefined
    })
  return { name, files, read, list: async (folder) => namesIn(files, folder) }
}

const namesIn = (files: readonly HubFile[], folder: string): readonly string[] =>
  files.flatMap(({ path }) => {
    const [first, last, ...more] = path.split('/')
    return first === folder && last !== undefined && more.length === 0 ? [last] : []
  })

function whole(path: string, size: number, bytes: Uint8Array): Uint8Array {
  if (bytes.length === size) return bytes
  throw new UsageError(`${path} was cut short: ${bytes.length} of ${size} bytes came from the hub.`)
}

function boundedFetch({ signal, fetch: own = fetch }: HubOptions): typeof fetch {
  if (!signal) return own
  return (input, init) => own(input, { ...init, signal })
}

const absent = (name: string): UsageError =>
  new UsageError(
    `The hub has no culture ${name}: there is nothing at ${repository}, systems/graphs.`,
  )

/** What the hub, or the way to it, answers with is said in one sentence. */
async function spoken<Value>(name: string, ask: () => Promise<Value>): Promise<Value> {
  try {
    return await ask()
  } catch (cause) {
    if (cause instanceof UsageError) throw cause
    const { statusCode, name: kind } = cause as { statusCode?: number; name?: string }
    if (statusCode === 404) throw absent(name)
    if (statusCode !== undefined) {
      throw new UsageError(`The hub refused ${name}: it answered ${statusCode}.`)
    }
    if (kind === 'TimeoutError') throw new UsageError(`The hub took too long to send ${name}.`)
    if (kind === 'AbortError') throw new UsageError(`Fetching ${name} was stopped.`)
    throw new UsageError(`The hub cannot be reached from here, so ${name} was not fetched.`)
  }
}
