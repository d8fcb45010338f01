/** What a recipe will become, without making it. */
import { electrodesOf } from './electrodes.ts'
import { countCells } from './layout/count-cells.ts'
import type { Recipe } from './recipe.ts'

export interface Outline {
  readonly name: string
  readonly cells: number
  readonly populations: Readonly<Record<string, number>>
  readonly electrodes: number
  readonly selections: readonly string[]
  readonly summary: string
}

export function outlineOf(recipe: Recipe): Outline {
  const { name, area, electrodes, selections = {}, summary = '' } = recipe
  const counts = countCells(recipe)
  return {
    name,
    cells: [...counts.values()].reduce((sum, count) => sum + count, 0),
    populations: Object.fromEntries(counts),
    electrodes: electrodes ? electrodesOf(electrodes, area).electrodeCoordinates.length : 0,
    selections: Object.keys(selections),
    summary,
  }
}
