/** Starts the recording of a quantity by its name: a state or parameter as it is, a definition as it follows. */
import type { Kernel } from '../../compiler/ir/kernel.ts'
import type { Artifact, CompiledPopulation, Recordable } from '../../compiler/program.ts'
import type { BoundKernel, DeviceArray } from '../device/device.ts'
import type { Member } from './member.ts'
import type { Plan } from './plan.ts'
import type { Population } from './population.ts'
import type { Projection } from './projection.ts'
import { Recorder } from './recorder.ts'

export interface Wish {
  readonly name: string
  /** Ticks from sample to sample. */
  readonly every: number
  /** Only these cells or connections. */
  readonly elements?: readonly number[]
  /** Values are kernel values divided by it, instead of by that of the declared unit. */
  readonly scale?: number
}

/** The buffer that recording kernels write, as the compiler calls it. */
const recordedBuffer = '$out'

/** Undefined where the cells have nothing of that name. */
export function recordCells(member: Member, plan: Plan, wish: Wish): Recorder | undefined {
  const { population, clock, recorders } = member
  const { compiled, count } = population
  const recordable = compiled.recordables.find(({ name }) => name === wish.name)
  if (!recordable) return undefined
  const common = { device: plan.device, count, every: wish.every, clock, ...chosen(wish, plan) }
  const array = population.state.arrays.get(wish.name)
  const from = array ? { from: array } : defined(member, plan, recordable)
  if (!from) return undefined
  const recorder = new Recorder({ ...common, ...from, scale: wish.scale ?? recordable.scale })
  recorders.push(recorder)
  return recorder
}

/** A definition or standard signal gets a kernel of its own and an array to write to. */
function defined({ population }: Member, plan: Plan, { name }: Recordable) {
  const { compiled, count, state } = population
  const shared = state.shared.get(name)
  if (shared !== undefined) return { from: constant(plan, count, shared) }
  const kernel = kernelFor(compiled, name)
  if (!kernel) return undefined
  const own = recorded.get(population) ?? new Map<string, Recorded>()
  recorded.set(population, own)
  const known = own.get(name)
  if (known) return known
  const from = plan.device.allocate('real', count)
  const artifact: Artifact = plan.emit([kernel])
  const arrays = new Map([[recordedBuffer, from]])
  const made = { from, kernel: population.bind(kernel, { arrays, artifact }) }
  own.set(name, made)
  return made
}

interface Recorded {
  readonly from: DeviceArray
  readonly kernel: BoundKernel
}

/** A kernel is bound once: what is recorded again is where it was written before. */
const recorded = new WeakMap<Population, Map<string, Recorded>>()

const kernelFor = ({ kernels }: CompiledPopulation, name: string): Kernel | undefined =>
  kernels.record.get(name)?.()

function constant({ device }: Plan, count: number, value: number): DeviceArray {
  const array = device.allocate('real', count)
  array.fill(value)
  return array
}

/** A value of the connections themselves; sampled with the first population, which must be on their clock. */
export function recordConnections(
  { state, count }: Projection,
  { recorders, clock }: Member,
  plan: Plan,
  wish: Wish,
): Recorder | undefined {
  const from = state.arrays.get(wish.name)
  if (!from) return undefined
  const options = { device: plan.device, from, count, every: wish.every, clock, scale: 1 }
  const recorder = new Recorder({ ...options, ...chosen(wish, plan), isOfConnections: true })
  recorders.push(recorder)
  return recorder
}

function chosen({ elements }: Wish, { device }: Plan): { elements?: Int32Array } {
  if (!elements) return {}
  const held = device.allocate('integer', elements.length) as Int32Array
  held.set(elements)
  return { elements: held }
}
