/** The cells of a file: which populations there are, where they are, and where their synapses sit. */
import { UsageError } from '../../compiler/usage-error.ts'
import type { Population } from '../system.ts'
import { mustBeNames, numberOfCells } from '../validate.ts'
import type { Hdf5Reader, Row } from './hdf5-reader.ts'

/** Populations in the order of their cells; each range has the name its label says, whatever the alphabet. */
export function readPopulations(file: Hdf5Reader, namespace: string): readonly Population[] {
  const labels = file.labels('H5Types/Population labels')
  const columns = ['Start', 'Count', 'Population']
  const rows = file.table('H5Types/Populations', columns).toSorted(([a = 0], [b = 0]) => a - b)
  let end = 0
  const ranges = rows.map(([start = 0, cells = 0, code = -1]) => {
    const name = labels.get(code)
    if (name === undefined) throw file.wrong('H5Types/Populations', `has no label for ${code}`)
    const place = `${file.place}: the number of cells of ${name}`
    const count = numberOfCells(place, cells)
    if (!Number.isSafeInteger(start) || start < end) {
      throw file.wrong('H5Types/Populations', `begins ${name} at ${start}, before cell ${end}`)
    }
    end = start + count
    return { name, count, start }
  })
  mustBeNames(
    `${file.place}: H5Types/Populations`,
    ranges.map(({ name }) => name),
  )
  if (ranges.length > 0) return placed(file, ranges, namespace)
  throw new UsageError(`${file.place}: H5Types/Populations has no population.`)
}

interface Range {
  readonly name: string
  readonly count: number
  readonly start: number
}

/** Cells stand in one row without gaps; where the gids have some, they are kept beside it. */
function placed(
  file: Hdf5Reader,
  ranges: readonly Range[],
  namespace: string,
): readonly Population[] {
  let offset = 0
  return ranges.map(({ name, count, start }): Population => {
    const path = `Populations/${name}/${namespace}`
    const coordinates = file.has(path) ? readCoordinates(file, path, count) : undefined
    const gids =
      start === offset ? undefined : Int32Array.from({ length: count }, (_, k) => start + k)
    offset += count
    return {
      ...{ name, count, offset: offset - count },
      ...(gids ? { gids } : {}),
      ...(coordinates ? { coordinates } : {}),
    }
  })
}

function readCoordinates(file: Hdf5Reader, path: string, count: number): Float64Array {
  const coordinates = new Float64Array(3 * count)
  ;['X', 'Y', 'Z'].forEach((letter, axis) => {
    const own = `${path}/${letter} Coordinate`
    const { cells, starts, values } = readAttribute(file, own, count)
    const seen = new Uint8Array(count)
    cells.forEach((cell, k) => {
      const at = starts[k] ?? 0
      if ((starts[k + 1] ?? 0) === at) return
      const value = values[at] ?? Number.NaN
      if (!Number.isFinite(value)) throw file.wrong(own, `has ${value} for cell ${cell}`)
      coordinates[3 * cell + axis] = value
      seen[cell] = 1
    })
    const missing = seen.indexOf(0)
    if (missing >= 0) throw file.wrong(own, `has no value for cell ${missing} of ${count}`)
  })
  return coordinates
}

interface Attribute {
  /** Cells in the order of the file. */
  readonly cells: Row
  /** Values of the k-th of them are from starts[k] to starts[k + 1]. */
  readonly starts: Row
  readonly values: Row
}

function readAttribute(file: Hdf5Reader, path: string, count: number): Attribute {
  const cells = file.indices(`${path}/Cell Index`, count, 'there are cells')
  const values = file.numbers(`${path}/Attribute Value`)
  const starts = file.pointers(`${path}/Attribute Pointer`, values.length)
  if (starts.length !== cells.length + 1 && cells.length + starts.length > 0) {
    throw file.wrong(
      `${path}/Attribute Pointer`,
      `has ${starts.length} entries; ${cells.length} cells need ${cells.length + 1}`,
    )
  }
  return { cells, starts, values }
}

/** Sections by the codes of neuron morphologies in SWC. */
const sectionsByCode: Readonly<Record<number, string>> = {
  ...{ 1: 'soma', 2: 'axon', 3: 'basal', 4: 'apical' },
  ...{ 5: 'trunk', 6: 'tuft', 7: 'ais', 8: 'hillock' },
}

/** The section on which synapse `id` of a cell sits; undefined where the file does not say. */
export type SectionAt = (cell: number, id: number) => string | undefined

/** Where the synapses of a population sit, if the file says. */
export function readSections(file: Hdf5Reader, { name, count }: Population): SectionAt | undefined {
  const path = `Populations/${name}/Synapse Attributes`
  if (!file.has(`${path}/swc_types`) || !file.has(`${path}/syn_ids`)) return undefined
  const ids = readAttribute(file, `${path}/syn_ids`, count)
  const codes = readAttribute(file, `${path}/swc_types`, count)
  if (codes.values.length !== ids.values.length) {
    throw file.wrong(
      `${path}/swc_types`,
      `has ${codes.values.length} values; there are ${ids.values.length} synapses`,
    )
  }
  const places = new Int32Array(count).fill(-1)
  ids.cells.forEach((cell, k) => {
    places[cell] = k
  })
  return (cell, id) => {
    const k = places[cell] ?? -1
    const [start = 0, end = 0] = k < 0 ? [] : [ids.starts[k], ids.starts[k + 1]]
    // Synapses are counted in order, as a rule.
    if (ids.values[start + id] === id && start + id < end) {
      return sectionsByCode[codes.values[start + id] ?? 0]
    }
    const own = ids.values.subarray(start, end).indexOf(id)
    return own < 0 ? undefined : sectionsByCode[codes.values[start + own] ?? 0]
  }
}
