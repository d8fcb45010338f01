/** Writes the statements of a kernel: values, stores, real ifs. */
import { apply, type Expr, number } from '../../ir/expr.ts'
import { InternalError } from '../../ir/internal-error.ts'
import type { Statement } from '../../ir/kernel.ts'
import { everyStatement, namesReadIn } from '../../ir/statements.ts'
import type { CodeWriter } from '../code-writer.ts'
import { assignment, called, condition, infix, level, type Piece } from '../expression-printer.ts'
import type { Doc } from '../layout.ts'
import { isSum } from './frame.ts'
import type { Scope } from './scope.ts'
import { asSigned, isWhole } from './spelling.ts'

export interface Writing {
  readonly scope: Scope
  readonly writer: CodeWriter
  /** The argument with the list of each event. */
  readonly lists: ReadonlyMap<string, string>
  /** What is read after these statements. */
  readonly later: ReadonlySet<string>
}

export function writeStatements(statements: readonly Statement[], writing: Writing): void {
  statements.forEach((statement, k) => {
    const later = new Set([...neededIn(statements.slice(k + 1)), ...writing.later])
    writeStatement(statement, { ...writing, later })
  })
}

/** What is read, or added to: the names whose present value matters. */
export function neededIn(statements: readonly Statement[]): Set<string> {
  const names = namesReadIn(statements)
  for (const s of everyStatement(statements)) if (s.kind === 'add') names.add(s.buffer)
  return names
}

export const sentence = (doc: Doc): Doc => [doc, ';']

function writeStatement(statement: Statement, writing: Writing): void {
  const { scope, writer, lists } = writing
  switch (statement.kind) {
    case 'let': {
      const value = real(statement.value, scope)
      writer.line(sentence(assignment(`let ${scope.give(statement.name, statement.value)}`, value)))
      break
    }
    case 'store':
      writeStore(statement, writing)
      break
    case 'add':
      writeAdd(statement, writing)
      break
    case 'when':
      writeWhen(statement, writing)
      break
    case 'spike':
      writer.line(`append(${lists.get(statement.event)}, i);`)
      break
    default:
      statement satisfies never
  }
}

/** Names of whole numbers become numbers to calculate with. */
function real(value: Expr, scope: Scope): Piece {
  const piece = scope.print(value)
  return isWhole(value, scope.kindOf) ? called('f32')([piece], value) : piece
}

type Store = Extract<Statement, { kind: 'store' }>
type Add = Extract<Statement, { kind: 'add' }>
type When = Extract<Statement, { kind: 'when' }>

/** Into memory; and into the local that stands for it, where somebody still reads that. */
function writeStore({ buffer: name, value }: Store, { scope, writer, later }: Writing): void {
  const buffer = scope.buffer(name)
  if (isSum(buffer)) {
    if (value.kind !== 'number' || value.value !== 0) {
      throw new InternalError('emit wgsl', `the sum ${name} is set to something else than 0`)
    }
    writer.line(`empty_sum(${scope.place(name)});`)
    return
  }
  const piece = storedAs(buffer.type, value, scope)
  if (!later.has(name)) {
    writer.line(sentence(assignment(scope.element(name), memoryForm(buffer.type, piece))))
    return
  }
  const local = scope.local(name)
  writer.line(sentence(assignment(local, piece)))
  const kept = buffer.type === 'boolean' ? `i32(${local})` : local
  writer.line(`${scope.element(name)} = ${kept};`)
}

function storedAs(type: string, value: Expr, scope: Scope): Piece {
  const piece = scope.print(value)
  return type === 'integer'
    ? asSigned(piece, scope.kindOf)
    : type === 'boolean'
      ? piece
      : real(value, scope)
}

const memoryForm = (type: string, piece: Piece): Piece =>
  type === 'boolean' ? called('i32')([piece], piece.expr) : piece

function writeAdd(statement: Add, writing: Writing): void {
  const { buffer: name, value } = statement
  const { scope, writer, later } = writing
  if (isSum(scope.buffer(name))) {
    const amount = called('add_to_sum')([textPiece(scope.place(name)), real(value, scope)], value)
    writer.line(sentence(amount.parts))
    return
  }
  const local = scope.local(name)
  const sum = infix('+', level.sum)([textPiece(local), real(value, scope)], value)
  if (!later.has(name)) {
    writer.line(sentence(assignment(scope.element(name), sum)))
    return
  }
  writer.line(sentence(assignment(local, real(value, scope), '+=')))
  writer.line(`${scope.element(name)} = ${local};`)
}

const textPiece = (text: string): Piece => ({
  expr: number(0),
  level: level.primary,
  operator: '',
  parts: [text],
  isSimple: false,
  isLong: false,
})

/** `if`, with `else if` for a branch that is nothing but another `when`. */
function writeWhen(first: When, writing: Writing): void {
  const { scope, writer } = writing
  let open = 'if '
  for (let when: When | undefined = first; when; open = '} else if ') {
    const { test, then, otherwise } = upright(when)
    writer.line(condition(open, scope.print(test), ' {'))
    writer.indented(() => writeStatements(then, { ...writing, scope: scope.inner() }))
    const [next, second] = otherwise
    when = next?.kind === 'when' && !second ? next : undefined
    if (when || otherwise.length === 0) continue
    writer.line('} else {')
    writer.indented(() => writeStatements(otherwise, { ...writing, scope: scope.inner() }))
  }
  writer.line('}')
}

interface Upright {
  readonly test: Expr
  readonly then: readonly Statement[]
  readonly otherwise: readonly Statement[]
}

/** With something to do when the condition holds. */
function upright({ condition: test, then, otherwise }: When): Upright {
  return then.length > 0
    ? { test, then, otherwise }
    : { test: apply('not', test), then: otherwise, otherwise: [] }
}
