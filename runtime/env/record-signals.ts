/** Starts recordings as users name them: spikes, voltages, membrane currents, or any quantity of the model. */
import { readUnit } from '../../compiler/ir/read-unit.ts'
import { UsageError } from '../../compiler/index.ts'
import type { Member } from '../engine/member.ts'
import type { RecordOptions } from '../recordings.ts'
import { compartmentFor } from './sections.ts'
import type { Session } from './session.ts'

export interface Request extends RecordOptions {
  readonly what: string
  readonly population?: string | readonly string[] | undefined
}

/** ms between samples of what electrodes see too, unless told. */
const usual = 0.1

export function startRecording(session: Session, request: Request): void {
  const { what } = request
  if (what === 'spikes') return session.recordings.addEvents('spike', membersOf(session, request))
  if (what === 'voltage') return recordParts(session, 'v', request)
  if (what === 'current' || what === 'membrane_current') {
    return recordParts(session, 'membrane_current', { ...request, what: 'current' })
  }
  if (eventsOf(session).includes(what)) {
    return session.recordings.addEvents(what, membersOf(session, request))
  }
  recordQuantity(session, request)
}

/** Everything that has a name under which it can be recorded. */
export function recordableIn(session: Session): readonly string[] {
  const { members } = session.simulation
  const names = members.flatMap(({ population }) =>
    population.compiled.recordables.map(({ name }) => name),
  )
  const hasVoltage = names.some((name) => name === 'v' || name.endsWith('.v'))
  return [
    ...new Set(['spikes', ...(hasVoltage ? ['voltage'] : []), ...eventsOf(session), ...names]),
  ].sort()
}

const eventsOf = ({ simulation }: Session): readonly string[] =>
  simulation.members.flatMap(({ histories }) => [...histories.keys()].filter((e) => e !== 'spike'))

const membersOf = (session: Session, { population }: Request): readonly Member[] =>
  session.members(population)

function recordQuantity(session: Session, request: Request): void {
  const { what, dt = session.dt, gids, as: channel = what } = request
  const every = everyOf(session, dt)
  const members = membersOf(session, request)
  if (gids === undefined) {
    const found = session.recordings.addOfCells(what, members, { every, channel })
    if (!found) session.recordings.addOfConnections(what, { every, channel })
    return
  }
  for (const [member, cells] of cellsOf(session, members, gids)) {
    session.recordings.addOfCells(what, [member], { every, channel, cells })
  }
}

/** A quantity that each compartment has under the same name: one row for each of them, cell by cell. */
function recordParts(session: Session, name: string, request: Request): void {
  const { what, dt, gids, sections, as: channel = what } = request
  const every = everyOf(session, dt ?? usualFor(session))
  const members = membersOf(session, request)
  const chosen = gids ? cellsOf(session, members, gids) : new Map<Member, undefined>()
  const unit = name === 'membrane_current' ? { unit: microamps } : {}
  const hasParts = session.simulation.members.some((each) => compartmentsOf(each).length > 0)
  let found = false
  for (const member of members) {
    const cells = chosen.get(member)
    if (gids && !cells) continue
    for (const { prefix, section } of partsOf(session, member, sections)) {
      const labels = hasParts ? { section } : {}
      const wanted = { every, channel, ...(cells ? { cells } : {}), ...labels, ...unit }
      found = session.recordings.addOfCells(`${prefix}${name}`, [member], wanted) || found
    }
  }
  if (!found) throw nothingTo(session, name)
}

const microamps = { name: 'uA', scale: readUnit('uA')?.scale ?? 1 }

const compartmentsOf = ({ population }: Member): readonly string[] =>
  population.compiled.dynamics.compartments.map(({ name }) => name)

function partsOf(session: Session, member: Member, sections: readonly string[] | undefined) {
  const all = compartmentsOf(member)
  const wanted = sections?.map((label) => compartmentFor(session, label))
  if (all.length === 0) return [{ prefix: '', section: 'soma' }]
  const unknown = wanted?.find((each) => !all.includes(each))
  if (unknown !== undefined) {
    const { name } = member.population.compiled
    throw new UsageError(`${name} has no section ${unknown}; it has ${all.join(', ')}.`)
  }
  const chosen = all.filter((each) => wanted?.includes(each) ?? true)
  return chosen.map((section) => ({ prefix: `${section}.`, section }))
}

function nothingTo(session: Session, name: string): UsageError {
  const model = session.linked.plan.name
  return name === 'v'
    ? new UsageError(`No cell of ${model} has a voltage v; record another state by its name.`)
    : new UsageError(
        `No neuron of ${model} says what electrodes see. Add \`record membrane_current = …\` to it.`,
      )
}

function usualFor({ dt }: Session): number {
  const steps = usual / dt
  return Math.abs(steps - Math.round(steps)) < 1e-6 && steps > 0.5 ? usual : dt
}

function everyOf(session: Session, dt: number): number {
  const every = session.ticks('dt', dt)
  if (every >= 1) return every
  throw new UsageError(`dt is ${dt} ms; a step is ${session.dt} ms.`)
}

/** Cells by their gids, counted within their populations. */
function cellsOf(
  { numbers, simulation }: Session,
  members: readonly Member[],
  gids: ArrayLike<number>,
): ReadonlyMap<Member, readonly number[]> {
  if (gids.length === 0) throw new UsageError('gids is empty; name at least one cell.')
  const found = new Map<Member, number[]>()
  const missing: number[] = []
  for (const gid of Array.from(gids)) {
    const { population = -1, cell = -1 } = numbers.find(gid) ?? {}
    const member = simulation.members[population]
    if (!member || !members.includes(member)) missing.push(gid)
    else found.set(member, [...(found.get(member) ?? []), cell])
  }
  if (missing.length === 0) return found
  const shown = missing.slice(0, 10).join(', ')
  throw new UsageError(
    `There is no cell ${shown}${missing.length > 10 ? ', …' : ''} among the ${members.reduce((sum, m) => sum + m.population.count, 0)} cells that could be recorded.`,
  )
}
