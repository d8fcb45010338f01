/** A set of equations of a published paper, in the notation of Brian2. */

export interface Brian2Block {
  /** Where the equations come from: authors and year. */
  readonly paper: string
  /** What the block describes; the word that opens its declaration. */
  readonly kind: 'neuron' | 'synapse' | 'plasticity'
  /** Stands between the braces of a declaration as it is. */
  readonly block: string
}
