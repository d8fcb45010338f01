/** The connections of a system by name: who reaches whom through what, and what their weights are called. */
import type { Projection } from './system.ts'

/** One projection as a row of a table. */
export interface SynapseProjection {
  readonly post: string
  readonly pre: string
  readonly section: string
  readonly mechanism: string
  readonly type: SynapseType
}

export type SynapseType = 'excitatory' | 'inhibitory'

/** As the graph says; where it does not, by the name of the receptor. */
export const typeOf = ({ type, synapse }: Projection): SynapseType =>
  type ?? (/^(gaba|gly)/i.test(synapse) ? 'inhibitory' : 'excitatory')

export const synapseProjectionsOf = (
  projections: readonly Projection[],
): readonly SynapseProjection[] =>
  projections.map((each) => {
    const { post, pre, synapse, at = 'soma' } = each
    return { post, pre, section: at, mechanism: synapse, type: typeOf(each) }
  })

/** Names such as `EXC_EXC-hillock-AMPA-weight`: the target first; what graphs call dend is the hillock here. */
export function weightNamesOf(projections: readonly Projection[]): readonly string[] {
  const names = synapseProjectionsOf(projections).map(({ post, pre, section, mechanism }) => {
    return `${post}_${pre}-${section === 'dend' ? 'hillock' : section}-${mechanism}-weight`
  })
  return [...new Set(names)]
}

/** Connections, those with several receptors once. */
export function connectionsOf(projections: readonly Projection[]): number {
  const sources = new Set(projections.map(({ i }) => i))
  return [...sources].reduce((sum, { length }) => sum + length, 0)
}
