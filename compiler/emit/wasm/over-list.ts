/**
 * Kernels over spikes or connections: one element at a time, with real branches.
 * Every array is read and written where a statement says so, because source and target may be the same cell.
 */
import { InternalError } from '../../ir/internal-error.ts'
import type { Buffer, Statement } from '../../ir/kernel.ts'
import { namesReadIn } from '../../ir/statements.ts'
import type { Access } from './element-access.ts'
import { byteOffset, singleAccess, widthOf } from './element-access.ts'
import type { ElementLoop } from './element-loop.ts'
import { append } from './events.ts'
import type { Scope, Source } from './expressions.ts'
import {
  forget,
  innerScope,
  repeatedIn,
  settled,
  lanesOf,
  wholeNumber,
  wordOf,
} from './expressions.ts'
import type { Instruction, Local, Plain } from './instruction.ts'
import { branchIf, get, i32, load, plain, set } from './instruction.ts'
import { toWords } from './lanes.ts'

export interface ListLoop extends ElementLoop {
  /** Address of the i32 elements to visit; 0 to visit every element of the range. */
  readonly list: Local
  /** Addresses of the i32 source and target cells, where the elements are connections. */
  readonly ends?: { readonly source: Local; readonly target: Local }
}

/** The indices of one element: its own, and those of its cells. */
interface Element extends ListLoop {
  readonly indices: ReadonlyMap<string, Plain>
}

/** Spikes always come as a list. Connections come as a range or a list, each with a loop of its own. */
export function loopOverList(loop: ListLoop): void {
  const { draft } = loop.lanes
  if (loop.kernel.domain === 'spikes') return writeLoop(loop, true)
  draft.when(
    get(loop.list),
    () => writeLoop(loop, true),
    () => writeLoop(loop, false),
  )
}

function writeLoop(loop: ListLoop, isListed: boolean): void {
  const { draft } = loop.lanes
  const k = draft.variable('k', 'i32')
  draft.push(set(k, get(loop.first)))
  draft.block('done', (done) => {
    draft.push(branchIf(done, plain('i32.ge_s', [get(k), get(loop.last)])))
    draft.loop('next element', (next) => {
      writeElement(loop, isListed ? wordAt(loop.list, get(k)) : get(k))
      draft.push(set(k, plain('i32.add', [get(k), i32(1)])))
      draft.push(branchIf(next, plain('i32.lt_s', [get(k), get(loop.last)])))
    })
  })
}

function writeElement(loop: ListLoop, place: Plain): void {
  const { lanes, kernel, ends } = loop
  const { draft } = lanes
  const own = draft.keep('i', place)
  const indices = new Map([['i', own]])
  const touched = namesReadIn(kernel.each)
  for (const end of ['source', 'target'] as const) {
    const isTouched = touched.has(end) || kernel.buffers.some(({ extent }) => extent === end)
    if (ends && isTouched) indices.set(end, draft.keep(end, wordAt(ends[end], own)))
  }
  const element: Element = { ...loop, indices }
  writeStatements(kernel.each, element, scopeOf(element))
}

const wordAt = (start: Local, index: Instruction): Plain =>
  load('i32.load', plain('i32.add', [get(start), byteOffset(index, 4)]))

function scopeOf(element: Element): Scope {
  const { lanes, kernel, shared, indices } = element
  const index = (name: string): Source | undefined => {
    const at = indices.get(name)
    return at && wholeNumber(lanes, () => plain('i32x4.splat', [at]))
  }
  return {
    lanes,
    outside: (name) => index(name) ?? shared.get(name) ?? bufferSource(name, element),
    lets: new Map(),
    known: new Map(),
    repeated: repeatedIn(kernel.each),
    readsLoad: true,
  }
}

function bufferSource(name: string, element: Element): Source {
  const { access, address, type } = memoryOf(name, element)
  const value = element.lanes.keep(name, access.load(address))
  return type === 'integer' ? wholeNumber(element.lanes, () => value) : settled(value)
}

function memoryOf(
  name: string,
  { lanes, kernel, addresses, indices }: Element,
): { access: Access; address: Plain; type: Buffer['type'] } {
  const buffer = kernel.buffers.find((candidate) => candidate.name === name)
  const start = addresses.get(name)
  const index = buffer && indices.get(buffer.extent === 'element' ? 'i' : buffer.extent)
  if (!buffer || !start || !index) {
    throw new InternalError(
      'emit wasm',
      `${kernel.name} touches ${name}, which its elements do not have`,
    )
  }
  const offset = byteOffset(index, widthOf(lanes, buffer.type))
  const address = plain('i32.add', [get(start), offset])
  return { access: singleAccess(lanes, buffer.type), address, type: buffer.type }
}

function writeStatements(statements: readonly Statement[], element: Element, scope: Scope): void {
  for (const statement of statements) writeStatement(statement, element, scope)
}

function writeStatement(statement: Statement, element: Element, scope: Scope): void {
  const { lanes, events, indices } = element
  switch (statement.kind) {
    case 'let': {
      const value = lanesOf(scope, statement.value, statement.name)
      scope.lets.set(statement.name, settled(lanes.keep(statement.name, value)))
      break
    }
    case 'store':
    case 'add':
      writeStore(statement, element, scope)
      break
    case 'when':
      writeBranch(statement, element, scope)
      break
    case 'spike': {
      const list = events.get(statement.event)
      if (list) append(lanes.draft, list, indices.get('i') ?? i32(0))
      break
    }
    default:
      statement satisfies never
  }
}

function writeStore(
  { kind, buffer, value }: Extract<Statement, { kind: 'store' | 'add' }>,
  element: Element,
  scope: Scope,
): void {
  const { lanes, kernel } = element
  const { access, address, type } = memoryOf(buffer, element)
  const isInteger = type === 'integer'
  const stored = (): Instruction => {
    if (kind === 'store') return isInteger ? wordOf(scope, value) : lanesOf(scope, value)
    const given = lanesOf(scope, value)
    const sum = lanes.add(bufferSource(buffer, element).value(), given)
    return isInteger ? toWords(lanes, sum) : sum
  }
  lanes.draft.push(access.store(address, stored()))
  const arrays = new Set(kernel.buffers.map(({ name }) => name))
  forget(scope, (name) => arrays.has(name))
}

function writeBranch(
  { condition, then, otherwise }: Extract<Statement, { kind: 'when' }>,
  element: Element,
  scope: Scope,
): void {
  const holds = plain('v128.any_true', [lanesOf(scope, condition)])
  const branch = (statements: readonly Statement[]) => () =>
    writeStatements(statements, element, innerScope(scope))
  element.lanes.draft.when(
    holds,
    branch(then),
    otherwise.length > 0 ? branch(otherwise) : undefined,
  )
}
