/** Gives every comment to the statement it belongs to. */
import type { IToken } from 'chevrotain'
import type { Comments } from './ast.ts'
import type { Source } from './diagnostics.ts'

/** Hands out comments in the order of the text; each belongs to one statement. */
export class CommentReader {
  private readonly source: Source
  private readonly comments: readonly IToken[]
  private next = 0

  constructor(source: Source, comments: readonly IToken[]) {
    this.source = source
    this.comments = comments
  }

  /** Comments of the statement from `start` to `end`; a block ends at its opening brace. */
  take(start: number, end: number): Comments {
    const first = this.comments[this.next]
    const top = first && first.startOffset < start ? first.startOffset : start
    const outside = this.upTo(start)
    const gap = outside.length > 0 && this.isBlankBefore(start) ? [''] : []
    const above = [...outside, ...gap, ...this.upTo(end).filter((text) => text !== '')]
    const behind = this.behind(end)
    const blankBefore = this.isBlankBefore(top)
    return { above, blankBefore, ...(behind === undefined ? {} : { behind }) }
  }

  /** Comments left before an offset: what stands at the end of a block. */
  tail(offset: number): readonly string[] {
    const first = this.comments[this.next]
    const lines = this.upTo(offset)
    return lines.length > 0 && first && this.isBlankBefore(first.startOffset)
      ? ['', ...lines]
      : lines
  }

  private upTo(offset: number): readonly string[] {
    const lines: string[] = []
    let last: IToken | undefined
    for (;;) {
      const comment = this.comments[this.next]
      if (!comment || comment.startOffset >= offset) return lines
      if (last && this.isBlankBefore(comment.startOffset)) lines.push('')
      lines.push(textOf(comment))
      last = comment
      this.next += 1
    }
  }

  private behind(end: number): string | undefined {
    const comment = this.comments[this.next]
    if (!comment) return undefined
    const between = this.source.text.slice(end, Math.min(comment.startOffset, end + 1000))
    if (comment.startOffset - end > 1000 || !/^[ \t;{]*$/.test(between)) return undefined
    this.next += 1
    return textOf(comment)
  }

  /** Does an empty line stand before the line of this offset? */
  private isBlankBefore(offset: number): boolean {
    let lineEnds = 0
    for (let k = offset - 1; k >= 0; k--) {
      const character = this.source.text[k] ?? ''
      if (character === '\n') lineEnds += 1
      else if (!/\s/.test(character)) return lineEnds > 1 && character !== '{'
      if (lineEnds > 1 && k === 0) return false
    }
    return false
  }
}

/** A comment without words is a space; the empty text is the blank line between two comments. */
const textOf = (comment: IToken): string =>
  comment.image.slice(1).replace(/^ /, '').trimEnd() || ' '
