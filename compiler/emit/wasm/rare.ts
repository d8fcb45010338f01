/** What seldom happens in a step. */
import type { Statement } from '../../ir/kernel.ts'

/** Events are rare, so what happens with them is worth a real branch. */
export const isRare = ({ then, otherwise }: Extract<Statement, { kind: 'when' }>): boolean =>
  otherwise.length === 0 && then.some(({ kind }) => kind === 'spike')
