/** One population on a device: its arrays and the kernels that move them, one verb of a step at a time. */
import { evaluate } from '../../compiler/ir/evaluate.ts'
import type { Kernel } from '../../compiler/ir/kernel.ts'
import type { Artifact, CompiledPopulation } from '../../compiler/program.ts'
import type { BoundKernel, Device, DeviceArray, Events } from '../device/device.ts'
import { openInterpreter } from '../device/interpreter.ts'
import { ElementState } from './element-state.ts'

export interface PopulationOptions {
  readonly device: Device
  readonly artifact: Artifact
  readonly count: number
  readonly dt: number
  readonly seed: number
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
  readonly state: ElementState
  private readonly options: PopulationOptions
  private readonly bound = new Map<string, BoundKernel>()
  private clocked: readonly Clocked[] = []

  constructor(compiled: CompiledPopulation, options: PopulationOptions) {
    const { slots, propagators } = compiled
    this.compiled = compiled
    this.options = options
    this.count = options.count
    this.state = new ElementState({ ...options, slots, propagators })
  }

  /** Sets a parameter, state or stimulus in kernel units; shared values take a number. */
  set(name: string, value: number | ArrayLike<number>): void {
    const array = this.state.arrays.get(name)
    if (!array) this.state.shared.set(name, Number(value))
    else if (typeof value === 'number') array.fill(value)
    else array.set(value)
  }

  array(name: string): DeviceArray {
    const array = this.state.arrays.get(name)
    if (!array) throw new Error(`${this.compiled.name} has no array ${name}`)
    return array
  }

  /** Draws parameters and initial values: the interpreter does it, whatever device runs the steps. */
  initialize(): void {
    const { initialize } = this.compiled.kernels
    this.runOnce(initialize, this.state.arrays)
  }

  private runOnce(kernel: Kernel, arrays: ReadonlyMap<string, DeviceArray>): void {
    if (kernel.each.length === 0) return
    const interpreter = openInterpreter('f64')
    const artifact = { ...this.options.artifact, kernels: [kernel] }
    const { shared } = this.state
    const bound = interpreter.bind(artifact, kernel.name, { arrays, shared })
    bound.run({ step: 0, t: 0, first: 0, last: this.count })
    interpreter.close()
  }

  /** Binds all kernels to the current parameters; again after a parameter changed. */
  link(): void {
    const { step, reset, onStep, events, every } = this.compiled.kernels
    this.state.propagate()
    const all = [step, reset, onStep, ...events.map((e) => e.kernel), ...every.map((e) => e.kernel)]
    for (const kernel of all) if (kernel && kernel.each.length > 0) this.bind(kernel)
    const read = (name: string): number => this.state.shared.get(name) ?? 0
    this.clocked = every.flatMap(({ period, kernel }) => {
      const bound = this.bound.get(kernel.name)
      const steps = Math.max(1, Math.round(evaluate(period, read) / this.options.dt))
      return bound ? [{ every: steps, kernel: bound }] : []
    })
  }

  private bind(kernel: Kernel): void {
    const { device, artifact } = this.options
    const { arrays, shared } = this.state
    const known = this.bound.get(kernel.name)
    if (known) known.link(shared)
    else this.bound.set(kernel.name, device.bind(artifact, kernel.name, { arrays, shared }))
  }

  /** `every` blocks and definitions with a clock, due at this step. */
  drive(step: number): void {
    for (const { every, kernel } of this.clocked) {
      if (step % every === 0) kernel.run(this.dense(step))
    }
  }

  /** One step of all cells; who spiked. */
  advance(step: number): Events {
    return this.bound.get(this.compiled.kernels.step.name)?.run(this.dense(step)) ?? nothing
  }

  onStep(step: number): void {
    const { onStep } = this.compiled.kernels
    if (onStep) this.bound.get(onStep.name)?.run(this.dense(step))
  }

  /** Resets the cells that spiked, then acts on custom events. */
  reset(step: number, events: Events): void {
    const { reset, events: custom } = this.compiled.kernels
    if (reset) this.walk(reset.name, step, events.get('spike'))
    for (const { event, kernel } of custom) this.walk(kernel.name, step, events.get(event))
  }

  private walk(kernel: string, step: number, list: Int32Array | undefined): void {
    if (!list || list.length === 0) return
    this.bound.get(kernel)?.run({ ...this.dense(step), last: list.length, list })
  }

  private dense(step: number) {
    return { step, t: step * this.options.dt, first: 0, last: this.count }
  }
}
