/** Pictures as documents: safe, in two themes, the same bytes for the same values. */
import { expect, test } from 'vitest'
import { page } from '../../../runtime/pictures/page.ts'
import { runFigure } from '../../../runtime/pictures/run-figure.ts'
import { seriesCount, styleSheet } from '../../../runtime/pictures/theme.ts'
import { shortened, textWidth } from '../../../runtime/pictures/text-width.ts'
import { Run } from '../../../runtime/run.ts'
import { smallRun } from './small-run.ts'

test('a name from a stranger is text, not markup', () => {
  const evil = '</title><script>alert("1")</script>&\u0000\ud800'

  const drawing = page(runFigure(smallRun(evil)), { title: evil })

  expect(drawing).not.toContain('<script')
  expect(drawing).not.toContain('\u0000')
  expect(drawing.includes('\ud800')).toBe(false)
  expect(drawing).toContain('&lt;script&gt;')
})

test('equal values give equal bytes', () => {
  expect(page(runFigure(smallRun('EXC')), { title: 'A' })).toBe(
    page(runFigure(smallRun('EXC')), { title: 'A' }),
  )
})

test('without a choice the reader’s system decides between light and dark', () => {
  const drawing = page(runFigure(smallRun('EXC')), { title: 'A' })

  expect(drawing).toContain('@media (prefers-color-scheme:dark)')
})

test.each(['light', 'dark'] as const)('a document in %s has one set of colours', (theme) => {
  const drawing = page(runFigure(smallRun('EXC')), { title: 'A', theme })

  expect(drawing).not.toContain('@media')
})

test.each(['light', 'dark'] as const)(
  'in %s lines are told from the paper by a contrast of at least 3, text by 4.5',
  (theme) => {
    const colors = colorsOf(styleSheet(theme))
    const paper = colors.get('paper') ?? ''

    const series = Array.from({ length: seriesCount }, (_, k) =>
      contrast(colors.get(`s${k}`), paper),
    )
    expect(Math.min(...series, contrast(colors.get('mark'), paper))).toBeGreaterThanOrEqual(3)
    expect(
      Math.min(contrast(colors.get('ink'), paper), contrast(colors.get('dim'), paper)),
    ).toBeGreaterThanOrEqual(4.5)
  },
)

test('a run without recordings is an empty picture', () => {
  const drawing = page(runFigure(new Run({ duration: 100 })), { title: 'Nothing' })

  expect(drawing).toContain('Nothing')
})

test('names that are too long are shortened to the room that they have', () => {
  const long = 'a-population-with-a-name-as-long-as-a-sentence'

  const shown = shortened(long, 60, 12)

  expect(shown).toMatch(/^a-pop.*…$/)
  expect(textWidth(shown, 12)).toBeLessThanOrEqual(60)
})

/** Class → colour. */
function colorsOf(style: string): ReadonlyMap<string, string> {
  return new Map(
    [...style.matchAll(/\.livn \.(\w+)\{(?:fill|stroke):(#\w+)\}/g)].map(
      ([, name = '', color = '']) => [name, color],
    ),
  )
}

/** WCAG 2.1, 1.4.3: relative luminances of sRGB. */
function contrast(a = '', b = ''): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (high + 0.05) / (low + 0.05)
}

function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(color.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
