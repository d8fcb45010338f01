/** What a neuron does with a current: from which amplitude on it spikes, how often, and what its voltage looks like. */
import { DrivenCells, off, on } from './driven-cells.ts'
import { findRheobase, findScale, type Rheobase } from './find-rheobase.ts'
import { voltageOf } from './port-of.ts'
import type { Subject } from './subject.ts'

export interface Step {
  readonly amplitude: number
  readonly voltage: Float64Array
  /** In ms from the beginning of the window. */
  readonly spikes: Float64Array
}

export interface Frequency {
  readonly amplitude: number
  /** Hz, when it has settled. */
  readonly rate: number
  /** Hz, of the first interval; NaN where there is none. */
  readonly onset: number
}

export interface NeuronResponse {
  /** Undefined where no current reaches the cell. */
  readonly port?: { readonly name: string; readonly unit: string }
  readonly voltage: { readonly name: string; readonly unit: string; readonly dt: number }
  /** Undefined where no step makes it spike, or where it spikes without. */
  readonly rheobase?: Rheobase
  readonly steps: readonly Step[]
  readonly frequencies: readonly Frequency[]
}

/** When the current of a step flows, and how long a step response is, in ms. */
export const stepWindow = { from: 50, to: 350, duration: 450 } as const

/** Where no current reaches the cells, some of them are watched. */
const alone = Array.from({ length: 20 }, () => 0)

const settling = 300
const counted = 1000
const sample = 0.1

export async function neuronResponse(subject: Subject): Promise<NeuronResponse> {
  const cells = new DrivenCells(subject)
  try {
    const rheobase = cells.port ? await findRheobase(cells) : undefined
    const chosen: Range = cells.port ? await rangeOf(cells, rheobase) : { steps: alone }
    return {
      ...(cells.port ? { port: cells.port } : {}),
      ...(rheobase ? { rheobase } : {}),
      ...(await stepResponses(cells, chosen.steps, voltageOf(subject.dynamics))),
      frequencies: chosen.span ? await frequencyCurve(cells, chosen.span) : [],
    }
  } finally {
    cells.close()
  }
}

/** An amplitude that makes it go on spiking. */
export async function findStep(subject: Subject): Promise<number> {
  const cells = new DrivenCells(subject)
  try {
    if (!cells.port) return 0
    const { steps } = await rangeOf(cells, await findRheobase(cells))
    return steps.at(-1) ?? 0
  } finally {
    cells.close()
  }
}

/** Only its voltage, under a step of this amplitude. */
export async function stepAt(subject: Subject, amplitude: number): Promise<NeuronResponse> {
  const cells = new DrivenCells(subject, 1)
  try {
    const port = cells.port ? { port: cells.port } : {}
    const response = await stepResponses(cells, [amplitude], voltageOf(subject.dynamics))
    return { ...port, ...response, frequencies: [] }
  } finally {
    cells.close()
  }
}

interface Range {
  readonly steps: readonly number[]
  readonly span?: readonly [from: number, to: number]
}

/** Below and above the first spike, and where the cell goes on spiking. */
async function rangeOf(cells: DrivenCells, rheobase: Rheobase | undefined): Promise<Range> {
  if (!rheobase) {
    const scale = await findScale(cells)
    return { steps: [-scale, 0, scale / 2, scale].map(round), span: [-scale, scale] }
  }
  const { first, sustained = first } = rheobase
  const strong = Math.max(2.5 * first, 1.3 * sustained)
  return {
    steps: [round(-first / 2), round(0.9 * first), round(1.2 * first), round(strong)],
    span: [0, Math.max(3 * first, 2 * sustained)],
  }
}

/** Two digits, so that amplitudes can be said. */
const round = (x: number): number => Number(x.toPrecision(2))

async function frequencyCurve(
  cells: DrivenCells,
  [from, to]: readonly [number, number],
): Promise<readonly Frequency[]> {
  const amplitudes = cells.amplitudes((k) => from + ((to - from) * k) / (cells.count - 1))
  const { spikes } = await cells.trial(amplitudes, [on(settling + counted)])
  return Array.from(amplitudes, (amplitude, k) => {
    const own = spikes[k] ?? new Float64Array()
    const [first = Number.NaN, second = Number.NaN] = own
    return {
      amplitude,
      rate: rateOf(own.filter((t) => t >= settling)),
      onset: 1000 / (second - first),
    }
  })
}

/** From the first spike to the last, so that a regular cell has its exact rate. */
function rateOf(times: Float64Array): number {
  const [first = 0, last = 0] = [times[0], times.at(-1)]
  if (times.length < 3) return (times.length * 1000) / counted
  return (1000 * (times.length - 1)) / (last - first)
}

async function stepResponses(cells: DrivenCells, steps: readonly number[], voltage: string) {
  const amplitudes = cells.amplitudes((k) => steps[k] ?? 0)
  const { from, to, duration } = stepWindow
  const phases = [off(from), on(to - from), off(duration - to)]
  const { spikes, signals } = await cells.trial(amplitudes, phases, {
    names: [voltage],
    every: sample,
  })
  const { unit = '', rows = [] } = signals.get(voltage) ?? {}
  return {
    voltage: { name: voltage, unit, dt: sample },
    steps: steps.map((amplitude, k): Step => {
      const none = new Float64Array()
      return { amplitude, voltage: rows[k] ?? none, spikes: spikes[k] ?? none }
    }),
  }
}
