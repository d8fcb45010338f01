/** Writes the statements of a kernel: declarations, assignments, real ifs. */
import { always, apply, type Expr, never, number } from '../../ir/expr.ts'
import type { Statement } from '../../ir/kernel.ts'
import type { CodeWriter } from '../code-writer.ts'
import { assignment, called, condition, type Piece } from '../expression-printer.ts'
import type { Scope } from './scope.ts'

export function writeStatements(
  statements: readonly Statement[],
  scope: Scope,
  writer: CodeWriter,
): void {
  for (const statement of statements) {
    switch (statement.kind) {
      case 'let': {
        const value = scope.print(statement.value)
        writer.line(assignment(`const ${scope.give(statement.name)}`, value))
        break
      }
      case 'store':
        writeStore(statement, scope, writer)
        break
      case 'add':
        writeAdd(statement, scope, writer)
        break
      case 'when':
        writeWhen(statement, scope, writer)
        break
      case 'spike': {
        const { list, count } = scope.event(statement.event)
        writer.line(`${list}[${count}++] = i`)
        break
      }
      default:
        statement satisfies never
    }
  }
}

type Store = Statement & { readonly kind: 'store' }
type Add = Statement & { readonly kind: 'add' }
type When = Statement & { readonly kind: 'when' }

function writeStore({ buffer, value }: Store, scope: Scope, writer: CodeWriter): void {
  const piece = scope.print(value)
  const stored = scope.isBoolean(buffer) ? asNumber(value, piece) : piece
  writer.line(assignment(scope.place(buffer), stored))
}

/** A boolean as it stands in memory. */
function asNumber(value: Expr, piece: Piece): Piece {
  if (value === always) return { ...piece, parts: ['1'] }
  if (value === never) return { ...piece, parts: ['0'] }
  return called('Number')([piece], value)
}

/** `x += y`, or `x -= y` where y has a sign: the same number to the bit. */
function writeAdd({ buffer, value }: Add, scope: Scope, writer: CodeWriter): void {
  const taken = takenAway(value)
  const piece = scope.print(taken ?? value)
  writer.line(assignment(scope.place(buffer), piece, taken ? '-=' : '+='))
}

function takenAway(value: Expr): Expr | undefined {
  if (value.kind === 'number') return value.value < 0 ? number(-value.value) : undefined
  return value.kind === 'apply' && value.op === 'negate' ? value.args[0] : undefined
}

/** `if`, with `else if` for a branch that is nothing but another `when`. */
function writeWhen(first: When, scope: Scope, writer: CodeWriter): void {
  let open = 'if '
  for (let when: When | undefined = first; when; open = '} else if ') {
    const { test, then, otherwise } = upright(when)
    writer.line(condition(open, scope.print(test), ' {'))
    writer.indented(() => writeStatements(then, scope.inner(), writer))
    const [next, second] = otherwise
    when = next?.kind === 'when' && !second ? next : undefined
    if (when || otherwise.length === 0) continue
    writer.line('} else {')
    writer.indented(() => writeStatements(otherwise, scope.inner(), writer))
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
