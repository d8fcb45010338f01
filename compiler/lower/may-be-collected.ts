/** Additions that do not look at the cells: they may be collected on their way, and added up when they are due. */
import type { Buffer, Statement } from '../ir/kernel.ts'
import { namesReadIn } from '../ir/statements.ts'

/** These differ between the step in which something is sent and the one in which it arrives, or cannot be known. */
const local: ReadonlySet<string> = new Set(['source', 'target', 't', 'step'])

/**
 * Whether a pathway only adds amounts to its target that depend on nothing but fixed values of the
 * connection and values that all cells share.
 */
export function mayBeCollected(
  statements: readonly Statement[],
  bufferOf: (name: string) => Buffer | undefined,
): boolean {
  const lets = new Set(statements.flatMap((s) => (s.kind === 'let' ? [s.name] : [])))
  const adds = statements.filter((s) => s.kind === 'add')
  if (adds.length === 0) return false
  if (!statements.every((s) => s.kind === 'let' || isAddition(s))) return false
  return [...namesReadIn(statements)].every((name) => {
    if (lets.has(name)) return true
    if (local.has(name)) return false
    const buffer = bufferOf(name)
    return !buffer || buffer.extent === 'shared' || (isOfConnection(buffer) && isFixed(buffer))
  })
}

const isAddition = (s: Statement): boolean => s.kind === 'add' && s.buffer.startsWith('post.')
const isOfConnection = ({ extent }: Buffer): boolean => extent === 'element'
const isFixed = ({ changes }: Buffer): boolean => changes === 'link'
