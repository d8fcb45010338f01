/** Where the files of a system are: a folder of this machine, or anything that gives bytes for names. */
import { UsageError } from '../../compiler/usage-error.ts'

export interface Folder {
  readonly name: string
  /** Undefined where there is no such file. */
  read(path: string): Promise<Uint8Array | undefined>
  /** Names of the files directly in a folder of it; none where there is no such folder. */
  list(folder: string): Promise<readonly string[]>
}

/** A folder of files in memory, such as those a browser was given: `'selection/e1.json'` → bytes. */
export const folderOf = (name: string, files: ReadonlyMap<string, Uint8Array>): Folder => ({
  name,
  read: async (path) => files.get(path),
  list: async (folder) =>
    [...files.keys()].flatMap((path) => {
      const [first, last, ...more] = path.split('/')
      return first === folder && last !== undefined && more.length === 0 ? [last] : []
    }),
})

/** Refuses a path of a file that would be somewhere else. */
export function mustStayInside(path: string): void {
  if (path.split('/').every((part) => /^(?!\.\.?$)[^\\:]+$/.test(part))) return
  throw new UsageError(`${path} leads out of the folder.`)
}
