/** A stimulus → what is to be played into which port of which population. */
import { UsageError } from '../../compiler/index.ts'
import type { Member } from '../engine/member.ts'
import type { Score } from '../engine/player.ts'
import { noPortFor } from '../stimulus/modes.ts'
import type { SpikeTrains } from '../stimulus/spike-trains.ts'
import type { Stimulus } from '../stimulus/stimulus.ts'
import { onTicks, WaveformScore } from '../stimulus/waveform-score.ts'
import { acceptedBy, fitting, type Port, portsOf } from './ports.ts'
import { compartmentFor } from './sections.ts'
import type { Session } from './session.ts'

/** A score for a port. */
export interface Part {
  readonly member: Member
  readonly port: string
  readonly score: Score
}

/** A port that some columns reach, and the cell of each; −1 where a column is for others. */
interface Reached {
  readonly member: Member
  readonly port: string
  readonly places: Int32Array
  /** What the stimulus has to be in, and how much of the port's unit in kernels that is. */
  readonly unit: string
  readonly factor: number
}

/** One for each port that the stimulus reaches. */
export function partsFor(session: Session, stimulus: Stimulus, start: number): readonly Part[] {
  const own = onTicks(stimulus.waveform, session.dt)
  return reachOf(session, stimulus).map(({ member, port, places, unit, factor }) => {
    const isOwn = unit === stimulus.unit
    const ticked = isOwn ? own : onTicks(stimulus.convertTo(unit).waveform, session.dt)
    return { member, port, score: new WaveformScore(ticked, { places, factor, start }) }
  })
}

interface Last {
  readonly of: Stimulus
  readonly reach: readonly Reached[]
}

/** The last reach of each session, because a loop stimulates the same cells again and again. */
const lastReach = new WeakMap<Session, Last>()

function reachOf(session: Session, stimulus: Stimulus): readonly Reached[] {
  const last = lastReach.get(session)
  if (last && isAlike(last.of, stimulus)) return last.reach
  const reach = findReach(session, stimulus)
  lastReach.set(session, { of: stimulus, reach })
  return reach
}

function isAlike(a: Stimulus, b: Stimulus): boolean {
  if (a.mode !== b.mode || a.unit !== b.unit) return false
  if (a.width !== b.width || a.sections !== b.sections) return false
  if (a.gids === b.gids) return true
  if (!a.gids || !b.gids) return false
  for (let k = 0; k < a.width; k++) if (a.gids[k] !== b.gids[k]) return false
  return true
}

function findReach(session: Session, stimulus: Stimulus): readonly Reached[] {
  const columns = columnsOf(session, stimulus)
  const reached = new Map<Member, Map<Port, Int32Array>>()
  columns.forEach(({ member, cell, nth, section }, column) => {
    const port = portFor(session, member, { mode: stimulus.mode, nth, section })
    if (!port) return
    const ports = reached.get(member) ?? new Map<Port, Int32Array>()
    const places = ports.get(port) ?? new Int32Array(columns.length).fill(-1)
    places[column] = cell
    reached.set(member, ports.set(port, places))
  })
  if (reached.size === 0) throw nowhere(session, stimulus, columns[0]?.member)
  return [...reached].flatMap(([member, ports]) =>
    [...ports].map(([port, places]): Reached => {
      return { member, port: port.name, places, ...fitting(stimulus, port) }
    }),
  )
}

interface Column {
  readonly member: Member
  /** Counted within its population. */
  readonly cell: number
  /** Which of the columns of this cell it is. */
  readonly nth: number
  readonly section: string | undefined
}

function columnsOf(session: Session, stimulus: Stimulus): readonly Column[] {
  const { gids, sections, width } = stimulus
  if (!gids) return unnamedColumns(session, width)
  const seen = new Map<number, number>()
  return Array.from(gids, (gid, k): Column => {
    const nth = seen.get(gid) ?? 0
    seen.set(gid, nth + 1)
    return { ...cellOf(session, gid), nth, section: sections?.[k] }
  })
}

function cellOf({ simulation, populations, numbers }: Session, gid: number) {
  const { population = -1, cell = -1 } = numbers.find(gid) ?? {}
  const member = simulation.members[population]
  if (member) return { member, cell }
  throw new UsageError(
    `The stimulus has a column for cell ${gid}; there are ${described(populations)}.`,
  )
}

const described = (populations: Session['populations']): string =>
  populations
    .map(
      (p) =>
        `${p.name} ${p.gids ? `with ${p.count} cells` : `${p.offset}…${p.offset + p.count - 1}`}`,
    )
    .join(', ')

/** Without gids there is a column for every cell, in their order. */
function unnamedColumns({ simulation, populations }: Session, width: number): readonly Column[] {
  const all = populations.flatMap(({ count }, k) => {
    const member = simulation.members[k]
    return member
      ? Array.from({ length: count }, (_, cell): Column => {
          return { member, cell, nth: 0, section: undefined }
        })
      : []
  })
  if (all.length === width) return all
  throw new UsageError(
    `The stimulus has ${width} columns and does not say whose they are; there are ${all.length} cells. ` +
      'Name them with gids, or give one column to many with stimulus.spread(gids).',
  )
}

interface Wanted {
  readonly mode: string
  readonly nth: number
  readonly section: string | undefined
}

function portFor(session: Session, member: Member, wanted: Wanted): Port | undefined {
  const { mode, nth, section } = wanted
  const ports = portsOf(member).filter(({ sources }) => sources.includes(mode))
  const { compartments } = member.population.compiled.dynamics
  if (compartments.length === 0) return nth === 0 ? ports[0] : undefined
  const there = section === undefined ? compartments[nth]?.name : compartmentFor(session, section)
  if (section !== undefined && !compartments.some(({ name }) => name === there)) {
    const known = compartments.map(({ name }) => name).join(', ')
    throw new UsageError(
      `The stimulus has a column for section ${section} of ${member.population.compiled.name}, which has ${known}.`,
    )
  }
  const port = ports.find(({ compartment }) => compartment === there)
  return port ?? (section === undefined && nth === 0 ? ports[0] : undefined)
}

function nowhere(session: Session, { mode }: Stimulus, first: Member | undefined): UsageError {
  const member = first ?? session.simulation.members[0]
  if (!member) return new UsageError('There are no cells to stimulate.')
  return noPortFor(member.population.compiled.name, mode, acceptedBy(member))
}

/** Spikes are played to cells with a port `from spikes`: one in the steps in which they fire, else nothing. */
export function partsForSpikes(
  session: Session,
  trains: SpikeTrains,
  start: number,
): readonly Part[] {
  const steps = trains.steps(session.dt)
  const byMember = new Map<Member, (readonly [tick: number, cell: number])[]>()
  trains.ids.forEach((gid, k) => {
    const { member, cell } = cellOf(session, gid)
    const spikes = byMember.get(member) ?? []
    spikes.push([start + (steps[k] ?? 0), cell])
    byMember.set(member, spikes)
  })
  return [...byMember].map(([member, spikes]): Part => {
    const port = portsOf(member).find(({ sources }) => sources.includes('spikes'))
    if (port) return { member, port: port.name, score: spikeScore(spikes) }
    throw noPortFor(member.population.compiled.name, 'spikes', acceptedBy(member))
  })
}

/** Spikes in the order of time; `add` and `changeAfter` are asked in that order too. */
function spikeScore(spikes: readonly (readonly [tick: number, cell: number])[]): Score {
  let next = 0
  const pass = (tick: number): void => {
    while ((spikes[next]?.[0] ?? Number.POSITIVE_INFINITY) < tick) next++
  }
  return {
    add(tick, rows, at) {
      pass(tick)
      for (let k = next; spikes[k]?.[0] === tick; k++) rows[at + (spikes[k]?.[1] ?? 0)] = 1
    },
    changeAfter(tick) {
      pass(tick)
      const due = spikes[next]?.[0] ?? Number.POSITIVE_INFINITY
      return due === tick ? tick + 1 : due
    },
  }
}
