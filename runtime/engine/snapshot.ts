/** Everything a simulation needs to go on, as bytes that any machine and device can read. */
import { mustBeHere } from '../device/must-be-here.ts'
import type { Simulation } from './simulation.ts'

type Numbers = Float64Array | Float32Array | Int32Array

/** Names and lengths of the arrays that follow, and the numbers that are no array. */
interface Header {
  readonly format: 'livn snapshot 1'
  readonly name: string
  readonly tick: number
  readonly dt: number
  readonly shared: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly arrays: readonly {
    readonly name: string
    readonly length: number
    readonly isWhole: boolean
  }[]
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

export function takeSnapshot(simulation: Simulation): Uint8Array {
  const { plan, tick } = simulation
  const parts = partsOf(simulation)
  mustBeHere(plan.device, arraysOf(simulation))
  const header: Header = {
    format: 'livn snapshot 1',
    name: plan.name,
    tick,
    dt: plan.dt,
    shared: Object.fromEntries(
      simulation.members.map(({ population }) => [
        population.compiled.name,
        Object.fromEntries(population.state.shared),
      ]),
    ),
    arrays: parts.map(({ name, values }) => {
      return { name, length: values.length, isWhole: values instanceof Int32Array }
    }),
  }
  const text = encoder.encode(JSON.stringify(header))
  const size = parts.reduce((sum, { values }) => sum + values.length * bytesOf(values), 0)
  const bytes = new Uint8Array(4 + text.length + size)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, text.length, true)
  bytes.set(text, 4)
  let at = 4 + text.length
  for (const { values } of parts) at = write(view, at, values)
  return bytes
}

const bytesOf = (values: Numbers): number => (values instanceof Int32Array ? 4 : 8)

function write(view: DataView, start: number, values: Numbers): number {
  const isWhole = values instanceof Int32Array
  for (let k = 0; k < values.length; k++) {
    if (isWhole) view.setInt32(start + 4 * k, values[k]!, true)
    else view.setFloat64(start + 8 * k, values[k]!, true)
  }
  return start + values.length * bytesOf(values)
}

interface Named {
  readonly name: string
  readonly values: Numbers
}

/** Arrays in an order that does not depend on device or workers. */
function partsOf(simulation: Simulation): readonly Named[] {
  const cells = simulation.members.flatMap(({ population, histories, inbox }) => {
    const { name } = population.compiled
    const logs = [...histories].flatMap(([event, parts]) =>
      parts.map((history, k) => ({ name: `${name}!${event}!${k}`, values: history.save() })),
    )
    return [...named(name, population.state.arrays), ...named(`${name}?`, inbox?.values()), ...logs]
  })
  const connections = simulation.projections.flatMap(({ state }, k) => named(`#${k}`, state.arrays))
  return [...cells, ...connections]
}

function arraysOf({ members, projections }: Simulation): readonly Numbers[] {
  const cells = members.flatMap(({ population: { state }, inbox }) => [
    ...state.arrays.values(),
    ...(inbox?.values().values() ?? []),
  ])
  return [...cells, ...projections.flatMap(({ state }) => [...state.arrays.values()])]
}

const named = (owner: string, arrays: ReadonlyMap<string, Numbers> = new Map()): readonly Named[] =>
  [...arrays].map(([name, values]) => ({ name: `${owner}.${name}`, values }))

/** Why a snapshot does not fit; nothing is changed then. What only one of the two has is passed over on request. */
export function restoreSnapshot(
  simulation: Simulation,
  bytes: Uint8Array,
  { isPartial = false } = {},
): string | undefined {
  const header = headerOf(bytes)
  if (typeof header === 'string') return header
  const misfit = isPartial ? undefined : misfitOf(simulation, header)
  if (misfit !== undefined) return misfit
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const found = new Map<string, (into: Numbers) => void>()
  let at = 4 + view.getUint32(0, true)
  for (const { name, length, isWhole } of header.arrays) {
    const start = at
    found.set(name, (into) => {
      if (into.length === length) read(view, start, into)
    })
    at += length * (isWhole ? 4 : 8)
  }
  for (const { name, values } of partsOf(simulation)) {
    if (name.includes('!')) continue
    found.get(name)?.(values)
    simulation.plan.device.remote?.changed(values)
  }
  simulation.tick = header.tick
  for (const { population, histories, clock, flag } of simulation.members) {
    const { name } = population.compiled
    for (const [key, value] of Object.entries(header.shared[name] ?? {})) {
      if (population.state.shared.has(key)) population.state.shared.set(key, value)
    }
    flag[0] = 0
    simulation.plan.device.remote?.changed(flag)
    for (const [event, parts] of histories) {
      parts.forEach((history, k) => {
        const key = `${name}!${event}!${k}`
        const saved = new Int32Array(header.arrays.find((array) => array.name === key)?.length ?? 0)
        found.get(key)?.(saved)
        history.restore(Math.ceil(header.tick / clock), saved)
      })
    }
  }
  simulation.relink()
  return undefined
}

function read(view: DataView, start: number, into: Numbers): void {
  const isWhole = into instanceof Int32Array
  for (let k = 0; k < into.length; k++) {
    into[k] = isWhole ? view.getInt32(start + 4 * k, true) : view.getFloat64(start + 8 * k, true)
  }
}

function headerOf(bytes: Uint8Array): Header | string {
  try {
    const length = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true)
    const header = JSON.parse(decoder.decode(bytes.subarray(4, 4 + length))) as Header
    if (header.format !== 'livn snapshot 1') return 'These bytes are no snapshot.'
    const size = header.arrays.reduce((sum, a) => sum + a.length * (a.isWhole ? 4 : 8), 0)
    return bytes.length === 4 + length + size ? header : 'The snapshot is cut short.'
  } catch {
    return 'These bytes are no snapshot.'
  }
}

function misfitOf(simulation: Simulation, { name, dt, arrays }: Header): string | undefined {
  const { plan } = simulation
  if (name !== plan.name) return `The snapshot is of ${name}, and this is ${plan.name}.`
  if (dt !== plan.dt)
    return `The snapshot was taken with steps of ${dt} ms; these are ${plan.dt} ms.`
  const lengths = new Map(arrays.map((array) => [array.name, array.length]))
  for (const part of partsOf(simulation)) {
    if (part.name.includes('!')) continue
    const length = lengths.get(part.name)
    if (length === part.values.length) continue
    return `The snapshot has ${length ?? 'no'} values of ${part.name}; ${part.values.length} are needed.`
  }
  return undefined
}
