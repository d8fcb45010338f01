/** One population on a device: its arrays and its kernels, bound to them. */
import { evaluate } from '../../compiler/ir/evaluate.ts'
import type { Kernel } from '../../compiler/ir/kernel.ts'
import type { Artifact, CompiledPopulation } from '../../compiler/program.ts'
import type { BoundKernel, Device, DeviceArray, Events } from '../device/device.ts'
import { openInterpreter } from '../device/interpreter.ts'
import { openJs } from '../device/js.ts'
import { mustBeHere } from '../device/must-be-here.ts'
import { ElementState } from './element-state.ts'
import { numberCells, seedReplicas } from './replicas.ts'

export interface PopulationOptions {
  readonly device: Device
  readonly artifact: Artifact
  /** Code that runs once, by the portable target; without it the interpreter does. */
  readonly setup?: Artifact
  readonly count: number
  /** How many of them there are in one replica; all unless told. */
  readonly perReplica?: number
  readonly dt: number
  readonly seed: number
}

export interface BindOptions {
  /** Arrays that are not of the population. */
  readonly arrays?: ReadonlyMap<string, DeviceArray>
  /** Kernels that are pointed here and there are bound for every worker. */
  readonly worker?: number
  /** Where the kernel's code is, if not with the others. */
  readonly artifact?: Artifact
}

/** A kernel with a clock of its own, due every so many steps. */
interface Clocked {
  readonly every: number
  readonly kernel: BoundKernel
}

const nothing: Events = new Map()

export class Population {
  readonly compiled: CompiledPopulation
  readonly count: number
  readonly perReplica: number
  readonly state: ElementState
  private readonly options: PopulationOptions
  private readonly bound = new Map<string, BoundKernel>()
  clocked: readonly Clocked[] = []

  constructor(compiled: CompiledPopulation, options: PopulationOptions) {
    const { slots, propagators } = compiled
    this.compiled = compiled
    this.options = options
    this.count = options.count
    this.perReplica = options.perReplica ?? options.count
    this.state = new ElementState({ ...options, slots, propagators })
  }

  /** Sets a parameter, state or stimulus in kernel units; shared values take a number. */
  set(name: string, value: number | ArrayLike<number>): void {
    const array = this.state.arrays.get(name)
    if (!array) this.state.choose(name, Number(value))
    else if (typeof value === 'number') array.fill(value)
    else array.set(value)
    if (array) this.state.changed(array)
  }

  /** Values as they are now; undefined where all cells share one. */
  values(name: string): DeviceArray | undefined {
    const array = this.state.arrays.get(name)
    if (array) mustBeHere(this.options.device, [array])
    return array
  }

  array(name: string): DeviceArray {
    const array = this.state.arrays.get(name)
    if (!array) throw new Error(`${this.compiled.name} has no array ${name}`)
    return array
  }

  /** Draws parameters and initial values: in the same way, whatever device runs the steps. */
  initialize(): void {
    numberCells(this.state, this.perReplica)
    const { initialize } = this.compiled.kernels
    if (initialize.each.length === 0) return
    const { setup, artifact } = this.options
    const device = setup ? openJs('f64') : openInterpreter('f64')
    const code = setup ?? { ...artifact, kernels: [initialize] }
    const bound = device.bind(code, initialize.name, this.binding())
    bound.run({ step: 0, t: 0, first: 0, last: this.count })
    device.close()
    this.state.changed()
  }

  /** Binds all kernels to the current parameters; again after a parameter changed. */
  link(): void {
    const { step, reset, onStep, events, every } = this.compiled.kernels
    seedReplicas(this.state, this.perReplica)
    this.state.propagate()
    const all = [step, reset, onStep, ...events.map((e) => e.kernel), ...every.map((e) => e.kernel)]
    for (const kernel of all) if (kernel && kernel.each.length > 0) this.bind(kernel)
    for (const kernel of this.bound.values()) kernel.link(this.state.shared)
    const read = (name: string): number => this.state.shared.get(name) ?? 0
    this.clocked = every.flatMap(({ period, kernel }) => {
      const bound = this.bound.get(kernel.name)
      const steps = Math.max(1, Math.round(evaluate(period, read) / this.options.dt))
      return bound ? [{ every: steps, kernel: bound }] : []
    })
  }

  /** Binds a kernel to the arrays of the population, and others. */
  bind(kernel: Kernel, { arrays: others, worker = 0, artifact }: BindOptions = {}): BoundKernel {
    const key = worker === 0 ? kernel.name : `${kernel.name} ${worker}`
    const known = this.bound.get(key)
    if (known) return known
    const { arrays, shared } = this.binding()
    const all = others ? new Map([...arrays, ...others]) : arrays
    const from = artifact ?? this.options.artifact
    const bound = this.options.device.bind(from, kernel.name, { arrays: all, shared })
    this.bound.set(key, bound)
    return bound
  }

  /** A bound kernel; undefined where there was nothing to do. */
  kernel(kernel: Kernel | undefined): BoundKernel | undefined {
    return kernel && this.bound.get(kernel.name)
  }

  private binding() {
    return { arrays: this.state.arrays, shared: this.state.shared }
  }

  /** `every` blocks and definitions with a clock, due at this step. */
  drive(step: number): void {
    for (const { every, kernel } of this.clocked) {
      if (step % every === 0) kernel.run(this.dense(step))
    }
  }

  /** One step of all cells; who spiked. */
  advance(step: number): Events {
    return this.kernel(this.compiled.kernels.step)?.run(this.dense(step)) ?? nothing
  }

  onStep(step: number): void {
    this.kernel(this.compiled.kernels.onStep)?.run(this.dense(step))
  }

  /** Resets the cells that spiked, then acts on custom events. */
  reset(step: number, events: Events): void {
    const { reset, events: custom } = this.compiled.kernels
    if (reset) this.walk(reset, step, events.get('spike'))
    for (const { event, kernel } of custom) this.walk(kernel, step, events.get(event))
  }

  private walk(kernel: Kernel, step: number, list: Int32Array | undefined): void {
    if (!list || list.length === 0) return
    this.kernel(kernel)?.run({ ...this.dense(step), last: list.length, list })
  }

  private dense(step: number) {
    return { step, t: step * this.options.dt, first: 0, last: this.count }
  }
}
