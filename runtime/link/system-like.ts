/** What linking asks of a system: anything of this shape will do. */
import type { MEAFields } from '../io/mea.ts'
import type { ExplicitConnections } from './connections/table-from-arrays.ts'

export interface SystemLike {
  readonly name?: string
  readonly populations: readonly {
    readonly name: string
    readonly count: number
    /** The gid of its first cell. */
    readonly offset: number
    /** Of each cell, where they are not the numbers from the offset on. */
    readonly gids?: Int32Array
    /** x, y, z of each cell in um. */
    readonly coordinates?: Float64Array
  }[]
  /** The electrodes it comes with. */
  readonly mea?: Partial<MEAFields>
  readonly projections: readonly (ExplicitConnections & {
    readonly pre: string
    readonly post: string
    readonly synapse: string
    /** Label of a section. */
    readonly at?: string
    /** What it knows of the receptor: e (mV), g_unit (uS), tau_rise and tau_decay (ms). */
    readonly mechanism?: Readonly<Record<string, number>>
  })[]
}
