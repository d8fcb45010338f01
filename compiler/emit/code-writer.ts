/** Collects lines of code: indents blocks, breaks long lines, lines up trailing comments. */
import { type Doc, layOut } from './layout.ts'

interface Line {
  readonly text: string
  /** A trailing comment, lined up with those of its neighbours. */
  readonly comment: string
}

/** No line of code is longer than this where it can be broken. */
export const width = 100

const indentation = '  '

export class CodeWriter {
  private readonly lines: Line[] = []
  private depth = 0

  /** A statement, broken into several lines where it is too long. */
  line(doc: Doc, comment = ''): void {
    const margin = this.margin()
    const texts = layOut(doc, width - margin.length).split('\n')
    texts.forEach((text, k) => {
      const isLast = k === texts.length - 1
      this.lines.push({ text: margin + text, comment: isLast ? safeComment(comment) : '' })
    })
  }

  /** A comment of its own, on one line; none where there is nothing to say. */
  comment(text: string): void {
    const shown = safeComment(text)
    if (shown !== '') this.lines.push({ text: `${this.margin()}// ${shown}`, comment: '' })
  }

  /** An empty line, never two in a row and none at the beginning of a block. */
  blank(): void {
    const last = this.lines.at(-1)
    if (!last || last.text === '' || /[{([]$/.test(last.text)) return
    this.lines.push({ text: '', comment: '' })
  }

  /** Lines between an opening and a closing one, indented. */
  block(open: Doc, body: () => void, close = '}'): void {
    this.line(open)
    this.indented(body)
    this.line(close)
  }

  indented(body: () => void): void {
    this.depth += 1
    body()
    this.depth -= 1
  }

  /** Finished text of several lines, as it is. */
  text(text: string): void {
    for (const one of text.split('\n')) this.lines.push({ text: one, comment: '' })
  }

  private margin(): string {
    return indentation.repeat(this.depth)
  }

  toString(): string {
    const texts = this.lines.map((line, k) => {
      if (line.comment === '') return line.text
      return `${line.text.padEnd(this.commentColumn(k))} // ${line.comment}`
    })
    return `${texts.join('\n').trimEnd()}\n`
  }

  /** The widest of the neighbours that carry a comment too; none where a comment would stick out. */
  private commentColumn(k: number): number {
    let first = k
    while (this.lines[first - 1]?.comment) first -= 1
    let column = 0
    let longest = 0
    for (let line = this.lines[first]; line?.comment; line = this.lines[++first]) {
      column = Math.max(column, line.text.length)
      longest = Math.max(longest, line.comment.length)
    }
    return column + ' // '.length + longest <= width ? column : 0
  }
}

const longestComment = 160

/**
 * Text of a model inside a comment: one line, with nothing that could end the comment, hide in it
 * or change the direction of what is around it.
 */
export function safeComment(text: string): string {
  const shown = text
    .replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/\*\//g, '* /')
    .trim()
  return shown.length <= longestComment
    ? shown
    : `${Array.from(shown).slice(0, longestComment).join('')}…`
}
