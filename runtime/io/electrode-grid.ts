/** Where electrodes are: grids by their pitch, over an area, or as makers build them. Rows of id, x, y, z in µm. */
import { UsageError } from '../../compiler/usage-error.ts'
import type { CoordinateRow } from './coordinates.ts'

export interface GridOptions {
  /** µm from electrode to electrode. */
  readonly pitch?: number
  readonly xs?: number
  readonly ys?: number
  /** Where the first electrode is. */
  readonly xOffset?: number
  readonly yOffset?: number
  readonly z?: number
}

/** Ids count from 0, along x first. */
export function electrodeArrayCoordinates(options: GridOptions = {}): readonly CoordinateRow[] {
  const { pitch = 1000, xs = 4, ys = 4, xOffset = 500, yOffset = 500, z = 175 } = options
  if (!(pitch > 0)) throw new UsageError(`A pitch of ${pitch} µm is none; it must be above 0.`)
  return Array.from({ length: xs * ys }, (_, id) => [
    id,
    xOffset + pitch * (id % xs),
    yOffset + pitch * Math.floor(id / xs),
    z,
  ])
}

/** Two corners: the smallest x and y, and the largest. */
export type Area = readonly [readonly [number, number], readonly [number, number]]

/** The largest centred grid whose sides are powers of two. */
export function electrodeArrayCoordinatesForArea(
  pitch: number,
  [[left, bottom], [right, top]]: Area,
  z = 0,
): readonly CoordinateRow[] {
  const along = (width: number): number =>
    2 ** Math.floor(Math.log2(Math.floor(width / pitch + 1e-9) + 1))
  const [xs, ys] = [along(right - left), along(top - bottom)]
  const centre = (low: number, high: number, count: number): number =>
    (low + high - (count - 1) * pitch) / 2
  const [xOffset, yOffset] = [centre(left, right, xs), centre(bottom, top, ys)]
  return electrodeArrayCoordinates({ pitch, xs, ys, xOffset, yOffset, z })
}

export interface ArrayLayout {
  readonly pitch: number
  readonly xs: number
  readonly ys: number
  readonly withoutCorners: boolean
  /** Of one electrode, in µm; of the same area where it is square. */
  readonly radius: number
  readonly maker: string
}

/** Arrays one can buy, from their makers' sheets. */
export const arrayLayouts = {
  '60MEA200/30': {
    pitch: 200,
    xs: 8,
    ys: 8,
    withoutCorners: true,
    radius: 15,
    maker: 'Multi Channel Systems',
  },
  '256MEA100/30': {
    pitch: 100,
    xs: 16,
    ys: 16,
    withoutCorners: true,
    radius: 15,
    maker: 'Multi Channel Systems',
  },
  BioChip4096S: {
    pitch: 42,
    xs: 64,
    ys: 64,
    withoutCorners: false,
    radius: 11.8,
    maker: '3Brain',
  },
} as const satisfies Readonly<Record<string, ArrayLayout>>

export type LayoutName = keyof typeof arrayLayouts

/** An array as its maker builds it, around a centre. */
export function electrodesOfLayout(
  name: LayoutName,
  centre: readonly [number, number, number] = [0, 0, 0],
): readonly CoordinateRow[] {
  const layout: ArrayLayout | undefined = arrayLayouts[name]
  if (layout === undefined) {
    throw new UsageError(
      `There is no array ${name}; there is ${Object.keys(arrayLayouts).join(', ')}.`,
    )
  }
  const { pitch, xs, ys, withoutCorners } = layout
  const [x, y, z] = centre
  const xOffset = x - ((xs - 1) * pitch) / 2
  const yOffset = y - ((ys - 1) * pitch) / 2
  const all = electrodeArrayCoordinates({ pitch, xs, ys, xOffset, yOffset, z })
  const corners = withoutCorners ? [0, xs - 1, xs * (ys - 1), xs * ys - 1] : []
  return all.filter((_, k) => !corners.includes(k)).map((row, id) => [id, ...row.slice(1)])
}
