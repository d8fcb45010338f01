/** Everything about a kernel but its name and title, as text: kernels between several populations often have it in common. */
import type { Kernel, Statement } from './kernel.ts'
import { expressionOf } from './statements.ts'

/** Equal expressions have equal ids. */
export function contentOf({ domain, buffers, link, once, each, events }: Kernel): string {
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
