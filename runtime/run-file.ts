/** A file that grows with a run: what was recorded, part by part, in the format of its ending. */
import { UsageError } from '../compiler/usage-error.ts'
import { fileTrouble } from './file-trouble.ts'
import { writeArrow } from './run-files/arrow-writer.ts'
import { writeCsv } from './run-files/csv-writer.ts'
import { writeJson } from './run-files/json-writer.ts'
import type { OpenWriter, RunWriter } from './run-files/run-writer.ts'

const writers: Readonly<Record<string, OpenWriter>> = {
  '.json': writeJson,
  '.csv': writeCsv,
  '.arrow': writeArrow,
}

/**
 * ```js
 * const file = openRunFile('hour.arrow')
 * for await (const part of env.runInParts(3_600_000)) await file.write(part)
 * await file.close()
 * ```
 * An ending nobody knows is refused; the file is made with the first part.
 */
export function openRunFile(path: string): RunWriter {
  const [ending = ''] = /\.[^./\\]+$/.exec(path) ?? []
  const open = Object.hasOwn(writers, ending) ? writers[ending] : undefined
  if (open) return explaining(open(path), path)
  const known = Object.keys(writers)
  throw new UsageError(`${path}: the ending must be ${known.join(' or ')}.`)
}

/** A disk that is full, or a folder that is not there, is told in a sentence. */
function explaining({ write, close }: RunWriter, path: string): RunWriter {
  const explain = (error: unknown): never => {
    throw fileTrouble(error, path) ?? error
  }
  return {
    write: (part) => write(part).catch(explain),
    close: () => close().catch(explain),
  }
}
