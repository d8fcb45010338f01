/** Lowers an assembled population: everything its cells do, as kernels. */
import type { Action, Dynamics } from '../ir/dynamics.ts'
import { zero } from '../ir/algebra.ts'
import { type Expr, read, substitute } from '../ir/expr.ts'
import type { Buffer, Kernel, Statement } from '../ir/kernel.ts'
import type { CompiledPopulation, PopulationKernels, Recordable, Slot } from '../program.ts'
import { type Integration, integrate } from './integrate.ts'
import { type ActionRules, guarded, lowerActions } from './lower-actions.ts'
import { lowerInitial } from './lower-initial.ts'
import { lowerStep } from './lower-step.ts'
import { makeKernel } from './make-kernel.ts'
import { FreshNames } from '../ir/fresh-names.ts'
import { bufferOf } from './place-values.ts'
import type { PlacedPopulation } from './prepare-population.ts'
import type { Moment } from './refractoriness.ts'

/** The buffer a recording kernel writes; no model can use this name. */
export const recordedBuffer = '$out'

/** `collected` are the variables that something on its way to the cells adds to. */
export function lowerPopulation(
  population: PlacedPopulation,
  collected: ReadonlySet<string> = new Set(),
): CompiledPopulation {
  return new PopulationLowering(population, collected).compiled()
}

/** Everything that can be wrong about a population shows when it is integrated: kernels are only written down. */
export function mustIntegrate(population: PlacedPopulation): void {
  integrationOf(population, freshFor(population))
}

const freshFor = ({ dynamics, slots }: PlacedPopulation): FreshNames =>
  new FreshNames([...dynamics.variables.keys(), ...slots.keys()])

const integrationOf = (population: PlacedPopulation, fresh: FreshNames): Integration =>
  integrate(population.system, {
    choices: population.choices,
    fresh,
    owner: population.dynamics.name,
  })

class PopulationLowering {
  private readonly population: PlacedPopulation
  private readonly integration: Integration
  private readonly slots: Map<string, Slot>
  private readonly fresh: FreshNames
  private readonly collected: ReadonlySet<string>
  private readonly inboxes = new Map<string, Buffer>()

  constructor(population: PlacedPopulation, collected: ReadonlySet<string>) {
    const { slots } = population
    this.population = population
    this.collected = new Set([...collected].filter((name) => slots.has(name)))
    this.slots = new Map(slots)
    this.fresh = freshFor(population)
    this.integration = integrationOf(population, this.fresh)
    for (const propagator of this.integration.propagators) {
      for (const name of [...propagator.transition.flat(), ...propagator.gain.flat()]) {
        if (name) this.slots.set(name, derived(name, propagator.extent))
      }
    }
  }

  compiled(): CompiledPopulation {
    const { dynamics, choices } = this.population
    const kernels = this.kernels()
    const touched = new Set(allKernels(kernels).flatMap((k) => k.buffers.map((b) => b.name)))
    const isUseful = (slot: Slot): boolean =>
      slot.role === 'param' ||
      slot.role === 'state' ||
      slot.role === 'stimulus' ||
      slot.role === 'summed' ||
      touched.has(slot.name)
    return {
      name: dynamics.name,
      dynamics,
      slots: [...this.slots.values()].filter(isUseful),
      propagators: this.integration.propagators,
      recordables: this.recordables(),
      events: ['spike', ...dynamics.events.map((event) => event.name)],
      kernels,
      methods: choices,
    }
  }

  private kernels(): PopulationKernels {
    const { dynamics, substituted, definitions } = this.population
    const frozen = new Map([...definitions].filter(([name]) => isFrozen(dynamics, name)))
    const events = ['spike', ...dynamics.events.map((event) => event.name)]
    const step = lowerStep({
      ...this.population,
      frozen,
      integration: this.integration,
      fresh: this.fresh,
    })
    const initial = lowerInitial({ dynamics, substituted, slots: this.slots })
    const onStep = dynamics.onStep.flat()
    return {
      initialize: this.kernel('initialize', 'cells', initial),
      step: this.kernel('step', 'cells', step, events),
      ...(dynamics.reset.length > 0
        ? { reset: this.kernel('reset', 'spikes', this.actions(dynamics.reset, 'deliver', false)) }
        : {}),
      ...this.arrive(),
      ...(onStep.length > 0
        ? { onStep: this.kernel('on_step', 'cells', this.actions(onStep, 'deliver', true)) }
        : {}),
      events: dynamics.events
        .filter((event) => event.actions.length > 0)
        .map(({ name, actions }) => ({
          event: name,
          kernel: this.kernel(`on_${name}`, 'spikes', this.actions(actions, 'deliver', false)),
        })),
      every: [...this.everyBlocks(), ...this.heldDefinitions()],
      record: new Map(
        this.recordedExpressions().map(([name, value]) => [
          name,
          () => this.recording(name, value),
        ]),
      ),
    }
  }

  /** Inboxes are emptied into the variables they are for, where those may be written. */
  private arrive(): Pick<PopulationKernels, 'arrive'> {
    if (this.collected.size === 0) return {}
    const inboxes = [...this.collected].map((variable) => {
      const buffer = this.fresh.fresh(`inbox_${variable}`)
      this.inboxes.set(buffer, inbox(buffer, this.slots.get(variable)?.unit ?? ''))
      return { variable, buffer }
    })
    const rules = this.rules('deliver', true)
    const each = inboxes.flatMap(({ variable, buffer }): readonly Statement[] => [
      guarded({ kind: 'add', buffer: variable, value: read(buffer) }, rules),
      { kind: 'store', buffer, value: zero },
    ])
    return { arrive: { kernel: this.kernel('arrive', 'cells', each), inboxes } }
  }

  private everyBlocks(): PopulationKernels['every'] {
    return this.population.dynamics.every.map(({ period, actions }, k) => ({
      period,
      kernel: this.kernel(`every_${k + 1}`, 'cells', this.actions(actions, 'before', true)),
    }))
  }

  /** Definitions with a clock of their own: kept in an array, evaluated when due. */
  private heldDefinitions(): PopulationKernels['every'] {
    const { dynamics, definitions } = this.population
    return [...dynamics.variables.values()].flatMap((variable) => {
      if (variable.kind !== 'definition' || !variable.every) return []
      const value = this.settle(definitions.get(variable.name) ?? variable.value, 'before')
      const store: Statement = { kind: 'store', buffer: variable.name, value }
      const kernel = this.kernel(`renew_${variable.name}`, 'cells', [store])
      return [{ period: variable.every, kernel }]
    })
  }

  private recordedExpressions(): readonly (readonly [string, Expr])[] {
    const { dynamics, definitions } = this.population
    const known = [...definitions].filter(([name]) => !this.slots.has(name))
    const records = dynamics.records.map(({ name, value }) => [name, value] as const)
    return [...known, ...records]
  }

  private recording(name: string, value: Expr): Kernel {
    const settled = this.settle(value, 'before')
    return this.kernel(`record_${name}`, 'cells', [
      { kind: 'store', buffer: recordedBuffer, value: settled },
    ])
  }

  private settle(expr: Expr, moment: Moment): Expr {
    return this.population.refractoriness.settle(this.inSlots(expr), moment)
  }

  /** In terms of what is stored; `lastspike` is then the step, not the time. */
  private inSlots(expr: Expr): Expr {
    const { substituted, system } = this.population
    return substitute(substitute(expr, substituted), system.frozen)
  }

  private actions(
    actions: readonly Action[],
    moment: Moment,
    isGuarded: boolean,
  ): readonly Statement[] {
    return lowerActions(actions, this.rules(moment, isGuarded)).statements
  }

  private rules(moment: Moment, isGuarded: boolean): ActionRules {
    const { dynamics, refractoriness } = this.population
    return {
      fresh: this.fresh,
      settle: (expr) => this.settle(expr, moment),
      bufferOf: (target) => target,
      guard: (buffer) => {
        const state = dynamics.variables.get(buffer)
        const isHeld = isGuarded && state?.kind === 'state' && state.held
        return isHeld && refractoriness.free ? this.inSlots(refractoriness.free(moment)) : undefined
      },
    }
  }

  private kernel(
    name: string,
    domain: Kernel['domain'],
    each: readonly Statement[],
    events: readonly string[] = [],
  ): Kernel {
    const { dynamics } = this.population
    const title = `${dynamics.name} · ${name}`
    const buffer = (wanted: string, written: boolean): Buffer | undefined => {
      if (wanted === recordedBuffer) return recorded
      const slot = this.slots.get(wanted)
      return slot ? bufferOf(slot, written) : this.inboxes.get(wanted)
    }
    return makeKernel({ name, title, domain, each, events, buffer })
  }

  private recordables(): readonly Recordable[] {
    const { dynamics } = this.population
    const own = [...dynamics.variables.values()].flatMap((variable): readonly Recordable[] => {
      if (variable.kind === 'need' || variable.kind === 'noise') return []
      const kind = variable.kind === 'input' ? 'state' : variable.kind
      return [{ name: variable.name, unit: variable.unit, scale: variable.scale, kind }]
    })
    const records = dynamics.records.map(
      ({ name, unit, scale }): Recordable => ({ name, unit, scale, kind: 'record' }),
    )
    return [...own, ...records]
  }
}

const recorded: Buffer = {
  name: recordedBuffer,
  extent: 'element',
  type: 'real',
  access: 'write',
  changes: 'step',
  unit: '',
}

const inbox = (name: string, unit: string): Buffer => ({
  name,
  extent: 'element',
  type: 'real',
  access: 'write',
  changes: 'step',
  unit,
  isSum: true,
})

function isFrozen(dynamics: Dynamics, name: string): boolean {
  const variable = dynamics.variables.get(name)
  return variable?.kind === 'definition' && variable.constantOverDt
}

export function derived(name: string, extent: 'shared' | 'element'): Slot {
  return { name, role: 'derived', type: 'real', extent, unit: '', scale: 1, doc: '', value: 0 }
}

/** Every kernel of a population but those made on demand. */
export function allKernels(kernels: PopulationKernels): readonly Kernel[] {
  const { initialize, step, reset, arrive, onStep, events, every } = kernels
  const optional = [reset, arrive?.kernel, onStep].filter((kernel) => kernel !== undefined)
  return [
    initialize,
    step,
    ...optional,
    ...events.map((e) => e.kernel),
    ...every.map((e) => e.kernel),
  ]
}
