/** Lines whose parts stand in columns: how runs of statements are aligned. */
import type { Comments } from './ast.ts'
import { breakLine, widest as widestLine } from './break-line.ts'

/** One statement before it is laid out. */
export interface Line {
  /** Statements of one family that follow each other are aligned. */
  readonly family: string
  /** Parts that start in the same column as those of their neighbours; the last one is free. */
  readonly cells: readonly string[]
  readonly comments: Comments
  /** Lines of a block that the statement opens. */
  readonly body?: readonly string[]
}

/** Cells wider than this take no part in aligning their column. */
const widest = 56
/** Space between a statement and the comment behind it. */
const gap = '    '

export function layOut(lines: readonly Line[], indent: string): string[] {
  const printed: string[] = []
  lines.forEach((_, k) => {
    if (k > 0 && joins(lines[k - 1], lines[k])) return
    let end = k + 1
    while (joins(lines[end - 1], lines[end])) end += 1
    for (const line of layOutRun(lines.slice(k, end), room(indent))) {
      printed.push(line === '' ? '' : indent + line)
    }
  })
  return printed
}

/** What is left of a line; blocks are indented once more by what is around them. */
const room = (indent: string): number => widestLine - indent.length

/** Does a line belong to the run of the one before it? */
function joins(before: Line | undefined, line: Line | undefined): boolean {
  if (!before || !line || before.family !== line.family) return false
  return !line.comments.blankBefore && line.comments.above.length === 0 && !before.body
}

function layOutRun(run: readonly Line[], width: number): string[] {
  const texts = alignedCells(run).map((text) => breakLine(text, width))
  const commented = run.flatMap(({ comments, body }, k) =>
    comments.behind === undefined || body ? [] : [texts[k]?.at(-1)?.length ?? 0],
  )
  const column = Math.max(0, ...commented)
  return run.flatMap(({ comments, body = [] }, k) => {
    const lines = texts[k] ?? []
    const last = lines.at(-1) ?? ''
    const padded = body.length > 0 ? last : last.padEnd(column)
    const behind = comments.behind === undefined ? last : `${padded}${gap}${hash(comments.behind)}`
    const blank = comments.blankBefore ? [''] : []
    return [...blank, ...comments.above.map(hash), ...lines.slice(0, -1), behind, ...body]
  })
}

function alignedCells(run: readonly Line[]): readonly string[] {
  const columns = Math.max(...run.map(({ cells }) => cells.length))
  let texts = run.map(() => '')
  for (let column = 0; column < columns; column++) {
    const ends = run.map(({ cells }, k) => (texts[k] ?? '') + (cells[column] ?? ''))
    const widths = run.flatMap(({ cells }, k) => {
      const width = ends[k]?.length ?? 0
      return column < cells.length - 1 && width <= widest ? [width] : []
    })
    const width = Math.max(0, ...widths)
    texts = ends.map((text, k) => {
      const isLast = column >= (run[k]?.cells.length ?? 0) - 1
      return isLast ? text : `${text.padEnd(width)} `
    })
  }
  return texts.map((text) => text.trimEnd())
}

/** A comment line; an empty text is the blank line between two comments. */
export const hash = (text: string): string =>
  text === '' ? '' : `#${text.startsWith('#') ? '' : ' '}${text}`.trimEnd()
