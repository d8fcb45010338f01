/** A loop over the elements of a kernel: what is known before it begins. */
import type { Kernel } from '../../ir/kernel.ts'
import type { EventList } from './events.ts'
import type { Source } from './expressions.ts'
import type { Local } from './instruction.ts'
import type { Lanes } from './lanes.ts'

export interface ElementLoop {
  readonly lanes: Lanes
  readonly kernel: Kernel
  readonly shared: ReadonlyMap<string, Source>
  readonly addresses: ReadonlyMap<string, Local>
  readonly events: ReadonlyMap<string, EventList>
  readonly first: Local
  readonly last: Local
}
