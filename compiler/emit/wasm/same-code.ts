/** Finds kernels that differ in name only, as connections between several populations do: one function serves all. */
import type { Kernel, Statement } from '../../ir/kernel.ts'
import { expressionOf } from '../../ir/statements.ts'

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

/** Everything about a kernel but its name and title. Equal expressions have equal ids. */
function contentOf({ domain, buffers, link, once, each, events }: Kernel): string {
  const arrays = buffers.map((buffer) => Object.values(buffer).join(' '))
  const parts = [link, once, each].map(textOf)
  return [domain, ...arrays, ...parts, ...events].join('\n')
}

const textOf = (statements: readonly Statement[]): string =>
  statements
    .map((statement) => {
      const words = [statement.kind, nameOf(statement), expressionOf(statement)?.id]
      if (statement.kind !== 'when') return words.join(' ')
      return `${words.join(' ')} {${textOf(statement.then)}} {${textOf(statement.otherwise)}}`
    })
    .join('; ')

function nameOf(statement: Statement): string {
  switch (statement.kind) {
    case 'let':
      return statement.name
    case 'store':
    case 'add':
      return statement.buffer
    case 'spike':
      return statement.event
    case 'when':
      return ''
    default:
      return statement satisfies never
  }
}
