/** The statements of a kernel over cells, for one vector or for two abreast, with masks for branches. */
import type { Expr } from '../../ir/expr.ts'
import type { Statement } from '../../ir/kernel.ts'
import { everyStatement, namesReadIn } from '../../ir/statements.ts'
import { CellBuffers, type Current, type Pointer } from './cell-buffers.ts'
import { maskOfWords } from './element-access.ts'
import type { ElementLoop } from './element-loop.ts'
import { EarlyWrites } from './early-writes.ts'
import { appendLanes, bitsOf } from './events.ts'
import type { Scope, Source } from './expressions.ts'
import { forget, innerScope, settled, lanesOf, wholeNumber, wordOf } from './expressions.ts'
import type { Local, Plain } from './instruction.ts'
import { get, plain, set } from './instruction.ts'
import type { Lanes } from './lanes.ts'
import { toWords } from './lanes.ts'
import { isRare } from './rare.ts'

/** The loop under way: the number of the first cell of the round, and where arrays have it. */
export interface Walk extends ElementLoop {
  readonly i: Local
  readonly pointers: ReadonlyMap<string, Pointer>
  /** Expressions worth a local, because they are read more than once. */
  readonly repeated: ReadonlySet<Expr>
}

export interface VectorOfCells {
  readonly ahead: number
  readonly drawn?: NonNullable<Scope['drawn']>
  /** Called before anything is written to memory, which then happens as soon as it can. */
  readonly decide?: () => void
}

/** One vector of cells, from i + ahead on. */
interface Round extends Walk, VectorOfCells {
  readonly buffers: CellBuffers
  readonly cells?: Source
  /** Buffers that are written at the end of the round, whatever happened. */
  readonly writtenAtEnd: ReadonlySet<string>
  readonly early: EarlyWrites
  /** Nothing is settled before the other vector is as far. */
  readonly isAbreast: boolean
}

/** Where a statement stands: what is known there and which lanes take part. */
interface Place {
  readonly scope: Scope
  readonly current: Current
  readonly mask?: Plain
  /** Inside a wasm branch, where only some rounds come by. */
  readonly isRare: boolean
}

/** A vector and where it stands; statements are written for one, or for two abreast. */
interface Spot {
  readonly round: Round
  readonly place: Place
}

/** Vectors abreast take their turns up to each branch, and share it. */
export function writeAbreast(walk: Walk, vectors: readonly VectorOfCells[]): void {
  const { kernel, lanes, i } = walk
  const writtenAtEnd = storedAlways(kernel.each)
  const isRead = namesReadIn(kernel.each).has('i')
  const spots = vectors.map((vector): Spot => {
    const numbers = isRead ? cellNumbers(lanes, i, vector.ahead) : undefined
    const cells = numbers ? { cells: wholeNumber(lanes, () => numbers) } : {}
    const buffers = new CellBuffers({ ...walk, ...vector })
    const lets: Scope['lets'] = new Map()
    const early = new EarlyWrites(kernel.each, { buffers, lets })
    const isAbreast = vectors.length > 1
    const round: Round = { ...walk, ...vector, ...cells, buffers, writtenAtEnd, early, isAbreast }
    const current: Current = new Map()
    return { round, place: { scope: { ...scopeOf(round, current), lets }, current, isRare: false } }
  })
  writeAll(kernel.each, spots)
  for (const { round, place } of spots) {
    round.decide?.()
    for (const name of writtenAtEnd) {
      if (!round.early.isDone(name)) round.buffers.writeBack(name, place.current)
    }
  }
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

function scopeOf(round: Round, current: Current, outer?: Scope): Scope {
  const { lanes, shared, cells, buffers, repeated } = round
  const outside = (name: string): Source | undefined =>
    name === 'i' ? cells : (shared.get(name) ?? buffers.source(name, current))
  if (outer) return { ...innerScope(outer), outside }
  const known = { lets: new Map(), known: new Map(), repeated }
  return { lanes, outside, ...known, ...(round.drawn ? { drawn: round.drawn } : {}) }
}

export function cellNumbers(lanes: Lanes, i: Local, ahead: number): Plain {
  const ramp = lanes.draft.constant({ shape: 'i32x4', lanes: [0, 1, 2, 3].map((k) => ahead + k) })
  return lanes.keep('cells', plain('i32x4.add', [plain('i32x4.splat', [get(i)]), ramp]))
}

/** A vector has come to the branch of an event. */
interface Halt {
  readonly branch: When
  readonly spot: Spot
}

/** One vector after the other up to a branch: what they need between them would not fit the registers. */
function writeAll(statements: readonly Statement[], spots: readonly Spot[]): void {
  const walks = spots.map((spot) => upToBranches(statements, spot))
  while (true) {
    const halts = walks.flatMap((walk) => {
      const { value, done } = walk.next()
      return done ? [] : [value]
    })
    const [first] = halts
    if (!first) return
    writeRare(
      first.branch,
      halts.map(({ spot }) => spot),
    )
  }
}

function* upToBranches(statements: readonly Statement[], spot: Spot): Generator<Halt, void> {
  const { round, place } = spot
  for (const statement of statements) {
    if (statement.kind !== 'when') writeStatement(statement, spot)
    else if (!isRare(statement)) yield* masked(statement, spot)
    else {
      if (!round.decide && !place.isRare) round.early.write(place.current)
      yield { branch: statement, spot }
    }
  }
}

function writeStatement(statement: Exclude<Statement, When>, { round, place }: Spot): void {
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
  const isLast = round.early.note(buffer)
  forget(scope, (name) => name === buffer)
  if (place.isRare && !writtenAtEnd.has(buffer)) buffers.writeBack(buffer, current)
  if (!isLast || place.isRare || !round.decide || round.isAbreast) return
  round.decide()
  round.early.writeLast(buffer, current)
}

function writtenValue({ kind, buffer, value }: Write, round: Round, { scope, current }: Place) {
  const { lanes, buffers } = round
  const isInteger = buffers.typeOf(buffer) === 'integer'
  if (kind === 'store') return isInteger ? wordOf(scope, value) : lanesOf(scope, value)
  const sum = lanes.add(buffers.source(buffer, current).value(), lanesOf(scope, value))
  return isInteger ? toWords(lanes, sum) : sum
}

/** Both branches are computed; each writes only in its own lanes. */
function* masked(
  { condition, then, otherwise }: When,
  { round, place }: Spot,
): Generator<Halt, void> {
  const { lanes } = round
  const { scope, current, mask } = place
  const holds = lanes.keep('holds', lanesOf(scope, condition))
  for (const [statements, isThen] of [
    [then, true],
    [otherwise, false],
  ] as const) {
    if (statements.length === 0) continue
    const taking = isThen ? both(lanes, mask, holds) : except(lanes, mask, holds)
    const kept = lanes.keep('mask', taking)
    const inner = { ...place, scope: scopeOf(round, current, scope), mask: kept }
    yield* upToBranches(statements, { round, place: inner })
  }
}

const both = (lanes: Lanes, mask: Plain | undefined, holds: Plain): Plain =>
  mask ? lanes.and(mask, holds) : holds

const except = (lanes: Lanes, mask: Plain | undefined, holds: Plain): Plain =>
  mask ? lanes.without(mask, holds) : lanes.not(holds)

/**
 * Skipped unless the condition holds in some lane. Vectors abreast share the branch, and lanes that take no part
 * may take it, as they seldom do: then nothing happens. That is 7 and 10 % of a LIF step.
 */
function writeRare(branch: When, spots: readonly Spot[]): void {
  const { condition, then } = branch
  const [first] = spots
  if (!first) return
  const { lanes } = first.round
  const mayHold = spots.flatMap(({ round }) => round.drawn?.mayHold(condition) ?? [])
  const isAsked = mayHold.length < spots.length
  const isLoose = spots.length > 1 || !isAsked
  const met = isAsked ? spots.map((spot) => conditionOf(branch, spot, isLoose)) : []
  for (const spot of spots) prepare(then, spot)
  const any = [...new Set(isAsked ? met : mayHold)].reduce((x, y) => lanes.or(x, y))
  // Three instructions fewer, on x86, than v128.any_true: 5 % of a LIF step.
  lanes.draft.when(isAsked ? bitsOf(lanes, any) : plain('i32x4.bitmask', [any]), () => {
    const inner = spots.map(({ round, place }, k): Spot => {
      const { scope, current, mask } = place
      const inside: Current = new Map(current)
      const inScope = scopeOf(round, inside, scope)
      const holds = met[k] ?? lanesOf(inScope, condition)
      const taking = isLoose ? lanes.keep('taking', both(lanes, mask, holds)) : holds
      return { round, place: { scope: inScope, current: inside, mask: taking, isRare: true } }
    })
    writeAll(then, inner)
  })
}

/** In which lanes the branch is taken; where it is loose, those that take no part are still among them. */
function conditionOf({ condition }: When, { round, place }: Spot, isLoose: boolean): Plain {
  const { lanes } = round
  const holds = lanesOf(place.scope, condition)
  return isLoose ? lanes.keep('met', holds) : lanes.keep('taking', both(lanes, place.mask, holds))
}

/** What happens before a branch, as it concerns all rounds. */
function prepare(then: readonly Statement[], { round, place }: Spot): void {
  const { buffers, writtenAtEnd, early, isAbreast } = round
  for (const statement of everyStatement(then)) {
    if (statement.kind !== 'store' && statement.kind !== 'add') continue
    if (writtenAtEnd.has(statement.buffer)) buffers.read(statement.buffer, place.current)
  }
  round.decide?.()
  if (isAbreast && round.decide && !place.isRare) early.write(place.current)
}
