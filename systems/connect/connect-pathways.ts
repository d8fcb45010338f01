/** The projections of a recipe: pathway by pathway, section by section, receptor by receptor. */
import { Random } from '../random.ts'
import { populationOf, type Recipe, type SynapseRecipe } from '../recipe.ts'
import type { Population, Projection } from '../system.ts'
import { connectByDistance, type Ends } from './distance-rule.ts'
import { rowOf } from './transmitters.ts'

/** No delay is shorter, in ms. */
const shortestDelay = 0.05

export function connectPathways(
  recipe: Recipe,
  populations: readonly Population[],
): readonly Projection[] {
  return populations.flatMap((post) => populations.flatMap((pre) => connect(recipe, pre, post)))
}

function connect(recipe: Recipe, pre: Population, post: Population): readonly Projection[] {
  const { seed, connectivity } = recipe
  const { kernel, sigma, inDegree, cutoff = 0, allowSelf = false, synapses = {} } = connectivity
  const pathway = `${pre.name}->${post.name}`
  const degree = inDegree[pathway] ?? inDegree.default ?? 0
  if (degree === 0) return []
  const places = { pre: pre.coordinates ?? none, post: post.coordinates ?? none }
  const random = new Random(seed, pathway)
  const rule = { kernel, sigma, inDegree: degree, cutoff, allowSelf, random }
  const ends = connectByDistance(places, rule)
  const {
    sections,
    receptors,
    weight = 1,
  } = synapses[pathway] ?? usualSynapse(recipe, pre.name, post.name)
  const { isExcitatory } = rowOf(populationOf(recipe, pre.name).transmitter)
  const type = isExcitatory ? 'excitatory' : 'inhibitory'
  const parts = shareOut(ends, sections, new Random(seed, `sections of ${pathway}`))
  return parts.flatMap(({ at, i, j }) => {
    const delay = delaysOf({ i, j }, places, recipe)
    return Object.entries(receptors).map(([synapse, mechanism]): Projection => {
      const parameters = new Map<string, number>()
      const names = { pre: pre.name, post: post.name, synapse, at, type } as const
      return { ...names, i, j, weight, delay, parameters, mechanism }
    })
  })
}

const none = new Float64Array(0)

/** As the transmitter says: excitation ends on the dendrite, unless the target has only a soma. */
function usualSynapse(recipe: Recipe, pre: string, post: string): SynapseRecipe {
  const { receptors, sites, isExcitatory } = rowOf(populationOf(recipe, pre).transmitter)
  const { transmitter, somaOnly = !rowOf(transmitter).isExcitatory } = populationOf(recipe, post)
  const section = somaOnly || !isExcitatory ? 'soma' : 'dend'
  return { sections: { [section]: 1 }, receptors, weight: sites }
}

interface Part extends Ends {
  readonly at: string
}

/** Each connection ends on one section, by chance. */
function shareOut(
  { i, j }: Ends,
  sections: SynapseRecipe['sections'],
  random: Random,
): readonly Part[] {
  const names = Object.keys(sections)
  const [only, ...others] = names
  if (only === undefined) return []
  if (others.length === 0) return i.length > 0 ? [{ at: only, i, j }] : []
  const bounds = boundsOf(Object.values(sections))
  const chosen = new Uint8Array(i.length)
  const counts = new Int32Array(names.length)
  for (let k = 0; k < chosen.length; k++) {
    const u = random.uniformAt(i[k] ?? 0, j[k] ?? 0)
    let section = 0
    while (u >= (bounds[section] ?? 1)) section++
    chosen[k] = section
    counts[section] = (counts[section] ?? 0) + 1
  }
  return names.flatMap((at, section) => {
    const count = counts[section] ?? 0
    return count > 0 ? [{ at, ...endsOn(section, { i, j }, { chosen, count }) }] : []
  })
}

interface Choice {
  readonly chosen: Uint8Array
  readonly count: number
}

function endsOn(section: number, { i, j }: Ends, { chosen, count }: Choice): Ends {
  const ends = { i: new Int32Array(count), j: new Int32Array(count) }
  let at = 0
  for (let k = 0; k < chosen.length; k++) {
    if (chosen[k] !== section) continue
    ends.i[at] = i[k] ?? 0
    ends.j[at++] = j[k] ?? 0
  }
  return ends
}

/** Where each share ends when all of them are laid from 0 to 1. */
function boundsOf(shares: readonly number[]): readonly number[] {
  const sum = shares.reduce((all, share) => all + share, 0)
  const ends = shares.map((_, k) => shares.slice(0, k + 1).reduce((all, own) => all + own, 0) / sum)
  return [...ends.slice(0, -1), 1]
}

/** In ms, from the distance in the plane, or in space where cells lie in layers. */
function delaysOf(
  { i, j }: Ends,
  { pre, post }: { readonly pre: Float64Array; readonly post: Float64Array },
  { area, connectivity: { velocity = 250 } }: Recipe,
): Float32Array | number {
  if (velocity === 0) return 0
  const depth = area.layers ? 1 : 0
  const delays = new Float32Array(i.length)
  for (let k = 0; k < delays.length; k++) {
    const [a, b] = [3 * (i[k] ?? 0), 3 * (j[k] ?? 0)]
    const dx = (pre[a] ?? 0) - (post[b] ?? 0)
    const dy = (pre[a + 1] ?? 0) - (post[b + 1] ?? 0)
    const dz = depth * ((pre[a + 2] ?? 0) - (post[b + 2] ?? 0))
    const distance = Math.fround(Math.sqrt(dx * dx + dy * dy + dz * dz))
    delays[k] = Math.max(distance / velocity, shortestDelay)
  }
  return delays
}
