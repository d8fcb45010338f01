/** How many cells each population has: as its recipe says, or its share of the total. */
import type { PopulationRecipe, Recipe } from '../recipe.ts'

/** Counts come first; what is left of the total is shared by ratio, the largest remainders rounded up. */
export function countCells({ populations, total = 0 }: Recipe): ReadonlyMap<string, number> {
  const all = Object.entries(populations)
  const given = new Map(all.map(([name, recipe]) => [name, ownCount(recipe)]))
  const sharing = all.filter(([name]) => given.get(name) === undefined)
  const taken = [...given.values()].reduce<number>((sum, count) => sum + (count ?? 0), 0)
  const ratios = sharing.map(([, { ratio = 1 }]) => ratio)
  const shares = shared(Math.max(0, total - taken), ratios)
  const byName = new Map(sharing.map(([name], k) => [name, shares[k] ?? 0]))
  return new Map(all.map(([name]) => [name, given.get(name) ?? byName.get(name) ?? 0]))
}

function ownCount({ count, layers }: PopulationRecipe): number | undefined {
  if (count !== undefined || layers === undefined) return count
  return Object.values(layers).reduce((sum, each) => sum + each, 0)
}

function shared(total: number, ratios: readonly number[]): readonly number[] {
  const sum = ratios.reduce((all, ratio) => all + ratio, 0)
  const exact = ratios.map((ratio) => (sum > 0 ? (total * ratio) / sum : 0))
  const whole = exact.map(Math.floor)
  const left = total - whole.reduce((all, each) => all + each, 0)
  const remainders = exact.map((share, k) => ({ k, remainder: share - (whole[k] ?? 0) }))
  const first = remainders.sort((a, b) => b.remainder - a.remainder || a.k - b.k).slice(0, left)
  const up = new Set(first.map(({ k }) => k))
  return whole.map((each, k) => each + (up.has(k) ? 1 : 0))
}
