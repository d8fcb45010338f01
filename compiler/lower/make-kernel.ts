/** Makes a kernel of statements: finds the buffers they touch. */
import { InternalError } from '../ir/internal-error.ts'
import { type Buffer, builtins, type Domain, type Kernel, type Statement } from '../ir/kernel.ts'
import { everyStatement, namesReadIn } from '../ir/statements.ts'

export interface KernelParts {
  readonly name: string
  readonly title: string
  readonly domain: Domain
  readonly each: readonly Statement[]
  readonly events?: readonly string[]
  /** The buffer behind a name, declared for writing or reading. */
  readonly buffer: (name: string, written: boolean) => Buffer | undefined
}

export function makeKernel({
  name,
  title,
  domain,
  each,
  events = [],
  buffer,
}: KernelParts): Kernel {
  const touched = namesReadIn(each)
  const written = new Set<string>()
  const lets = new Set<string>()
  for (const statement of everyStatement(each)) {
    if (statement.kind === 'let') lets.add(statement.name)
    if (statement.kind === 'store' || statement.kind === 'add') written.add(statement.buffer)
  }
  const buffers: Buffer[] = []
  for (const wanted of new Set([...touched, ...written])) {
    if (lets.has(wanted) || Object.hasOwn(builtins, wanted)) continue
    const found = buffer(wanted, written.has(wanted))
    if (!found) throw new InternalError('lower', `kernel ${name} reads ${wanted}, which is nowhere`)
    buffers.push(found)
  }
  return { name, title, domain, buffers, link: [], once: [], each, events }
}
