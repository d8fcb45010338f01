/** Tells the values a buffer has before and after a store apart, so that equal expressions have equal values. */
import { type Expr, read, rewrite } from '../ir/expr.ts'
import type { Buffer, Kernel, Statement } from '../ir/kernel.ts'
import { everyStatement, rewriteStatements } from '../ir/statements.ts'

/** A number sign stands in no name. */
const sign = '#'

/** Every read of a buffer that the kernel writes becomes `name#version`. */
export function numberVersions(kernel: Kernel): readonly Statement[] {
  const written = writtenBuffers(kernel)
  if (written.size === 0) return kernel.each
  return new Versions(kernel.buffers, written).block(kernel.each)
}

/** Undoes it: valid wherever the version read is the one that is current. */
export function dropVersions(statements: readonly Statement[]): readonly Statement[] {
  const drop = (e: Expr): Expr => (e.kind === 'read' ? read(e.name.replace(/#.*/, '')) : e)
  return rewriteStatements(statements, drop)
}

export const isVersioned = (name: string): boolean => name.includes(sign)

function writtenBuffers({ each }: Kernel): ReadonlySet<string> {
  const written = new Set<string>()
  for (const statement of everyStatement(each)) {
    if (statement.kind === 'store' || statement.kind === 'add') written.add(statement.buffer)
  }
  return written
}

class Versions {
  private readonly affected: ReadonlyMap<string, readonly string[]>
  private current = new Map<string, Expr>()
  /** What expressions become, as long as no version changes. */
  private settled = new Map<Expr, Expr>()
  private count = 0

  constructor(buffers: readonly Buffer[], written: ReadonlySet<string>) {
    this.affected = affectedBy(buffers, written)
    for (const names of this.affected.values()) this.advance(names)
  }

  block(statements: readonly Statement[]): readonly Statement[] {
    return statements.map((statement): Statement => {
      if (statement.kind === 'spike') return statement
      if (statement.kind === 'when') return this.branches(statement)
      const value = this.settle(statement.value)
      if (statement.kind !== 'let') this.advance(this.affected.get(statement.buffer) ?? [])
      return { ...statement, value }
    })
  }

  private branches(statement: Statement & { kind: 'when' }): Statement {
    const condition = this.settle(statement.condition)
    const before = this.current
    const then = this.branch(statement.then, before)
    const afterThen = this.current
    const otherwise = this.branch(statement.otherwise, before)
    const differs = (name: string): boolean =>
      afterThen.get(name) !== before.get(name) || this.current.get(name) !== before.get(name)
    this.advance([...before.keys()].filter(differs))
    return { ...statement, condition, then, otherwise }
  }

  private branch(
    statements: readonly Statement[],
    before: Map<string, Expr>,
  ): readonly Statement[] {
    this.current = new Map(before)
    this.settled = new Map()
    return this.block(statements)
  }

  private settle(expr: Expr): Expr {
    const current = (e: Expr): Expr => (e.kind === 'read' ? (this.current.get(e.name) ?? e) : e)
    return rewrite(expr, current, this.settled)
  }

  private advance(names: readonly string[]): void {
    if (names.length > 0) this.settled = new Map()
    for (const name of names) this.current.set(name, read(`${name}${sign}${++this.count}`))
  }
}

/**
 * What a store may change: the buffer itself and, because a connection may lead from a cell to
 * itself, any buffer of the other end of the connection.
 */
function affectedBy(
  buffers: readonly Buffer[],
  written: ReadonlySet<string>,
): ReadonlyMap<string, readonly string[]> {
  const ends = buffers.filter(({ extent }) => extent === 'source' || extent === 'target')
  const affected = new Map<string, readonly string[]>()
  for (const name of written) {
    const extent = buffers.find((buffer) => buffer.name === name)?.extent
    const others = ends.filter((end) => ends.some((e) => e.name === name) && end.extent !== extent)
    affected.set(name, [name, ...others.map((end) => end.name)])
  }
  return affected
}
