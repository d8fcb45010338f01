/** Rows of channel, id, t in ms and value as text; events leave the value empty. */
import { type OpenWriter, type Rows, rowsOf } from './run-writer.ts'

export const writeCsv: OpenWriter = (path) => {
  let start: number | undefined
  return {
    write: async (part) => {
      const { appendFile, writeFile } = await import('node:fs/promises')
      if (start === undefined) await writeFile(path, 'channel,id,t,value\n')
      start ??= part.t0
      for (const text of linesOf(rowsOf(part, start))) await appendFile(path, text)
    },
    close: async () => {},
  }
}

/** So many rows make one string. */
const chunk = 65536

function* linesOf({ names, channels, ids, times, values }: Rows): Generator<string> {
  for (let from = 0; from < ids.length; from += chunk) {
    let text = ''
    for (let k = from; k < Math.min(ids.length, from + chunk); k++) {
      const value = values[k] ?? Number.NaN
      text += `${names[channels[k] ?? 0]},${ids[k]},${times[k]},${Number.isNaN(value) ? '' : value}\n`
    }
    yield text
  }
}
