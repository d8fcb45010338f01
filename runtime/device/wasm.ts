/** The device that runs WebAssembly: the default. */
import type { Artifact, Precision } from '../../compiler/emit/target.ts'
import { InternalError } from '../../compiler/ir/internal-error.ts'
import type { BoundKernel, Device, DeviceArray } from './device.ts'
import { kernelIn } from './kernel-parts.ts'
import type { Repeated, Schedule } from './schedule.ts'
import { allocate } from './wasm-arrays.ts'
import { addressIn, isInside, moduleOf, WasmKernel } from './wasm-kernel.ts'
import { WasmMemory } from './wasm-memory.ts'
import { Crew } from './wasm-steps/crew.ts'
import { type Meeting, Places } from './wasm-steps/places.ts'
import { stepsModule } from './wasm-steps/steps-module.ts'

export interface WasmOptions {
  /** How much memory to reserve; as much as the host grants, up to 1 GiB, where it is not said. */
  readonly bytes?: number
  /** A memory made elsewhere: one that workers share, for artifacts emitted for shared memory. */
  readonly memory?: WebAssembly.Memory
}

export function openWasm(precision: Precision, { bytes, memory: given }: WasmOptions = {}): Device {
  return new WasmDevice(precision, new WasmMemory(given, bytes))
}

interface Loaded {
  readonly module: WebAssembly.Module
  readonly instance: WebAssembly.Instance
}

class WasmDevice implements Device {
  readonly name = 'wasm'
  readonly precision: Precision
  private readonly memory: WasmMemory
  private readonly loaded = new Map<Artifact, Loaded>()
  private crew: Crew | undefined

  constructor(precision: Precision, memory: WasmMemory) {
    this.precision = precision
    this.memory = memory
  }

  allocate: Device['allocate'] = (type, length) =>
    allocate(this.memory, type, { length, precision: this.precision })

  holds(array: DeviceArray): boolean {
    return isInside(this.memory, array)
  }

  get bytes(): number {
    return this.memory.used
  }

  bind: Device['bind'] = (artifact, name, binding) => {
    const { kernel } = kernelIn(artifact, name)
    const { instance } = this.load(artifact)
    return new WasmKernel(kernel, { instance, memory: this.memory, binding })
  }

  private load(artifact: Artifact): Loaded {
    const known = this.loaded.get(artifact)
    if (known) return known
    const module = moduleOf(artifact)
    const { memory } = this.memory
    const instance = new WebAssembly.Instance(module, { livn: { memory } })
    const loaded = { module, instance }
    this.loaded.set(artifact, loaded)
    return loaded
  }

  /** The loop over steps is a module of its own, which calls the kernels of the artifacts. */
  repeat(schedules: readonly Schedule[]): Repeated {
    const [only, another] = schedules
    if (another) return this.repeatTogether(schedules)
    if (!only) throw new InternalError('repeat', 'there is no schedule')
    const kernels: Record<string, unknown> = {}
    const { code } = stepsModule(
      only,
      this.places((bound) => {
        kernels[bound.name] = bound.call
      }),
    )
    const imports = { livn: { memory: this.memory.memory }, kernels } as WebAssembly.Imports
    const instance = new WebAssembly.Instance(new WebAssembly.Module(code), imports)
    return { run: instance.exports.steps as (first: number, last: number) => number }
  }

  private repeatTogether(schedules: readonly Schedule[]): Repeated {
    const control = this.allocate('integer', 48) as Int32Array
    const word = (k: number): number => addressIn(this.memory, control) + 64 * k
    const meeting = {
      workers: schedules.length,
      arrived: word(0),
      round: word(1),
      abandoned: word(2),
    }
    const steps = schedules.map(
      (schedule) =>
        stepsModule(
          schedule,
          this.places(() => {}, meeting),
        ).code,
    )
    const modules = [...this.loaded.values()].map(({ module }) => module)
    this.crew ??= new Crew(schedules.length, this.memory.memory)
    return this.crew.ready(modules, steps, control.subarray(32))
  }

  private places(see: (kernel: WasmKernel) => void, meeting?: Meeting): Places {
    const { memory } = this
    const isShared = !(memory.buffer instanceof ArrayBuffer)
    return new Places({
      address: (array) => addressIn(memory, array),
      kernel: (bound: BoundKernel) => {
        if (!(bound instanceof WasmKernel))
          throw new InternalError('repeat', 'a kernel is not ours')
        see(bound)
        const { name, frame, events, silent } = bound
        const offsetOf = (buffer: string): number => bound.offsetOf(buffer)
        const place = { name, frame, events: events.length, offsetOf }
        return silent === undefined ? place : { ...place, silent }
      },
      ...(isShared ? { sharedMaximum: most } : {}),
      ...(meeting ? { meeting } : {}),
    })
  }

  close(): void {
    this.crew?.dismiss()
    this.crew = undefined
  }
}

/** Pages of a memory that workers share: all that 32-bit addresses reach. */
const most = 65536

/** A memory for several workers, or none where the host has no such thing. */
export function sharedMemory(bytes: number): WebAssembly.Memory | undefined {
  if (typeof SharedArrayBuffer === 'undefined') return undefined
  const initial = Math.ceil(bytes / 65536)
  return new WebAssembly.Memory({ initial, maximum: most, shared: true })
}

export const sharedMaximum = most
