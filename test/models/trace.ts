/** Runs a model that brings its own network and gives what was recorded: rows of samples by name. */
import { Env } from '../../runtime/env.ts'
import { modelFiles } from '../library.ts'

export interface Wish {
  /** In ms. */
  readonly duration: number
  readonly dt?: number
  readonly record: readonly string[]
  readonly seed?: number
}

export type Traces = (name: string) => readonly Float64Array[]

export async function trace(text: string, wish: Wish): Promise<Traces> {
  const { duration, dt = 0.1, record, seed = 1 } = wish
  const env = new Env({ path: 'models/test.livn', text }, { ...modelFiles.surroundings, dt, seed })
  for (const name of record) env.record(name)
  const run = await env.run(duration)
  await env.close()
  return (name) => run.signal(name)
}

/** The row of a name that only one cell or connection has. */
export const only = (rows: readonly Float64Array[]): Float64Array => rows[0] ?? new Float64Array()

const telling = (name: string, condition: string): string =>
  `neuron ${name} { input I : pA from synapses; threshold ${condition} }\n`

/** A cell that spikes at these times. */
export const told = (name: string, times: readonly number[]): string =>
  telling(name, times.map((t) => `abs(t - ${t} ms) < dt / 2`).join(' or ') || 'false')

/** A cell that spikes every so many ms. */
export const regular = (name: string, interval: number): string =>
  telling(name, `(t + dt / 2) % (${interval} ms) < dt`)

/** A synapse that only counts what it is given. */
export const counter =
  'synapse Count { state n = 0; on pre { n += weight }; I = n * (1 pA) : pA }\n'

/** A cell whose voltage is held. */
export const held = (name: string, v: number): string => `neuron ${name} {
  state v = ${v} mV
  input I : pA from synapses, noise
}
`
