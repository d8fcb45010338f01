/**
 * Joins a neuron, the synapses that land on it and its noise into one system of equations.
 *
 * Before  neuron LIF { input I … }   synapse AMPA { dg/dt … I = … }
 * After   population E { dAMPA.g/dt …  AMPA.I = …  I = AMPA.I + I.stimulus  dv/dt … }
 * Needs   checked declarations
 */
import * as dimensions from '../ir/dimension.ts'
import type { Attachment, Dynamics, Variable } from '../ir/dynamics.ts'
import { apply, type Expr, number, read } from '../ir/expr.ts'
import { InternalError } from '../ir/internal-error.ts'
import { applyOverrides } from './apply-overrides.ts'
import { clearOfBuiltins, kernelName, renameDynamics } from './rename.ts'

/** A synapse or noise in its place: `label` names it, `at` is a compartment. */
export interface Placed extends Attachment {
  readonly label: string
  readonly at?: string
}

/** What one population is made of. */
export interface Parts {
  readonly name: string
  readonly neuron: Attachment
  readonly synapses: readonly Placed[]
  readonly noises: readonly Placed[]
}

/** Ports listing one of these, or a name of their own, receive stimuli. */
const attachable: ReadonlySet<string> = new Set(['synapses', 'noise'])

/** Where the instance of a synapse or noise lives: `AMPA.`, `dend.AMPA.`. */
export const prefixOf = (label: string, at?: string): string => `${at ? `${at}.` : ''}${label}.`

/** What a plasticity keeps once per target cell is called after its synapse: `AMPA.VoltageSTDP`. */
export const plasticLabel = (label: string, { name }: Dynamics): string => `${label}.${name}`

/** The slot that carries a port's stimulus. */
export const stimulusOf = (port: string): string => `${port}.stimulus`

export function assemblePopulation(parts: Parts): Dynamics {
  const chosen = applyOverrides(parts.neuron)
  const neuron = renameDynamics(chosen, { names: clearOfBuiltins(chosen), owner: parts.name })
  const attached = [
    ...parts.synapses.map((placed) => attach(placed, 'synapses', neuron, parts.name)),
    ...parts.noises.map((placed) => attach(placed, 'noise', neuron, parts.name)),
  ]
  const variables = new Map(neuron.variables)
  for (const { dynamics } of attached) {
    for (const variable of dynamics.variables.values()) {
      if (variable.kind !== 'need') variables.set(variable.name, variable)
    }
  }
  for (const port of neuron.variables.values()) {
    if (port.kind !== 'input') continue
    const offers = attached.filter((a) => a.port === port.name).map((a) => read(a.offer))
    for (const variable of fillPort(port, offers)) variables.set(variable.name, variable)
  }
  const own = attached.map((a) => a.dynamics)
  return {
    ...neuron,
    kind: neuron.kind === 'neuron' ? 'population' : neuron.kind,
    name: parts.name,
    variables,
    onStep: [...neuron.onStep, ...own.flatMap((d) => d.onStep)],
    every: [...neuron.every, ...own.flatMap((d) => d.every)],
    records: [...neuron.records, ...own.flatMap((d) => d.records)],
    pathways: neuron.kind === 'neuron' ? [] : neuron.pathways,
  }
}

interface Attached {
  readonly dynamics: Dynamics
  /** The port it feeds and the variable it feeds it with; empty where it offers nothing. */
  readonly port: string
  readonly offer: string
}

/** Renames an attachment into its place and finds its port. Connection variables stay behind. */
function attach(placed: Placed, source: string, neuron: Dynamics, population: string): Attached {
  const prefix = prefixOf(placed.label, placed.at)
  const dynamics = perCell(applyOverrides(placed))
  const names = new Map<string, string>()
  const compartment = placed.at ?? compartmentOf(dynamics, source, neuron)
  for (const variable of dynamics.variables.values())
    names.set(variable.name, prefix + variable.name)
  for (const variable of dynamics.variables.values()) {
    if (variable.kind === 'need')
      names.set(variable.name, inCompartment(variable.name, compartment, neuron))
    if (variable.kind === 'noise') names.set(variable.name, `${prefix}${variable.name}`)
  }
  for (const record of dynamics.records) names.set(record.name, prefix + record.name)
  const offer = offerOf(dynamics)
  const port = offer ? portFor(offer, source, neuron, compartment) : undefined
  return {
    dynamics: renameDynamics(dynamics, { names, owner: `${population}/${prefix}` }),
    port: port ?? '',
    offer: offer ? prefix + offer.name : '',
  }
}

/** The variables of a declaration that exist once per cell. */
export function perCell(dynamics: Dynamics): Dynamics {
  const variables = [...dynamics.variables].filter(([, variable]) => variable.per === 'cell')
  return { ...dynamics, variables: new Map(variables) }
}

/** What a synapse or noise gives to a port: `I`, or `G` for one in siemens. */
export function offerOf(dynamics: Dynamics): Variable | undefined {
  return dynamics.variables.get('I') ?? dynamics.variables.get('G')
}

function inCompartment(name: string, compartment: string | undefined, neuron: Dynamics): string {
  const local = compartment ? `${compartment}.${name}` : name
  return neuron.variables.has(local) ? local : kernelName(name)
}

const compartmentIn = (name: string): string | undefined =>
  name.includes('.') ? name.slice(0, name.lastIndexOf('.')) : undefined

/** Without `at`, an attachment lives where the first fitting port is. */
function compartmentOf(dynamics: Dynamics, source: string, neuron: Dynamics): string | undefined {
  const offer = offerOf(dynamics)
  const port = offer ? portFor(offer, source, neuron, undefined) : undefined
  return port ? compartmentIn(port) : undefined
}

function portFor(
  offer: Variable,
  source: string,
  neuron: Dynamics,
  compartment: string | undefined,
): string | undefined {
  for (const port of neuron.variables.values()) {
    if (port.kind !== 'input' || !port.sources.includes(source)) continue
    if (compartment !== undefined && compartmentIn(port.name) !== compartment) continue
    if (dimensions.equal(port.dimension, offer.dimension)) return port.name
  }
  return undefined
}

/** A port with attachments is a definition that adds them to its stimulus; one without is its stimulus. */
function fillPort(
  port: Variable & { kind: 'input' },
  offers: readonly Expr[],
): readonly Variable[] {
  const isStimulated = port.sources.some((source) => !attachable.has(source))
  if (offers.length === 0 && isStimulated) return [port]
  const stimulus: Variable = { ...port, name: stimulusOf(port.name) }
  const terms = isStimulated ? [...offers, read(stimulus.name)] : offers
  const sum = terms.reduce<Expr | undefined>((a, b) => (a ? apply('add', a, b) : b), undefined)
  const { sources: _, ...named } = port
  const total: Variable = {
    ...named,
    kind: 'definition',
    value: sum ?? number(0),
    constantOverDt: false,
    summed: false,
  }
  return isStimulated ? [total, stimulus] : [total]
}

/** The variable of a name, which the checker has made sure of. */
export function variableOf(dynamics: Dynamics, name: string): Variable {
  const variable = dynamics.variables.get(name)
  if (!variable) throw new InternalError('assemble', `${dynamics.name} has no ${name}`)
  return variable
}
