/** The device that advances populations through gpu.js, and does everything else on the processor. */
import { type GpuForm, gpuFormOf } from '../../compiler/emit/gpujs/gpu-form.ts'
import { passages } from '../../compiler/emit/gpujs/spelling.ts'
import { longAgo, writeGpuFunctions } from '../../compiler/emit/gpujs/write-functions.ts'
import type { Artifact, Precision } from '../../compiler/emit/target.ts'
import { evaluate } from '../../compiler/ir/evaluate.ts'
import { InternalError } from '../../compiler/ir/internal-error.ts'
import { UsageError } from '../../compiler/usage-error.ts'
import type { Binding, BoundKernel, Device, DeviceArray, Dispatch, Events } from './device.ts'
import { drawn } from './gpujs/draw.ts'
import { type Epochs, openEpochs } from './gpujs/epochs.ts'
import type { Gpu, GpuKernel, Values } from './gpujs/gpu.ts'
import { TrackedKernel } from './gpujs/tracked-kernel.ts'
import { openJs } from './js.ts'
import { arrayFor, kernelIn } from './kernel-parts.ts'
import { repeatActs } from './repeat-acts.ts'
import type { Repeated, Schedule } from './schedule.ts'

type GpuClass = new (settings: { readonly mode: string }) => Gpu

/** Pages load gpu.js themselves, and it leaves its class here, where WebGPU has one of the same name. */
interface Surroundings {
  readonly GPU?: Partial<Record<'GPU', GpuClass>> & { readonly prototype?: object }
}

export function findGpuJs(): GpuClass | undefined {
  const { GPU } = globalThis as unknown as Surroundings
  if (GPU?.GPU) return GPU.GPU
  if (GPU?.prototype && 'createKernel' in GPU.prototype) return GPU as unknown as GpuClass
  if (typeof process === 'undefined' || !process.getBuiltinModule) return undefined
  try {
    const load = process.getBuiltinModule('node:module').createRequire(import.meta.url)
    return (load('gpu.js') as { readonly GPU: GpuClass }).GPU
  } catch {
    return undefined
  }
}

/** The mode of gpu.js: WebGL2 in pages, and where there is no GL the f32 lanes of WebAssembly. */
export function gpuJsMode(): string {
  const isPage = typeof document !== 'undefined'
  const wanted = typeof process === 'undefined' ? undefined : process.env?.LIVN_GPUJS
  return wanted ?? (isPage ? 'webgl2' : 'webasm')
}

/** One for all: browsers allow few contexts. */
let shared: Gpu | undefined

function openGpu(): Gpu {
  if (shared) return shared
  const Gpu = findGpuJs()
  if (!Gpu) {
    throw new UsageError(
      'gpu.js is not here. In Node, npm install gpu.js; in a page, load it with a script element before livn. ' +
        'Or use backend wasm.',
    )
  }
  const mode = gpuJsMode()
  try {
    shared = new Gpu({ mode })
  } catch (error) {
    throw new UsageError(`gpu.js has no mode ${mode} here (${String(error)}). Use backend wasm.`)
  }
  for (const passage of passages) shared.addFunction(passage)
  return shared
}

export function openGpuJs(precision: Precision): Device {
  if (precision === 'f64') {
    throw new UsageError('gpujs computes in f32; leave precision out, or use backend wasm for f64.')
  }
  const gpu = openGpu()
  const plain = openJs('f32')
  let epochs: Epochs | undefined
  return {
    ...plain,
    name: 'gpujs',
    collects: true,
    get bytes() {
      return plain.bytes
    },
    bind: (artifact: Artifact, name: string, binding: Binding): BoundKernel => {
      const onProcessor = plain.bind(artifact, name, binding)
      const { kernel } = kernelIn(artifact, name)
      const form = gpuFormOf(kernel)
      const bound = form ? new GpuJsKernel(form, { gpu, binding, onProcessor }) : onProcessor
      return new TrackedKernel(kernel, binding, bound)
    },
    repeat: (schedules: readonly Schedule[]): Repeated => {
      const [schedule] = schedules
      if (!schedule) throw new InternalError('repeat', 'there is no schedule')
      const stepByStep = repeatActs(schedules)
      epochs?.close()
      epochs = openEpochs(schedule, { gpu, stepByStep })
      return epochs ?? stepByStep
    },
    close: () => {
      epochs?.close()
      plain.close()
    },
  }
}

interface Parts {
  readonly gpu: Gpu
  readonly binding: Binding
  /** The same kernel, for parts of the cells. */
  readonly onProcessor: BoundKernel
}

class GpuJsKernel implements BoundKernel {
  readonly events: readonly string[]
  private readonly form: GpuForm
  private readonly parts: Parts
  private readonly count: number
  private readonly outputs: readonly { readonly name: string; readonly run: GpuKernel }[]
  private readonly copies = new Map<string, Float32Array>()
  private shared: ReadonlyMap<string, number> = new Map()

  constructor(form: GpuForm, parts: Parts) {
    const { gpu, binding, onProcessor } = parts
    this.form = form
    this.parts = parts
    this.events = onProcessor.events
    const [first] = form.arrays
    this.count = first ? arrayFor(first.name, binding.arrays).length : 0
    const settings = { output: [Math.max(1, this.count)], precision: 'single' }
    this.outputs = writeGpuFunctions(form).map(({ output, text }) => ({
      name: output,
      run: gpu.createKernel(text, settings),
    }))
    this.link(binding.shared)
  }

  get dt(): number {
    return this.parts.onProcessor.dt
  }

  link(values: ReadonlyMap<string, number>): void {
    this.parts.onProcessor.link(values)
    this.shared = this.withLets(this.form.kernel.link, new Map(values))
  }

  private withLets(
    lets: GpuForm['kernel']['link'],
    known: Map<string, number>,
  ): Map<string, number> {
    for (const { name, value } of lets) {
      known.set(
        name,
        evaluate(value, (wanted) => known.get(wanted) ?? Number.NaN),
      )
    }
    return known
  }

  aim(buffer: string, array: DeviceArray): void {
    this.parts.onProcessor.aim(buffer, array)
  }

  run(dispatch: Dispatch): Events {
    const { first, last, step, t } = dispatch
    if (first !== 0 || last !== this.count || last === 0)
      return this.parts.onProcessor.run(dispatch)
    const known = new Map([...this.shared, ['step', step], ['t', t]])
    const now = this.withLets(this.form.kernel.once, known)
    const { arrays } = this.parts.binding
    const args: Values[] = [
      ...this.form.arrays.map(({ name, type }) => this.input(name, type, step)),
      ...this.form.draws.map((draw) => drawn(draw, { count: this.count, now, arrays })),
      ...this.form.scalars.map((name) => now.get(name) ?? Number.NaN),
    ]
    const results = this.outputs.map(({ name, run }) => [name, run(...args)] as const)
    this.mustBeOnCard()
    const events = new Map<string, Int32Array>()
    for (const [name, values] of results) {
      if (this.events.includes(name)) events.set(name, listOf(values))
      else this.take(name, values, step)
    }
    return events
  }

  /** Arrays as floats: whole numbers are steps, counted from the present one. */
  private input(name: string, type: string, step: number): Float32Array {
    const array = arrayFor(name, this.parts.binding.arrays)
    if (array instanceof Float32Array) return array
    const copy = this.copyFor(name)
    for (let i = 0; i < copy.length; i++) {
      const value = array[i] ?? 0
      copy[i] = type === 'integer' ? Math.max(longAgo, value - step) : value
    }
    return copy
  }

  private copyFor(name: string): Float32Array {
    const known = this.copies.get(name) ?? new Float32Array(this.count)
    this.copies.set(name, known)
    return known
  }

  private take(name: string, values: Float32Array, step: number): void {
    const array = arrayFor(name, this.parts.binding.arrays)
    if (array instanceof Float32Array) {
      array.set(values)
      return
    }
    const isStep = this.form.arrays.some((b) => b.name === name && b.type === 'integer')
    for (let i = 0; i < values.length; i++) {
      const value = values[i] ?? 0
      // What was long ago stays what it was.
      if (!isStep) array[i] = Math.round(value)
      else if (value > longAgo) array[i] = step + Math.round(value)
    }
  }

  /** gpu.js goes back to the processor without a word where it finds no GL. */
  private mustBeOnCard(): void {
    const mode = gpuJsMode()
    const isPlain = this.outputs.some(({ run }) => run.kernel?.constructor.name === 'CPUKernel')
    if (!isPlain || mode === 'cpu') return
    throw new UsageError(`gpu.js cannot run these equations in mode ${mode}; use backend wasm.`)
  }
}

function listOf(flags: Float32Array): Int32Array {
  const elements: number[] = []
  for (let i = 0; i < flags.length; i++) if ((flags[i] ?? 0) > 0.5) elements.push(i)
  return Int32Array.from(elements)
}
