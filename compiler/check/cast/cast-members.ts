/** Who takes part in a model, while it is being put together. */
import type { Name } from '../../../grammar/ast.ts'
import type { Connect } from '../../ir/dynamics.ts'
import type { Attached } from './attach.ts'

export interface Population {
  readonly name: Name
  /** Absent where nothing declares its neuron. */
  readonly attached: Attached | undefined
  readonly count?: number
}

/** A synapse under the label it is connected by. */
export interface Label {
  readonly label: string
  readonly synapse: Attached
  readonly plasticities: readonly Attached[]
}

export interface Noise {
  readonly attached: Attached
  readonly population: string
  readonly at?: Name
}

export interface CastMembers {
  readonly populations: ReadonlyMap<string, Population>
  /** Grows by the synapses that are connected without a cast of their own. */
  readonly labels: Map<string, Label>
  readonly noises: readonly Noise[]
  /** Labels that are cast, even where their synapse is missing. */
  readonly synapseNames: ReadonlySet<string>
}

/** A connect clause with what it connects. */
export interface BuiltConnect {
  readonly connect: Connect
  readonly by: Name
  readonly label: Label
  readonly pre: Population
  readonly post: Population
  readonly at?: Name
}
