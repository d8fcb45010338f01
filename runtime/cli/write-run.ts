/** Writes what a run recorded to a file, in the format of its ending. */
import { writeFileSync } from 'node:fs'
import { extname } from 'node:path'
import { UsageError } from '../../compiler/usage-error.ts'
import type { Run } from '../run.ts'
import { rowOf } from '../signals/channel.ts'

type Writer = (run: Run) => Promise<void>

type Written = string | Uint8Array

const formats: Readonly<Record<string, (run: Run) => Written | Promise<Written>>> = {
  '.json': (run) => `${JSON.stringify(run)}\n`,
  '.csv': csv,
  '.arrow': arrow,
}

/** Refuses an ending nobody knows before anything is simulated. */
export function writerFor(path: string): Writer {
  const format = formats[extname(path)]
  if (format) return async (run) => writeFileSync(path, await format(run))
  throw new UsageError(`--out ${path}: the ending must be ${Object.keys(formats).join(' or ')}.`)
}

/** One table: channel, id, t in ms, value (NaN for events), as an Arrow file. */
async function arrow(run: Run): Promise<Uint8Array> {
  const { tableFromArrays, tableToIPC } = await import('apache-arrow')
  const { names, ids, times, values } = columnsOf(run)
  const table = tableFromArrays({ channel: names, id: ids, t: times, value: values })
  return tableToIPC(table, 'file')
}

/** A row for each event and each sample, in the order of the channels. */
function columnsOf(run: Run) {
  const names: string[] = []
  const ids: number[] = []
  const times: number[] = []
  const values: number[] = []
  const add = (name: string, id: number, t: number, value: number): void => {
    names.push(name)
    ids.push(id)
    times.push(t)
    values.push(value)
  }
  for (const [name, channel] of run.channels) {
    channel.ids.forEach((id, row) => {
      if (channel.kind === 'events') add(name, id, channel.times[row] ?? 0, Number.NaN)
      else
        rowOf(channel, row).forEach((value, k) => {
          add(name, id, k * channel.dt, value)
        })
    })
  }
  return {
    names,
    ids: Int32Array.from(ids),
    times: Float64Array.from(times),
    values: Float64Array.from(values),
  }
}

/** The same as text; events leave the value empty. */
function csv(run: Run): string {
  const { names, ids, times, values } = columnsOf(run)
  const lines = names.map((name, k) => {
    const value = values[k] ?? Number.NaN
    return `${name},${ids[k]},${times[k]},${Number.isNaN(value) ? '' : value}`
  })
  return `${['channel,id,t,value', ...lines].join('\n')}\n`
}
