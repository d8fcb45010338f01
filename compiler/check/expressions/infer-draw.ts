/** Randomness: every place that draws has its own stream, so a number is a pure function of seed, place, cell and step. */
import type { Expr as Tree } from '../../../grammar/ast.ts'
import { none } from '../../ir/dimension.ts'
import { read } from '../../ir/expr.ts'
import { streamOf } from '../../ir/random.ts'
import { callCount } from '../rules/functions-are-known.ts'
import { drawIsAsked } from '../rules/distributions-follow-a-tilde.ts'
import { argumentFits } from '../rules/units-agree.ts'
import { isQuantity } from '../rules/values-have-their-type.ts'
import type { Scope } from './scope.ts'
import { applied, joint, literal, timesKnown, type Typed, unknown } from './typed.ts'

type Call = Extract<Tree, { kind: 'call' }>
type Sample = (op: 'uniform' | 'normal' | 'poisson' | 'gamma', ...args: readonly Typed[]) => Typed

interface Distribution {
  readonly least: number
  readonly most: number
  /** Arguments agree with each other, or are pure numbers; `first` asks it of the first only. */
  readonly units: 'agree' | 'pure' | 'first'
  readonly make: (args: readonly Typed[], sample: Sample) => Typed
}

const plus = (a: Typed, b: Typed): Typed => applied('add', [a, b], shown(a, b))
const minus = (a: Typed, b: Typed): Typed => applied('subtract', [a, b], shown(a, b))
const times = (a: Typed, b: Typed): Typed =>
  applied('multiply', [a, b], { ...shown(a, b), dimension: timesKnown(a, b) })

function shown(a: Typed, b: Typed) {
  const unit = a.unit ?? b.unit
  return { dimension: joint(a, b), ...(unit ? { unit } : {}) }
}

const lessThan = (a: Typed, b: Typed): Typed => applied('less', [a, b], { dimension: none })

/** Drawn anew at every evaluation. */
export const draws: ReadonlyMap<string, Distribution> = new Map<string, Distribution>([
  ['rand', { least: 0, most: 0, units: 'pure', make: (_, sample) => sample('uniform') }],
  ['randn', { least: 0, most: 0, units: 'pure', make: (_, sample) => sample('normal') }],
  [
    'poisson',
    { least: 1, most: 1, units: 'pure', make: ([m = unknown], sample) => sample('poisson', m) },
  ],
])

/** Drawn once per cell, behind `~`. */
export const distributions: ReadonlyMap<string, Distribution> = new Map<string, Distribution>([
  [
    'uniform',
    {
      least: 2,
      most: 2,
      units: 'agree',
      make: ([a = unknown, b = unknown], sample) => between(a, b, sample('uniform')),
    },
  ],
  [
    'normal',
    {
      least: 2,
      most: 2,
      units: 'agree',
      make: ([m = unknown, s = unknown], sample) => plus(m, times(s, sample('normal'))),
    },
  ],
  [
    'lognormal',
    {
      least: 2,
      most: 2,
      units: 'pure',
      make: ([m = unknown, s = unknown], sample) =>
        applied('exp', [plus(m, times(s, sample('normal')))], { dimension: none }),
    },
  ],
  [
    'exponential',
    { least: 1, most: 1, units: 'agree', make: ([m = unknown], sample) => exponential(m, sample) },
  ],
  [
    'gamma',
    {
      least: 2,
      most: 2,
      units: 'first',
      make: ([k = unknown, theta = unknown], sample) => times(theta, sample('gamma', k)),
    },
  ],
  [
    'bernoulli',
    {
      least: 1,
      most: 1,
      units: 'pure',
      make: ([p = unknown], sample) =>
        applied('int', [lessThan(sample('uniform'), p)], { dimension: none }),
    },
  ],
  [
    'choice',
    { least: 1, most: 64, units: 'agree', make: (args, sample) => choice(args, sample('uniform')) },
  ],
])

/** a + (b - a) u, as short as a literal a and b allow. */
function between(a: Typed, b: Typed, u: Typed): Typed {
  if (a.expr.kind !== 'number' || b.expr.kind !== 'number') return plus(a, times(minus(b, a), u))
  const unit = a.unit ?? b.unit
  const width = literal(b.expr.value - a.expr.value, joint(a, b), unit)
  const scaled = b.expr.value - a.expr.value === 1 && !unit ? u : times(width, u)
  return a.expr.value === 0 ? scaled : plus(a, scaled)
}

/** -m log(1 - u), finite for u in [0, 1). */
function exponential(mean: Typed, sample: Sample): Typed {
  const u = sample('uniform')
  const negative = applied('negate', [u], { dimension: none })
  const survival = applied('log1p', [negative], { dimension: none })
  return times(mean, applied('negate', [survival], { dimension: none }))
}

/** The first value whose share of [0, 1) holds u. */
function choice(values: readonly Typed[], u: Typed): Typed {
  return values.reduceRight((later, value, k) => {
    const below = lessThan(u, literal((k + 1) / values.length))
    return applied('select', [below, value, later], { ...shown(value, later), type: value.type })
  })
}

export function inferDraw(call: Call, args: readonly Typed[], scope: Scope): Typed {
  const name = call.callee.text
  const row = draws.get(name) ?? distributions.get(name)
  if (!row || !callCount(call, row, scope)) return unknown
  if (distributions.has(name) && !drawIsAsked(call, scope)) return unknown
  const isChoice = name === 'choice'
  const numbers = args.map((arg, k) => isChoice || isQuantity(call.args[k] ?? call, arg, scope))
  if (!numbers.every(Boolean) || !unitsFit(call, { row, args }, scope)) return unknown
  return row.make(args, (op, ...own) => applied(op, [...own, ...key(scope)], { dimension: none }))
}

/** (seed, site, cell, step): the site tells this draw from every other of the declaration. */
function key({ draws: site }: Scope): readonly Typed[] {
  const stream = streamOf(`${site.owner}/${site.count}`)
  site.count += 1
  const named = (name: string): Typed => ({ ...literal(0), expr: read(name) })
  return [named('seed'), literal(stream), named('i'), named('step')]
}

function unitsFit(
  call: Call,
  { row, args }: { readonly row: Distribution; readonly args: readonly Typed[] },
  scope: Scope,
): boolean {
  const leader = args.find((arg) => !arg.free) ?? unknown
  const asked = row.units === 'agree' ? leader : { dimension: none }
  const fit = args.map((value, k) => {
    if (row.units === 'first' && k > 0) return true
    const tree = call.args[k] ?? call
    const unit = 'unit' in asked && asked.unit ? { unit: asked.unit } : {}
    const what = { dimension: asked.dimension, ...unit }
    return argumentFits({ callee: call.callee.text, tree, value }, what, scope)
  })
  return fit.every(Boolean)
}
