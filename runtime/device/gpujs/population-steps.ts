/** Several steps of one population on the card: its values go there once and come back once. */
import { fuseKernels, ownName } from '../../../compiler/emit/gpujs/fuse.ts'
import { type GpuForm, gpuFormOf } from '../../../compiler/emit/gpujs/gpu-form.ts'
import { longAgo, writeGpuFunctions } from '../../../compiler/emit/gpujs/write-functions.ts'
import { UsageError } from '../../../compiler/usage-error.ts'
import type { DeviceArray } from '../device.ts'
import { drawn } from './draw.ts'
import type { Gpu, GpuKernel, GpuPipeline, Values } from './gpu.ts'
import type { TrackedKernel } from './tracked-kernel.ts'

export interface CellPart {
  readonly kernel: TrackedKernel
  readonly event?: string
}

/** What arrives in each of the steps, by the array of the inbox. */
export type Arrivals = ReadonlyMap<DeviceArray, readonly Float32Array[]>

/** A float counts the steps of an epoch as bits. */
export const mostBits = 24

export class PopulationSteps {
  readonly count: number
  readonly events: readonly string[]
  private readonly gpu: Gpu
  private readonly parts: readonly CellPart[]
  private readonly form: GpuForm
  /** By the names of the form. */
  private readonly arrays: ReadonlyMap<string, DeviceArray>
  private readonly inboxes: ReadonlySet<string>
  private readonly functions: readonly { readonly output: string; readonly run: GpuKernel }[]
  private readonly addBit: GpuKernel
  private readonly pipelines = new Map<number, GpuPipeline>()

  private constructor(gpu: Gpu, parts: readonly CellPart[], named: Named) {
    const { form, arrays, inboxes } = named
    this.gpu = gpu
    this.parts = parts
    this.form = form
    this.arrays = arrays
    this.inboxes = inboxes
    this.events = form.kernel.events
    this.count = arrays.get(form.arrays[0]?.name ?? '')?.length ?? 0
    const settings = { output: [Math.max(1, this.count)], precision: 'single' }
    this.functions = writeGpuFunctions(form, { isChained: true }).map(({ output, text }) => ({
      output,
      run: gpu.createKernel(text, settings),
    }))
    this.addBit = gpu.createKernel(bitText, settings)
  }

  /** Undefined where gpu.js cannot do all of it. */
  static of(gpu: Gpu, parts: readonly CellPart[], count: number): PopulationSteps | undefined {
    const named = nameArrays(parts)
    if (!named) return undefined
    const steps = new PopulationSteps(gpu, parts, named)
    return steps.count === count && count > 0 ? steps : undefined
  }

  /** Does the steps from one on; answers whom what happened to, as bits: the last step is the lowest. */
  async run(
    first: number,
    { steps, arrivals }: { readonly steps: number; readonly arrivals: Arrivals },
  ): Promise<ReadonlyMap<string, Float32Array>> {
    const pipeline = this.pipelines.get(steps) ?? this.gpu.createPipeline(this.plan(steps))
    this.pipelines.set(steps, pipeline)
    const found = await pipeline(...this.inputs(first, steps, arrivals))
    if (pipeline.backend === 'cpu' && this.gpu.mode !== 'cpu') {
      throw new UsageError(
        `gpu.js cannot run these equations in mode ${this.gpu.mode}; use backend wasm.`,
      )
    }
    for (const output of this.form.outputs) {
      const values = found[output]
      if (values && !this.events.includes(output)) this.take(output, values, first + steps)
    }
    return new Map(this.events.map((event) => [event, found[event] ?? new Float32Array(0)]))
  }

  private get kept(): readonly string[] {
    return this.form.arrays.map(({ name }) => name).filter((name) => !this.inboxes.has(name))
  }

  /** The order of the inputs: arrays that stay, no bits, and for each step its inboxes, draws and shared values. */
  private plan(steps: number): Plan {
    const { form, kept, inboxes, events } = this
    const perStep = [...inboxes, ...form.draws.map(({ name }) => name), ...form.scalars]
    const plan: Plan = (...handles) => {
      const names = [...kept, '']
      let now = new Map(names.map((name, k) => [name, handles[k]] as const))
      const none = now.get('')
      for (const event of events) now.set(`${event} bits`, none)
      for (let step = 0; step < steps; step++) {
        const start = names.length + step * perStep.length
        for (const [k, name] of perStep.entries()) now.set(name, handles[start + k])
        now = this.after(now)
      }
      const results = form.outputs.map((output) => {
        const name = events.includes(output) ? `${output} bits` : output
        return [output, now.get(name) ?? new Float32Array(0)] as const
      })
      return Object.fromEntries(results)
    }
    // gpu.js asks a plan how many inputs it has.
    const length = kept.length + 1 + steps * perStep.length
    return Object.defineProperty(plan, 'length', { value: length })
  }

  private after(now: Handles): Map<string, Float32Array | undefined> {
    const { form, events } = this
    const wanted = [...form.arrays, ...form.draws].map(({ name }) => now.get(name))
    const scalars = form.scalars.map((name) => now.get(name))
    const args = [...wanted, ...scalars] as readonly Float32Array[]
    const next = new Map(now)
    for (const { output, run } of this.functions) {
      const result = run(...args)
      if (!events.includes(output)) next.set(output, result)
      else {
        const bits = now.get(`${output} bits`)
        if (bits) next.set(`${output} bits`, this.addBit(bits, result))
      }
    }
    return next
  }

  private inputs(first: number, steps: number, arrivals: Arrivals): readonly Values[] {
    const inputs: Values[] = this.kept.map((name) => this.input(name, first))
    inputs.push(new Float32Array(this.count))
    for (let k = 0; k < steps; k++) {
      const values = this.valuesAt(first + k)
      for (const name of this.inboxes) {
        const ring = this.arrays.get(name)
        inputs.push((ring && arrivals.get(ring)?.[k]) ?? new Float32Array(this.count))
      }
      for (const draw of this.form.draws) {
        inputs.push(drawn(draw, { count: this.count, now: values, arrays: this.arrays }))
      }
      for (const name of this.form.scalars) inputs.push(values.get(name) ?? Number.NaN)
    }
    return inputs
  }

  private valuesAt(step: number): ReadonlyMap<string, number> {
    return new Map(
      this.parts.flatMap(({ kernel }, k) =>
        [...kernel.valuesAt(step)].map(([name, value]) => [ownName(name, k), value] as const),
      ),
    )
  }

  private isStep(name: string): boolean {
    return this.form.arrays.some((b) => b.name === name && b.type === 'integer')
  }

  /** Arrays as floats: whole numbers are steps, counted from the present one. */
  private input(name: string, step: number): Float32Array {
    const array = this.arrays.get(name) ?? new Float32Array(this.count)
    if (!this.isStep(name)) return Float32Array.from(array)
    return Float32Array.from(array, (value) => Math.max(longAgo, value - step))
  }

  private take(name: string, values: Float32Array, step: number): void {
    const array = this.arrays.get(name)
    if (!array) return
    if (array instanceof Float32Array) array.set(values)
    else if (!this.isStep(name)) array.set(Int32Array.from(values, Math.round))
    else {
      for (let i = 0; i < array.length; i++) {
        const value = values[i] ?? 0
        // What was long ago stays what it was.
        if (value > longAgo) array[i] = step + Math.round(value)
      }
    }
  }

  close(): void {
    for (const pipeline of this.pipelines.values()) void pipeline.destroy()
  }
}

type Plan = Parameters<Gpu['createPipeline']>[0]

type Handles = ReadonlyMap<string, Float32Array | undefined>

const bitText = `function (bits_of, fired_of) {
  return 2.0 * bits_of[this.thread.x] + fired_of[this.thread.x]
}`

interface Named {
  readonly form: GpuForm
  readonly arrays: ReadonlyMap<string, DeviceArray>
  readonly inboxes: ReadonlySet<string>
}

/** Arrays have one name in all parts; steps are outputs, since they are another step longer ago after each. */
function nameArrays(parts: readonly CellPart[]): Named | undefined {
  const names = new Map<DeviceArray, string>()
  const arrays = new Map<string, DeviceArray>()
  const inboxes = new Set<string>()
  for (const { kernel } of parts) {
    const sums = new Set(kernel.sums.map(([name]) => name))
    for (const [buffer, array] of kernel.arrays) {
      if (names.has(array)) continue
      const name = arrays.has(buffer) ? `${buffer}@${names.size}` : buffer
      names.set(array, name)
      arrays.set(name, array)
      if (sums.has(buffer)) inboxes.add(name)
    }
  }
  const fused = fuseKernels(
    parts.map(({ kernel, event }) => {
      const own = new Map(kernel.arrays.map(([name, array]) => [name, names.get(array) ?? name]))
      const nameOf = (buffer: string): string => own.get(buffer) ?? buffer
      return { kernel: kernel.kernel, nameOf, ...(event === undefined ? {} : { event }) }
    }),
  )
  const form = gpuFormOf(fused)
  if (!form) return undefined
  const steps = form.arrays.filter(({ type }) => type === 'integer').map(({ name }) => name)
  const outputs = [...new Set([...form.outputs, ...steps])]
  const used = new Set(form.arrays.map(({ name }) => name))
  return {
    form: { ...form, outputs },
    arrays,
    inboxes: new Set([...inboxes].filter((name) => used.has(name))),
  }
}
