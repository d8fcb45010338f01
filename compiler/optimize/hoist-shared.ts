/**
 * Moves work that is the same for every cell out of the loop.
 *
 * Before  each: v_new = v_inf + (v - v_inf) * exp(-dt * g_L / C)       # g_L and C shared
 * After   link: v_decay = exp(-dt * g_L / C)     each: v_new = v_inf + (v - v_inf) * v_decay
 * Needs   lets with names of their own (distinguish-lets)
 */
import { type Expr, foldUnsettled, read, rebuild } from '../ir/expr.ts'
import { FreshNames } from '../ir/fresh-names.ts'
import type { Kernel, Let, Statement } from '../ir/kernel.ts'
import { namesIn } from './distinguish-lets.ts'
import { nameOfPart } from './name-of-part.ts'
import { Stabilities, type Stability, stability } from './stability.ts'

export function hoistShared(kernel: Kernel): Kernel {
  const hoist = new Hoist(kernel)
  for (const statement of kernel.link) hoist.keep(statement, stability.link)
  for (const statement of kernel.once) {
    if (!hoist.place(statement)) hoist.keep(statement, stability.step)
  }
  const each = hoist.block(kernel.each)
  return { ...kernel, link: hoist.link, once: hoist.once, each }
}

/** The link and once parts as they grow. */
class Hoist {
  readonly link: Let[] = []
  readonly once: Let[] = []
  private readonly stabilities: Stabilities
  private readonly names: FreshNames
  /** Values that have a name in link or once. */
  private readonly named = new Map<Expr, Expr>()
  private readonly rewritten = new Map<Expr, Expr>()

  constructor(kernel: Kernel) {
    this.stabilities = new Stabilities(kernel)
    this.names = new FreshNames(namesIn(kernel))
  }

  block(statements: readonly Statement[]): readonly Statement[] {
    return statements.flatMap((statement): readonly Statement[] => {
      switch (statement.kind) {
        case 'let':
          return this.place(statement)
            ? []
            : [{ ...statement, value: this.lean(statement.value, statement.name) }]
        case 'store':
        case 'add':
          return [{ ...statement, value: this.lean(statement.value, statement.buffer) }]
        case 'when': {
          const condition = this.lean(statement.condition, 'limit')
          const then = this.block(statement.then)
          return [{ kind: 'when', condition, then, otherwise: this.block(statement.otherwise) }]
        }
        case 'spike':
          return [statement]
        default:
          return statement satisfies never
      }
    })
  }

  /** Moves a whole let, under its own name, if its value is shared. */
  place(statement: Let): boolean {
    const { value } = statement
    const level = this.stabilities.of(value)
    if (level === stability.element || this.stabilities.isBoolean(value)) return false
    this.keep(statement, level)
    return true
  }

  keep({ name, value }: Let, level: Stability): void {
    if (level === stability.link) this.link.push({ kind: 'let', name, value })
    else this.once.push({ kind: 'let', name, value: this.lean(value, name, stability.step) })
    if (!this.named.has(value)) this.named.set(value, read(name))
  }

  /** The expression with its largest parts below `level` replaced by names. */
  private lean(expr: Expr, serves: string, level: Stability = stability.element): Expr {
    if (this.isMovable(expr, level)) return this.nameFor(expr, serves)
    const settled = (e: Expr) => (this.stabilities.of(e) < level ? e : undefined)
    const combine = (e: Expr, args: readonly Expr[]): Expr => {
      if (e.kind !== 'apply') return e
      const parts = e.args.map((arg, k) =>
        this.isMovable(arg, level) ? this.nameFor(arg, serves) : (args[k] ?? arg),
      )
      return rebuild(e, parts)
    }
    const known = level === stability.element ? this.rewritten : new Map<Expr, Expr>()
    return foldUnsettled(expr, { combine, settled }, known)
  }

  private isMovable(expr: Expr, level: Stability): boolean {
    if (this.stabilities.of(expr) >= level || this.stabilities.isBoolean(expr)) return false
    if (expr.kind !== 'apply') return false
    return expr.op !== 'negate' || expr.args[0]?.kind === 'apply'
  }

  private nameFor(expr: Expr, serves: string): Expr {
    const known = this.named.get(expr)
    if (known) return known
    const name = nameOfPart(expr, serves, this.names)
    this.keep({ kind: 'let', name, value: expr }, this.stabilities.of(expr))
    return read(name)
  }
}
