/** Statements as rows: neighbours of one kind have their `=`, their `:` and their comments aligned. */
import type { Comments } from './ast.ts'
import { joined, type Piece } from './print-expr.ts'

/** One statement, in up to three columns and perhaps a block. */
export interface Row {
  /** Rows of one kind without a blank line between are aligned; '' stands alone. */
  readonly kind: string
  readonly comments: Comments
  readonly head: string
  readonly value: readonly Piece[]
  readonly unit: string
  /** Lines of a block that the value opened, its closing brace included. */
  readonly block: readonly string[]
}

export const widest = 100
const commentGap = 4
const continuation = 4
/** A unit moves this far to the right at most, to stand below a neighbour's. */
const farthest = 24

/** Lines without the indentation that all of them share. */
export function printRows(rows: readonly Row[], indent: number): readonly string[] {
  return runsOf(rows).flatMap((run, k) => {
    const lines = printRun(run, indent)
    return k > 0 && run[0]?.comments.blankBefore ? ['', ...lines] : lines
  })
}

/** A blank line or another kind of statement ends a run. */
function runsOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const runs: Row[][] = []
  for (const row of rows) {
    const run = runs.at(-1)
    const isNext = run?.[0]?.kind === row.kind && row.kind !== '' && !row.comments.blankBefore
    if (run && isNext) run.push(row)
    else runs.push([row])
  }
  return runs
}

interface Laid {
  readonly row: Row
  readonly lines: readonly string[]
}

function printRun(run: readonly Row[], indent: number): readonly string[] {
  const column = Math.max(...run.map(({ head }) => head.length))
  const laid = alignUnits(
    run.map((row) => layOut(row, row.value.length === 0 ? 0 : column, indent)),
    indent,
  )
  const shown = laid.filter(({ row }) => row.comments.behind !== undefined)
  const edge = Math.max(0, ...shown.map(({ lines }) => lines.at(-1)?.length ?? 0)) + commentGap
  return laid.flatMap(({ row, lines }) => [
    ...row.comments.above.map(printComment),
    ...withComment(lines, row.comments.behind, edge),
    ...row.block,
  ])
}

/** Head and value, broken where the line would be too long. */
function layOut(row: Row, column: number, indent: number): Laid {
  const head = row.value.length === 0 ? row.head : `${row.head.padEnd(column)} `
  const unit = row.unit === '' ? 0 : row.unit.length + 1
  const lines = wrap(row.value, {
    first: widest - indent - head.length,
    rest: widest - indent - continuation,
    last: unit,
  })
  const [start = '', ...rest] = lines
  return { row, lines: [head + start, ...rest.map((line) => ' '.repeat(continuation) + line)] }
}

function alignUnits(laid: readonly Laid[], indent: number): readonly Laid[] {
  const widths = laid.filter(isAlignable).map(({ lines }) => lines[0]?.length ?? 0)
  const reach = Math.min(...widths) + farthest
  const column = Math.max(0, ...widths.filter((width) => width <= reach))
  return laid.map((each) => {
    const { row, lines } = each
    if (row.unit === '') return each
    const last = lines.at(-1) ?? ''
    const padded = isAlignable(each) ? last.padEnd(column) : last
    const fits = indent + padded.length + 1 + row.unit.length <= widest
    return { row, lines: [...lines.slice(0, -1), `${fits ? padded : last} ${row.unit}`] }
  })
}

const isAlignable = ({ row, lines }: Laid): boolean =>
  row.unit !== '' && row.value.length > 0 && lines.length === 1

function withComment(
  lines: readonly string[],
  behind: string | undefined,
  edge: number,
): readonly string[] {
  if (behind === undefined) return lines
  const last = lines.at(-1) ?? ''
  return [...lines.slice(0, -1), last.padEnd(edge) + printComment(behind)]
}

/** A comment that is a line end stands for an empty line between others. */
export const printComment = (text: string): string => {
  if (text === '\n') return ''
  return text === '' || text.startsWith('#') ? `#${text}` : `# ${text}`
}

interface Widths {
  readonly first: number
  readonly rest: number
  /** Room to leave on the last line. */
  readonly last: number
}

/** Breaks before the outermost operator that still fits, as far right as possible. */
function wrap(pieces: readonly Piece[], widths: Widths): readonly string[] {
  const lines: string[] = []
  let rest = pieces
  for (;;) {
    const width = lines.length === 0 ? widths.first : widths.rest
    const at = joined(rest).trimStart().length + widths.last <= width ? 0 : breakOf(rest, width)
    if (at === 0) return [...lines, joined(rest).trimStart()]
    lines.push(joined(rest.slice(0, at)).trim())
    rest = rest.slice(at)
  }
}

/** The piece to break before; 0 where there is none. */
function breakOf(pieces: readonly Piece[], width: number): number {
  let best = 0
  let length = 0
  pieces.forEach(({ text, depth }, k) => {
    const isFree = k > 0 && Number.isFinite(depth)
    const fits = length <= width || best === 0
    if (isFree && fits && (best === 0 || depth <= (pieces[best]?.depth ?? 0))) best = k
    length += text.length
  })
  return best
}
