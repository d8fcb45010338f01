/** Finds kernels that differ in name only, as connections between several populations do: one function serves all. */
import { contentOf } from '../../ir/content-of-kernel.ts'
import type { Kernel } from '../../ir/kernel.ts'

/** Each kernel with the first one of the same content, which may be itself. */
export function firstsOfTheirCode(kernels: readonly Kernel[]): ReadonlyMap<Kernel, Kernel> {
  const byContent = new Map<string, Kernel>()
  return new Map(
    kernels.map((kernel) => {
      const content = contentOf(kernel)
      const first = byContent.get(content) ?? kernel
      byContent.set(content, first)
      return [kernel, first]
    }),
  )
}
