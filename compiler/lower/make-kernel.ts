/** Makes a kernel of statements: finds the buffers they touch. */
import { type Expr, visit } from '../ir/expr.ts'
import { InternalError } from '../ir/internal-error.ts'
import { type Buffer, builtins, type Domain, type Kernel, type Statement } from '../ir/kernel.ts'

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
  const touched = { read: new Set<string>(), written: new Set<string>(), lets: new Set<string>() }
  collect(each, touched, new Set())
  const buffers: Buffer[] = []
  for (const wanted of new Set([...touched.read, ...touched.written])) {
    if (touched.lets.has(wanted) || Object.hasOwn(builtins, wanted)) continue
    const found = buffer(wanted, touched.written.has(wanted))
    if (!found) throw new InternalError('lower', `kernel ${name} reads ${wanted}, which is nowhere`)
    buffers.push(found)
  }
  return { name, title, domain, buffers, link: [], once: [], each, events }
}

interface Touched {
  readonly read: Set<string>
  readonly written: Set<string>
  readonly lets: Set<string>
}

function collect(statements: readonly Statement[], touched: Touched, seen: Set<Expr>): void {
  const see = (expr: Expr): void =>
    visit(
      expr,
      (e) => {
        if (e.kind === 'read') touched.read.add(e.name)
      },
      seen,
    )
  for (const statement of statements) {
    switch (statement.kind) {
      case 'let':
        see(statement.value)
        touched.lets.add(statement.name)
        break
      case 'store':
      case 'add':
        see(statement.value)
        touched.written.add(statement.buffer)
        break
      case 'when':
        see(statement.condition)
        collect(statement.then, touched, seen)
        collect(statement.otherwise, touched, seen)
        break
      case 'spike':
        break
    }
  }
}
