/** Kernels over cells: a loop that takes as many cells at once as there are lanes, with masks for branches. */
import type { Kernel, Statement } from '../../ir/kernel.ts'
import { type Expr, visit } from '../../ir/expr.ts'
import { everyStatement, expressionOf, namesReadIn } from '../../ir/statements.ts'
import { CellBuffers, type Current } from './cell-buffers.ts'
import { maskOfWords } from './element-access.ts'
import type { EventList } from './events.ts'
import { appendLanes } from './events.ts'
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
import type { Local, Plain } from './instruction.ts'
import { branch, branchIf, get, i32, plain, set } from './instruction.ts'
import type { Lanes } from './lanes.ts'
import { toWords } from './lanes.ts'
import { drawForBoth, keysIn } from './shared-draws.ts'

export interface ElementLoop {
  readonly lanes: Lanes
  readonly kernel: Kernel
  readonly shared: ReadonlyMap<string, Source>
  readonly addresses: ReadonlyMap<string, Local>
  readonly events: ReadonlyMap<string, EventList>
  readonly first: Local
  readonly last: Local
}

/** One vector of cells, from i + ahead on. */
interface Round extends ElementLoop, VectorOfCells {
  readonly buffers: CellBuffers
  readonly cells?: Source
  /** Buffers that are written at the end of the round, whatever happened. */
  readonly writtenAtEnd: ReadonlySet<string>
}

/** Where a statement stands: what is known there and which lanes take part. */
interface Place {
  readonly scope: Scope
  readonly current: Current
  readonly mask?: Plain
  /** Inside a wasm branch, where only some rounds come by. */
  readonly isRare: boolean
}

/**
 * One vector per round. Two where they share random words, and of f64 where the arithmetic is so short that the
 * loop's own counting shows (5 % of a LIF step); elsewhere it gained nothing and doubled the code.
 */
export function loopOverCells(loop: ElementLoop): void {
  const { lanes, kernel, shared, first, last } = loop
  const { draft } = lanes
  const keys = lanes.precision === 'f64' ? keysIn(kernel) : new Map()
  const vectors = keys.size > 0 || (lanes.precision === 'f64' && isCheap(kernel)) ? 2 : 1
  const i = draft.variable('i', 'i32')
  draft.push(set(i, get(first)))
  draft.block('done', (done) => {
    draft.push(branchIf(done, plain('i32.ge_s', [get(i), get(last)])))
    draft.loop('next cells', (next) => {
      const draws =
        vectors === 2
          ? drawForBoth(keys, { lanes, shared, cells: cellNumbers(lanes, i, 0) })
          : undefined
      for (let vector = 0; vector < vectors; vector++) {
        const drawn = draws ? { drawn: draws(vector) } : {}
        const stretch = { i, ahead: vector * lanes.count, ...drawn }
        if (hasShortcut(kernel)) writeTwice(loop, stretch)
        else writeRound(loop, stretch)
      }
      draft.push(set(i, plain('i32.add', [get(i), i32(vectors * lanes.count)])))
      draft.push(branchIf(next, plain('i32.lt_s', [get(i), get(last)])))
    })
  })
}

interface VectorOfCells {
  readonly i: Local
  readonly ahead: number
  readonly drawn?: NonNullable<Scope['drawn']>
  /** Called before anything is written to memory. */
  readonly decide?: () => void
}

const short = 48
const arithmetic: ReadonlySet<string> = new Set(
  (
    'add subtract multiply divide negate select int elapsed less lessEqual greater greaterEqual equal ' +
    'notEqual and or not min max abs'
  ).split(' '),
)

/** Nothing but a few sums, products and comparisons. */
function isCheap({ each }: Kernel): boolean {
  const operators: string[] = []
  const seen = new Set<Expr>()
  for (const statement of everyStatement(each)) {
    const expr = expressionOf(statement)
    if (expr) visit(expr, (e) => void (e.kind === 'apply' && operators.push(e.op)), seen)
  }
  return operators.length < short && operators.every((op) => arithmetic.has(op))
}

/** A second way pays for itself where gates are stepped: several exponentials of small arguments. */
function hasShortcut({ each }: Kernel): boolean {
  let uses = 0
  const seen = new Set<Expr>()
  for (const statement of everyStatement(each)) {
    const expr = expressionOf(statement)
    if (expr) visit(expr, (e) => void (e.kind === 'apply' && e.op === 'exprel' && uses++), seen)
  }
  return uses > 1
}

/**
 * First for usual arguments, up to where something would happen outside the registers; where an argument was
 * not usual, everything again the general way. A fifth of a Hodgkin–Huxley step; a branch at each function
 * instead loses more than it gains.
 */
function writeTwice(loop: ElementLoop, stretch: VectorOfCells): void {
  const { draft } = loop.lanes
  const far = draft.variable('far', 'v128')
  draft.push(set(far, loop.lanes.bits(0n)))
  draft.block('vector', (leave) => {
    draft.block('unusual', (unusual) => {
      const shortcut = { far, isOpen: true }
      const decide = (): void => {
        if (shortcut.isOpen) draft.push(branchIf(unusual, plain('v128.any_true', [get(far)])))
        shortcut.isOpen = false
      }
      writeRound({ ...loop, lanes: { ...loop.lanes, shortcut } }, { ...stretch, decide })
      draft.push(branch(leave))
    })
    writeRound(loop, stretch)
  })
}

function writeRound(loop: ElementLoop, stretch: VectorOfCells): void {
  const { kernel, lanes } = loop
  const { i, ahead } = stretch
  const buffers = new CellBuffers({ ...loop, i, ahead })
  const numbers = namesReadIn(kernel.each).has('i') ? cellNumbers(lanes, i, ahead) : undefined
  const cells = numbers ? { cells: wholeNumber(lanes, () => numbers) } : {}
  const round: Round = {
    ...loop,
    ...stretch,
    ...cells,
    buffers,
    writtenAtEnd: storedAlways(kernel.each),
  }
  const current: Current = new Map()
  writeStatements(kernel.each, round, { scope: scopeOf(round, current), current, isRare: false })
  round.decide?.()
  for (const name of round.writtenAtEnd) buffers.writeBack(name, current)
}

/** Buffers stored outside the branches of rare events. */
function storedAlways(statements: readonly Statement[]): Set<string> {
  const names = new Set<string>()
  for (const statement of statements) {
    if (statement.kind === 'store' || statement.kind === 'add') names.add(statement.buffer)
    if (statement.kind !== 'when' || isRare(statement)) continue
    for (const name of storedAlways([...statement.then, ...statement.otherwise])) names.add(name)
  }
  return names
}

type When = Extract<Statement, { kind: 'when' }>
type Write = Extract<Statement, { kind: 'store' | 'add' }>

/** Events are rare, so what happens with them is worth a real branch. */
const isRare = ({ then, otherwise }: When): boolean =>
  otherwise.length === 0 && then.some(({ kind }) => kind === 'spike')

function scopeOf(round: Round, current: Current, outer?: Scope): Scope {
  const { lanes, kernel, shared, cells, buffers } = round
  const outside = (name: string): Source | undefined =>
    name === 'i' ? cells : (shared.get(name) ?? buffers.source(name, current))
  if (outer) return { ...innerScope(outer), outside }
  const known = { lets: new Map(), known: new Map(), repeated: repeatedIn(kernel.each) }
  return { lanes, outside, ...known, ...(round.drawn ? { drawn: round.drawn } : {}) }
}

function cellNumbers(lanes: Lanes, i: Local, ahead: number): Plain {
  const ramp = lanes.draft.constant({ shape: 'i32x4', lanes: [0, 1, 2, 3].map((k) => ahead + k) })
  return lanes.keep('cells', plain('i32x4.add', [plain('i32x4.splat', [get(i)]), ramp]))
}

function writeStatements(statements: readonly Statement[], round: Round, place: Place): void {
  for (const statement of statements) writeStatement(statement, round, place)
}

function writeStatement(statement: Statement, round: Round, place: Place): void {
  switch (statement.kind) {
    case 'let': {
      const value = round.lanes.keep(
        statement.name,
        lanesOf(place.scope, statement.value, statement.name),
      )
      place.scope.lets.set(statement.name, settled(value))
      break
    }
    case 'store':
    case 'add':
      writeStore(statement, round, place)
      break
    case 'when':
      if (isRare(statement)) writeRare(statement, round, place)
      else writeMasked(statement, round, place)
      break
    case 'spike': {
      round.decide?.()
      const list = round.events.get(statement.event)
      if (list) appendLanes(round.lanes, list, place.mask ?? allLanes(round.lanes), round)
      break
    }
    default:
      statement satisfies never
  }
}

const allLanes = (lanes: Lanes): Plain => lanes.bits(-1n)

function writeStore({ kind, buffer, value }: Write, round: Round, place: Place): void {
  const { lanes, buffers, writtenAtEnd } = round
  const { scope, current, mask } = place
  const isInteger = buffers.typeOf(buffer) === 'integer'
  const written = writtenValue({ kind, buffer, value }, round, place)
  const kept = mask || current.has(buffer) ? buffers.read(buffer, current) : undefined
  const local = kept ?? lanes.draft.variable(buffer, 'v128')
  current.set(buffer, local)
  const taking = mask && (isInteger ? maskOfWords(lanes, mask) : mask)
  lanes.draft.push(set(local, taking ? lanes.choose(taking, written, get(local)) : written))
  forget(scope, (name) => name === buffer)
  if (place.isRare && !writtenAtEnd.has(buffer)) buffers.writeBack(buffer, current)
}

function writtenValue({ kind, buffer, value }: Write, round: Round, { scope, current }: Place) {
  const { lanes, buffers } = round
  const isInteger = buffers.typeOf(buffer) === 'integer'
  if (kind === 'store') return isInteger ? wordOf(scope, value) : lanesOf(scope, value)
  const sum = lanes.add(buffers.source(buffer, current).value(), lanesOf(scope, value))
  return isInteger ? toWords(lanes, sum) : sum
}

/** Both branches are computed; each writes only in its own lanes. */
function writeMasked({ condition, then, otherwise }: When, round: Round, place: Place): void {
  const { lanes } = round
  const { scope, current, mask } = place
  const holds = lanes.keep('holds', lanesOf(scope, condition))
  const branch = (statements: readonly Statement[], taking: Plain): void => {
    if (statements.length === 0) return
    const inner = {
      ...place,
      scope: scopeOf(round, current, scope),
      mask: lanes.keep('mask', taking),
    }
    writeStatements(statements, round, inner)
  }
  branch(then, mask ? lanes.and(mask, holds) : holds)
  branch(otherwise, mask ? lanes.without(mask, holds) : lanes.not(holds))
}

/** Skipped unless the condition holds in some lane. */
function writeRare({ condition, then }: When, round: Round, place: Place): void {
  const { lanes, buffers, writtenAtEnd } = round
  const { scope, current, mask } = place
  const holds = lanesOf(scope, condition)
  const taking = lanes.keep('taking', mask ? lanes.and(mask, holds) : holds)
  for (const statement of everyStatement(then)) {
    if (statement.kind !== 'store' && statement.kind !== 'add') continue
    if (writtenAtEnd.has(statement.buffer)) buffers.read(statement.buffer, current)
  }
  round.decide?.()
  lanes.draft.when(plain('v128.any_true', [taking]), () => {
    const inside: Current = new Map(current)
    const inner = scopeOf(round, inside, scope)
    writeStatements(then, round, { scope: inner, current: inside, mask: taking, isRare: true })
  })
}
