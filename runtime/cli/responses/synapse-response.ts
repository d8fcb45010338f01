/** What a synapse does to a cell: conductance, current and potential after one spike and after a train. */
import { ModelError } from '../../../compiler/index.ts'
import { UsageError } from '../../../compiler/usage-error.ts'
import { Bench, type Rows } from './bench.ts'
import { around, type Subject } from './subject.ts'

export interface SynapseResponse {
  /** What was seen, of the cell with one spike and the cell with a train. */
  readonly signals: readonly { readonly name: string; readonly rows: Rows }[]
  readonly duration: number
  /** Who was the target. */
  readonly target: string
}

/** The first spike is at 20 ms; a train has ten, 20 ms apart. Some synapses look at the voltage that makes it. */
const spikes = `neuron ResponseTrain {
  param spikes = 1
  state n = 0
  dv/dt = (-65 mV - v) / 2 ms : mV
  v(0) = -65 mV
  threshold t >= 20 ms + n * 20 ms and n < spikes
  reset { n += 1; v = 20 mV }
}
`

/** A cell at rest that leaks and does nothing else, by the unit of its port. */
const passive = (port: string, current: string): string => `neuron ResponseTarget {
  ${port}
  dv/dt = (-65 mV - v) / 20 ms + (${current}) / 200 pF : mV
  v(0) = -65 mV
}
`

const targets = [
  passive('input I : pA from synapses', 'I'),
  passive('input G : nS from synapses', 'G * (0 mV - v)'),
  passive('input I : uA/cm^2 from synapses', 'I * 20000 um^2'),
]

const longest = 1500

export async function synapseResponse(subject: Subject): Promise<SynapseResponse> {
  const { bench, target } = openBench(subject)
  try {
    const names = watched(bench)
    const trial = await bench.run(longest, { names, every: 0.2 })
    const signals = names.flatMap((name) => {
      const rows = trial.signals.get(name)
      return rows?.rows.some(moves) ? [{ name, rows }] : []
    })
    return { signals, duration: untilRest(signals.map(({ rows }) => rows)), target }
  } finally {
    bench.close()
  }
}

/** The first target that has what the synapse asks for: passive ones, then neurons of the same file. */
function openBench(subject: Subject): { readonly bench: Bench; readonly target: string } {
  const { dynamics, neighbours = [] } = subject
  const own = neighbours.map((name) => ({ name, text: '' }))
  const candidates = [...targets.map((text) => ({ name: 'ResponseTarget', text })), ...own]
  let refusal: unknown
  for (const { name, text } of candidates) {
    const imported = text === '' ? [dynamics.name, name] : [dynamics.name]
    const cast = `${spikes}${text}model Response {
  population PRE of 2 is ResponseTrain { spikes = if i == 0 then 1 else 10 }
  population POST of 2 is ${name}
  synapse S is ${dynamics.name}
  connect PRE to POST by S where i == j { weight = 1 }
}
`
    const { source, surroundings } = around(subject, imported, cast)
    try {
      const bench = new Bench(source, { ...surroundings, dt: 0.05, population: 'POST' })
      return { bench, target: text === '' ? name : 'a passive cell' }
    } catch (error) {
      if (!(error instanceof ModelError || error instanceof UsageError)) throw error
      refusal ??= error
    }
  }
  throw refusal
}

/** States and currents of the synapse, and the voltage. */
function watched({ recordables }: Bench): readonly string[] {
  const own = recordables.filter(({ name, kind }) => name.startsWith('S.') && kind !== 'param')
  const conductance = own.find(
    ({ name, kind }) => name === 'S.g' || (kind === 'state' && name === 'S.G'),
  )
  const states = own.filter(({ kind }) => kind === 'state').slice(0, 2)
  const currents = own.filter(({ name }) => name === 'S.I' || name === 'S.G')
  const voltage = recordables.filter(({ name }) => name === 'v' || name.endsWith('.v')).slice(0, 1)
  const some = [...(conductance ? [conductance] : states), ...currents, ...voltage]
  return [...new Set(some.map(({ name }) => name))]
}

const moves = (row: Float64Array): boolean =>
  row.some((value) => Math.abs(value - (row[0] ?? 0)) > 1e-9)

/** When everything is back to a thirtieth of how far it went. */
function untilRest(signals: readonly Rows[]): number {
  const ends = signals.flatMap(({ rows, dt }) =>
    rows.map((row) => {
      const start = row[0] ?? 0
      const most = row.reduce((a, b) => Math.max(a, Math.abs(b - start)), 0)
      return row.findLastIndex((value) => Math.abs(value - start) > most / 30) * dt
    }),
  )
  const last = ends.reduce((a, b) => Math.max(a, b), 0)
  return Math.min(longest, Math.max(250, Math.ceil(last / 50) * 50 + 50))
}
