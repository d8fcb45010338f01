/**
 * Makes one kernel of all that happens to a cell in a step, so that its values need not leave the card in between: the
 * step, what arrives, and what follows an event.
 */
import { apply, type Expr, number, read, rewrite } from '../../ir/expr.ts'
import { type Buffer, builtins, type Kernel, type Statement } from '../../ir/kernel.ts'
import { mapExpressions } from '../../ir/statements.ts'
import { firedName } from './gpu-form.ts'

export interface FusedPart {
  readonly kernel: Kernel
  /** What a buffer of cells is called in all parts. */
  readonly nameOf: (buffer: string) => string
  /** Only for cells to which this happened in the step. */
  readonly event?: string
}

/** What is a name of one part alone is called in the whole. */
export const ownName = (name: string, part: number): string =>
  Object.hasOwn(builtins, name) ? name : `${name}@${part}`

export function fuseKernels(parts: readonly FusedPart[]): Kernel {
  const buffers = new Map<string, Buffer>()
  for (const { kernel, nameOf } of parts) {
    for (const { isSum, ...buffer } of kernel.buffers) {
      if (buffer.extent === 'shared') continue
      const name = nameOf(buffer.name)
      const known = buffers.get(name)
      const access = known?.access === 'write' || buffer.access === 'write' ? 'write' : 'read'
      buffers.set(name, { ...buffer, name, access: isSum ? 'read' : access })
    }
  }
  return {
    name: 'fused',
    title: parts.map(({ kernel }) => kernel.title).join(', '),
    domain: 'cells',
    buffers: [...buffers.values()],
    link: [],
    once: [],
    each: parts.flatMap((part, k) => statementsOf(part, k)),
    events: parts[0]?.kernel.events ?? [],
  }
}

function statementsOf(part: FusedPart, k: number): readonly Statement[] {
  const { kernel, event } = part
  const ofCells = new Map(kernel.buffers.map(({ name, extent }) => [name, extent !== 'shared']))
  const sums = new Set(kernel.buffers.filter(({ isSum }) => isSum).map(({ name }) => name))
  const renamed = (name: string): string =>
    ofCells.get(name) ? part.nameOf(name) : ownName(name, k)
  const inExpression = (expr: Expr): Expr =>
    rewrite(expr, (e) => (e.kind === 'read' ? read(renamed(e.name)) : e))
  const named = (statements: readonly Statement[]): readonly Statement[] =>
    statements.flatMap((statement): readonly Statement[] => {
      if (statement.kind === 'let') return [{ ...statement, name: renamed(statement.name) }]
      if (statement.kind === 'spike') return [statement]
      if (statement.kind === 'when') {
        const { then, otherwise } = statement
        return [{ ...statement, then: named(then), otherwise: named(otherwise) }]
      }
      // An inbox is new in every step: nobody has to empty it.
      if (sums.has(statement.buffer)) return []
      return [{ ...statement, buffer: renamed(statement.buffer) }]
    })
  const each = named(mapExpressions(kernel.each, inExpression))
  if (event === undefined) return each
  const condition = apply('greater', read(firedName(event)), number(0.5))
  return [{ kind: 'when', condition, then: each, otherwise: [] }]
}
