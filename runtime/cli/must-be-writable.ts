/** Refuses a file that cannot be written before anything is computed for it. */
import { accessSync, constants, statSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { UsageError } from '../../compiler/usage-error.ts'
import { fileTrouble } from '../file-trouble.ts'
import type { Shell } from './shell.ts'

/** `option` is what the file was given with, such as `--out`. */
export function mustBeWritable(option: string, path: string, shell: Shell): void {
  const file = resolve(shell.folder, path)
  try {
    const there = statSync(file, { throwIfNoEntry: false })
    if (there?.isDirectory()) throw new UsageError(`${file} cannot be written: it is a folder.`)
    accessSync(there ? file : dirname(file), constants.W_OK)
  } catch (error) {
    const trouble = error instanceof UsageError ? error : fileTrouble(error)
    throw trouble ? new UsageError(`${option} is ${path}: ${trouble.message}`) : error
  }
}
