/** Lowers one synapse with its plasticities between two populations: everything its connections do, as kernels. */
import { plus, times, zero } from '../ir/algebra.ts'
import { linearIn } from '../ir/derivative.ts'
import type { Attachment, Dynamics, Pathway } from '../ir/dynamics.ts'
import { apply, type Expr, read, readsOf, substitute } from '../ir/expr.ts'
import type { Buffer, Kernel, Propagator, Statement } from '../ir/kernel.ts'
import { ModelError } from '../ir/model-error.ts'
import type { CompiledProjection, ProjectionKernels, Slot } from '../program.ts'
import { applyOverrides } from './apply-overrides.ts'
import { chooseIntegrators } from './choose-integrator.ts'
import { equationsOf } from './equations.ts'
import { flattenDefinitions } from './flatten-definitions.ts'
import { integrate } from './integrate.ts'
import { type ActionRules, lowerActions } from './lower-actions.ts'
import { lowerInitial } from './lower-initial.ts'
import type { PlacedPopulation } from './lower-population.ts'
import { makeKernel } from './make-kernel.ts'
import { FreshNames } from '../ir/fresh-names.ts'
import { LetWriter } from './name-subexpressions.ts'
import { bufferOf, placeValues } from './place-values.ts'
import { clearOfBuiltins, kernelName, renameDynamics } from './rename.ts'
import { type ConnectionScope, namesOf, resolveOnConnection } from './resolve-connection.ts'
import { toKernelUnits } from './to-kernel-units.ts'

export interface ProjectionParts {
  readonly label: string
  readonly synapse: Attachment
  readonly plasticities: readonly Attachment[]
  readonly pre: PlacedPopulation
  readonly post: PlacedPopulation
  /** Where the synapse's own equations live in the target cell: `AMPA.`. */
  readonly prefix: string
  /** What the synapse calls a variable of the target cell it needs. */
  readonly needs: (name: string) => string
  /** Parameters the host wants to set for each connection. */
  readonly perElement: ReadonlySet<string>
  /** Every connection has the same weight. */
  readonly hasOneWeight: boolean
}

/** The step at which event-driven equations of a connection were last brought up to date. */
const updated = 'updated'

export function lowerProjection(parts: ProjectionParts): CompiledProjection {
  return new ProjectionLowering(parts).compiled()
}

/** One declaration on the connection: a plasticity, or the synapse itself. */
interface Member {
  readonly dynamics: Dynamics
  readonly scope: ConnectionScope
  readonly isPlasticity: boolean
}

class ProjectionLowering {
  private readonly parts: ProjectionParts
  private readonly members: readonly Member[]
  private readonly slots: Map<string, Slot>
  private readonly fresh: FreshNames

  constructor(parts: ProjectionParts) {
    this.parts = parts
    this.slots = new Map([weightOf(parts), delay].map((slot) => [slot.name, slot]))
    const plastic = parts.plasticities.map((attachment) => this.member(attachment, true))
    const isPlasticity = parts.synapse.dynamics.kind === 'plasticity'
    this.members = [...plastic, this.member(parts.synapse, isPlasticity)]
    if (this.eventDriven().length > 0) this.slots.set(updated, remembered)
    this.fresh = new FreshNames(this.slots.keys())
  }

  compiled(): CompiledProjection {
    const { label, pre, post } = this.parts
    const advance = this.advance()
    const kernels: ProjectionKernels = {
      ...this.initialize(),
      pathways: this.pathways(),
      ...this.summed(),
      ...(advance ? { advance: advance.kernel } : {}),
      propagators: advance?.propagators ?? [],
    }
    return {
      label,
      pre: pre.dynamics.name,
      post: post.dynamics.name,
      slots: [...this.slots.values()],
      kernels,
    }
  }

  private member(attachment: Attachment, isPlasticity: boolean): Member {
    const { prefix, needs, label, pre, post, perElement } = this.parts
    const owner = `${pre.dynamics.name}/${post.dynamics.name}/${label}`
    const bare = toKernelUnits(applyOverrides(attachment))
    const dynamics = renameDynamics(bare, { names: clearOfBuiltins(bare), owner })
    const local = (name: string): string =>
      this.slots.has(name) && isPlasticity ? `${dynamics.name}.${name}` : name
    const target = (name: string): string =>
      dynamics.variables.get(name)?.kind === 'need' ? needs(name) : prefix + name
    const names = namesOf(dynamics, target, local)
    const placed = placeValues(ownOf(dynamics), perElement)
    for (const [name, here] of names.onConnection) {
      const slot = placed.slots.get(name)
      if (slot) this.slots.set(here, { ...slot, name: here })
    }
    const definitions = flattenDefinitions(ownOf(dynamics))
    const scope: ConnectionScope = { pre, post, ...names, definitions }
    return { dynamics, scope, isPlasticity }
  }

  private eventDriven(): readonly { member: Member; name: string; drift: Expr }[] {
    return this.members.flatMap((member) =>
      [...member.dynamics.variables.values()].flatMap((state) => {
        if (state.kind !== 'state' || state.per !== 'connection' || !state.drift) return []
        if (!waitsForEvents(state, member)) return []
        return [{ member, name: state.name, drift: state.drift }]
      }),
    )
  }

  /** Brings event-driven states to the present: x e^(A Δ) + Δ exprel(A Δ) B. */
  private catchUp(): readonly Statement[] {
    const states = this.eventDriven()
    if (states.length === 0) return []
    const since = times(apply('elapsed', read('step'), read(updated)), read('dt'))
    const gap = this.fresh.fresh('since')
    const lets: Statement[] = [{ kind: 'let', name: gap, value: since }]
    const stores: Statement[] = states.map(({ member, name, drift }) => {
      const flat = substitute(drift, member.scope.definitions)
      const { slope, rest } = linearIn(flat, name) ?? { slope: zero, rest: zero }
      const rate = times(slope, read(gap))
      const kept = slope === zero ? read(name) : times(apply('exp', rate), read(name))
      const gained = rest === zero ? zero : times(times(read(gap), apply('exprel', rate)), rest)
      const value = resolveOnConnection(
        plus(kept, gained),
        { ...member.scope, onConnection: withGap(member, gap) },
        'deliver',
      )
      const wish = this.fresh.fresh(`${name}_now`)
      lets.push({ kind: 'let', name: wish, value })
      return {
        kind: 'store',
        buffer: member.scope.onConnection.get(name) ?? name,
        value: read(wish),
      }
    })
    return [...lets, ...stores, { kind: 'store', buffer: updated, value: read('step') }]
  }

  private pathways(): ProjectionKernels['pathways'] {
    const keys = new Map<string, Pathway>()
    for (const { dynamics } of this.members) {
      for (const path of dynamics.pathways) {
        const key = `${path.side}.${path.event}.${path.name}`
        if (!keys.has(key)) keys.set(key, path)
      }
    }
    return [...keys].map(([key, { side, event, name }]) => {
      const statements = [...this.catchUp(), ...this.pathwayActions(key)]
      const kernel = this.kernel(`on_${name}`, statements)
      return { side, event, name, kernel, scatters: onlyAdds(kernel) }
    })
  }

  /** Plasticities first, each seeing what the one before it delivered; then the synapse. */
  private pathwayActions(key: string): readonly Statement[] {
    let weightNow: Expr = read('weight')
    return this.members.flatMap(({ dynamics, scope }) => {
      const paths = dynamics.pathways.filter((p) => `${p.side}.${p.event}.${p.name}` === key)
      return paths.flatMap((path) => {
        const arriving = weightNow
        const isWeight = (expr: Expr): Expr => substitute(expr, new Map([['weight', arriving]]))
        const rules = this.rules(scope, arriving === read('weight') ? (e) => e : isWeight)
        const { statements, delivered } = lowerActions(path.actions, rules)
        if (delivered) weightNow = delivered
        return statements
      })
    })
  }

  private rules(scope: ConnectionScope, before: (expr: Expr) => Expr): ActionRules {
    const { post } = scope
    return {
      fresh: this.fresh,
      settle: (expr) => resolveOnConnection(before(expr), scope, 'deliver'),
      bufferOf: (target) => {
        if (target === 'weight') return 'weight'
        const here = scope.onConnection.get(target)
        if (here !== undefined) return here
        const there = scope.inTarget.get(target)
        if (there !== undefined) return `post.${there}`
        const [side, name = ''] = target.split(/(?<=^(?:pre|post))\./)
        return name ? `${side}.${kernelName(name)}` : `post.${kernelName(target)}`
      },
      guard: (buffer) => {
        if (!buffer.startsWith('post.')) return undefined
        const state = post.dynamics.variables.get(buffer.slice(5))
        if (state?.kind !== 'state' || !state.held || !post.refractoriness.free) return undefined
        const free = post.refractoriness.free('deliver')
        return resolveOnConnection(inPost(free, post), scope, 'deliver')
      },
    }
  }

  private initialize(): { readonly initialize?: Kernel } {
    const statements = this.members.flatMap(({ dynamics, scope }) => {
      const own = ownOf(dynamics)
      const initial = lowerInitial({
        dynamics: own,
        substituted: scope.definitions,
        slots: placeValues(own, this.parts.perElement).slots,
      })
      return initial.map((statement) => {
        if (statement.kind !== 'store') return statement
        const value = resolveOnConnection(statement.value, scope, 'before')
        return {
          ...statement,
          buffer: scope.onConnection.get(statement.buffer) ?? statement.buffer,
          value,
        }
      })
    })
    return statements.length === 0 ? {} : { initialize: this.kernel('initialize', statements) }
  }

  /** Evaluated for every connection, added up per target. */
  private summed(): Pick<ProjectionKernels, 'summed'> {
    const targets: string[] = []
    const statements = this.members.flatMap(({ dynamics, scope }) =>
      [...dynamics.variables.values()].flatMap((variable): readonly Statement[] => {
        if (variable.kind !== 'definition' || !variable.summed) return []
        const buffer = `post.${scope.inTarget.get(variable.name) ?? this.parts.prefix + variable.name}`
        targets.push(buffer.slice(5))
        const value = resolveOnConnection(variable.value, scope, 'before')
        return [{ kind: 'add', buffer, value }]
      }),
    )
    return targets.length === 0
      ? {}
      : { summed: { kernel: this.kernel('add_up', statements), targets } }
  }

  /** Equations of connections that cannot wait for events: one step each. */
  private advance():
    | { readonly kernel: Kernel; readonly propagators: readonly Propagator[] }
    | undefined {
    const propagators: Propagator[] = []
    const statements = this.members.flatMap((member) => {
      const { dynamics, scope } = member
      const own = ownOf(dynamics)
      const system = equationsOf(clockDriven(own, member), scope.definitions, {
        slots: placeValues(own, this.parts.perElement).slots,
      })
      if (system.equations.size === 0) return []
      const options = {
        choices: chooseIntegrators(system, false),
        fresh: this.fresh,
        owner: `${this.parts.label}/${own.name}`,
      }
      const result = integrate(system, options)
      if (result.propagators.length > 0) throw coupled(own, result.propagators)
      const writer = new LetWriter(result.names)
      const lets: (Statement & { kind: 'let' })[] = []
      const stores: Statement[] = [...result.updates].map(([name, update]) => {
        const value = writer.write(update, lets)
        const fresh = this.fresh.fresh(`${name}_new`)
        lets.push({ kind: 'let', name: fresh, value })
        return { kind: 'store', buffer: scope.onConnection.get(name) ?? name, value: read(fresh) }
      })
      const settled = lets.map((l) => ({
        ...l,
        value: resolveOnConnection(l.value, scope, 'before'),
      }))
      return [...settled, ...stores]
    })
    return statements.length === 0
      ? undefined
      : { kernel: this.kernel('advance', statements), propagators }
  }

  private kernel(name: string, each: readonly Statement[]): Kernel {
    const { label, pre, post } = this.parts
    const title = `${label} · ${name} · from ${pre.dynamics.name || 'pre'} to ${post.dynamics.name || 'post'}`
    const buffer = (wanted: string, written: boolean): Buffer | undefined => {
      const own = this.slots.get(wanted)
      if (own) return bufferOf(own, written)
      const side = wanted.startsWith('pre.') ? pre : wanted.startsWith('post.') ? post : undefined
      const slot = side?.slots.get(wanted.slice(wanted.indexOf('.') + 1))
      if (!slot) return side ? foreign(wanted, written) : undefined
      const extent =
        slot.extent === 'shared'
          ? 'shared'
          : side === pre && wanted.startsWith('pre.')
            ? 'source'
            : 'target'
      return { ...bufferOf(slot, written), name: wanted, extent }
    }
    return makeKernel({ name, title, domain: 'connections', each, buffer })
  }
}

/** A variable of a cell that only a model can tell us about. */
function foreign(name: string, written: boolean): Buffer {
  const extent = name.startsWith('pre.') ? 'source' : 'target'
  return {
    name,
    extent,
    type: 'real',
    access: written ? 'write' : 'read',
    changes: 'step',
    unit: '',
  }
}

/** Reads of the target cell's own buffers, as a connection writes them. */
function inPost(expr: Expr, post: PlacedPopulation): Expr {
  const names = [...readsOf(expr)].filter((name) => post.slots.has(name))
  return substitute(expr, new Map(names.map((name) => [name, read(`post.${name}`)])))
}

/** The part of a declaration that lives on the connection. */
function ownOf(dynamics: Dynamics): Dynamics {
  const variables = [...dynamics.variables].filter(([, v]) => v.per === 'connection')
  return { ...dynamics, variables: new Map(variables) }
}

function waitsForEvents(
  state: Dynamics['variables'] extends ReadonlyMap<string, infer V> ? V : never,
  member: Member,
): boolean {
  if (state.kind !== 'state' || state.advance === 'clock-driven' || !state.drift) return false
  if (state.advance === 'event-driven') return true
  if (!member.isPlasticity) return false
  const flat = substitute(state.drift, member.scope.definitions)
  const linear = linearIn(flat, state.name)
  if (!linear) return false
  return [...readsOf(linear.slope), ...readsOf(linear.rest)].every((name) => {
    const variable = member.dynamics.variables.get(name)
    return variable?.kind === 'param'
  })
}

function clockDriven(dynamics: Dynamics, member: Member): Dynamics {
  const variables = [...dynamics.variables].filter(
    ([, v]) => v.kind !== 'state' || !waitsForEvents(v, member),
  )
  return { ...dynamics, variables: new Map(variables) }
}

/** The let that holds the elapsed time keeps its name. */
function withGap({ scope }: Member, gap: string): ReadonlyMap<string, string> {
  return new Map([...scope.onConnection, [gap, gap]])
}

function onlyAdds(kernel: Kernel): boolean {
  const targets = new Set(kernel.each.flatMap((s) => (s.kind === 'add' ? [s.buffer] : [])))
  const isPure = kernel.each.every(
    (s) => s.kind === 'let' || (s.kind === 'add' && s.buffer.startsWith('post.')),
  )
  const reads = kernel.buffers.filter((b) => b.extent === 'target' || b.extent === 'source')
  return isPure && reads.every((b) => targets.has(b.name) && b.extent === 'target')
}

function coupled(dynamics: Dynamics, [first]: readonly Propagator[]): ModelError {
  const name = first?.states[0] ?? ''
  const span = dynamics.variables.get(name)?.span
  const message = `d${name}/dt on a connection is coupled to other equations, which method exact cannot treat there.`
  return new ModelError(
    span
      ? [{ code: 'method-unsuited', severity: 'error', span, message, notes: ['method rk2 can.'] }]
      : [],
  )
}

const connectionSlot = (name: string, unit: string, value: number): Slot => ({
  name,
  role: 'param',
  type: 'real',
  extent: 'element',
  unit,
  scale: 1,
  doc: '',
  value,
})

const weight: Slot = {
  ...connectionSlot('weight', '1', 1),
  role: 'state',
  doc: 'strength of the connection',
}
/** A weight that nothing changes is read in single precision, or is one number. */
function weightOf({ synapse, plasticities, hasOneWeight }: ProjectionParts): Slot {
  const all = [synapse, ...plasticities].flatMap(({ dynamics }) => dynamics.pathways)
  const actions = all.flatMap((path) => path.actions)
  const isPlastic = actions.some(
    (action) => (action.kind === 'set' || action.kind === 'add') && action.target === 'weight',
  )
  if (isPlastic) return weight
  return hasOneWeight
    ? { ...weight, role: 'param', extent: 'shared' }
    : { ...weight, role: 'param', type: 'single' }
}

const delay: Slot = { ...connectionSlot('delay', 'ms', 0), doc: 'time from spike to arrival' }
const remembered: Slot = { ...connectionSlot(updated, '1', 0), type: 'integer', role: 'internal' }
