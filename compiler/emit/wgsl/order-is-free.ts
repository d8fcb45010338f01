/** Refuses kernels whose connections would have to be walked one after another: here they run all at once. */
import type { Kernel } from '../../ir/kernel.ts'
import { everyStatement, namesReadIn } from '../../ir/statements.ts'
import { UsageError } from '../../usage-error.ts'

/** Connections may add to their cells, for sums have no order; what they read of them must not change meanwhile. */
export function orderIsFree(kernel: Kernel, target: string): void {
  if (kernel.domain !== 'connections') return
  const read = namesReadIn(kernel.each)
  const ends = new Set(
    kernel.buffers.filter((b) => b.extent === 'source' || b.extent === 'target').map((b) => b.name),
  )
  for (const statement of everyStatement(kernel.each)) {
    if (!('buffer' in statement) || !ends.has(statement.buffer)) continue
    if (statement.kind === 'store') refuse(kernel, target, `sets ${statement.buffer}`)
    if (read.has(statement.buffer)) {
      refuse(kernel, target, `reads ${statement.buffer} and adds to it`)
    }
  }
}

function refuse({ title, name }: Kernel, target: string, what: string): never {
  throw new UsageError(
    `${title || name} ${what}, so what one connection does depends on those before it. ` +
      `On ${target} all connections run at once; use backend wasm or js.`,
  )
}
