/**
 * Random numbers for the cells of several vectors at once. The generator works on four 32-bit lanes and makes two
 * words in each. Two f64 lanes alone would throw half of the lanes away, counts half of the words.
 */
import type { Expr } from '../../ir/expr.ts'
import { visitSought } from '../../ir/expr.ts'
import type { Kernel, Statement } from '../../ir/kernel.ts'
import { builtins } from '../../ir/kernel.ts'
import { operators } from '../../ir/sought.ts'
import { expressionOf } from '../../ir/statements.ts'
import { countsOfEight } from './counts-of-eight.ts'
import type { Drawn, Source } from './expressions.ts'
import { keyOf } from './expressions.ts'
import { get, type Instruction, type Local, type Plain, plain, set } from './instruction.ts'
import type { Lanes } from './lanes.ts'
import { toReal } from './lanes.ts'
import { isStream } from './name-streams.ts'
import type { Eight, Key } from './random.ts'
import { halfBlocksOfEight, lastTwo, sameWord, threefry, upperOf, type Words } from './random.ts'

/** What each cell draws, whatever happens to it. */
export interface Sites {
  /** Keys (seed, stream, cell, step) of numbers that take two words. */
  readonly words: ReadonlyMap<string, readonly Expr[]>
  /** Keys of Poisson counts. */
  readonly halfBlocks: ReadonlyMap<string, readonly Expr[]>
  /** Mean and key of Poisson counts. */
  readonly counts: ReadonlyMap<string, readonly Expr[]>
  /** What decides whether an event comes: whether a uniform number is below a limit that all cells share. */
  readonly chances: ReadonlySet<Expr>
}

/** uniform(…) < limit */
export const isChance = (expr: Expr): boolean =>
  expr.kind === 'apply' &&
  expr.op === 'less' &&
  expr.args[0]?.kind === 'apply' &&
  expr.args[0].op === 'uniform'

export function sitesIn(kernel: Kernel): Sites {
  const words = new Map<string, readonly Expr[]>()
  const halfBlocks = new Map<string, readonly Expr[]>()
  const counts = new Map<string, readonly Expr[]>()
  const chances = new Set<Expr>()
  const seen = new Set<Expr>()
  const sought = operators('uniform', 'normal', 'poisson')
  const note = (expr: Expr): void => {
    if (expr.kind !== 'apply' || !['uniform', 'normal', 'poisson'].includes(expr.op)) return
    const key = expr.args.slice(-4)
    if (!isOfCell(key)) return
    const isCount = expr.op === 'poisson'
    if (isCount) counts.set(keyOf(expr.args), expr.args)
    ;(isCount ? halfBlocks : words).set(keyOf(key), key)
  }
  const walk = (statements: readonly Statement[]): void => {
    for (const statement of statements) {
      const root = expressionOf(statement)
      if (root) visitSought(root, note, { sought, seen })
      if (statement.kind !== 'when') continue
      if (statement.then.some(({ kind }) => kind === 'spike')) {
        if (isChance(statement.condition)) chances.add(statement.condition)
        continue
      }
      walk([...statement.then, ...statement.otherwise])
    }
  }
  walk(kernel.each)
  return { words, halfBlocks, counts, chances }
}

/** The cell's own index, everything else the same for all. */
const isOfCell = ([seed, stream, cell, step]: readonly Expr[]): boolean =>
  cell?.kind === 'read' &&
  cell.name === 'i' &&
  [seed, stream, step].every((part) => part?.kind === 'number' || isShared(part))

const isShared = (part: Expr | undefined): boolean =>
  isStream(part) ||
  (part?.kind === 'read' && Object.hasOwn(builtins, part.name) && part.name !== 'i')

/** How many cells share what is drawn at once, or the branch of an event: of that, eight are a tenth faster than four. */
export function cellsAtOnce(sites: Sites, { precision }: Lanes): number {
  const { words, halfBlocks } = sites
  if (halfBlocks.size > 0 || isForEvents(sites)) return 8
  return precision === 'f64' && words.size > 0 ? 4 : 0
}

/** Is nothing drawn but for events? Then a round has a single branch, which is seldom taken. */
export const isForEvents = ({ words, halfBlocks, chances }: Sites): boolean =>
  words.size > 0 && words.size === chances.size && halfBlocks.size === 0

export interface DrawParts {
  readonly lanes: Lanes
  readonly shared: ReadonlyMap<string, Source>
  /** The numbers of four cells, from so many after the first of the round on. */
  readonly cells: (ahead: number) => Plain
  /** The numbers of the four blocks that eight cells share. */
  readonly blocks: () => Plain
}

/** What the vectors of one round draw, by where they begin in it. */
export class RoundOfDraws {
  private readonly sites: Sites
  private readonly parts: DrawParts
  private readonly halfBlocks = new Map<string, Eight>()
  private readonly counts = new Map<string, Plain>()
  private words = new Map<string, Words>()
  private chances = new Map<Expr, Plain>()

  constructor(sites: Sites, parts: DrawParts) {
    this.sites = sites
    this.parts = parts
    if (sites.halfBlocks.size > 0) this.drawHalfBlocks()
    for (const [name, [mean, ...key]] of sites.counts) this.count(name, mean, key)
  }

  /** To be asked for one vector after the other. */
  at(ahead: number): Drawn {
    const { lanes } = this.parts
    const isSecond = ahead % 4 !== 0
    if (!isSecond) this.drawWords(ahead)
    const own = (x: Plain): Plain => (isSecond ? lastTwo(lanes, x) : x)
    const { words: drawn, chances } = this
    const isLow = ahead < 4
    const half = isLow
      ? ('i32x4.extend_low_i16x8_u' as const)
      : ('i32x4.extend_high_i16x8_u' as const)
    return {
      words: (key) => {
        const words = drawn.get(key)
        return words && { first: own(words.first), second: own(words.second) }
      },
      halfBlock: (key) => {
        const eight = this.halfBlocks.get(key)
        return eight && own(isLow ? eight.low : eight.high)
      },
      counts: (meanAndKey) => {
        const counts = this.counts.get(meanAndKey)
        return counts && lanes.keep('count', toReal(lanes, own(plain(half, [counts]))))
      },
      mayHold: (condition) => chances.get(condition),
    }
  }

  /** Where there are words only: those of the first two of four cells, and what puts those of the last two there. */
  inTurns(): { readonly drawn: Drawn; readonly turn: () => void } {
    const { lanes } = this.parts
    const { draft } = lanes
    const moving: Local[] = []
    const move = (word: Plain): Plain => {
      const local = draft.variable('word', 'v128')
      draft.push(set(local, word))
      moving.push(local)
      return get(local)
    }
    this.drawWords(0)
    const words = new Map(
      [...this.words].map(([key, { first, second }]) => [
        key,
        { first: move(first), second: move(second) },
      ]),
    )
    const turn = (): void => {
      for (const local of moving) draft.push(set(local, lastTwo(lanes, get(local))))
    }
    const none = () => undefined
    const drawn = { words: (key: string) => words.get(key), halfBlock: none, counts: none }
    return { drawn: { ...drawn, mayHold: none }, turn }
  }

  /** Four f32 lanes use up the words of a vector on their own, where those are not for events. */
  private drawWords(ahead: number): void {
    const { lanes, cells } = this.parts
    this.words = new Map()
    this.chances = new Map()
    if (this.sites.words.size === 0) return
    if (lanes.precision === 'f32' && !isForEvents(this.sites)) return
    const numbers = cells(ahead)
    for (const [name, key] of this.sites.words) {
      const { first, second } = threefry(lanes, this.keyOf(key, numbers))
      const kept = { first: lanes.keep('first', first), second: lanes.keep('second', second) }
      this.words.set(name, kept)
    }
    for (const condition of this.sites.chances) this.ask(condition)
  }

  /** Numbers below the limit have upper bits below its own: four cells are asked at once, and few of them again. */
  private ask(condition: Expr): void {
    const { lanes, shared } = this.parts
    const [number, limit] = condition.kind === 'apply' ? condition.args : []
    const words = number?.kind === 'apply' && this.words.get(keyOf(number.args))
    const chance = limit?.kind === 'read' && shared.get(limit.name)?.chance
    if (!words || !chance) return
    const isBelow = plain('i32x4.gt_s', [chance, upperOf(lanes, words)])
    this.chances.set(condition, lanes.keep('may', isBelow))
  }

  private drawHalfBlocks(): void {
    const { lanes, blocks } = this.parts
    const numbers = blocks()
    for (const [name, key] of this.sites.halfBlocks) {
      const { first, second } = threefry(lanes, this.keyOf(key, numbers))
      const kept = { first: lanes.keep('first', first), second: lanes.keep('second', second) }
      this.halfBlocks.set(name, halfBlocksOfEight(lanes, kept))
    }
  }

  private count(name: string, mean: Expr | undefined, key: readonly Expr[]): void {
    const { lanes, shared, cells } = this.parts
    const table = mean?.kind === 'read' ? shared.get(mean.name)?.counts : undefined
    const words = this.halfBlocks.get(keyOf(key))
    if (!table || !words) return
    const keys = { low: this.keyOf(key, cells(0)), high: this.keyOf(key, cells(4)) }
    this.counts.set(name, countsOfEight(lanes, table, { words, keys }))
  }

  private keyOf([seed, stream, , step]: readonly Expr[], cell: Instruction): Key {
    const word = (part: Expr | undefined): Plain => {
      const known = part?.kind === 'read' ? this.parts.shared.get(part.name)?.word?.() : undefined
      return known ?? sameWord(this.parts.lanes, part?.kind === 'number' ? part.value : 0)
    }
    return { seed: word(seed), stream: word(stream), cell, step: word(step) }
  }
}
