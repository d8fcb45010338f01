/** Devices from their files: mea.json, lightarray.json, and both in one. */
import { UsageError } from '../../compiler/usage-error.ts'
import { fieldsOf } from '../stimulus/snake-case.ts'
import { ComposedIO } from './composed-io.ts'
import type { IO } from './io.ts'
import { LightArray } from './light-array.ts'
import { MEA } from './mea.ts'

interface DeviceFile {
  /** The device whose file has this field. */
  readonly field: string
  readonly file: string
  read(document: Record<string, unknown>): IO
}

const composed: DeviceFile = {
  field: 'inputs',
  file: 'composedio.json',
  read: ({ inputs = {}, outputs = {} }) =>
    new ComposedIO(ioFromJSON(inputs as object), ioFromJSON(outputs as object)),
}

const devices: readonly DeviceFile[] = [
  composed,
  { field: 'electrodeCoordinates', file: 'mea.json', read: (fields) => MEA.fromJSON(fields) },
  {
    field: 'fiberCoordinates',
    file: 'lightarray.json',
    read: (fields) => LightArray.fromJSON(fields),
  },
]

/** The text of a device's file, or what it says; which device it is, its fields tell. */
export function ioFromJSON(document: string | object): IO {
  const fields = fieldsOf(document)
  const device = devices.find(({ field }) => Object.hasOwn(fields, field))
  if (device) return device.read(fields)
  const known = devices.map(({ field }) => field).join(', ')
  throw new UsageError(
    `The document is of no device: it has ${Object.keys(fields).join(', ') || 'no fields'} and none of ${known}.`,
  )
}

/** The device of a system's folder; undefined where it has none. */
export async function ioFromDirectory(folder: string): Promise<IO | undefined> {
  const { readFile } = await import('node:fs/promises')
  for (const { file } of devices) {
    const text = await readFile(`${folder}/${file}`, 'utf8').catch(() => undefined)
    if (text !== undefined) return ioFromJSON(text)
  }
  return undefined
}
