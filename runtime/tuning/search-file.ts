/** A search on the disk, so that it can be broken off and gone on with. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { UsageError } from '../../compiler/index.ts'
import type { Progress } from './tune.ts'

export class SearchFile {
  private readonly file: string
  private readonly wish: string
  private readonly name: string

  /** `wish` is what the search is for; another one cannot go on from the file. */
  constructor(name: string, { folder, wish }: { readonly folder: string; readonly wish: unknown }) {
    this.name = name
    this.file = resolve(folder, name)
    this.wish = JSON.stringify(wish)
  }

  /** Undefined where there is nothing to go on from. */
  read(): Progress | undefined {
    if (!existsSync(this.file)) return undefined
    const { wish, progress } = this.parsed()
    if (JSON.stringify(wish) === this.wish) return progress
    throw new UsageError(
      `${this.name} is of a search for something else. Remove it to begin anew, or name another file with --state.`,
    )
  }

  private parsed(): { readonly wish: unknown; readonly progress: Progress } {
    try {
      return JSON.parse(readFileSync(this.file, 'utf8'))
    } catch {
      throw new UsageError(`${this.name} is no search; remove it to begin anew.`)
    }
  }

  write(progress: Progress): void {
    writeFileSync(this.file, JSON.stringify({ wish: JSON.parse(this.wish), progress }))
  }

  remove(): void {
    rmSync(this.file, { force: true })
  }
}
