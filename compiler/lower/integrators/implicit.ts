/**
 * Linearly implicit voltages: all voltages of a cell are solved for together, while its gates keep to a grid
 * half a step apart.
 *
 * Everything else advances first, by exponential Euler from the old voltages. With that, a voltage moves by
 * (1 - dt θ A) Δ = dt (A v + b). Where A or b depend on voltages still, by gates that follow at once or a bent
 * driving force, they are the mean of what they are at the old voltages and at those ahead: twice as far as a
 * half step with the old ones goes. Each line has a θ = (3 + z) / (6 + z), where z is dt times the conductance to outside over the capacitance: the
 * trapezoid for a slow membrane, backward Euler for a fast one, and in between the third-order formula of
 * Radau, so that no conductance and no coupling makes voltages ring. Of second order where gates begin in
 * equilibrium; others begin half a step early.
 */
import { minus, negative, one, plus, times, zero } from '../../ir/algebra.ts'
import { dependsOn, type Linear, linearIn, linearWhileHeld } from '../../ir/derivative.ts'
import { type Expr, number, read, substitute } from '../../ir/expr.ts'
import { ModelError } from '../../ir/model-error.ts'
import { apart } from '../apart.ts'
import { applyScheme, type SchemeContext } from '../apply-scheme.ts'
import type { Equations } from '../equations.ts'
import { noiseIncrement } from '../noise-increment.ts'
import { type Row, solveRows } from '../solve-rows.ts'
import { exponentialEuler } from './exponential-euler.ts'

const isVoltage = (name: string): boolean => name === 'v' || name.endsWith('.v')

type Values = ReadonlyMap<string, Expr>

const half = number(0.5)

export function implicit(context: SchemeContext): Values {
  const voltages = context.members.filter(isVoltage)
  const others = context.members.filter((name) => !isVoltage(name))
  for (const name of others) refuseNonlinear(name, context)
  const gates = advanceGates(others, context)
  const halfway: [string, Expr] = ['t', plus(read('t'), times(half, read('dt')))]
  const around = new Map([...meansOf(context.settled), ...gates, halfway])
  const parts = voltages.map((name) => partsOf(name, voltages, context))
  const old = new Map(voltages.map((name) => [name, read(name)]))
  const now = bentAt(old, parts, around)
  if (!parts.some(({ bent }) => bent.slopes.size > 0 || bent.rest !== zero)) {
    return new Map([...gates, ...endOf(old, linesOf(parts, now, around))])
  }
  const ahead = aheadOf(old, linesOf(parts, now, around))
  nameAhead(ahead, around, context)
  const then = bentAt(ahead, parts, around)
  const mean = now.map((each, k) => meanOf(each, then[k] ?? each))
  return new Map([...gates, ...endOf(old, linesOf(parts, mean, around))])
}

/** By exponential Euler; a gate or a concentration that needs others takes them in the middle of what they do. */
function advanceGates(names: readonly string[], context: SchemeContext): Values {
  const { system, settled } = context
  const ends = new Map<string, Expr>()
  for (let open = names; open.length > 0; open = open.filter((name) => !ends.has(name))) {
    const waits = (name: string): boolean =>
      open.some((other) => other !== name && needs(name, other, system))
    const ready = open.filter((name) => !waits(name))
    const members = ready.length > 0 ? ready : open
    const means = meansOf(new Map([...settled, ...ends]))
    const centred = { ...context, members, companions: [], system: takenAt(means, members, system) }
    for (const [name, end] of applyScheme(exponentialEuler, centred)) ends.set(name, end)
  }
  return ends
}

const needs = (name: string, other: string, { equations }: Equations): boolean =>
  dependsOn(equations.get(name)?.drift ?? zero, other)

function takenAt(means: Values, members: readonly string[], system: Equations): Equations {
  const equations = new Map(system.equations)
  for (const name of members) {
    const equation = equations.get(name)
    if (equation) equations.set(name, { ...equation, drift: substitute(equation.drift, means) })
  }
  return { ...system, equations }
}

const meansOf = (ends: Values): Values =>
  new Map([...ends].map(([name, end]) => [name, meanOver(name, end)]))

/** Of where it begins and where it ends; of what only decays, as one product. */
function meanOver(name: string, end: Expr): Expr {
  const linear = linearIn(end, name)
  if (linear?.rest === zero) return times(times(half, plus(one, linear.slope)), read(name))
  return times(half, plus(read(name), end))
}

/** A voltage around the middle of the step: dv/dt = Σ slope × voltage + rest, and its noise. */
interface Parts {
  readonly name: string
  /** What does not depend on voltages beyond that. */
  readonly free: Linear
  /** What does: it reads them as `held`. */
  readonly bent: Linear
  readonly noise: Expr
}

/** No model can use this name. */
const held = (voltage: string): string => `$held ${voltage}`

function partsOf(name: string, voltages: readonly string[], context: SchemeContext): Parts {
  const { system, owner } = context
  const equation = system.equations.get(name)
  const flat = substitute(equation?.drift ?? zero, system.frozen)
  const still = new Map(voltages.map((other) => [other, read(held(other))]))
  const drift = linearWhileHeld(flat, voltages, (bent) => substitute(bent, still))
  const isHeld = (expr: Expr): boolean => voltages.some((other) => dependsOn(expr, held(other)))
  const noise = equation ? noiseIncrement(equation, one, owner) : zero
  return { name, noise, ...apartIn(drift, isHeld) }
}

function apartIn({ slopes, rest }: Linear, isHeld: (expr: Expr) => boolean) {
  const taken = [...slopes].map(([name, slope]) => [name, apart(slope, isHeld)] as const)
  const { free, bound } = apart(rest, isHeld)
  const bent = taken.filter(([, slope]) => slope.bound !== zero)
  return {
    free: { slopes: new Map(taken.map(([name, slope]) => [name, slope.free])), rest: free },
    bent: { slopes: new Map(bent.map(([name, slope]) => [name, slope.bound])), rest: bound },
  }
}

/** The parts of the result that the model has a name for, so that the kernel can be read. */
function nameAhead(ahead: Values, around: Values, { names, fresh, system }: SchemeContext): void {
  for (const [name, value] of ahead) {
    if (value.kind === 'apply' && !names.has(value)) names.set(value, fresh.fresh(`${name}_ahead`))
  }
  for (const [name, value] of [...system.definitions, ...system.frozen]) {
    const there = substitute(substitute(value, system.frozen), new Map([...around, ...ahead]))
    if (there.kind === 'apply' && !names.has(there)) names.set(there, fresh.fresh(`${name}_ahead`))
  }
}

/** What is bent, at these voltages. */
function bentAt(there: Values, parts: readonly Parts[], around: Values): readonly Linear[] {
  const voltages = [...there].map(([name, value]) => [held(name), value] as const)
  const values = new Map([...around, ...voltages])
  return parts.map(({ bent }) => changed(bent, (part) => substitute(part, values)))
}

const meanOf = (a: Linear, b: Linear): Linear => changed(sumOf(a, b), (part) => times(half, part))

function sumOf(a: Linear, b: Linear): Linear {
  const names = new Set([...a.slopes.keys(), ...b.slopes.keys()])
  const slopes = [...names].map(
    (name) => [name, plus(a.slopes.get(name) ?? zero, b.slopes.get(name) ?? zero)] as const,
  )
  return { slopes: new Map(slopes), rest: plus(a.rest, b.rest) }
}

const changed = ({ slopes, rest }: Linear, change: (part: Expr) => Expr): Linear => ({
  slopes: new Map([...slopes].map(([name, slope]) => [name, change(slope)])),
  rest: change(rest),
})

/** A voltage's drift with everything but the voltages known. */
interface Line extends Linear {
  readonly name: string
  readonly noise: Expr
}

const linesOf = (
  parts: readonly Parts[],
  bent: readonly Linear[],
  around: Values,
): readonly Line[] =>
  parts.map(({ name, free, noise }, k) => {
    const known = changed(free, (part) => substitute(part, around))
    const there = bent[k]
    return { name, noise, ...(there ? sumOf(known, there) : known) }
  })

/** Voltages twice as far as half a step of backward Euler goes. */
function aheadOf(old: Values, lines: readonly Line[]): Values {
  const step = times(half, read('dt'))
  const rows = lines.map((line) => ({
    coefficients: coefficientsOf(line, lines, { own: one, step }),
    right: times(read('dt'), driftOf(line, old)),
  }))
  return moved(old, lines, rows)
}

/** Voltages at the end of the step; every line is written times 6 + z. */
function endOf(old: Values, lines: readonly Line[]): Values {
  const dt = read('dt')
  const rows = lines.map((line) => {
    const z = negative(times(dt, [...line.slopes.values()].reduce(plus, zero)))
    const own = plus(number(6), z)
    return {
      coefficients: coefficientsOf(line, lines, { own, step: times(dt, plus(number(3), z)) }),
      right: times(own, plus(times(dt, driftOf(line, old)), line.noise)),
    }
  })
  return moved(old, lines, rows)
}

interface Weights {
  readonly own: Expr
  readonly step: Expr
}

/** own - step × A, one line of it. */
const coefficientsOf = (line: Line, lines: readonly Line[], { own, step }: Weights): Expr[] =>
  lines.map(({ name }) => {
    return minus(name === line.name ? own : zero, times(step, line.slopes.get(name) ?? zero))
  })

const driftOf = ({ slopes, rest }: Line, old: Values): Expr =>
  [...slopes].reduce((sum, [name, slope]) => plus(sum, times(slope, old.get(name) ?? zero)), rest)

function moved(old: Values, lines: readonly Line[], rows: readonly Row[]): Values {
  const names = lines.map(({ name }) => name)
  const steps = solveRows(names, rows)
  return new Map([...old].map(([name, v]) => [name, plus(v, steps.get(name) ?? zero)]))
}

function refuseNonlinear(name: string, { system }: SchemeContext): void {
  const equation = system.equations.get(name)
  if (equation && !linearIn(equation.drift, name)) throw unsuited(name, system)
}

function unsuited(name: string, { equations }: SchemeContext['system']): ModelError {
  const span = equations.get(name)?.state.span
  return new ModelError(
    span
      ? [
          {
            code: 'method-unsuited',
            severity: 'error',
            span,
            message: `method implicit cannot treat d${name}/dt, which is not linear in ${name}.`,
            notes: ['method rk2 can.'],
          },
        ]
      : [],
  )
}
