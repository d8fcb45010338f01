/** Colours and type of all pictures: by role, in light and in dark, told apart by the colour-blind. */

/** `auto` follows the reader's system where a viewer can, and is light elsewhere. */
export type Theme = 'auto' | 'light' | 'dark'

export const themes: readonly Theme[] = ['auto', 'light', 'dark']

interface Palette {
  readonly paper: string
  readonly ink: string
  readonly dim: string
  readonly rule: string
  readonly mark: string
  readonly series: readonly string[]
}

/** Okabe & Ito (2008), a little darker or lighter where the paper asks for it; yellow last. */
const light: Palette = {
  paper: '#ffffff',
  ink: '#1c2128',
  dim: '#5b6570',
  rule: '#e2e6ea',
  mark: '#b3186d',
  series: ['#0068b3', '#d1530a', '#00856a', '#a8528f', '#1f88bf', '#9a7400'],
}

const dark: Palette = {
  paper: '#12161c',
  ink: '#eceff3',
  dim: '#9aa5b1',
  rule: '#2a313a',
  mark: '#ff6fb8',
  series: ['#5cb6f5', '#ff9a56', '#3fcfa8', '#dd9bc6', '#a5d8f5', '#e8cf5a'],
}

export const seriesCount = light.series.length

/** Which colour belongs to series k: they come round again. */
export const seriesOf = (k: number): number => k % seriesCount

export const fontFamily =
  "'IBM Plex Sans', system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"

/** The classes `paper ink dim rule mark`, and for series k `s0 …` (lines) and `f0 …` (areas). */
export function styleSheet(theme: Theme): string {
  const plain = rules(theme === 'dark' ? dark : light)
  return theme === 'auto' ? `${plain}@media (prefers-color-scheme:dark){${rules(dark)}}` : plain
}

function rules({ paper, ink, dim, rule, mark, series }: Palette): string {
  const lines = [
    `.paper{fill:${paper}}`,
    `.halo{stroke:${paper}}`,
    `.ink{fill:${ink}}`,
    `.dim{fill:${dim}}`,
    `.rule{stroke:${rule}}`,
    `.edge{stroke:${dim}}`,
    `.mark{fill:${mark}}`,
    `.ring{stroke:${mark}}`,
    ...series.flatMap((color, k) => [`.s${k}{stroke:${color}}`, `.f${k}{fill:${color}}`]),
  ]
  return lines.map((line) => `.livn ${line}`).join('')
}
