/** mea.json: where the electrodes of a system are, as the Python original writes it. */
import { UsageError } from '../../compiler/usage-error.ts'
import type { ElectrodeArray } from '../electrodes.ts'
import { shown } from '../numbers-from.ts'
import type { Document } from '../system.ts'
import { entriesAt } from './read-document.ts'

export function electrodesFrom(place: string, document: Document): ElectrodeArray {
  const { electrode_coordinates: rows, volume_conductor: medium } = document
  const isRow = (row: unknown): boolean =>
    Array.isArray(row) && row.length === 4 && row.every((x) => Number.isFinite(x))
  if (!Array.isArray(rows)) {
    throw new UsageError(
      `${place}: electrode_coordinates is ${shown(rows)}; it must be a list of rows.`,
    )
  }
  const wrong = rows.findIndex((row) => !isRow(row))
  if (wrong >= 0) {
    throw new UsageError(
      `${place}: electrode_coordinates[${wrong}] is ${JSON.stringify(rows[wrong])}; it must be id, x, y, z.`,
    )
  }
  return {
    electrodeCoordinates: rows,
    inputRadius: radius(place, document, 'input_radius'),
    outputRadius: radius(place, document, 'output_radius'),
    ...(medium === undefined || medium === null
      ? {}
      : { volumeConductor: conductor(`${place}: volume_conductor`, medium) }),
  }
}

export function electrodeDocument(mea: ElectrodeArray): Document {
  const { electrodeCoordinates, inputRadius, outputRadius, volumeConductor } = mea
  return {
    electrode_coordinates: electrodeCoordinates,
    input_radius: inputRadius,
    output_radius: outputRadius,
    ...(volumeConductor ? { volume_conductor: volumeConductor } : {}),
  }
}

function radius(place: string, document: Document, name: string): number {
  const value = document[name] ?? 250
  if (typeof value === 'number' && value >= 0) return value
  throw new UsageError(`${place}: ${name} is ${shown(value)}; it must be a distance in um.`)
}

const conductor = (place: string, medium: unknown): Readonly<Record<string, number>> =>
  Object.fromEntries(
    entriesAt(place, medium).map(([name, value]) => {
      if (typeof value === 'number') return [name, value] as const
      throw new UsageError(`${place}.${name} is ${shown(value)}; it must be a number.`)
    }),
  )
