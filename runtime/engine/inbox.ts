/** What is on its way to the cells of a population: a ring of sums, one slot for each step ahead. */
import type { CompiledPopulation } from '../../compiler/program.ts'
import type { BoundKernel, Device, DeviceArray } from '../device/device.ts'
import type { Act } from '../device/schedule.ts'
import type { Part } from './parts.ts'
import type { Population } from './population.ts'

type Arrive = NonNullable<CompiledPopulation['kernels']['arrive']>

export interface InboxOptions {
  readonly device: Device
  readonly population: Population
  readonly arrive: Arrive
  /** By how many steps delays differ at most. */
  readonly reach: number
  readonly clock: number
}

/** Slots begin at a new cache line, so that workers do not share one at their border. */
const line = 16

export class Inbox {
  readonly slots: number
  readonly stride: number
  readonly clock: number
  private readonly options: InboxOptions
  private readonly rings = new Map<string, DeviceArray>()

  constructor(options: InboxOptions) {
    const { device, population, arrive, reach, clock } = options
    this.options = options
    this.clock = clock
    this.slots = reach + 1
    this.stride = Math.ceil(population.count / line) * line
    const length = (reach === 0 ? 1 : 2 * this.slots) * this.stride
    for (const { variable } of arrive.inboxes) {
      this.rings.set(variable, device.allocate('sum', length))
    }
  }

  /** By the names that kernels over connections use. */
  arrays(): ReadonlyMap<string, DeviceArray> {
    return new Map([...this.rings].map(([variable, ring]) => [`post.${variable}`, ring]))
  }

  values(): ReadonlyMap<string, DeviceArray> {
    return this.rings
  }

  clear(): void {
    for (const ring of this.rings.values()) {
      ring.fill(0)
      this.options.device.remote?.changed(ring)
    }
  }

  /** Has a kernel over connections add into the slot of this step and those ahead. */
  aim(kernel: BoundKernel, names: readonly string[]): readonly Act[] {
    if (this.slots === 1) return []
    return names.flatMap((buffer): Act[] => {
      const ring = this.arrays().get(buffer)
      const { stride, slots, clock } = this
      return ring ? [{ kind: 'aim', kernel, buffer, ring, stride, slots, clock }] : []
    })
  }

  /** At the start of a lap, what was sent beyond the end becomes what is due next. */
  turn({ first, last }: Part): readonly Act[] {
    if (this.slots === 1) return []
    const { slots, clock, stride } = this
    return [...this.rings.values()].map((ring) => {
      return { kind: 'lap', ring, stride, slots, first, last, clock }
    })
  }

  /** Adds what is due to the cells, and empties the slot. */
  empty({ first, last }: Part, worker: number): readonly Act[] {
    const { population, arrive } = this.options
    const { clock, slots, stride } = this
    const own = new Map(
      arrive.inboxes.flatMap(({ variable, buffer }) => {
        const ring = this.rings.get(variable)
        return ring ? [[buffer, ring] as const] : []
      }),
    )
    const kernel = population.bind(arrive.kernel, { arrays: own, worker })
    const aims = [...own].map(([buffer, ring]): Act => {
      return { kind: 'aim', kernel, buffer, ring, stride, slots, clock }
    })
    return [
      ...(slots === 1 ? [] : aims),
      { kind: 'dense', kernel, first, last, every: clock, clock, logs: [] },
    ]
  }
}
