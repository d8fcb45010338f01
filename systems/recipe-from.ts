/** A recipe from anything that claims to be one, such as the text of a JSON file, refused where it makes no sense. */
import { UsageError } from '../compiler/usage-error.ts'
import * as must from './check-fields.ts'
import { transmitters } from './connect/transmitters.ts'
import type { AreaRecipe, PopulationRecipe, Recipe } from './recipe.ts'
import { mustBeNames, unknownName } from './validate.ts'

const population = must.fields(
  { transmitter: must.oneOf(Object.keys(transmitters)) },
  {
    count: must.whole,
    ratio: must.notNegative,
    layers: must.each(must.whole),
    somaOnly: must.flag,
  },
)

const area = must.fields(
  { shape: must.oneOf(['rectangle', 'disk']) },
  {
    width: must.positive,
    height: must.positive,
    radius: must.positive,
    innerRadius: must.notNegative,
    z: must.bounds,
    layers: must.each(must.bounds),
  },
)

const synapse = must.fields(
  { sections: must.each(must.notNegative), receptors: must.each(must.each(must.finite)) },
  { weight: must.finite },
)

const connectivity = must.fields(
  {
    kernel: must.oneOf(['exponential', 'gaussian']),
    sigma: must.positive,
    inDegree: must.each(must.notNegative),
  },
  {
    cutoff: must.chance,
    allowSelf: must.flag,
    velocity: must.notNegative,
    synapses: must.each(synapse),
  },
)

const electrodes = must.fields(
  {
    pitch: must.positive,
    z: must.finite,
    inputRadius: must.notNegative,
    outputRadius: must.notNegative,
  },
  { columns: must.whole, rows: must.whole, offset: must.finite },
)

const recipe = must.fields(
  { name: must.text, seed: must.seed, populations: must.each(population), area, connectivity },
  {
    summary: must.text,
    total: must.whole,
    electrodes,
    selections: must.each(must.fields({ box: must.notNegative }, {})),
  },
)

export function recipeFrom(given: unknown): Recipe {
  recipe('The recipe', given)
  const read = given as Recipe
  mustBeNames('populations', Object.keys(read.populations))
  mustHaveSides(read.area)
  for (const [name, own] of Object.entries(read.populations)) mustBeCounted(name, own, read)
  const { inDegree, synapses = {} } = read.connectivity
  mustBePathways('connectivity.inDegree', inDegree, read)
  mustBePathways('connectivity.synapses', synapses, read)
  for (const [pathway, { sections }] of Object.entries(synapses)) {
    if (Object.values(sections).some((share) => share > 0)) continue
    throw new UsageError(`connectivity.synapses.${pathway}.sections has no share above 0.`)
  }
  return read
}

function mustHaveSides({ shape, width, height, radius, innerRadius = 0 }: AreaRecipe): void {
  if (shape === 'rectangle' && (width === undefined || height === undefined)) {
    throw new UsageError('area is a rectangle; it must have a width and a height in um.')
  }
  if (shape === 'disk' && !(radius !== undefined && radius > innerRadius)) {
    throw new UsageError(`area is a disk; it must have a radius above ${innerRadius} um.`)
  }
}

function mustBeCounted(name: string, own: PopulationRecipe, { area, total }: Recipe): void {
  const place = `populations.${name}`
  const ways = (['count', 'ratio', 'layers'] as const).filter((way) => own[way] !== undefined)
  if (ways.length !== 1) {
    const has = ways.length === 0 ? 'none of them' : ways.join(' and ')
    throw new UsageError(`${place} is counted by count, by ratio or by layers; it has ${has}.`)
  }
  if (own.ratio !== undefined && total === undefined) {
    throw new UsageError(`${place}.ratio is a share of the total, which the recipe lacks.`)
  }
  const known = Object.keys(area.layers ?? {})
  const strange = Object.keys(own.layers ?? {}).find((layer) => !known.includes(layer))
  if (strange !== undefined) {
    throw new UsageError(`${place}.layers has ${unknownName(strange, 'layer of the area', known)}`)
  }
}

function mustBePathways(place: string, given: object, { populations }: Recipe): void {
  const names = Object.keys(populations)
  const pathways = names.flatMap((post) => names.map((pre) => `${pre}->${post}`))
  const known = place.endsWith('inDegree') ? [...pathways, 'default'] : pathways
  const strange = Object.keys(given).find((pathway) => !known.includes(pathway))
  if (strange === undefined) return
  throw new UsageError(`${place} has ${unknownName(strange, 'pathway', known)}`)
}
