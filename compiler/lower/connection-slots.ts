/** What every connection has besides the variables of its declarations. */
import type { Attachment } from '../ir/dynamics.ts'
import type { Slot } from '../program.ts'
import { updated } from './catch-up.ts'

export interface Kind {
  readonly synapse: Attachment
  readonly plasticities: readonly Attachment[]
  /** Every connection has the same weight. */
  readonly hasOneWeight: boolean
}

export const connectionSlots = (kind: Kind) => ({
  weight: weightOf(kind),
  delay: { ...slot('delay', 'ms', 0), doc: 'time from spike to arrival' },
  updated: { ...slot(updated, '1', 0), type: 'integer', role: 'internal' } satisfies Slot,
})

const slot = (name: string, unit: string, value: number): Slot => ({
  name,
  role: 'param',
  type: 'real',
  extent: 'element',
  unit,
  scale: 1,
  doc: '',
  value,
})

/** A weight that nothing changes is read in single precision, or is one number. */
function weightOf({ synapse, plasticities, hasOneWeight }: Kind): Slot {
  const all = [synapse, ...plasticities].flatMap(({ dynamics }) => dynamics.pathways)
  const isPlastic = all.some(({ actions }) =>
    actions.some(
      (action) => (action.kind === 'set' || action.kind === 'add') && action.target === 'weight',
    ),
  )
  const weight = { ...slot('weight', '1', 1), doc: 'strength of the connection' }
  if (isPlastic) return { ...weight, role: 'state' }
  return hasOneWeight ? { ...weight, extent: 'shared' } : { ...weight, type: 'single' }
}
