/** The optimisations in order: what becomes cheaper about a kernel without changing what it computes. */
import type { Kernel } from '../ir/kernel.ts'
import { distinguishLets } from './distinguish-lets.ts'
import { divideLess } from './divide-less.ts'
import { foldConstants } from './fold-constants.ts'
import { gatherFactors } from './gather-factors.ts'
import { hoistShared } from './hoist-shared.ts'
import { multiplyByReciprocals } from './multiply-by-reciprocals.ts'
import { multiplyOutPowers } from './multiply-out-powers.ts'
import { removeUnused } from './remove-unused.ts'
import { shareExponentials } from './share-exponentials.ts'
import { shareSubexpressions } from './share-subexpressions.ts'
import { simplify } from './simplify.ts'

export interface Pass {
  readonly name: string
  readonly run: (kernel: Kernel) => Kernel
}

export const passes: readonly Pass[] = [
  { name: 'distinguish-lets', run: distinguishLets },
  { name: 'fold-constants', run: foldConstants },
  { name: 'simplify', run: simplify },
  { name: 'multiply-out-powers', run: multiplyOutPowers },
  { name: 'multiply-by-reciprocals', run: multiplyByReciprocals },
  { name: 'share-exponentials', run: shareExponentials },
  { name: 'divide-less', run: divideLess },
  { name: 'gather-factors', run: gatherFactors },
  { name: 'hoist-shared', run: hoistShared },
  { name: 'share-subexpressions', run: shareSubexpressions },
  { name: 'remove-unused', run: removeUnused },
]

/** Runs every pass; `watch` sees the kernel after each. */
export function optimize(
  kernel: Kernel,
  watch: (pass: string, kernel: Kernel) => void = () => undefined,
): Kernel {
  return passes.reduce((before, { name, run }) => {
    const after = run(before)
    watch(name, after)
    return after
  }, kernel)
}
