/** What the names of a kernel are called in its function, and how their values are read. */
import { type Expr, number, read, rewrite } from '../../ir/expr.ts'
import { InternalError } from '../../ir/internal-error.ts'
import type { Buffer, Kernel } from '../../ir/kernel.ts'
import { rowOf, type ValueType } from '../../ir/ops.ts'
import { atom, type Piece, printExpression } from '../expression-printer.ts'
import { SafeNames } from '../safe-names.ts'
import { heapOf, isSum, typeOf } from './frame.ts'
import { reservedWords } from './reserved.ts'
import { type Kind, spellingFor, spellNumber } from './spelling.ts'

/** Names outside of the loop: `at.tau`, `now.limit`, `i`. */
export interface Outside {
  readonly text: string
  readonly kind: Kind
}

interface Parts {
  readonly kernel: Kernel
  readonly outside: ReadonlyMap<string, Outside>
  readonly fields: ReadonlyMap<string, string>
  readonly names: SafeNames
  readonly lets: Map<string, ValueType>
}

/** The cells of a connection; `target` and `from` are words of the language. */
export const endNames = { source: 'source_cell', target: 'target_cell' } as const

/** The names of one function; `inner` those of a block in it. */
export class Scope {
  private readonly parts: Parts
  private readonly buffers: ReadonlyMap<string, Buffer>

  private constructor(parts: Parts) {
    this.parts = parts
    this.buffers = new Map(parts.kernel.buffers.map((buffer) => [buffer.name, buffer]))
  }

  /** `fields` are the words of the frame by name, `outside` what is read from there and as arguments. */
  static of(
    kernel: Kernel,
    fields: ReadonlyMap<string, string>,
    outside: ReadonlyMap<string, Outside>,
  ): Scope {
    const names = new SafeNames([...reservedWords, ...listsOf(kernel)])
    for (const buffer of kernel.buffers) if (buffer.extent !== 'shared') names.give(buffer.name)
    return new Scope({ kernel, fields, outside, names, lets: new Map() })
  }

  inner(): Scope {
    return new Scope({
      ...this.parts,
      names: this.parts.names.inner(),
      lets: new Map(this.parts.lets),
    })
  }

  /** Names a let; reads of it see it from here on. */
  give(name: string, value: Expr): string {
    this.parts.lets.set(name, this.typeOf(value))
    return this.parts.names.give(name)
  }

  private typeOf(expr: Expr): ValueType {
    const types = new Map<string, ValueType>(this.parts.lets)
    for (const [name, { kind }] of this.parts.outside) if (kind === 'boolean') types.set(name, kind)
    for (const { name, type } of this.buffers.values())
      if (type === 'boolean') types.set(name, type)
    return typeOf(expr, types)
  }

  local(name: string): string {
    return this.parts.names.find(name) ?? unknown(name)
  }

  buffer(name: string): Buffer {
    return this.buffers.get(name) ?? unknown(name)
  }

  /** Where a buffer keeps the value of this element: `at.v + i`. */
  place(name: string): string {
    const { extent } = this.buffer(name)
    const index = extent === 'source' || extent === 'target' ? endNames[extent] : 'i'
    return `at.${this.parts.fields.get(name) ?? unknown(name)} + ${index}`
  }

  /** The same in memory: `reals[at.v + i]`. */
  element(name: string): string {
    return `${heapOf(this.buffer(name))}[${this.place(name)}]`
  }

  kindOf = (name: string): Kind => {
    const outside = this.parts.outside.get(name)
    if (outside && !this.parts.lets.has(name)) return outside.kind
    const type = this.buffers.get(name)?.type
    if (type === 'integer') return 'signed'
    return type === 'boolean' || this.parts.lets.get(name) === 'boolean' ? 'boolean' : 'real'
  }

  print(expr: Expr): Piece {
    return printExpression(settleConstants(expr), {
      spelling: spellingFor(this.kindOf),
      number: spellNumber,
      read: (name) => this.read(name),
    })
  }

  private read(name: string): Piece {
    if (name === notANumber) return atom('not_a_number()', read(name))
    const buffer = this.buffers.get(name)
    if (buffer && buffer.extent !== 'shared' && isSum(buffer)) {
      return atom(`sum_at(${this.place(name)})`, read(name))
    }
    const outside = this.parts.names.find(name) ?? this.parts.outside.get(name)?.text
    return atom(outside ?? unknown(name), read(name))
  }
}

/** No name of a model: the language knows no constant of this value. */
export const notANumber = '$nan'

/** Constants are worked out beforehand: the language refuses those that are no finite number. */
export function settleConstants(expr: Expr): Expr {
  return rewrite(expr, (e) => {
    if (e.kind !== 'apply' || e.op === 'select' || rowOf(e.op).result !== 'real') return e
    const values = e.args.flatMap((arg) => (arg.kind === 'number' ? [arg.value] : []))
    if (values.length < e.args.length) return e
    const value = rowOf(e.op).evaluate(...values)
    return Number.isNaN(value) ? read(notANumber) : number(value)
  })
}

/** The arguments that say where the list of each event is. */
export const listsOf = ({ events }: Kernel): readonly string[] => {
  const names = new SafeNames(reservedWords)
  return events.map((event) => names.give(event === 'spike' ? 'spikes' : `${event}_list`))
}

function unknown(name: string): never {
  throw new InternalError('emit wgsl', `${name} is read but never given a value`)
}
