/** Elements of a drawing as text: names of strangers escaped, coordinates rounded, so that equal values give equal bytes. */

export type Attributes = Readonly<Record<string, string | number | undefined>>

/** `tag('rect', { x: 1, class: 'paper' })`; attributes without a value are left out. */
export function tag(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes).flatMap(([key, value]) => {
    if (value === undefined) return []
    return [` ${key}="${typeof value === 'number' ? coordinate(value) : escaped(value)}"`]
  })
  const inside = children.join('')
  return inside === ''
    ? `<${name}${written.join('')}/>`
    : `<${name}${written.join('')}>${inside}</${name}>`
}

/** A line of text with its lower left corner, or another anchor, at x, y. */
export function words(text: string, at: Attributes): string {
  return text === '' ? '' : tag('text', at, escaped(text))
}

/** A piece of a line of text with a look of its own. */
export interface Piece extends Attributes {
  readonly text: string
}

/** Pieces of text that follow each other, however wide the font makes them. */
export function pieces(parts: readonly Piece[], at: Attributes): string {
  const written = parts.filter(({ text }) => text !== '')
  const spans = written.map(({ text, ...look }) => tag('tspan', look, escaped(text)))
  return spans.length === 0 ? '' : tag('text', at, ...spans)
}

export const group = (x: number, y: number, ...children: readonly string[]): string =>
  tag(
    'g',
    x === 0 && y === 0 ? {} : { transform: `translate(${coordinate(x)} ${coordinate(y)})` },
    ...children,
  )

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Text as it may stand anywhere in a document; characters that no document may hold become �. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD')
    .replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)
}

/** Two decimals are a hundredth of a pixel. */
export const coordinate = (x: number): string => rounded(x, 100)

/** One decimal, for long paths. */
export const short = (x: number): string => rounded(x, 10)

function rounded(x: number, parts: number): string {
  const nearest = Math.round(x * parts) / parts
  return String(nearest === 0 ? 0 : nearest)
}
