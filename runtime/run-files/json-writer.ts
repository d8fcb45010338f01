/** The whole run as one JSON object, which has to be kept until it is complete. */
import type { Run } from '../run.ts'
import type { OpenWriter } from './run-writer.ts'

export const writeJson: OpenWriter = (path) => {
  const parts: Run[] = []
  return {
    write: async (part) => void parts.push(part),
    close: async () => {
      const [first, ...others] = parts
      if (!first) return
      const { writeFile } = await import('node:fs/promises')
      await writeFile(
        path,
        `${JSON.stringify(others.reduce((run, part) => run.concat(part), first))}\n`,
      )
    },
  }
}
