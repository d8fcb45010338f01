/** A piece of a picture with its size, and how pieces are put together. */
import { group } from './svg.ts'

export interface Block {
  readonly width: number
  readonly height: number
  /** Drawn from its upper left corner. */
  readonly drawing: string
}

export const emptyBlock: Block = { width: 0, height: 0, drawing: '' }

/** One below the other. */
export function stack(blocks: readonly Block[], gap = 0): Block {
  let top = 0
  const drawings = blocks.map(({ height, drawing }) => {
    const drawn = group(0, top, drawing)
    top += height + gap
    return drawn
  })
  return {
    width: Math.max(0, ...blocks.map(({ width }) => width)),
    height: Math.max(0, top - gap),
    drawing: drawings.join('\n'),
  }
}

/** One beside the other. */
export function beside(blocks: readonly Block[], gap = 0): Block {
  let left = 0
  const drawings = blocks.map(({ width, drawing }) => {
    const drawn = group(left, 0, drawing)
    left += width + gap
    return drawn
  })
  return {
    width: Math.max(0, left - gap),
    height: Math.max(0, ...blocks.map(({ height }) => height)),
    drawing: drawings.join('\n'),
  }
}
