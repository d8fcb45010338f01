/** Writes each run to a file of its own, so that a data set grows call by call and can be gone on with. */
import { UsageError } from '../../compiler/usage-error.ts'
import type { Run } from '../run.ts'
import { type ArrowRow, arrowRowOf, rowsOfShard, shardOf } from './arrow-shard.ts'
import { readOptions, text } from './read-options.ts'
import { RecordingDecoding, recordingFields, type RecordingOptions } from './recording-options.ts'

export interface ArrowDatasetOptions extends RecordingOptions {
  /** Is made where it does not exist. */
  readonly directory: string
}

const shardName = /^data-(\d{5,})\.arrow$/

/**
 * Shards are Arrow streams, `data-00000.arrow` and so on, which `datasets.load_dataset('arrow', …)`
 * opens. Numbers go on where an earlier call, in this process or another, left off.
 *
 * @example
 * const env = await make('EI1')
 * const decoding = new ArrowDataset({ directory: `${folder}/spikes`, duration: 50 })
 * await env.call({ decoding })
 * await env.call({ decoding })
 * const rows = await decoding.dataset()
 * rows.length // → 2
 */
export class ArrowDataset extends RecordingDecoding<Required<ArrowDatasetOptions>, Run> {
  #next: number | undefined

  constructor(options: ArrowDatasetOptions) {
    const fields = { ...recordingFields, directory: text() }
    super(readOptions<ArrowDatasetOptions>('ArrowDataset', fields, options))
  }

  /** Hands over the run, after it is written. */
  async decode(run: Run): Promise<Run> {
    const { mkdir, rename, writeFile } = await files()
    const { directory } = this.options
    const kept = this.wanted(run)
    const bytes = await shardOf(arrowRowOf(kept))
    await mkdir(directory, { recursive: true })
    const index = this.#next ?? (await this.nextIndex())
    this.#next = index + 1
    const path = `${directory}/data-${String(index).padStart(5, '0')}.arrow`
    // Whoever reads the folder meanwhile finds whole files only.
    await writeFile(`${path}.part`, bytes)
    await rename(`${path}.part`, path)
    return kept
  }

  /** All that was written, in order; null where there is nothing. */
  async dataset(): Promise<readonly ArrowRow[] | null> {
    const { readFile } = await files()
    const names = await this.shards()
    if (names.length === 0) return null
    const rows: ArrowRow[] = []
    for (const name of names) {
      const bytes = await readFile(`${this.options.directory}/${name}`)
      rows.push(...(await rowsOfShard(bytes)))
    }
    return rows
  }

  private async nextIndex(): Promise<number> {
    const last = (await this.shards()).at(-1)
    return last === undefined ? 0 : Number(shardName.exec(last)?.[1]) + 1
  }

  private async shards(): Promise<readonly string[]> {
    const { readdir } = await files()
    const all = await readdir(this.options.directory).catch(() => [])
    const indexOf = (name: string): number => Number(shardName.exec(name)?.[1])
    return all.filter((name) => shardName.test(name)).sort((a, b) => indexOf(a) - indexOf(b))
  }
}

/** A browser tab has no files. */
const files = () =>
  import('node:fs/promises').catch(() => {
    throw new UsageError('ArrowDataset writes files, which is possible in Node only.')
  })
