/** Folders of this machine: the one file of systems that a browser does not have. */
import {
  access,
  chmod,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import { UsageError } from '../../compiler/usage-error.ts'
import { type Folder, mustStayInside } from './folder.ts'

/** A folder to read from. */
export async function folderAt(path: string): Promise<Folder> {
  const root = resolve(path)
  return {
    name: path.replace(/[\\/]+$/, '') === '.' ? root : path.replace(/[\\/]+$/, ''),
    read: async (file) => orUndefined(readFile(join(root, file))),
    list: async (folder) => (await orUndefined(readdir(join(root, folder)))) ?? [],
  }
}

/** Undefined where there is nothing; whatever else went wrong is said. */
async function orUndefined<Value>(reading: Promise<Value>): Promise<Value | undefined> {
  try {
    return await reading
  } catch (cause) {
    const { code = '', path = '' } = cause as { code?: string; path?: string }
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined
    throw new UsageError(`${path} cannot be read (${code}).`)
  }
}

/** A path as somebody in a folder means it. */
export const pathFrom = (folder: string, path: string): string => resolve(folder, path)

export const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  )

export async function mustBeFree(path: string): Promise<void> {
  if (!(await isThere(path))) return
  throw new UsageError(`${path} is there already; name a folder that is not, or remove it.`)
}

/** Writes files into a new folder, which is there with all of them or not at all. */
export async function writeFolder(
  path: string,
  files: AsyncIterable<readonly [string, Uint8Array]> | Iterable<readonly [string, Uint8Array]>,
): Promise<void> {
  await mustBeFree(path)
  const target = resolve(path)
  await mkdir(dirname(target), { recursive: true })
  const draft = await mkdtemp(join(dirname(target), `.${basename(target)}-`))
  try {
    for await (const [file, bytes] of files) {
      mustStayInside(file)
      const own = join(draft, file)
      await mkdir(dirname(own), { recursive: true })
      await writeFile(own, bytes)
    }
    await chmod(draft, 0o755)
    await rename(draft, target)
  } catch (cause) {
    await rm(draft, { recursive: true, force: true })
    throw cause
  }
}
