/** The arrays and shared values of one population or projection, and what is computed from them at link. */
import { evaluate } from '../../compiler/ir/evaluate.ts'
import type { Propagator } from '../../compiler/ir/kernel.ts'
import { propagate } from '../../compiler/ir/matrix-exponential.ts'
import type { Slot } from '../../compiler/program.ts'
import type { Device, DeviceArray } from '../device/device.ts'

export interface ElementStateOptions {
  readonly device: Device
  readonly slots: readonly Slot[]
  readonly propagators: readonly Propagator[]
  readonly count: number
  /** How many of them there are in one replica; all unless told. */
  readonly perReplica?: number
  readonly dt: number
  readonly seed: number
  /** Arrays that are there already, filled: they are not made again, nor reset. */
  readonly given?: ReadonlyMap<string, DeviceArray>
}

/** Values in kernel units. */
export class ElementState {
  readonly arrays = new Map<string, DeviceArray>()
  readonly shared = new Map<string, number>()
  private readonly options: ElementStateOptions
  /** Shared parameters that somebody chose: they follow no others any more. */
  private readonly chosen = new Set<string>()

  constructor(options: ElementStateOptions) {
    this.options = options
    const { device, slots, count, dt, seed } = options
    this.shared
      .set('dt', dt)
      .set('seed', seed)
      .set('N', options.perReplica ?? count)
    for (const slot of slots) {
      if (slot.extent === 'shared') continue
      const given = options.given?.get(slot.name)
      const array = given ?? device.allocate(slot.type, count)
      if (!given && slot.value !== 0) array.fill(slot.value)
      this.arrays.set(slot.name, array)
    }
    this.evaluateDefaults()
  }

  /** Everything as it is before initialisation; shared values that were set stay. */
  reset(): void {
    const { slots, given } = this.options
    for (const { name, value } of slots) if (!given?.has(name)) this.arrays.get(name)?.fill(value)
    this.changed()
  }

  /** Sets a shared parameter; those whose defaults rest on it follow. */
  choose(name: string, value: number): void {
    this.shared.set(name, value)
    this.chosen.add(name)
    this.evaluateDefaults((slot) => slot.initial !== undefined)
  }

  /** Tells the device that arrays were written to. */
  changed(...arrays: readonly DeviceArray[]): void {
    const { remote } = this.options.device
    for (const array of arrays.length > 0 ? arrays : this.arrays.values()) remote?.changed(array)
  }

  /** Shared parameters may rest on each other; each is evaluated after those it reads. */
  private evaluateDefaults(isWanted: (slot: Slot) => boolean = () => true): void {
    const waiting = new Map<string, Slot>()
    for (const slot of this.options.slots) {
      if (slot.extent !== 'shared' || slot.name === 'N' || this.chosen.has(slot.name)) continue
      if (isWanted(slot)) waiting.set(slot.name, slot)
    }
    const valueOf = (name: string): number => {
      const slot = waiting.get(name)
      if (slot) {
        waiting.delete(name)
        this.shared.set(name, slot.initial ? evaluate(slot.initial, valueOf) : slot.value)
      }
      return this.shared.get(name) ?? 0
    }
    for (const name of [...waiting.keys()]) valueOf(name)
  }

  /** Matrix exponentials of the current parameters; again after any of those changed. */
  propagate(): void {
    for (const propagator of this.options.propagators) {
      if (propagator.extent === 'shared') this.propagateShared(propagator)
      else this.propagateElements(propagator)
    }
  }

  private propagateShared(propagator: Propagator): void {
    const matrix = this.matrixOf(propagator, (name) => this.shared.get(name) ?? 0)
    this.place(propagator, matrix, (name, value) => this.shared.set(name, value))
  }

  private propagateElements(propagator: Propagator): void {
    for (let i = 0; i < this.options.count; i++) this.propagateElement(propagator, i)
    for (const name of [...propagator.transition.flat(), ...propagator.gain.flat()]) {
      const array = name === undefined ? undefined : this.arrays.get(name)
      if (array) this.changed(array)
    }
  }

  private propagateElement(propagator: Propagator, i: number): void {
    const matrix = this.matrixOf(propagator, (name) => {
      return this.shared.get(name) ?? this.arrays.get(name)?.[i] ?? 0
    })
    this.place(propagator, matrix, (name, value) => {
      const array = this.arrays.get(name)
      if (array) array[i] = value
    })
  }

  private matrixOf({ matrix }: Propagator, read: (name: string) => number): number[][] {
    return matrix.map((row) => row.map((entry) => evaluate(entry, read)))
  }

  private place(
    { transition, gain }: Propagator,
    matrix: readonly (readonly number[])[],
    set: (name: string, value: number) => void,
  ): void {
    const result = propagate(matrix, this.options.dt)
    const write = (names: Propagator['gain'], values: readonly (readonly number[])[]): void => {
      names.forEach((row, i) => {
        row.forEach((name, j) => {
          if (name !== undefined) set(name, values[i]?.[j] ?? 0)
        })
      })
    }
    write(transition, result.transition)
    write(gain, result.gain)
  }
}
