/**
 * Writes what is settled to memory before the branch of an event. Else the compiler of the engine computes it
 * behind the branch, and what it is computed from takes up registers until then.
 */
import type { Statement } from '../../ir/kernel.ts'
import type { CellBuffers, Current } from './cell-buffers.ts'
import type { Scope } from './expressions.ts'
import type { Plain } from './instruction.ts'

type Store = Extract<Statement, { kind: 'store' | 'add' }>

interface Writes {
  /** Stores that every round comes by, and how many of them are still to come. */
  readonly common: Store[]
  left: number
  /** Whether an event may change it as well. */
  isOfEvents: boolean
  /** Whether the only store is one of no condition. */
  isPlain: boolean
}

export class EarlyWrites {
  private readonly buffers: CellBuffers
  private readonly lets: Scope['lets']
  private readonly writes = new Map<string, Writes>()
  private readonly done = new Set<string>()

  /** `lets` are those that are known outside of all branches, as they become known. */
  constructor(
    statements: readonly Statement[],
    { buffers, lets }: { readonly buffers: CellBuffers; readonly lets: Scope['lets'] },
  ) {
    this.buffers = buffers
    this.lets = lets
    this.collect(statements, { isEvent: false, isPlain: true })
  }

  private collect(
    statements: readonly Statement[],
    where: { readonly isEvent: boolean; readonly isPlain: boolean },
  ): void {
    for (const statement of statements) {
      if (statement.kind === 'when') {
        const { then, otherwise } = statement
        const isEvent = where.isEvent || then.some(({ kind }) => kind === 'spike')
        this.collect([...then, ...otherwise], { isEvent, isPlain: false })
      } else if (statement.kind === 'store' || statement.kind === 'add') {
        this.add(statement, where)
      }
    }
  }

  private add(store: Store, where: { readonly isEvent: boolean; readonly isPlain: boolean }): void {
    const none = { common: [], left: 0, isOfEvents: false, isPlain: where.isPlain }
    const writes = this.writes.get(store.buffer) ?? none
    this.writes.set(store.buffer, writes)
    if (where.isEvent) writes.isOfEvents = true
    else {
      writes.common.push(store)
      writes.left++
    }
  }

  /** A store of the buffer has been written: was it the last that there is? */
  note(buffer: string): boolean {
    const writes = this.writes.get(buffer)
    if (!writes) return false
    writes.left--
    return writes.left === 0 && !writes.isOfEvents
  }

  /** A buffer that is not stored any more. */
  writeLast(buffer: string, current: Current): void {
    this.buffers.writeBack(buffer, current)
    this.done.add(buffer)
  }

  isDone(buffer: string): boolean {
    return this.done.has(buffer)
  }

  /** Buffers that are not stored any more, and those to which a value goes that is known already. */
  write(current: Current): void {
    for (const [buffer, writes] of this.writes) {
      if (writes.isOfEvents || this.done.has(buffer) || !current.has(buffer)) continue
      const value = this.knownValue(buffer, writes)
      if (writes.left === 0) this.buffers.writeBack(buffer, current)
      else if (value) this.buffers.write(buffer, value)
      else continue
      this.done.add(buffer)
    }
  }

  /** Of a single store of a let, which does not change any more. */
  private knownValue(buffer: string, { common, isPlain }: Writes): Plain | undefined {
    const [only, another] = common
    if (!only || another || !isPlain || this.buffers.typeOf(buffer) !== 'real') return undefined
    const isLet = only.kind === 'store' && only.value.kind === 'read'
    return isLet ? this.lets.get(only.value.name)?.value() : undefined
  }
}
