/**
 * Applies the few lines of an integration scheme to a system of equations.
 *
 * Before  k = dt * f(x, t)   x = x + dt * f(x + k / 2, t + dt / 2)      dv/dt = F(v, u)   du/dt = G(v, u)
 * After   k_v = dt * F(v, u)   k_u = dt * G(v, u)   v_new = v + dt * F(v + k_v / 2, u + k_u / 2)  …
 * Needs   equations with definitions substituted
 */
import { minus, negative, over, plus, times, zero } from '../ir/algebra.ts'
import { linearIn } from '../ir/derivative.ts'
import { apply, type Expr, number, read, substitute } from '../ir/expr.ts'
import { InternalError } from '../ir/internal-error.ts'
import { readScheme, type Syntax } from '../ir/read-scheme.ts'
import type { Equation, Equations } from './equations.ts'
import type { Integrator } from './integrator.ts'
import type { FreshNames } from '../ir/fresh-names.ts'
import { normalOf } from './noise-increment.ts'

export interface SchemeContext {
  readonly system: Equations
  /** The states the scheme advances. */
  readonly members: readonly string[]
  /** States advanced otherwise whose intermediate values the scheme still needs. */
  readonly companions: readonly string[]
  /** New values of states that are solved exactly. */
  readonly settled: ReadonlyMap<string, Expr>
  /** Names for parts of the result: definitions at each stage, and the scheme's own lines. */
  readonly names: Map<Expr, string>
  readonly fresh: FreshNames
  /** Makes random streams the population's own. */
  readonly owner: string
}

/** A number, or one number for each white noise of an equation. */
type Value = Expr | ReadonlyMap<string, Expr>

const isVector = (value: Value): value is ReadonlyMap<string, Expr> => value instanceof Map

/** New values of the members. */
export function applyScheme(scheme: Integrator, context: SchemeContext): ReadonlyMap<string, Expr> {
  return new Scheme(context, scheme.noise === 'diagonal').run(scheme.scheme)
}

/** One application of one scheme: the values of its lines for every state. */
class Scheme {
  private readonly lines = new Map<string, Map<string, Value>>()
  private readonly stages = new Map<Syntax, ReadonlyMap<string, Expr>>()
  private readonly context: SchemeContext
  private readonly isDiagonal: boolean

  constructor(context: SchemeContext, isDiagonal: boolean) {
    this.context = context
    this.isDiagonal = isDiagonal
  }

  run(text: string): ReadonlyMap<string, Expr> {
    const { members, companions, names, fresh } = this.context
    for (const line of readScheme(text)) {
      const values = new Map<string, Value>()
      const isLast = line.name === 'x'
      for (const state of isLast ? members : [...members, ...companions]) {
        const value = this.evaluate(line.value, state)
        values.set(state, value)
        if (!isVector(value) && value.kind === 'apply' && !isLast && !names.has(value)) {
          names.set(value, fresh.fresh(`${line.name}_${state}`))
        }
      }
      this.lines.set(line.name, values)
    }
    const result = new Map<string, Expr>()
    for (const [state, value] of this.lines.get('x') ?? []) result.set(state, this.scalar(value))
    return result
  }

  private evaluate(node: Syntax, state: string): Value {
    switch (node.kind) {
      case 'number':
        return number(node.value)
      case 'name':
        return this.named(node.name.text, state)
      case 'unary':
        return map(this.evaluate(node.arg, state), negative)
      case 'binary':
        return combine(node.op, this.evaluate(node.left, state), this.evaluate(node.right, state))
      case 'call':
        return this.call(node, state)
      default:
        throw new InternalError('integrate', `a scheme cannot hold ${node.kind}`)
    }
  }

  private named(name: string, state: string): Value {
    if (name === 't' || name === 'dt') return read(name)
    const line = this.lines.get(name)?.get(state)
    if (line && name !== 'x') return line
    if (name === 'x') return read(state)
    if (name !== 'dW') throw new InternalError('integrate', `a scheme line reads ${name}`)
    const kicks = new Map([...this.equation(state).noise.keys()].map((xi) => [xi, this.kick(xi)]))
    return this.alone(kicks)
  }

  /** The increment of one white noise over the step. */
  private kick(xi: string): Expr {
    return times(apply('sqrt', read('dt')), normalOf(xi, this.context.owner))
  }

  private call(node: Syntax & { kind: 'call' }, state: string): Value {
    const [first, second] = node.args
    const inner = first && (() => this.scalar(this.evaluate(first, state)))
    switch (node.callee.text) {
      case 'f':
        return this.atStage(this.equation(state).drift, node)
      case 'g': {
        const noise = [...this.equation(state).noise]
        return this.alone(new Map(noise.map(([xi, g]) => [xi, this.atStage(g, node)])))
      }
      case 'slope':
        return this.slope(state, node)
      case 'sqrt':
      case 'exprel':
        if (inner && !second) return apply(node.callee.text, inner())
    }
    throw new InternalError('integrate', `a scheme cannot call ${node.callee.text}`)
  }

  private slope(state: string, node: Syntax & { kind: 'call' }): Expr {
    const linear = linearIn(this.equation(state).drift, state)
    if (!linear) throw new InternalError('integrate', `d${state}/dt is not linear in ${state}`)
    return this.atStage(linear.slope, node)
  }

  private equation(state: string): Equation {
    const equation = this.context.system.equations.get(state)
    if (!equation) throw new InternalError('integrate', `no equation for ${state}`)
    return equation
  }

  /** An expression at the states and time that a call such as f(x + k/2, t + dt/2) names. */
  private atStage(expr: Expr, call: Syntax & { kind: 'call' }): Expr {
    const known = this.stages.get(call)
    const stage = known ?? this.stageOf(call)
    if (!known) {
      this.stages.set(call, stage)
      this.nameDefinitions(stage)
    }
    return stage.size === 0 ? expr : substitute(expr, stage)
  }

  private stageOf(call: Syntax & { kind: 'call' }): ReadonlyMap<string, Expr> {
    const [x, t] = call.args
    const stage = new Map<string, Expr>()
    const { members, companions } = this.context
    for (const state of x ? [...members, ...companions] : []) {
      const value = this.scalar(this.evaluate(x as Syntax, state))
      if (value !== read(state)) stage.set(state, value)
    }
    const time = t && this.scalar(this.evaluate(t, members[0] ?? ''))
    if (time && time !== read('t')) stage.set('t', time)
    return stage
  }

  private nameDefinitions(stage: ReadonlyMap<string, Expr>): void {
    const { names, fresh, system } = this.context
    if (stage.size === 0) return
    for (const [name, value] of system.definitions) {
      const there = substitute(value, stage)
      if (there.kind === 'apply' && !names.has(there)) names.set(there, fresh.fresh(name))
    }
    for (const [state, value] of stage) {
      if (value.kind === 'apply' && !names.has(value)) names.set(value, fresh.fresh(`${state}_mid`))
    }
  }

  /** Diagonal schemes know one noise per equation and write it as a number. */
  private alone(vector: ReadonlyMap<string, Expr>): Value {
    if (!this.isDiagonal) return vector
    const [only] = vector.values()
    return only ?? zero
  }

  private scalar(value: Value): Expr {
    if (!isVector(value)) return value
    if (value.size === 0) return zero
    throw new InternalError('integrate', 'a scheme adds noise without dW')
  }
}

function map(value: Value, change: (expr: Expr) => Expr): Value {
  if (!isVector(value)) return change(value)
  return new Map([...value].map(([xi, expr]) => [xi, change(expr)]))
}

const arithmetic = { '+': plus, '-': minus, '*': times, '/': over } as const

function combine(op: string, a: Value, b: Value): Value {
  const act = op in arithmetic ? arithmetic[op as keyof typeof arithmetic] : undefined
  if (!act) throw new InternalError('integrate', `a scheme cannot use ${op}`)
  if (isVector(a) && isVector(b)) {
    if (op === '*') return contract(a, b)
    return new Map([...a].map(([xi, expr]) => [xi, act(expr, b.get(xi) ?? zero)]))
  }
  if (isVector(a)) return isVector(b) ? a : map(a, (expr) => act(expr, b as Expr))
  return isVector(b) ? map(b, (expr) => act(a, expr)) : act(a, b)
}

/** g · dW: the sum over all noises of an equation. */
function contract(a: ReadonlyMap<string, Expr>, b: ReadonlyMap<string, Expr>): Expr {
  return [...a].reduce((sum, [xi, expr]) => plus(sum, times(expr, b.get(xi) ?? zero)), zero)
}
