/** How an ion channel follows the voltage, or a concentration: steady states, time constants, current. */
import type { Dynamics } from '../../../compiler/index.ts'
import { Bench } from './bench.ts'
import { around, type Subject } from './subject.ts'

export interface ChannelCurve {
  readonly name: string
  readonly unit: string
  /** For each place of the sweep; NaN where there is none. */
  readonly values: Float64Array
}

export interface ChannelResponse {
  /** What was swept, and what it is called. */
  readonly sweep: { readonly name: string; readonly unit: string; readonly values: Float64Array }
  /** What else it reads, which stayed as it is in a resting cell. */
  readonly held: readonly Held[]
  /** Gates and other pure numbers when they have settled. */
  readonly steady: readonly ChannelCurve[]
  /** ms, of gates that follow a linear equation of their own. */
  readonly timeConstants: readonly ChannelCurve[]
  readonly current?: ChannelCurve
}

const places = 181
const settled = 20_000
/** ms; short, so that one step tells the rates. */
const dt = 0.005

export async function channelResponse(subject: Subject): Promise<ChannelResponse> {
  const { dynamics } = subject
  const sweep = sweepOf(dynamics)
  const { source, surroundings } = around(subject, [dynamics.name], clamp(dynamics, sweep.name))
  const gates = gatesOf(dynamics)
  const short = new Bench(source, { ...surroundings, count: places, dt })
  const long = new Bench(source, { ...surroundings, count: places, dt: 1 })
  try {
    const end = await settle(long, dynamics)
    const rates = await ratesOf(short, gates)
    const steady = end.filter(({ unit }) => unit === '1')
    return {
      sweep,
      held: heldBy(dynamics, sweep.name),
      steady,
      timeConstants: rates
        .filter((each) => agrees(each, end))
        .map(({ name, tau }) => {
          return { name, unit: 'ms', values: tau }
        }),
      ...currentOf(end),
    }
  } finally {
    short.close()
    long.close()
  }
}

const currentOf = (curves: readonly ChannelCurve[]) => {
  const current = curves.find(({ name }) => name === 'I')
  return current ? { current } : {}
}

/** The voltage where the channel wants it, else the first thing that it wants. */
function sweepOf({ variables }: Dynamics): ChannelResponse['sweep'] {
  const needs = needsOf(variables)
  const shaping = needs.filter(({ name }) => name !== 'V_rest')
  const isGated = [...variables.values()].some(({ kind }) => kind === 'state')
  const other = shaping.find(({ name }) => name !== 'v')
  if (other && (!isGated || !needs.some(({ name }) => name === 'v'))) {
    const values = Float64Array.from({ length: places }, (_, k) => -6 + (k * 6) / (places - 1))
    return { name: other.name, unit: other.unit, values }
  }
  return { name: 'v', unit: 'mV', values: Float64Array.from({ length: places }, (_, k) => k - 120) }
}

/** Cells whose voltage does not move, each at a place of its own. */
function clamp({ name, variables }: Dynamics, swept: string): string {
  const found = needsOf(variables).find((need) => need.name === swept)
  const given = [
    ...(found ? [`  ${found.name} = ${sweptValue(found)} : ${found.unit}`] : []),
    ...heldBy({ variables }, swept).map(({ name: held, unit, value }) => {
      return `  ${held} = ${value} ${unit} : ${unit}`
    }),
  ]
  return `neuron ResponseClamp {
${given.join('\n')}
  channel X is ${name}
}
`
}

interface Need {
  readonly name: string
  readonly unit: string
}

export interface Held extends Need {
  readonly value: number
}

type Variables = Dynamics['variables']

const needsOf = (variables: Variables): readonly Need[] =>
  [...variables.values()].filter(({ kind }) => kind === 'need')

const heldBy = ({ variables }: Pick<Dynamics, 'variables'>, swept: string): readonly Held[] =>
  needsOf(variables)
    .filter(({ name }) => name !== swept)
    .map(({ name, unit }) => ({ name, unit, value: heldValue({ name, unit }) }))

const sweptValue = ({ unit }: Need): string =>
  unit === 'mV' ? '-120 mV + i * 1 mV' : `10 ^ (i * ${6 / (places - 1)} - 6) * 1 ${unit}`

/** A resting cell. */
const heldValue = ({ unit }: Need): number => {
  if (unit === 'mV') return -65
  return /M$/.test(unit) ? 1e-4 : 1
}

const gatesOf = ({ variables }: Dynamics): readonly string[] =>
  [...variables.values()].flatMap(({ kind, name }) => (kind === 'state' ? [name] : []))

async function settle(bench: Bench, { variables }: Dynamics): Promise<readonly ChannelCurve[]> {
  const inside = [...variables.values()].flatMap(({ kind, name }) =>
    kind === 'state' || kind === 'definition' ? [name] : [],
  )
  await bench.run(settled)
  const { signals } = await bench.run(1, { names: inside.map((name) => `X.${name}`) })
  return inside.flatMap((name) => {
    const found = signals.get(`X.${name}`)
    if (!found) return []
    const values = Float64Array.from(found.rows, (row) => row[0] ?? Number.NaN)
    return [{ name, unit: found.unit, values }]
  })
}

interface Rate {
  readonly name: string
  readonly tau: Float64Array
  readonly target: Float64Array
}

/** From where one step takes a gate that was shut, and one that was open. */
async function ratesOf(bench: Bench, gates: readonly string[]): Promise<readonly Rate[]> {
  const after = async (start: number) => {
    bench.restart()
    for (const gate of gates) bench.set(`X.${gate}`, start)
    await bench.run(dt)
    const { signals } = await bench.run(dt, { names: gates.map((gate) => `X.${gate}`) })
    return signals
  }
  const [shut, open] = [await after(0), await after(1)]
  return gates.map((name) => {
    const [low, high] = [shut.get(`X.${name}`)?.rows ?? [], open.get(`X.${name}`)?.rows ?? []]
    const left = Float64Array.from(low, (row, k) => (high[k]?.[0] ?? 0) - (row[0] ?? 0))
    return {
      name,
      tau: left.map((rest) => (rest > 0 && rest < 1 ? -dt / Math.log(rest) : Number.NaN)),
      target: left.map((rest, k) => (low[k]?.[0] ?? 0) / (1 - rest)),
    }
  })
}

/** Gates that depend on each other have no time constant of their own. */
function agrees({ name, target, tau }: Rate, end: readonly ChannelCurve[]): boolean {
  const steady = end.find((each) => each.name === name)
  if (!steady) return false
  return target.every((value, k) => {
    const isSettled = !((tau[k] ?? 0) > settled / 10)
    return !isSettled || !Number.isFinite(value) || Math.abs(value - (steady.values[k] ?? 0)) < 0.02
  })
}
