/** What the names of a kernel are called in its function, and how their values are read. */
import { type Expr, read } from '../../ir/expr.ts'
import { InternalError } from '../../ir/internal-error.ts'
import type { Buffer, Domain, Kernel } from '../../ir/kernel.ts'
import { atom, type Piece, printExpression } from '../expression-printer.ts'
import { SafeNames, toIdentifier } from '../safe-names.ts'
import { reservedWords } from './reserved.ts'
import { spelling, spellNumber } from './spelling.ts'

/** The arguments of the function of a kernel, before the lists of its events. */
export const parameters: Readonly<Record<Domain, readonly string[]>> = {
  cells: ['cells', 'shared', 'first', 'last'],
  spikes: ['cells', 'shared', 'first', 'last', 'list'],
  connections: ['connections', 'sources', 'targets', 'shared', 'first', 'last', 'list'],
}

/** Names with a fixed meaning inside the loop. */
const loopNames = ['i', 'k', 'source', 'target', 'from', 'to']

/** An event: the argument that collects its elements, and the variable that counts them. */
export interface EventNames {
  readonly list: string
  readonly count: string
}

/** The names of one function; `inner` those of a block in it. */
export class Scope {
  readonly events: ReadonlyMap<string, EventNames>
  private readonly buffers: ReadonlyMap<string, Buffer>
  private readonly names: SafeNames

  private constructor(
    parts: Pick<Scope, 'events'> & { buffers: ReadonlyMap<string, Buffer>; names: SafeNames },
  ) {
    this.events = parts.events
    this.buffers = parts.buffers
    this.names = parts.names
  }

  /** `builtins` are those the kernel reads from its shared values: t, dt, step, seed. */
  static of(kernel: Kernel, builtins: readonly string[]): Scope {
    const names = new SafeNames([...reservedWords, ...parameters[kernel.domain], ...loopNames])
    for (const name of builtins) names.give(name)
    const buffers = new Map(kernel.buffers.map((buffer) => [buffer.name, buffer]))
    for (const name of buffers.keys()) names.give(name)
    const events = new Map(kernel.events.map((event) => [event, nameEvent(event, names)]))
    return new Scope({ events, buffers, names })
  }

  inner(): Scope {
    return new Scope({ events: this.events, buffers: this.buffers, names: this.names.inner() })
  }

  /** Names a let; reads of it see it from here on. */
  give(name: string): string {
    return this.names.give(name)
  }

  /** The local name of a buffer or value. */
  local(name: string): string {
    return this.names.find(name) ?? unknown(name)
  }

  /** Where a buffer keeps the value of this element: `v[i]`. */
  place(name: string): string {
    const buffer = this.buffers.get(name) ?? unknown(name)
    return `${this.local(name)}[${indexOf(buffer)}]`
  }

  event(name: string): EventNames {
    return this.events.get(name) ?? unknown(name)
  }

  isBoolean(name: string): boolean {
    return this.buffers.get(name)?.type === 'boolean'
  }

  print(expr: Expr): Piece {
    return printExpression(expr, { spelling, number: spellNumber, read: (name) => this.read(name) })
  }

  private read(name: string): Piece {
    const expr = read(name)
    if (name === 'i' || name === 'source' || name === 'target') return atom(name, expr)
    const buffer = this.buffers.get(name)
    if (!buffer) return atom(this.local(name), expr)
    return atom(buffer.extent === 'shared' ? this.local(name) : this.place(name), expr)
  }
}

const indexOf = ({ extent }: Buffer): string =>
  extent === 'source' || extent === 'target' ? extent : 'i'

/** `spikes` and `fired`; `bursts` and `burst_count` for an event called burst. */
function nameEvent(event: string, names: SafeNames): EventNames {
  const isSpike = event === 'spike'
  const list = names.fresh(`${toIdentifier(event)}s`)
  return { list, count: names.fresh(isSpike ? 'fired' : `${toIdentifier(event)}_count`) }
}

function unknown(name: string): never {
  throw new InternalError('emit js', `${name} is read but never given a value`)
}
