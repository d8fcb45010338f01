/** Lowers one synapse with its plasticities between two populations: everything its connections do, as kernels. */
import type { Attachment, Dynamics, Pathway } from '../ir/dynamics.ts'
import { type Expr, read, readsOf, substitute } from '../ir/expr.ts'
import { FreshNames } from '../ir/fresh-names.ts'
import type { Buffer, Kernel, Statement } from '../ir/kernel.ts'
import type { CompiledProjection, ProjectionKernels, Slot } from '../program.ts'
import { advanceMember } from './advance-connections.ts'
import { applyOverrides } from './apply-overrides.ts'
import { catchUp } from './catch-up.ts'
import { connectionSlots } from './connection-slots.ts'
import { flattenDefinitions } from './flatten-definitions.ts'
import { type ActionRules, lowerActions } from './lower-actions.ts'
import { lowerInitial } from './lower-initial.ts'
import { derived } from './lower-population.ts'
import { makeKernel } from './make-kernel.ts'
import { mayBeCollected } from './may-be-collected.ts'
import { plasticLabel } from './assemble-population.ts'
import { bufferOf, placeValues } from './place-values.ts'
import { type Member, ownOf, waitingStates } from './projection-member.ts'
import type { PlacedPopulation } from './prepare-population.ts'
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

export function lowerProjection(parts: ProjectionParts): CompiledProjection {
  return new ProjectionLowering(parts).compiled()
}

/** Likewise, everything that can be wrong about connections shows by then. */
export function mustAdvance(parts: ProjectionParts): void {
  new ProjectionLowering(parts).advance()
}

/** Where what a member keeps once per target cell is. */
interface Place {
  readonly isPlasticity: boolean
  readonly prefix: string
}

class ProjectionLowering {
  private readonly parts: ProjectionParts
  private readonly members: readonly Member[]
  private readonly slots: Map<string, Slot>
  private readonly fresh: FreshNames

  constructor(parts: ProjectionParts) {
    this.parts = parts
    const { weight, delay, updated } = connectionSlots(parts)
    this.slots = new Map([weight, delay].map((slot) => [slot.name, slot]))
    const { prefix, synapse } = parts
    const plastic = parts.plasticities.map((attachment) => {
      const own = `${plasticLabel(prefix.slice(0, -1), attachment.dynamics)}.`
      return this.member(attachment, { isPlasticity: true, prefix: own })
    })
    const isPlasticity = synapse.dynamics.kind === 'plasticity'
    this.members = [...plastic, this.member(synapse, { isPlasticity, prefix })]
    if (this.members.some((member) => waitingStates(member).length > 0)) {
      this.slots.set(updated.name, updated)
    }
    this.fresh = new FreshNames(this.slots.keys())
  }

  compiled(): CompiledProjection {
    const { label, pre, post } = this.parts
    const kernels: ProjectionKernels = {
      ...this.initialize(),
      ...this.advance(),
      pathways: this.pathways(),
      ...this.summed(),
    }
    return {
      label,
      pre: pre.dynamics.name,
      post: post.dynamics.name,
      slots: [...this.slots.values()],
      kernels,
    }
  }

  private member(attachment: Attachment, { isPlasticity, prefix }: Place): Member {
    const { needs, label, pre, post, perElement } = this.parts
    const owner = `${pre.dynamics.name}/${post.dynamics.name}/${label}`
    const bare = bareOf(attachment)
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

  private pathways(): ProjectionKernels['pathways'] {
    const keys = new Map<string, Pathway>()
    for (const { dynamics } of this.members) {
      for (const path of dynamics.pathways) {
        const key = `${path.side}.${path.event}.${path.name}`
        if (!keys.has(key)) keys.set(key, path)
      }
    }
    return [...keys].map(([key, { side, event, name }]) => {
      const before = catchUp(this.members, this.fresh)
      const kernel = this.kernel(`on_${name}`, [...before, ...this.pathwayActions(key, true)])
      const isDirect = side === 'post' || before.length > 0
      const scatter = isDirect ? undefined : this.scatter(key, name, kernel)
      return { side, event, name, kernel, ...(scatter ? { scatter } : {}) }
    })
  }

  /** The same additions, to inboxes: nobody has to look at the target. */
  private scatter(key: string, name: string, direct: Kernel): Kernel | undefined {
    const statements = this.pathwayActions(key, false)
    if (!mayBeCollected(statements, (wanted) => this.buffer(wanted, false))) return undefined
    const isGuarded = direct.each.some(({ kind }) => kind === 'when')
    return isGuarded ? this.kernel(`send_${name}`, statements) : direct
  }

  /** Plasticities first, each seeing what the one before it delivered; then the synapse. */
  private pathwayActions(key: string, isGuarded: boolean): readonly Statement[] {
    let weightNow: Expr = read('weight')
    return this.members.flatMap(({ dynamics, scope }) => {
      const paths = dynamics.pathways.filter((p) => `${p.side}.${p.event}.${p.name}` === key)
      return paths.flatMap((path) => {
        const arriving = weightNow
        const isWeight = (expr: Expr): Expr => substitute(expr, new Map([['weight', arriving]]))
        const before = arriving === read('weight') ? (e: Expr): Expr => e : isWeight
        const rules = this.rules(scope, { before, isGuarded })
        const { statements, delivered } = lowerActions(path.actions, rules)
        if (delivered) weightNow = delivered
        return statements
      })
    })
  }

  private rules(
    scope: ConnectionScope,
    { before, isGuarded }: { before: (expr: Expr) => Expr; isGuarded: boolean },
  ): ActionRules {
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
        if (!isGuarded || !buffer.startsWith('post.')) return undefined
        const state = post.dynamics.variables.get(buffer.slice(5))
        if (state?.kind !== 'state' || !state.held || !post.refractoriness.free) return undefined
        return inPost(substitute(post.refractoriness.free('deliver'), post.definitions), post)
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

  advance(): Pick<ProjectionKernels, 'advance' | 'propagators'> {
    const { perElement, label } = this.parts
    const all = this.members.map((member) =>
      advanceMember(member, { fresh: this.fresh, perElement, label }),
    )
    const propagators = all.flatMap((each) => each.propagators)
    for (const { transition, gain, extent } of propagators) {
      for (const name of [...transition.flat(), ...gain.flat()]) {
        if (name !== undefined) this.slots.set(name, derived(name, extent))
      }
    }
    const statements = all.flatMap((each) => each.statements)
    return statements.length === 0
      ? { propagators }
      : { advance: this.kernel('advance', statements), propagators }
  }

  private kernel(name: string, each: readonly Statement[]): Kernel {
    const { label, pre, post } = this.parts
    const title = `${label} · ${name} · from ${pre.dynamics.name || 'pre'} to ${post.dynamics.name || 'post'}`
    const buffer = (wanted: string, written: boolean) => this.buffer(wanted, written)
    return makeKernel({ name, title, domain: 'connections', each, buffer })
  }

  private buffer(wanted: string, written: boolean): Buffer | undefined {
    const { pre, post } = this.parts
    const own = this.slots.get(wanted)
    if (own) return bufferOf(own, written)
    const side = wanted.startsWith('pre.') ? pre : wanted.startsWith('post.') ? post : undefined
    const slot = side?.slots.get(wanted.slice(wanted.indexOf('.') + 1))
    if (!slot) return side ? foreign(wanted, written) : undefined
    const end = wanted.startsWith('pre.') ? 'source' : 'target'
    const extent = slot.extent === 'shared' ? 'shared' : end
    return { ...bufferOf(slot, written), name: wanted, extent }
  }
}

/** A cast does not change, and lands in many places. */
const known = new WeakMap<Attachment, Dynamics>()

function bareOf(attachment: Attachment): Dynamics {
  const bare = known.get(attachment) ?? toKernelUnits(applyOverrides(attachment))
  known.set(attachment, bare)
  return bare
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
