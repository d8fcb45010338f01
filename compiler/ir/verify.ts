/** What a legal kernel is; run between passes in tests and by the pipeline on request. */
import { type Expr, fold } from './expr.ts'
import { InternalError } from './internal-error.ts'
import {
  type Buffer,
  type Builtin,
  builtins,
  type Kernel,
  type Let,
  type Statement,
} from './kernel.ts'
import { isNone } from './dimension.ts'
import { type Op, rowOf, type ValueType } from './ops.ts'
import { printExpr } from './print-expr.ts'
import { printKernel } from './print-kernel.ts'
import { everyStatement } from './statements.ts'

/** Gives the kernel back, or throws an error that names the pass and prints the kernel. */
export function verify(kernel: Kernel, pass: string): Kernel {
  const fault = faultIn(kernel)
  if (fault !== undefined) throw new InternalError(pass, fault, printKernel(kernel))
  return kernel
}

/** The first thing wrong with a kernel, as a sentence. */
function faultIn(kernel: Kernel): string | undefined {
  try {
    checkBuffers(kernel)
    checkParts(kernel)
    return undefined
  } catch (fault) {
    if (fault instanceof Fault) return fault.message
    throw fault
  }
}

class Fault extends Error {}

function must(holds: boolean, fact: string): asserts holds {
  if (!holds) throw new Fault(fact)
}

const isBuiltin = (name: string): name is Builtin => Object.hasOwn(builtins, name)

function checkBuffers({ buffers, domain, events }: Kernel): void {
  const names = new Set<string>()
  for (const { name, extent, access } of buffers) {
    must(!names.has(name), `buffer ${name} is declared twice`)
    must(!isBuiltin(name), `buffer ${name} has the name of a builtin`)
    const isEnd = extent === 'source' || extent === 'target'
    must(!isEnd || domain === 'connections', `${name} belongs to the ${extent} of no connection`)
    must(extent !== 'shared' || access === 'read', `shared buffer ${name} cannot be written`)
    names.add(name)
  }
  must(new Set(events).size === events.length, 'an event is listed twice')
}

/** What may be read where: names and the type of their values. */
type Scope = Map<string, ValueType>

function checkParts(kernel: Kernel): void {
  const scope: Scope = builtinsOf('link', kernel)
  for (const buffer of kernel.buffers)
    if (isShared(buffer, 'link')) scope.set(buffer.name, typeOf(buffer))
  checkLets('link', kernel.link, scope)

  for (const [name, type] of builtinsOf('step', kernel)) scope.set(name, type)
  for (const buffer of kernel.buffers)
    if (isShared(buffer, 'step')) scope.set(buffer.name, typeOf(buffer))
  checkLets('once', kernel.once, scope)

  for (const [name, type] of builtinsOf('element', kernel)) scope.set(name, type)
  for (const buffer of kernel.buffers)
    if (buffer.extent !== 'shared') scope.set(buffer.name, typeOf(buffer))
  const reserved = new Set([...kernel.buffers.map(({ name }) => name)])
  for (const statement of [...kernel.link, ...kernel.once, ...everyStatement(kernel.each)]) {
    if (statement.kind === 'let')
      must(!reserved.has(statement.name), `let ${statement.name} has the name of a buffer`)
  }
  checkBlock(kernel.each, scope, kernel)
}

function builtinsOf(kind: 'link' | 'step' | 'element', { domain }: Kernel): Scope {
  const scope: Scope = new Map()
  for (const [name, changes] of Object.entries(builtins)) {
    const isEnd = name === 'source' || name === 'target'
    if (changes === kind && (!isEnd || domain === 'connections')) scope.set(name, 'real')
  }
  return scope
}

const isShared = ({ extent, changes }: Buffer, kind: 'link' | 'step'): boolean =>
  extent === 'shared' && changes === kind

const typeOf = ({ type }: Buffer): ValueType => (type === 'boolean' ? 'boolean' : 'real')

function checkLets(part: string, lets: readonly Let[], scope: Scope): void {
  for (const statement of lets) {
    must(statement.kind === 'let', `${part} holds something else than a let`)
    checkLet(statement, scope)
  }
}

function checkLet({ name, value }: Let, scope: Scope): void {
  must(!isBuiltin(name), `let ${name} has the name of a builtin`)
  must(!scope.has(name), `${name} is named twice in one scope`)
  scope.set(name, checkExpr(value, scope))
}

function checkBlock(statements: readonly Statement[], scope: Scope, kernel: Kernel): void {
  for (const statement of statements) {
    switch (statement.kind) {
      case 'let':
        checkLet(statement, scope)
        break
      case 'store':
      case 'add':
        checkWrite(statement, scope, kernel)
        break
      case 'when':
        must(checkExpr(statement.condition, scope) === 'boolean', 'a condition is a number')
        checkBlock(statement.then, new Map(scope), kernel)
        checkBlock(statement.otherwise, new Map(scope), kernel)
        break
      case 'spike':
        must(kernel.events.includes(statement.event), `event ${statement.event} is not listed`)
        break
      default:
        statement satisfies never
    }
  }
}

function checkWrite(
  { kind, buffer: name, value }: Extract<Statement, { kind: 'store' | 'add' }>,
  scope: Scope,
  { buffers }: Kernel,
): void {
  const buffer = buffers.find((candidate) => candidate.name === name)
  must(buffer !== undefined, `${kind} into ${name}, which is no buffer`)
  must(buffer.access === 'write', `${kind} into ${name}, which may only be read`)
  const type = checkExpr(value, scope)
  must(type === typeOf(buffer), `${kind} of a ${type} into the ${typeOf(buffer)} buffer ${name}`)
  must(kind === 'store' || type === 'real', `${name} is boolean: nothing can be added to it`)
}

function checkExpr(expr: Expr, scope: Scope): ValueType {
  return fold(expr, (e, types: readonly ValueType[]): ValueType => {
    if (e.kind === 'number') {
      must(isNone(e.dimension), 'a number has a dimension')
      return 'real'
    }
    if (e.kind === 'apply') return resultType(e.op, types, e)
    const type = scope.get(e.name)
    must(type !== undefined, `${e.name} is read where it is not defined`)
    return type
  })
}

/** What an operator makes of arguments of these types. */
function resultType(op: Op, types: readonly ValueType[], expr: Expr): ValueType {
  const fault = misuse(op, types)
  if (fault !== undefined) throw new Fault(`${fault}: ${printExpr(expr)}`)
  const [, then] = types
  return op === 'select' && then ? then : rowOf(op).result
}

function misuse(op: Op, types: readonly ValueType[]): string | undefined {
  const { arity } = rowOf(op)
  if (types.length !== arity) return `${op} takes ${arity} arguments`
  const [first, then, otherwise] = types
  if (op === 'select') {
    if (first !== 'boolean') return 'the condition is a number'
    return then === otherwise ? undefined : 'one branch is a number, the other a boolean'
  }
  const wanted = takesBooleans.has(op) ? 'boolean' : 'real'
  return types.every((type) => type === wanted) ? undefined : `${op} takes ${wanted}s`
}

const takesBooleans: ReadonlySet<Op> = new Set<Op>(['and', 'or', 'not', 'int'])
