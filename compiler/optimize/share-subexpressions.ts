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
  const linked = new Names()
  const link = shareLets(kernel.link, linked, fresh)
  const stepped = new Names(linked)
  const once = shareLets(kernel.once, stepped, fresh)
  const each = new Block(new Names(stepped), fresh).share(numberVersions(kernel))
  return { ...kernel, link, once, each: dropVersions(each) }
}

/** The lets of link or once; their names stay visible in what runs later. */
function shareLets(lets: readonly Let[], names: Names, fresh: FreshNames): readonly Let[] {
  const shared = new Block(names, fresh).share(lets)
  for (const { name, value } of lets) {
    if (isWork(value) && !names.named(value)) names.byValue.set(value, read(name))
  }
  return shared.filter((statement) => statement.kind === 'let')
}

/** What has a name in a block, and in the blocks around it. */
class Names implements Seen {
  readonly byValue = new Map<Expr, Expr>()
  /** Names that turned out to mean the same as another. */
  readonly aliases = new Map<string, Expr>()
  private readonly searched = new Set<Expr>()
  private readonly outer: Names | undefined

  constructor(outer?: Names) {
    this.outer = outer
  }

  named(value: Expr): Expr | undefined {
    return this.byValue.get(value) ?? this.outer?.named(value)
  }

  alias(name: string): Expr | undefined {
    return this.aliases.get(name) ?? this.outer?.alias(name)
  }

  /** Was it looked through in this block for parts that deserve a name, or does it have one? */
  has(expr: Expr): boolean {
    return this.searched.has(expr) || this.named(expr) !== undefined
  }

  add(expr: Expr): void {
    this.searched.add(expr)
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
      this.names.byValue.set(e, read(called))
    }
    visit(expr, name, this.names)
  }

  private append(statement: Statement): void {
    switch (statement.kind) {
      case 'let': {
        const value = this.lean(statement.value)
        if (value === read(statement.name)) return
        if (isCopy(value)) this.names.aliases.set(statement.name, value)
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
    return new Block(new Names(this.names), this.fresh).share(statements)
  }

  /** The expression in terms of names. */
  private lean(expr: Expr): Expr {
    return fold(
      expr,
      (e, args: readonly Expr[]) => {
        if (e.kind === 'read') return this.names.alias(e.name) ?? e
        return this.names.named(e) ?? rebuild(e, args)
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
  const certain = certainIn(statements)
  return new Set([...uses].filter(([e, n]) => n > 1 && certain.has(e)).map(([e]) => e))
}

/** The values a block computes whichever branches it takes. */
function certainIn(statements: readonly Statement[]): Set<Expr> {
  const certain = new Set<Expr>()
  const seen = new Set<Expr>()
  for (const statement of statements) {
    const expr = expressionOf(statement)
    if (expr) visit(expr, (e) => certain.add(e), seen)
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
