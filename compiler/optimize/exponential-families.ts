/** Which exponentials of one voltage are powers of a common one, so that there are as few of those as possible. */
import type { Expr } from '../ir/expr.ts'

/** exp(argument), or argument / (exp(argument) - 1) as `1 / exprel(argument)`. */
export interface Use {
  readonly whole: Expr
  readonly kind: 'exp' | 'quotient'
  readonly argument: Expr
  readonly slope: number
  /** What the argument is where the voltage is 0: the same in all cells. */
  readonly rest: Expr
}

/** Powers beyond this would cost as much as an exponential, and lose digits. */
const highestPower = 32

/** What an exponential takes, in multiplications. */
const workOfExponential = 40

export interface Member extends Use {
  /** The slope as a multiple of the family's, with its sign. */
  readonly power: number
}

/** Uses whose slopes are whole multiples of one: the slowest's, or a fraction of that. */
export interface Family {
  readonly slope: number
  readonly members: readonly Member[]
}

/** Uses of one slope, rising and falling. */
interface Kin {
  readonly slope: number
  readonly uses: readonly Use[]
  readonly isOfOneSign: boolean
}

/** What a family will be. */
interface Grouping {
  readonly slope: number
  readonly powers: ReadonlyMap<Kin, number>
}

interface Division {
  readonly groupings: readonly Grouping[]
  readonly work: number
}

/** The division of uses into families that takes the least work. */
export function familiesOf(uses: readonly Use[]): readonly Family[] {
  const bySlope = new Map<number, Use[]>()
  for (const use of [...uses].sort((a, b) => Math.abs(a.slope) - Math.abs(b.slope))) {
    const kin = bySlope.get(Math.abs(use.slope)) ?? []
    kin.push(use)
    bySlope.set(Math.abs(use.slope), kin)
  }
  const all = [...bySlope].map(([slope, kin]): Kin => {
    return { slope, uses: kin, isOfOneSign: kin.every((use) => use.slope === kin[0]?.slope) }
  })
  return divided(all, new Map())
    .groupings.map(familyOf)
    .filter(({ members }) => members.length > 1)
}

const familyOf = ({ slope, powers }: Grouping): Family => ({
  slope,
  members: [...powers].flatMap(([{ uses }, power]) =>
    uses.map((use): Member => ({ ...use, power: Math.sign(use.slope) * power })),
  ),
})

/** The slowest can found a family with its slope, or with a fraction of it that fits others better. */
function divided(all: readonly Kin[], known: Map<string, Division>): Division {
  const [slowest] = all
  if (!slowest) return { groupings: [], work: 0 }
  const key = all.map(({ slope }) => slope).join()
  const found = known.get(key)
  if (found) return found
  let best: Division = { groupings: [], work: Number.POSITIVE_INFINITY }
  for (let part = 1; part <= highestPower; part++) {
    const slope = slowest.slope / part
    const isAlone = all.every((kin) => kin === slowest || powerOf(kin, slope) === undefined)
    if (part > 1 && isAlone && slowest.isOfOneSign) continue
    const grouping = groupingWith(slope, all)
    const { powers } = grouping
    const own = workOf(grouping)
    // Others would take at least one exponential more.
    const least = powers.size < all.length ? own + workOfExponential : own
    if (least >= best.work) continue
    const others = divided(
      all.filter((kin) => !powers.has(kin)),
      known,
    )
    const work = own + others.work
    if (work < best.work) best = { groupings: [grouping, ...others.groupings], work }
  }
  known.set(key, best)
  return best
}

function groupingWith(slope: number, all: readonly Kin[]): Grouping {
  const powers = new Map<Kin, number>()
  for (const kin of all) {
    const power = powerOf(kin, slope)
    if (power !== undefined) powers.set(kin, power)
  }
  return { slope, powers }
}

function powerOf(kin: Kin, slope: number): number | undefined {
  const power = Math.round(kin.slope / slope)
  const isMultiple = Math.abs(kin.slope / slope - power) < 1e-9 * power
  return isMultiple && power <= highestPower ? power : undefined
}

/** An exponential, and a multiplication for each power that `raised` comes by. */
function workOf({ powers }: Grouping): number {
  const steps = new Set<number>()
  for (const power of powers.values()) {
    for (let n = power; n > 1; n = Math.floor(n / 2)) steps.add(n).add(n - (n % 2))
  }
  return workOfExponential + steps.size
}
