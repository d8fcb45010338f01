/** What the machine says when a file cannot be opened or written, as a sentence for whoever named the file. */
import { UsageError } from '../compiler/usage-error.ts'

const reasons: ReadonlyMap<string, string> = new Map([
  ['ENOENT', 'there is no such folder'],
  ['ENOTDIR', 'part of the path is a file, and no folder'],
  ['EISDIR', 'it is a folder'],
  ['EACCES', 'permission is denied'],
  ['EPERM', 'permission is denied'],
  ['EROFS', 'nothing can be written there'],
  ['ENOSPC', 'the disk is full'],
  ['EDQUOT', 'there is no more room for you on the disk'],
  ['EFBIG', 'it would become too large'],
  ['ENAMETOOLONG', 'its name is too long'],
  ['EMFILE', 'too many files are open'],
  ['EIO', 'the disk does not work'],
])

/** Undefined where something else went wrong. The machine names the file when it opens it, but not when it writes. */
export function fileTrouble(error: unknown, file = 'the file'): UsageError | undefined {
  if (!(error instanceof Error)) return undefined
  const { code = '', path = file } = error as NodeJS.ErrnoException
  const reason = reasons.get(code)
  return reason === undefined
    ? undefined
    : new UsageError(`${path} cannot be opened or written: ${reason}.`)
}
