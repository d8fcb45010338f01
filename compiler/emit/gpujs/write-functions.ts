/** Writes the step of a population for gpu.js: a function for each value that changes, of the cell `this.thread.x`. */
import { type Expr, read } from '../../ir/expr.ts'
import { InternalError } from '../../ir/internal-error.ts'
import type { Statement } from '../../ir/kernel.ts'
import type { ValueType } from '../../ir/ops.ts'
import { CodeWriter } from '../code-writer.ts'
import {
  assignment,
  atom,
  choice,
  condition,
  type Piece,
  printExpression,
} from '../expression-printer.ts'
import { list } from '../layout.ts'
import { SafeNames } from '../safe-names.ts'
import { reservedWords as jsWords } from '../js/reserved.ts'
import { settleConstants } from '../wgsl/scope.ts'
import { typeOf } from '../wgsl/frame.ts'
import { firedName, type GpuForm } from './gpu-form.ts'
import { passageNames, spelling, spellNumber } from './spelling.ts'

export interface GpuFunction {
  /** A buffer, or an event. */
  readonly output: string
  readonly text: string
}

/** Longer ago than this is long ago: f32 counts no further. */
export const longAgo = -(2 ** 23)

/** With `isChained`, steps are told as they are seen from the next step. */
export function writeGpuFunctions(
  form: GpuForm,
  { isChained = false } = {},
): readonly GpuFunction[] {
  return form.outputs.map((output) => ({
    output,
    text: new FunctionWriter(form, output, isChained).write(),
  }))
}

class FunctionWriter {
  private readonly form: GpuForm
  private readonly output: string
  private readonly writer = new CodeWriter()
  private readonly isChained: boolean
  private readonly types = new Map<string, ValueType>()

  constructor(form: GpuForm, output: string, isChained: boolean) {
    this.form = form
    this.output = output
    this.isChained = isChained
  }

  write(): string {
    const { arrays, draws, scalars, kernel } = this.form
    const names = new SafeNames([...jsWords, ...passageNames, 'constants', 'gpu', 'thread'])
    const inputs = [...arrays.map(({ name }) => name), ...draws.map(({ name }) => name)]
    const parameters = [
      ...inputs.map((name) => names.fresh(`${names.give(name)}_of`)),
      ...scalars.map((name) => names.give(name)),
    ]
    for (const event of kernel.events) names.give(firedName(event))
    for (const { name, type } of kernel.buffers) {
      if (type === 'boolean') this.types.set(name, 'boolean')
    }
    this.writer.block(['function ', list('(', parameters, ') {')], () => {
      inputs.forEach((name, k) => {
        this.writer.line(`let ${names.find(name)} = ${parameters[k]}[this.thread.x]`)
      })
      for (const event of kernel.events)
        this.writer.line(`let ${names.find(firedName(event))} = 0.0`)
      this.statements(kernel.each, names)
      this.writer.line(`return ${this.result(names)}`)
    })
    return this.writer.toString().trimEnd()
  }

  private result(names: SafeNames): string {
    const { kernel } = this.form
    const isEvent = kernel.events.includes(this.output)
    const name = nameIn(names, isEvent ? firedName(this.output) : this.output)
    const isStep = kernel.buffers.some((b) => b.name === this.output && b.type === 'integer')
    return this.isChained && isStep ? `Math.max(${longAgo}.0, ${name} - 1.0)` : name
  }

  private statements(statements: readonly Statement[], names: SafeNames): void {
    for (const statement of statements) this.statement(statement, names)
  }

  private statement(statement: Statement, names: SafeNames): void {
    switch (statement.kind) {
      case 'let': {
        const value = this.value(statement.value, names)
        const type = typeOf(statement.value, this.types)
        this.types.set(statement.name, type)
        this.writer.line(assignment(`const ${names.give(statement.name)}`, value))
        return
      }
      case 'store':
        this.writer.line(
          assignment(nameIn(names, statement.buffer), this.stored(statement.value, names)),
        )
        return
      case 'add': {
        const name = nameIn(names, statement.buffer)
        this.writer.line(assignment(name, this.value(statement.value, names), '+='))
        return
      }
      case 'when':
        this.when(statement, names)
        return
      case 'spike':
        this.writer.line(`${nameIn(names, firedName(statement.event))} = 1.0`)
        return
      default:
        statement satisfies never
    }
  }

  /** The present step is no step ago. */
  private stored(value: Expr, names: SafeNames): Piece {
    return value === read('step') ? spellNumber(0) : this.value(value, names)
  }

  private when(
    { condition: test, then, otherwise }: Statement & { kind: 'when' },
    names: SafeNames,
  ): void {
    this.writer.line(condition('if ', this.print(test, names), ' {'))
    this.writer.indented(() => this.statements(then, names.inner()))
    if (otherwise.length > 0) {
      this.writer.line('} else {')
      this.writer.indented(() => this.statements(otherwise, names.inner()))
    }
    this.writer.line('}')
  }

  /** Conditions are kept as 0 and 1. */
  private value(expr: Expr, names: SafeNames): Piece {
    const piece = this.print(expr, names)
    const isCondition = typeOf(expr, this.types) === 'boolean'
    return isCondition ? choice([piece, spellNumber(1), spellNumber(0)], expr) : piece
  }

  private print(expr: Expr, names: SafeNames): Piece {
    return printExpression(settleConstants(expr), {
      spelling,
      number: spellNumber,
      read: (name, e) => {
        // Steps are counted from the present one.
        if (name === 'step') return spellNumber(0)
        const local = nameIn(names, name)
        return atom(this.types.get(name) === 'boolean' ? `(${local} > 0.5)` : local, e)
      },
    })
  }
}

function nameIn(names: SafeNames, name: string): string {
  const found = names.find(name)
  if (found === undefined) throw new InternalError('emit gpujs', `${name} has no value`)
  return found
}
