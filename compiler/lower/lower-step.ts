/**
 * Writes the step of a population: new values, refractoriness, threshold, custom events.
 *
 * Before  v_new = …   threshold v > V_th   refractory t_ref   held v
 * After   when free: v := v_new; when v_new > V_th: spike
 * Needs   integrated equations
 */
import type { Dynamics } from '../ir/dynamics.ts'
import { type Expr, never, read, substitute } from '../ir/expr.ts'
import type { Let, Statement } from '../ir/kernel.ts'
import type { Integration } from './integrate.ts'
import type { FreshNames } from '../ir/fresh-names.ts'
import { LetWriter } from './name-subexpressions.ts'
import { freeFlag, lastSpike, type Refractoriness } from './refractoriness.ts'

export interface StepParts {
  readonly dynamics: Dynamics
  /** Definitions that may be substituted, and those frozen at the old state, all flattened. */
  readonly substituted: ReadonlyMap<string, Expr>
  readonly frozen: ReadonlyMap<string, Expr>
  readonly integration: Integration
  readonly refractoriness: Refractoriness
  readonly fresh: FreshNames
}

export function lowerStep(parts: StepParts): readonly Statement[] {
  const step = new Step(parts)
  return step.statements()
}

/** The silent steps have a name of their own. */
function namedSteps({ refractoriness, substituted, fresh }: StepParts): readonly [Expr, string][] {
  const steps = refractoriness.steps && substitute(refractoriness.steps, substituted)
  return steps?.kind === 'apply' ? [[steps, fresh.fresh('silent_steps')]] : []
}

class Step {
  private readonly parts: StepParts
  private readonly outer: LetWriter
  private readonly before: Let[] = []
  private readonly newNames = new Map<string, Expr>()

  constructor(parts: StepParts) {
    this.parts = parts
    this.outer = new LetWriter(new Map([...parts.integration.names, ...namedSteps(parts)]))
  }

  statements(): readonly Statement[] {
    this.freeze()
    const free = this.freedom()
    const held = this.statesWhere(true)
    const loose = this.statesWhere(false)
    for (const name of loose) this.newValue(name, this.outer, this.before)
    const inner = this.whenFree(held, free)
    const stores = loose.map((name) => this.store(name))
    const flag = this.flagStore(free)
    return [...this.before, ...flag, ...inner, ...stores, ...this.customEvents(held, free)]
  }

  /** Definitions constant over the step are computed first, from the old state. */
  private freeze(): void {
    for (const [name, value] of this.parts.frozen) {
      this.before.push({
        kind: 'let',
        name,
        value: this.outer.write(this.settle(value), this.before),
      })
    }
  }

  private settle(expr: Expr): Expr {
    return this.parts.refractoriness.settle(expr, 'advance')
  }

  private freedom(): Expr | undefined {
    const { refractoriness, fresh, substituted } = this.parts
    if (!refractoriness.free) return undefined
    const value = substitute(refractoriness.free('advance'), substituted)
    const name = fresh.fresh('free')
    this.before.push({ kind: 'let', name, value: this.outer.write(value, this.before) })
    return read(name)
  }

  private statesWhere(isHeld: boolean): readonly string[] {
    const { dynamics, integration, refractoriness } = this.parts
    const canHold = refractoriness.free !== undefined
    return [...integration.updates.keys()].filter((name) => {
      const state = dynamics.variables.get(name)
      return (state?.kind === 'state' && state.held && canHold) === isHeld
    })
  }

  private newValue(name: string, writer: LetWriter, lets: Let[]): void {
    const update = this.settle(this.parts.integration.updates.get(name) ?? read(name))
    const value = writer.write(update, lets)
    const fresh = this.parts.fresh.fresh(`${name}_new`)
    lets.push({ kind: 'let', name: fresh, value })
    this.newNames.set(name, read(fresh))
  }

  private store(name: string): Statement {
    return { kind: 'store', buffer: name, value: this.newNames.get(name) ?? read(name) }
  }

  /** Held states and the threshold, which only a free cell can cross. */
  private whenFree(held: readonly string[], free: Expr | undefined): readonly Statement[] {
    const writer = this.outer.branch()
    const lets: Let[] = []
    for (const name of held) this.newValue(name, writer, lets)
    const body: readonly Statement[] = [
      ...lets,
      ...held.map((name) => this.store(name)),
      ...this.threshold(),
    ]
    if (!free || body.length === 0) return body
    return [{ kind: 'when', condition: free, then: body, otherwise: [] }]
  }

  /** An expression at the new state: definitions substituted, states replaced by their new values. */
  private after(expr: Expr): Expr {
    return this.settle(substitute(substitute(expr, this.parts.substituted), this.newNames))
  }

  private threshold(): readonly Statement[] {
    const { dynamics, refractoriness } = this.parts
    if (!dynamics.threshold) return []
    const then: Statement[] = [{ kind: 'spike', event: 'spike' }]
    if (refractoriness.isRemembered) {
      then.push({ kind: 'store', buffer: lastSpike, value: read('step') })
    }
    if (dynamics.refractory?.kind === 'condition') {
      then.push({ kind: 'store', buffer: freeFlag, value: never })
    }
    return [{ kind: 'when', condition: this.after(dynamics.threshold), then, otherwise: [] }]
  }

  private flagStore(free: Expr | undefined): readonly Statement[] {
    if (!free || this.parts.dynamics.refractory?.kind !== 'condition') return []
    return [{ kind: 'store', buffer: freeFlag, value: free }]
  }

  /** Tested after all thresholds; a held state keeps its old value where the cell is not free. */
  private customEvents(held: readonly string[], free: Expr | undefined): readonly Statement[] {
    const seen = new Map(this.newNames)
    for (const name of held) if (free) seen.delete(name)
    return this.parts.dynamics.events.map(({ name, condition }) => {
      const value = this.settle(substitute(substitute(condition, this.parts.substituted), seen))
      return {
        kind: 'when',
        condition: value,
        then: [{ kind: 'spike', event: name }],
        otherwise: [],
      }
    })
  }
}
