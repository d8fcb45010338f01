/** How wide text will be, roughly: enough to shorten what would not fit. */

/** The first that a sign matches tells its width, for each pixel of type size. */
const widths: readonly (readonly [RegExp, number])[] = [
  [/[ijl.,:;'|!]/, 0.27],
  [/[ frtI()[\]-]/, 0.37],
  [/[mMwW@%\u3000-\u{10ffff}]/u, 0.92],
  [/[A-Z_]/, 0.67],
]
const usual = 0.58

/** In pixels. */
export function textWidth(text: string, size: number): number {
  let sum = 0
  for (const sign of text) sum += widths.find(([signs]) => signs.test(sign))?.[1] ?? usual
  return sum * size
}

/** The text, or as much of its beginning as fits. */
export function shortened(text: string, room: number, size: number): string {
  if (textWidth(text, size) <= room) return text
  const signs = [...text]
  while (signs.length > 1 && textWidth(`${signs.join('')}…`, size) > room) signs.pop()
  return `${signs.join('').trimEnd()}…`
}
