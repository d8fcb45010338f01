/** A picture as a document of its own: heading, content, colours. */
import type { Block } from './block.ts'
import { escaped, tag, words } from './svg.ts'
import { shortened } from './text-width.ts'
import { fontFamily, styleSheet, type Theme } from './theme.ts'

export interface PageOptions {
  readonly title: string
  /** What was done, in one line. */
  readonly subtitle?: string
  readonly theme?: Theme
}

/** Of the content; with its margins a page is 900 wide. */
export const pageWidth = 860

const margin = 20
const headings = { title: 22, subtitle: 13 } as const

/** The text of an SVG document. */
export function page(
  content: Block,
  { title, subtitle = '', theme = 'auto' }: PageOptions,
): string {
  const width = content.width + 2 * margin
  const top = margin + 30 + (subtitle === '' ? 0 : 22)
  const height = Math.ceil(top + content.height + margin)
  const room = content.width
  return `${tag(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'livn',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      'font-family': fontFamily,
      role: 'img',
    },
    `\n${tag('title', {}, escaped([title, subtitle].filter((each) => each !== '').join(': ')))}\n`,
    `${tag('style', {}, styleSheet(theme))}\n`,
    `${tag('rect', { class: 'paper', width, height })}\n`,
    words(shortened(title, room, headings.title), {
      class: 'ink',
      x: margin,
      y: margin + 18,
      'font-size': headings.title,
      'font-weight': '600',
    }),
    words(shortened(subtitle, room, headings.subtitle), {
      class: 'dim',
      x: margin,
      y: margin + 40,
      'font-size': headings.subtitle,
    }),
    `\n${tag('g', { transform: `translate(${margin} ${top})` }, `\n${content.drawing}\n`)}\n`,
  )}\n`
}
