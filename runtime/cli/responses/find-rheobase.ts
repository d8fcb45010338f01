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

/** In the unit of the port: currents of cells from the smallest to the largest, and what others call currents. */
const decades = [-2, 5] as const

/** By powers of ten first, then evenly between the last silent amplitude and the first that is not. */
export async function findRheobase(cells: DrivenCells): Promise<Rheobase | undefined> {
  const { count } = cells
  const [low, high] = decades
  const coarse = cells.amplitudes((k) =>
    k === 0 ? 0 : 10 ** (low + ((k - 1) * (high - low)) / (count - 2)),
  )
  const { early, late } = await spikeCounts(cells, coarse)
  const first = early.findIndex((spikes) => spikes > 0)
  if (first <= 0) return undefined
  const [below = 0, above = 0] = [coarse[first - 1], coarse[first]]
  const fine = cells.amplitudes((k) => below + ((above - below) * (k + 1)) / count)
  const exact = (await spikeCounts(cells, fine)).early.findIndex((spikes) => spikes > 0)
  const goesOn = late.findIndex((spikes) => spikes > 1)
  const sustained = goesOn > 0 ? coarse[goesOn] : undefined
  return {
    first: fine[exact === -1 ? count - 1 : exact] ?? above,
    ...(sustained === undefined ? {} : { sustained }),
  }
}

/** An amplitude that moves the rate of a cell that spikes without any. */
export async function findScale(cells: DrivenCells): Promise<number> {
  const { count } = cells
  const [low, high] = decades
  const tried = cells.amplitudes((k) =>
    k === 0 ? 0 : 10 ** (low + (k * (high - low)) / (count - 1)),
  )
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
