/** Equations of published papers as a Brian2 user writes them; all of them are legal here unchanged. */
import type { Brian2Block } from './brian2/block.ts'
import { conductances } from './brian2/conductances.ts'
import { integrateAndFire } from './brian2/integrate-and-fire.ts'
import { manyCurrents } from './brian2/many-currents.ts'
import { ratesAndOscillators } from './brian2/rates-and-oscillators.ts'
import { synapses } from './brian2/synapses.ts'

export const brian2Blocks: readonly Brian2Block[] = [
  ...integrateAndFire,
  ...conductances,
  ...manyCurrents,
  ...ratesAndOscillators,
  ...synapses,
]
