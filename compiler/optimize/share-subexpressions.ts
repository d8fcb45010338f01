/**
 * Computes once what several expressions of a block need, and reads it by name.
 *
 * Before  I_Na = g * (v - E)      when v - E > 0: …
 * After   v_minus_E = v - E       I_Na = g * v_minus_E      when v_minus_E > 0: …
 * Needs   lets with names of their own (distinguish-lets); changes no bit
 */
import { type Expr, fold, read, rebuild, visit } from '../ir/expr.ts'
import { FreshNames } from '../ir/fresh-names.ts'
import type { Kernel, Let, Statement } from '../ir/kernel.ts'
import type { Seen } from '../ir/memory.ts'
import { everyStatement, expressionOf } from '../ir/statements.ts'
import { namesIn } from './distinguish-lets.ts'
import { nameOfPart } from './name-of-part.ts'
import { dropVersions, isVersioned, numberVersions } from './number-versions.ts'

export function shareSubexpressions(kernel: Kernel): Kernel {
  const fresh = new FreshNames(namesIn(kernel))
  const names = new Names()
  const link = shareLets(kernel.link, names, fresh)
  const once = shareLets(kernel.once, names, fresh)
  const each = new Block(names, fresh).share(numberVersions(kernel))
  return { ...kernel, link, once, each: dropVersions(each) }
}

/** The lets of link or once; their names stay visible in what runs later. */
function shareLets(lets: readonly Let[], names: Names, fresh: FreshNames): readonly Let[] {
  const shared = new Block(names, fresh).share(lets)
  for (const { name, value } of lets) {
    if (isWork(value) && !names.of(value)) names.give(value, name)
  }
  return shared.filter((statement) => statement.kind === 'let')
}

/** What has a name in a block, and in the blocks around it. */
class Names implements Seen {
  private readonly byValue = new Map<Expr, Expr>()
  /** Names that turned out to mean the same as another. */
  private readonly aliases = new Map<string, Expr>()
  private searched = new Set<Expr>()
  private here: { readonly values: Expr[]; readonly copies: string[] } = { values: [], copies: [] }

  of(value: Expr): Expr | undefined {
    return this.byValue.get(value)
  }

  give(value: Expr, name: string): void {
    this.byValue.set(value, read(name))
    this.here.values.push(value)
  }

  /** What to read in place of a let that only copies it. */
  alias(name: string): Expr | undefined {
    return this.aliases.get(name)
  }

  copy(name: string, value: Expr): void {
    this.aliases.set(name, value)
    this.here.copies.push(name)
  }

  /** Was it looked through in this block for parts that deserve a name, or does it have one? */
  has(expr: Expr): boolean {
    return this.searched.has(expr) || this.byValue.has(expr)
  }

  add(expr: Expr): void {
    this.searched.add(expr)
  }

  /** From here on, everything is looked through again. */
  search(): void {
    this.searched = new Set()
  }

  /** What gets a name in a branch has it there only. */
  within<T>(branch: () => T): T {
    const { here, searched } = this
    this.here = { values: [], copies: [] }
    const result = branch()
    for (const value of this.here.values) this.byValue.delete(value)
    for (const name of this.here.copies) this.aliases.delete(name)
    this.here = here
    this.searched = searched
    return result
  }
}

/** One list of statements. */
class Block {
  private readonly names: Names
  private readonly fresh: FreshNames
  private readonly done: Statement[] = []
  private readonly leaned = new Map<Expr, Expr>()

  constructor(names: Names, fresh: FreshNames) {
    this.names = names
    this.fresh = fresh
  }

  share(statements: readonly Statement[]): readonly Statement[] {
    this.names.search()
    const wanted = wantedIn(statements, this.names)
    const letNames = letNamesIn(statements)
    for (const statement of statements) {
      for (const part of everyStatement([statement])) this.nameParts(part, wanted, letNames)
      this.append(statement)
    }
    return this.done
  }

  /** Lets for the wanted parts of a statement that are not named yet, inner ones first. */
  private nameParts(
    statement: Statement,
    wanted: ReadonlySet<Expr>,
    letNames: ReadonlyMap<Expr, string>,
  ): void {
    const expr = expressionOf(statement)
    if (!expr || wanted.size === 0) return
    const name = (e: Expr): void => {
      if (!wanted.has(e) || e.kind !== 'apply') return
      const value = rebuild(
        e,
        e.args.map((arg) => this.lean(arg)),
      )
      const called = letNames.get(e) ?? nameOfPart(e, servedBy(statement), this.fresh)
      this.done.push({ kind: 'let', name: called, value })
      this.names.give(e, called)
    }
    visit(expr, name, this.names)
  }

  private append(statement: Statement): void {
    switch (statement.kind) {
      case 'let': {
        const value = this.lean(statement.value)
        if (value === read(statement.name)) return
        if (isCopy(value)) this.names.copy(statement.name, value)
        else this.done.push({ ...statement, value })
        return
      }
      case 'store':
      case 'add':
        this.done.push({ ...statement, value: this.lean(statement.value) })
        return
      case 'when':
        this.done.push({
          ...statement,
          condition: this.lean(statement.condition),
          then: this.inner(statement.then),
          otherwise: this.inner(statement.otherwise),
        })
        return
      case 'spike':
        this.done.push(statement)
        return
      default:
        statement satisfies never
    }
  }

  private inner(statements: readonly Statement[]): readonly Statement[] {
    return this.names.within(() => new Block(this.names, this.fresh).share(statements))
  }

  /** The expression in terms of names. */
  private lean(expr: Expr): Expr {
    return fold(
      expr,
      (e, args: readonly Expr[]) => {
        if (e.kind === 'read') return this.names.alias(e.name) ?? e
        return this.names.of(e) ?? rebuild(e, args)
      },
      this.leaned,
    )
  }
}

/** Worth a name: anything but a read, a number, or the negative of one. */
function isWork(expr: Expr): boolean {
  if (expr.kind !== 'apply') return false
  const isSign = expr.op === 'negate' && expr.args[0]?.kind !== 'apply'
  return !isSign && expr.args.some((arg) => arg.kind !== 'number')
}

/** A value that can be read in place of the let that copies it, wherever that is. */
const isCopy = (value: Expr): boolean =>
  value.kind === 'number' || (value.kind === 'read' && !isVersioned(value.name))

const servedBy = (statement: Statement): string => {
  if (statement.kind === 'let') return statement.name
  return statement.kind === 'store' || statement.kind === 'add' ? statement.buffer : 'limit'
}

/** Values that a block needs more than once, and at least once in any case. */
function wantedIn(statements: readonly Statement[], known: Seen): ReadonlySet<Expr> {
  const uses = new Map<Expr, number>()
  const here = new Set<Expr>()
  const seen: Seen = { has: (e) => here.has(e) || known.has(e), add: (e) => here.add(e) }
  const count = (e: Expr): void => {
    if (isWork(e) && !known.has(e)) uses.set(e, (uses.get(e) ?? 0) + 1)
  }
  const countArguments = (e: Expr): void => {
    if (e.kind === 'apply') e.args.forEach(count)
  }
  for (const statement of everyStatement(statements)) {
    const expr = expressionOf(statement)
    if (!expr) continue
    count(expr)
    visit(expr, countArguments, seen)
  }
  const repeated = [...uses].flatMap(([e, n]) => (n > 1 ? [e] : []))
  if (repeated.length === 0) return new Set()
  const certain = certainIn(statements)
  return new Set(repeated.filter((e) => certain.has(e)))
}

/** The values a block computes whichever branches it takes. */
function certainIn(statements: readonly Statement[]): Set<Expr> {
  const certain = new Set<Expr>()
  for (const statement of statements) {
    const expr = expressionOf(statement)
    if (expr) visit(expr, () => undefined, certain)
    if (statement.kind !== 'when') continue
    const otherwise = certainIn(statement.otherwise)
    for (const e of certainIn(statement.then)) if (otherwise.has(e)) certain.add(e)
  }
  return certain
}

/** The names the model gives to values, the first one of each. */
function letNamesIn(statements: readonly Statement[]): ReadonlyMap<Expr, string> {
  const names = new Map<Expr, string>()
  for (const statement of everyStatement(statements)) {
    if (statement.kind === 'let' && !names.has(statement.value))
      names.set(statement.value, statement.name)
  }
  return names
}
