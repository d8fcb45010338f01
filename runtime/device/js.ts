/** The device that runs emitted JavaScript: everywhere, and readable in a debugger. */
import type { Artifact, Precision } from '../../compiler/emit/target.ts'
import { InternalError } from '../../compiler/ir/internal-error.ts'
import type { Extent, Kernel } from '../../compiler/ir/kernel.ts'
import type { Binding, BoundKernel, Device, DeviceArray, Dispatch, Events } from './device.ts'
import { arrayFor, hostMemory, kernelIn, occurrencesOf } from './kernel-parts.ts'
import { repeatActs } from './repeat-acts.ts'

/** A function of an emitted module; compiler/emit/js/emit.ts says what it takes. */
type KernelFunction = (...args: readonly unknown[]) => number | readonly number[] | undefined

export function openJs(precision: Precision): Device {
  const memory = hostMemory(precision)
  const loaded = new WeakMap<Artifact, readonly KernelFunction[]>()
  return {
    name: 'js',
    precision,
    allocate: memory.allocate,
    holds: () => true,
    get bytes() {
      return memory.bytes
    },
    bind: (artifact, name, binding) => {
      const { kernel, index } = kernelIn(artifact, name)
      const functions = loaded.get(artifact) ?? load(artifact)
      loaded.set(artifact, functions)
      const run = functions[index]
      if (!run) throw new InternalError('bind', `the code has no function for ${name}`)
      return new JsKernel(kernel, run, binding)
    },
    repeat: repeatActs,
    close: () => {},
  }
}

/** The functions of a module, in their order. The text comes from our emitter, which lets no text of a model through. */
function load({ code, target }: Artifact): readonly KernelFunction[] {
  if (typeof code !== 'string')
    throw new InternalError('bind', `code for ${target} is no JavaScript`)
  const names = [...code.matchAll(/^export function (\w+)/gm)].map(([, name]) => name)
  const body = code.replace(/^export /gm, '')
  return new Function(
    `'use strict'\n${body}\nreturn [${names.join(', ')}]`,
  )() as readonly KernelFunction[]
}

class JsKernel implements BoundKernel {
  readonly events: readonly string[]
  private readonly sides: readonly Side[]
  private readonly call: KernelFunction
  /** In the order the function wants them: sides, shared values, range and list, event lists. */
  private readonly args: unknown[]
  /** Where the range begins among the arguments. */
  private readonly range: number
  private readonly hasList: boolean
  private readonly shared: Record<string, number>
  private readonly outlets: readonly Outlet[]
  private readonly lists = new Map<string, Int32Array>()

  constructor(kernel: Kernel, call: KernelFunction, binding: Binding) {
    const sides = sidesOf(kernel, binding)
    this.events = kernel.events
    this.sides = sides
    this.call = call
    this.shared = Object.fromEntries(sharedNames(kernel).map((name) => [name, Number.NaN]))
    this.hasList = kernel.domain !== 'cells'
    this.args = [...sides, this.shared, 0, 0]
    this.range = sides.length + 1
    if (this.hasList) this.args.push(undefined)
    this.outlets = kernel.events.map((event) => ({
      event,
      occurrences: occurrencesOf(event, kernel),
    }))
    for (const _ of this.outlets) this.args.push(none)
    this.link(binding.shared)
  }

  link(values: ReadonlyMap<string, number>): void {
    for (const name of Object.keys(this.shared)) this.shared[name] = values.get(name) ?? Number.NaN
  }

  get dt(): number {
    return this.shared.dt ?? Number.NaN
  }

  aim(buffer: string, array: DeviceArray): void {
    for (const side of this.sides) if (Object.hasOwn(side, buffer)) side[buffer] = array
    const [, short = ''] = buffer.split(/^(?:pre|post)\./)
    const side = this.sides[buffer.startsWith('pre.') ? 1 : 2]
    if (side && Object.hasOwn(side, short)) side[short] = array
  }

  run({ step, t, first, last, list }: Dispatch): Events {
    const { args, range, shared } = this
    shared.step = step
    shared.t = t
    args[range] = first
    args[range + 1] = last
    if (this.hasList) args[range + 2] = list
    this.makeRoom(last - first)
    const counts = this.call(...args)
    this.outlets.forEach(({ event }, k) => {
      const count = typeof counts === 'object' ? (counts[k] ?? 0) : (counts ?? 0)
      this.lists.set(event, count > 0 ? this.list(k).subarray(0, count) : none)
    })
    return this.lists
  }

  private makeRoom(elements: number): void {
    this.outlets.forEach(({ occurrences }, k) => {
      if (this.list(k).length >= elements * occurrences) return
      this.args[this.args.length - this.outlets.length + k] = new Int32Array(elements * occurrences)
    })
  }

  /** The argument that collects event k. */
  private list(k: number): Int32Array {
    const list = this.args[this.args.length - this.outlets.length + k]
    return list instanceof Int32Array ? list : none
  }
}

/** An event, and how often one element may come up in its list. */
interface Outlet {
  readonly event: string
  readonly occurrences: number
}

const none = new Int32Array(0)

function sharedNames({ buffers }: Kernel): readonly string[] {
  const own = buffers.filter(({ extent }) => extent === 'shared').map(({ name }) => name)
  return [...own, 'dt', 'seed']
}

type Side = Record<string, DeviceArray>

/** The cells; or the connections, their sources and their targets. */
function sidesOf(kernel: Kernel, binding: Binding): readonly Side[] {
  const elements = sideOf('element', '', { kernel, binding })
  if (kernel.domain !== 'connections') return [elements]
  const { source = none, target = none } = binding
  const sources = sideOf('source', 'pre.', { kernel, binding })
  const targets = sideOf('target', 'post.', { kernel, binding })
  return [{ ...elements, source, target }, sources, targets]
}

/**
 * Arrays by the names the code knows them by: `pre.v` is the `v` of the sources. Entries are own
 * properties whatever their names, and the code reads no others.
 */
function sideOf(
  extent: Extent,
  prefix: string,
  { kernel, binding }: { readonly kernel: Kernel; readonly binding: Binding },
): Side {
  const arrays = new Map<string, DeviceArray>()
  const buffers = kernel.buffers.filter((buffer) => buffer.extent === extent)
  for (const buffer of buffers) arrays.set(buffer.name, arrayFor(buffer.name, binding.arrays))
  for (const buffer of buffers) {
    const short = buffer.name.startsWith(prefix) ? buffer.name.slice(prefix.length) : buffer.name
    if (!arrays.has(short)) arrays.set(short, arrayFor(buffer.name, binding.arrays))
  }
  return Object.fromEntries(arrays)
}
