/** Cuts expressions into named lets where the model itself has a name for a part of them. */
import { type Expr, read, rebuild } from '../ir/expr.ts'
import type { Let } from '../ir/kernel.ts'

/** Emits lets in the order they are needed; parts named once are read ever after. */
export class LetWriter {
  private readonly done = new Map<Expr, Expr>()
  private readonly names: ReadonlyMap<Expr, string>

  constructor(names: ReadonlyMap<Expr, string>) {
    this.names = names
  }

  /** A writer for a branch: sees what is named here, names nothing here. */
  branch(): LetWriter {
    const inner = new LetWriter(this.names)
    for (const [from, to] of this.done) inner.done.set(from, to)
    return inner
  }

  /** Rewrites `expr` in terms of named parts and appends their lets to `lets`. */
  write(expr: Expr, lets: Let[]): Expr {
    const known = this.done.get(expr)
    if (known) return known
    const result = this.cut(expr, lets)
    this.done.set(expr, result)
    return result
  }

  private cut(expr: Expr, lets: Let[]): Expr {
    if (expr.kind !== 'apply') return expr
    const inner = rebuild(
      expr,
      expr.args.map((arg) => this.write(arg, lets)),
    )
    const name = this.names.get(expr)
    if (name === undefined) return inner
    lets.push({ kind: 'let', name, value: inner })
    return read(name)
  }
}
