/** A recipe → the system it describes, the same for ever. */
import { connectPathways } from './connect/connect-pathways.ts'
import { electrodesOf } from './electrodes.ts'
import { countCells } from './layout/count-cells.ts'
import { placeCells } from './layout/place-cells.ts'
import { populationOf, type Recipe } from './recipe.ts'
import { recipeFrom } from './recipe-from.ts'
import { cellsInSquare } from './select/patch.ts'
import { type Population, System } from './system.ts'

export function generate(given: Recipe): System {
  const recipe = recipeFrom(given)
  const { name, area, electrodes, selections = {} } = recipe
  const populations = populationsOf(recipe)
  const projections = connectPathways(recipe, populations)
  const boxes = Object.entries(selections).map(
    ([rung, { box }]) => [rung, cellsInSquare(populations, box)] as const,
  )
  return new System({
    name,
    populations,
    projections,
    recipe,
    selections: new Map(boxes),
    ...(electrodes ? { mea: electrodesOf(electrodes, area) } : {}),
  })
}

function populationsOf(recipe: Recipe): readonly Population[] {
  const { seed, area } = recipe
  let offset = 0
  return [...countCells(recipe)].map(([name, count]): Population => {
    const own = populationOf(recipe, name)
    const coordinates = placeCells(area, own, { seed, population: name, count })
    offset += count
    return { name, count, offset: offset - count, coordinates }
  })
}
