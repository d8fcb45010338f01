/** From which current on a neuron spikes, and from which it goes on spiking. */
import { type DrivenCells, on } from './driven-cells.ts'

export interface Rheobase {
  /** The smallest step that makes it spike. */
  readonly first: number
  /** The smallest that was seen to make it go on. */
  readonly sustained?: number
}

/** ms */
const onset = 300
const later = 600

/** Powers of ten, in the unit of the port: what most cells need, and where to look if it is less, or more. */
const usual = [-2, 5] as const
const less = [-9, -2] as const
const more = [5, 12] as const

type Decades = readonly [low: number, high: number]

/** By powers of ten first, then evenly between the last silent amplitude and the first that is not. */
export async function findRheobase(cells: DrivenCells): Promise<Rheobase | undefined> {
  const { count } = cells
  const { amplitudes, first, late } = await findDecade(cells)
  if (first <= 0) return undefined
  const [below = 0, above = 0] = [amplitudes[first - 1], amplitudes[first]]
  const fine = cells.amplitudes((k) => below + ((above - below) * (k + 1)) / count)
  const exact = (await spikeCounts(cells, fine)).early.findIndex((spikes) => spikes > 0)
  const goesOn = late.findIndex((spikes) => spikes > 1)
  const sustained = goesOn > 0 ? amplitudes[goesOn] : undefined
  return {
    first: fine[exact === -1 ? count - 1 : exact] ?? above,
    ...(sustained === undefined ? {} : { sustained }),
  }
}

/** Not the first and not the last amplitude of those that were tried, if there is a choice. */
async function findDecade(cells: DrivenCells) {
  const found = await scan(cells, usual)
  if (found.first === -1) return await scan(cells, more)
  return found.first === 1 ? await scan(cells, less) : found
}

/** Which amplitude, after none at all, is the first with a spike. */
async function scan(cells: DrivenCells, decades: Decades) {
  const amplitudes = scale(cells, decades)
  const { early, late } = await spikeCounts(cells, amplitudes)
  return { amplitudes, late, first: early.findIndex((spikes) => spikes > 0) }
}

const scale = (cells: DrivenCells, [low, high]: Decades): Float64Array =>
  cells.amplitudes((k) =>
    k === 0 ? 0 : 10 ** (low + ((k - 1) * (high - low)) / (cells.count - 2)),
  )

/** An amplitude that moves the rate of a cell that spikes without any. */
export async function findScale(cells: DrivenCells): Promise<number> {
  const { count } = cells
  const tried = scale(cells, usual)
  const { early, late } = await spikeCounts(cells, tried)
  const sums = early.map((spikes, k) => spikes + (late[k] ?? 0))
  const alone = sums[0] ?? 0
  const moved = sums.findIndex((spikes) => spikes > Math.max(2 * alone, alone + 5))
  return tried[moved === -1 ? count / 2 : moved] ?? 1
}

async function spikeCounts(cells: DrivenCells, amplitudes: Float64Array) {
  const { spikes } = await cells.trial(amplitudes, [on(onset + later)])
  return {
    early: spikes.map((own) => own.filter((t) => t < onset).length),
    late: spikes.map((own) => own.filter((t) => t >= onset).length),
  }
}
