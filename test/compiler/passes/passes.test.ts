/** What every optimisation must keep: legality and the value of the interpreter. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Kernel } from '../../../compiler/ir/kernel.ts'
import { printKernels } from '../../../compiler/ir/print-kernel.ts'
import { mapKernel } from '../../../compiler/ir/statements.ts'
import { verify } from '../../../compiler/ir/verify.ts'
import { distinguishLets } from '../../../compiler/optimize/distinguish-lets.ts'
import { foldConstants } from '../../../compiler/optimize/fold-constants.ts'
import { hoistShared } from '../../../compiler/optimize/hoist-shared.ts'
import { multiplyOutPowers } from '../../../compiler/optimize/multiply-out-powers.ts'
import { optimize, passes } from '../../../compiler/optimize/optimize.ts'
import { removeUnused } from '../../../compiler/optimize/remove-unused.ts'
import { shareSubexpressions } from '../../../compiler/optimize/share-subexpressions.ts'
import { simplifyExpr } from '../../../compiler/optimize/simplify.ts'
import { anyKernel, outcome } from '../random-kernel.ts'

const runs = { numRuns: 400 }

/** Removing unused buffers is what `removeUnused` is for: outcomes are compared with all of them. */
const withBuffers = (after: Kernel, before: Kernel): Kernel => ({
  ...after,
  buffers: before.buffers,
})

const exact: readonly (readonly [string, (kernel: Kernel) => Kernel])[] = [
  ['distinguish-lets', distinguishLets],
  ['fold-constants', foldConstants],
  ['simplify by exact rules', (kernel) => mapKernel(kernel, (e) => simplifyExpr(e, 'exact'))],
  ['multiply-out-powers', multiplyOutPowers],
  ['hoist-shared', hoistShared],
  ['share-subexpressions', shareSubexpressions],
  ['remove-unused', removeUnused],
]

describe.each(exact)('%s', (name, pass) => {
  test('changes no bit of what a kernel computes', () => {
    fc.assert(
      fc.property(anyKernel('any'), (kernel) => {
        const before = verify(distinguishLets(kernel), 'random-kernel')

        const after = verify(pass(before), name)

        const story = printKernels([before, after])
        expect(outcome(withBuffers(after, before)), story).toEqual(outcome(before))
      }),
      runs,
    )
  })
})

/** Sharing may find more when run again: names it gave can make further expressions equal. */
const settling = exact.filter(([name]) => name !== 'share-subexpressions')

test.each(settling)('%s gives the same kernel when run again', (_name, pass) => {
  fc.assert(
    fc.property(anyKernel('any'), (kernel) => {
      const once = pass(distinguishLets(kernel))

      expect(pass(once)).toEqual(once)
    }),
    { numRuns: 100 },
  )
})

test('all passes together leave a legal kernel after each', () => {
  fc.assert(
    fc.property(anyKernel('any'), (kernel) => {
      optimize(kernel, (pass, after) => verify(after, pass))
    }),
    runs,
  )
})

describe.each(passes)('$name', ({ run }) => {
  test('changes at most the last few bits of well-conditioned kernels', () => {
    fc.assert(
      fc.property(anyKernel('tame'), (kernel) => {
        const before = distinguishLets(kernel)

        const after = run(before)

        expectClose(outcome(withBuffers(after, before)), outcome(before))
      }),
      runs,
    )
  })
})

test('all passes together change at most the last few bits of well-conditioned kernels', () => {
  fc.assert(
    fc.property(anyKernel('tame'), (kernel) => {
      const after = optimize(kernel)

      expectClose(outcome(withBuffers(after, kernel)), outcome(kernel))
    }),
    runs,
  )
})

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  expect(actual.length).toBe(expected.length)
  const worst = actual.map((value, k) => relativeError(value, expected[k] ?? Number.NaN))
  expect(Math.max(...worst)).toBeLessThan(1e-13)
}

function relativeError(a: number, b: number): number {
  if (Object.is(a, b)) return 0
  return Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b))
}
