/** Everything attached in a model finds its port, its needs and the names it reads and writes in the cells. */
import type { Name } from '../../../grammar/ast.ts'
import type { Attached } from '../cast/attach.ts'
import type { BuiltConnect, CastMembers, Label, Noise, Population } from '../cast/cast-members.ts'
import type { Inquiry } from '../inquiry.ts'
import { foreignNamesExist } from './foreign-names-exist.ts'
import { attachedNeedsAreMet } from './attached-needs-are-met.ts'
import { pathwaysHearEvents } from './pathways-hear-events.ts'
import { portsAccept } from './ports-accept-what-is-attached.ts'

/** One attachment in its place: what it is called there, in which cell, at which compartment. */
export interface Junction {
  readonly attached: Attached
  /** Where the model says so. */
  readonly name: Name
  readonly source: 'synapses' | 'noise'
  readonly cell: Attached
  readonly at: string | undefined
}

export function modelHoldsTogether(
  { populations, labels, noises }: CastMembers,
  connects: readonly BuiltConnect[],
  inquiry: Inquiry,
): void {
  const cast = [...populations.values()]
  for (const noise of noises) noiseHolds(noise, populations, inquiry)
  const told = new Set<string>()
  for (const connect of connects) if (isFirst(connect, told)) connectHolds(connect, inquiry)
  const connected = new Set(connects.map(({ label }) => label))
  for (const label of labels.values()) if (!connected.has(label)) labelHolds(label, cast, inquiry)
}

/** Clauses that bring the same declarations together in the same place would be told the same. */
function isFirst({ label, pre, post, at }: BuiltConnect, told: Set<string>): boolean {
  const cells = [pre, post].map(({ attached }) => attached?.name.text ?? '')
  const key = [label.label, ...cells, at?.text ?? ''].join()
  const isNew = !told.has(key)
  told.add(key)
  return isNew
}

function noiseHolds(
  { attached, population, at }: Noise,
  populations: ReadonlyMap<string, Population>,
  inquiry: Inquiry,
): void {
  const cell = populations.get(population)?.attached
  if (!cell) return
  const { name } = attached
  const junction: Junction = { attached, name, source: 'noise', cell, at: at?.text }
  if (at && !hasCompartment(at, cell, inquiry)) return
  portsAccept(junction, inquiry.report)
  attachedNeedsAreMet(junction, inquiry.report)
}

function hasCompartment(at: Name, { dynamics, name }: Attached, { report }: Inquiry): boolean {
  if (dynamics.compartments.some((compartment) => compartment.name === at.text)) return true
  report({
    code: 'unknown-name',
    severity: 'error',
    span: at.span,
    message: `${name.text} has no compartment ${at.text}.`,
    notes: [],
  })
  return false
}

function connectHolds({ by, label, pre, post, at }: BuiltConnect, inquiry: Inquiry): void {
  const [source, cell] = [pre.attached, post.attached]
  if (!source || !cell) return
  const junction = { name: by, source: 'synapses', cell, at: at?.text } as const
  const { synapse, plasticities } = label
  portsAccept({ ...junction, attached: synapse }, inquiry.report)
  for (const attached of [synapse, ...plasticities]) {
    attachedNeedsAreMet({ ...junction, attached }, inquiry.report)
    const words = `This is told by connect ${pre.name.text} to ${post.name.text} by ${by.text}.`
    const connection = { ...junction, attached, pre: source, words }
    foreignNamesExist(connection, inquiry)
    pathwaysHearEvents(connection, inquiry.report)
  }
}

/** A label that a system will connect: some population must be able to take it. */
function labelHolds(
  { synapse, plasticities }: Label,
  cast: readonly Population[],
  inquiry: Inquiry,
): void {
  const cells = cast.flatMap(({ attached }) => attached ?? [])
  if (cells.length === 0 || cells.length < cast.length) return
  const complaints = cells.map((cell) => {
    const told: Parameters<Inquiry['report']>[0][] = []
    const quiet: Inquiry = { ...inquiry, report: (diagnostic) => told.push(diagnostic) }
    const junction = { name: synapse.name, source: 'synapses', cell, at: undefined } as const
    portsAccept({ ...junction, attached: synapse }, quiet.report)
    for (const attached of [synapse, ...plasticities]) {
      attachedNeedsAreMet({ ...junction, name: attached.name, attached }, quiet.report)
      const words = `This is told by the cells of ${cell.name.text}.`
      const connection = { ...junction, name: attached.name, attached, pre: undefined, words }
      foreignNamesExist(connection, quiet)
      pathwaysHearEvents(connection, quiet.report)
    }
    return told
  })
  if (complaints.some((told) => told.length === 0)) return
  for (const diagnostic of complaints[0] ?? []) inquiry.report(diagnostic)
}
