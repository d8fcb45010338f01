/** Kernels over cells: a loop that takes as many cells at once as there are lanes, or twice as many. */
import { advance, openPointers } from './cell-buffers.ts'
import { cellNumbers, type VectorOfCells, type Walk, writeAbreast } from './cell-statements.ts'
import { bitsOf } from './events.ts'
import type { ElementLoop } from './element-loop.ts'
import { isCheap } from './cheap.ts'
import { repeatedIn } from './expressions.ts'
import { branch, branchIf, get, i32, type Plain, plain, set } from './instruction.ts'
import type { Shortcut } from './lanes.ts'
import { inOrder } from './order.ts'
import { loopAroundSilent } from './over-silent.ts'
import type { RoomForSilent } from './silent-queue.ts'
import { cellsAtOnce, isForEvents, RoundOfDraws, type Sites, sitesIn } from './shared-draws.ts'
import { smallArgumentsIn } from './small-arguments.ts'

export function loopOverCells(loop: ElementLoop, room?: RoomForSilent): void {
  if (!room) return writeLoop(loop)
  loopAroundSilent(loop, room, (kernel) => writeLoop({ ...loop, kernel }))
}

/**
 * One vector per round, or two: where they share random words, and where the arithmetic is so short that the
 * loop's own counting and branches show.
 */
function writeLoop(loop: ElementLoop): void {
  const { lanes, kernel, first, last } = loop
  const { draft } = lanes
  const i = draft.variable('i', 'i32')
  draft.push(set(i, get(first)))
  const repeated = repeatedIn(kernel.each)
  const walk: Walk = { ...loop, i, repeated, pointers: openPointers(loop, first) }
  const sites = sitesIn(kernel)
  const together = cellsAtOnce(sites, lanes)
  const isShort = together === 0 ? isCheap(kernel) : isForEvents(sites)
  const cells = together || (isShort ? 2 : 1) * lanes.count
  const write = writerOf(walk)
  const round = (count: number): void => {
    const vectors = vectorsOf(walk, together > 0 ? sites : undefined, count)
    if (isShort) write([...vectors])
    else for (const vector of vectors) write([vector])
  }
  const roundAndOn = (): void => {
    if (together > 0 && sites.halfBlocks.size === 0 && !isShort)
      return writeOneByOne(walk, { sites, write, cells })
    round(cells)
    moveOn(walk, cells)
  }
  // Arrays have room for a multiple of four cells, so the last of a round of eight must have one to do.
  const beyond = cells - 4
  const end = beyond > 0 ? draft.keep('end', plain('i32.sub', [get(last), i32(beyond)])) : get(last)
  draft.block('done', (done) => {
    draft.push(branchIf(done, plain('i32.ge_s', [get(i), end])))
    draft.loop('next cells', (next) => {
      roundAndOn()
      draft.push(branchIf(next, plain('i32.lt_s', [get(i), end])))
    })
  })
  if (beyond > 0) draft.when(plain('i32.lt_s', [get(i), get(last)]), () => round(4))
}

/** Words are drawn when the first vector that has some of them is asked for. */
function* vectorsOf(walk: Walk, sites: Sites | undefined, cells: number): Generator<VectorOfCells> {
  const draws = sites && drawFor(walk, sites)
  for (let ahead = 0; ahead < cells; ahead += walk.lanes.count) {
    yield { ahead, ...(draws ? { drawn: draws.at(ahead) } : {}) }
  }
}

function moveOn({ lanes, i, pointers }: Walk, cells: number): void {
  advance(lanes.draft, pointers, cells)
  lanes.draft.push(set(i, plain('i32.add', [get(i), i32(cells)])))
}

/**
 * The code is there once for the vectors that share words, and the words of the next one move up: three quarters of the
 * code and of the time to write it, and a step takes no longer; that of cells with a dozen gates takes 5 % less.
 */
function writeOneByOne(
  walk: Walk,
  { sites, write, cells }: { readonly sites: Sites; readonly write: Write; readonly cells: number },
): void {
  const { lanes, i } = walk
  const { draft } = lanes
  const { drawn, turn } = drawFor(walk, sites).inTurns()
  const end = draft.keep('end', plain('i32.add', [get(i), i32(cells)]))
  draft.loop('next vector', (next) => {
    write([{ ahead: 0, drawn }])
    moveOn(walk, lanes.count)
    turn()
    draft.push(branchIf(next, plain('i32.lt_s', [get(i), end])))
  })
}

function drawFor({ lanes, shared, i }: Walk, sites: Sites): RoundOfDraws {
  const blocks = (): Plain => {
    const block = plain('i32.shr_u', [get(i), i32(1)])
    const ramp = lanes.draft.constant({ shape: 'i32x4', lanes: [0, 1, 2, 3] })
    return lanes.keep('blocks', plain('i32x4.add', [plain('i32x4.splat', [block]), ramp]))
  }
  const cells = (ahead: number): Plain => cellNumbers(lanes, i, ahead)
  return new RoundOfDraws(sites, { lanes, shared, cells, blocks })
}

type Write = (vectors: readonly VectorOfCells[]) => void

function writerOf(walk: Walk): Write {
  const { kernel, repeated } = walk
  const small = smallArgumentsIn(kernel, repeated)
  if (!small.areThere) return (vectors) => writeAbreast(walk, vectors)
  const ordered = { ...walk, kernel: { ...kernel, each: inOrder(kernel.each, small.contains) } }
  return (vectors) => writeTwice(ordered, vectors, small.isSmall)
}

/**
 * First for usual arguments, up to where something would happen outside the registers; where an argument was
 * not usual, everything again the general way. A fifth of a Hodgkin–Huxley step; a branch at each function
 * instead loses more than it gains.
 */
function writeTwice(walk: Walk, vectors: readonly VectorOfCells[], isFor: Shortcut['isFor']): void {
  const { draft } = walk.lanes
  const far = draft.variable('far', 'v128')
  draft.push(set(far, walk.lanes.bits(0n)))
  draft.block('vector', (leave) => {
    draft.block('unusual', (unusual) => {
      const shortcut = { far, isFor, isOpen: true }
      const decide = (): void => {
        if (shortcut.isOpen) draft.push(branchIf(unusual, bitsOf(walk.lanes, get(far))))
        shortcut.isOpen = false
      }
      const hasty = { ...walk, lanes: { ...walk.lanes, shortcut } }
      const hastily = vectors.map((vector) => ({ ...vector, decide }))
      writeAbreast(hasty, hastily)
      draft.push(branch(leave))
    })
    writeAbreast(walk, vectors)
  })
}
