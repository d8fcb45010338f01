/** What a noise sounds like: a stretch of it, how its values spread, and how long it remembers. */
import { ModelError } from '../../../compiler/index.ts'
import { UsageError } from '../../../compiler/usage-error.ts'
import { Bench } from './bench.ts'
import { around, type Subject } from './subject.ts'

export interface NoiseResponse {
  readonly name: string
  readonly unit: string
  readonly dt: number
  /** Of one cell. */
  readonly trace: Float64Array
  /** Of all cells, one after the other. */
  readonly values: Float64Array
  readonly mean: number
  readonly deviation: number
  /** By lag, in steps of dt. */
  readonly autocorrelation: Float64Array
}

const cells = 20
const sample = 0.5
const lags = 200

/** By what they take; the voltage stays where it is. */
const holders = [
  'input I : pA from noise',
  'input G : nS from noise',
  'input I : uA/cm^2 from noise',
  'input I : 1 from noise',
  'input I : mV from noise',
]

export async function noiseResponse(subject: Subject): Promise<NoiseResponse> {
  const bench = openBench(subject)
  try {
    const [watched] = bench.recordables.filter(({ name, kind }) => {
      return kind !== 'param' && /\.[IG]$/.test(name)
    })
    const name = watched?.name ?? ''
    await bench.run(500)
    const trial = await bench.run(5000, { names: [name], every: sample })
    const { rows = [], unit = '' } = trial.signals.get(name) ?? {}
    const values = Float64Array.from(rows.flatMap((row) => [...row]))
    const mean = values.reduce((sum, x) => sum + x, 0) / values.length
    const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length
    return {
      name: name.replace(/^.*\./, ''),
      unit,
      dt: sample,
      trace: rows[0] ?? new Float64Array(),
      values,
      mean,
      deviation: Math.sqrt(variance),
      autocorrelation: autocorrelationOf(rows, mean, variance),
    }
  } finally {
    bench.close()
  }
}

function openBench(subject: Subject): Bench {
  const { name } = subject.dynamics
  let refusal: unknown
  for (const port of holders) {
    const cast = `neuron ResponseHolder {
  ${port}
  dv/dt = 0 mV / ms : mV
  v(0) = -65 mV
}
model Response {
  population CELL of ${cells} is ResponseHolder
  noise CELL is ${name}
}
`
    const { source, surroundings } = around(subject, [name], cast)
    try {
      return new Bench(source, { ...surroundings, dt: 0.1 })
    } catch (error) {
      if (!(error instanceof ModelError || error instanceof UsageError)) throw error
      refusal ??= error
    }
  }
  throw refusal
}

function autocorrelationOf(
  rows: readonly Float64Array[],
  mean: number,
  variance: number,
): Float64Array {
  return Float64Array.from({ length: lags + 1 }, (_, lag) => {
    let [sum, pairs] = [0, 0]
    for (const row of rows) {
      for (let k = 0; k + lag < row.length; k++) {
        sum += ((row[k] ?? 0) - mean) * ((row[k + lag] ?? 0) - mean)
        pairs += 1
      }
    }
    return variance > 0 ? sum / pairs / variance : 0
  })
}
