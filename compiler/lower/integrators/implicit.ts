/**
 * Linearly implicit voltages: all voltages of a cell are solved for together, while its gates keep to a grid
 * half a step apart.
 *
 * Everything else advances first, by exponential Euler from the old voltages. With that, a voltage moves by
 * (1 - dt θ A) Δ = dt (A v + b). Where A or b depend on voltages still, by gates that follow at once or a bent
 * driving force, they are taken at voltages half a step later, which are solved for with the old ones. Each
 * line has a θ = (3 + z) / (6 + z), where z is dt times the conductance to outside over the capacitance: the
 * trapezoid for a slow membrane, backward Euler for a fast one, and in between the third-order formula of
 * Radau, so that no conductance and no coupling makes voltages ring. Of second order where gates begin in
 * equilibrium; others begin half a step early.
 */
import { minus, negative, one, plus, times, zero } from '../../ir/algebra.ts'
import { dependsOn, type Linear, linearIn, linearWhileHeld } from '../../ir/derivative.ts'
import { type Expr, number, read, substitute } from '../../ir/expr.ts'
import { ModelError } from '../../ir/model-error.ts'
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
  const isBent = parts.some(({ drift }) => isHeld(drift, voltages))
  const middle = isBent ? middleOf(old, linesAt(old, parts, around)) : old
  if (isBent) nameMiddle(middle, around, context)
  return new Map([...gates, ...endOf(old, linesAt(middle, parts, around))])
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
  new Map([...ends].map(([name, end]) => [name, times(half, plus(read(name), end))]))

/** A voltage around the middle of the step: dv/dt = Σ slope × voltage + rest, and its noise. */
interface Parts {
  readonly name: string
  /** What is not linear in the voltages reads them as `held`. */
  readonly drift: Linear
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
  return { name, drift, noise: equation ? noiseIncrement(equation, one, owner) : zero }
}

const isHeld = ({ slopes, rest }: Linear, voltages: readonly string[]): boolean =>
  [...slopes.values(), rest].some((part) => voltages.some((name) => dependsOn(part, held(name))))

/** The parts of the result that the model has a name for, so that the kernel can be read. */
function nameMiddle(middle: Values, around: Values, { names, fresh, system }: SchemeContext): void {
  for (const [name, value] of middle) {
    if (value.kind === 'apply' && !names.has(value)) names.set(value, fresh.fresh(`${name}_mid`))
  }
  for (const [name, value] of [...system.definitions, ...system.frozen]) {
    const there = substitute(substitute(value, system.frozen), new Map([...around, ...middle]))
    if (there.kind === 'apply' && !names.has(there)) names.set(there, fresh.fresh(`${name}_mid`))
  }
}

/** A voltage's drift with everything but the voltages known. */
interface Line extends Linear {
  readonly name: string
  readonly noise: Expr
}

/** What is not linear is taken at these voltages, and all else where it is. */
function linesAt(there: Values, parts: readonly Parts[], around: Values): readonly Line[] {
  const bent = [...there].map(([name, value]) => [held(name), value] as const)
  const values = new Map([...around, ...bent])
  return parts.map(({ name, drift, noise }) => {
    const slopes = [...drift.slopes].map(
      ([other, slope]) => [other, substitute(slope, values)] as const,
    )
    return { name, noise, slopes: new Map(slopes), rest: substitute(drift.rest, values) }
  })
}

/** Voltages half a step later, by backward Euler. */
function middleOf(old: Values, lines: readonly Line[]): Values {
  const step = times(half, read('dt'))
  const rows = lines.map((line) => ({
    coefficients: coefficientsOf(line, lines, { own: one, step }),
    right: times(step, driftOf(line, old)),
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
