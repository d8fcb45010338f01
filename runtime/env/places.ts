/** Where the cells of an Env are, and their compartments: what electrodes and fibres look at. */
import { evaluate } from '../../compiler/ir/evaluate.ts'
import type { Population } from '../engine/population.ts'
import {
  type Coordinates,
  coordinatesOfPopulations,
  type SectionPlace,
  withSections,
} from '../io/coordinates.ts'
import type { Session } from './session.ts'

interface Places {
  readonly cells: Coordinates
  readonly parts: Coordinates
}

/** The same objects again for the same cells, so that devices can remember what they found out. */
const known = new WeakMap<Session, Places>()

export function placesOf(session: Session): Places {
  const places = known.get(session) ?? findPlaces(session)
  known.set(session, places)
  return places
}

function findPlaces({ linked, simulation }: Session): Places {
  const populations = linked.plan.populations.map(({ compiled, ...population }) => {
    return { ...population, name: compiled.name }
  })
  const cells = coordinatesOfPopulations(populations)
  const sections = simulation.members.map(({ population }) => sectionsOf(population))
  if (sections.every((each) => each.length === 0)) return { cells, parts: cells }
  const each = populations.map((population, k) => {
    const own = sections[k] ?? []
    const all = own.length > 0 ? own : [{ section: 'soma', at: [0, 0, 0] } as const]
    return withSections(coordinatesOfPopulations([population]), all)
  })
  return { cells, parts: joined(each) }
}

const sectionsOf = ({ compiled, state }: Population): readonly SectionPlace[] =>
  compiled.dynamics.compartments.map(({ name: section, at: [x, y, z] }) => {
    const read = (name: string): number => state.shared.get(name) ?? 0
    return { section, at: [evaluate(x, read), evaluate(y, read), evaluate(z, read)] }
  })

function joined(all: readonly Coordinates[]): Coordinates {
  const rows = all.reduce((sum, { gids }) => sum + gids.length, 0)
  const [gids, xyz] = [new Int32Array(rows), new Float64Array(3 * rows)]
  let at = 0
  for (const each of all) {
    gids.set(each.gids, at)
    xyz.set(each.xyz, 3 * at)
    at += each.gids.length
  }
  return { gids, xyz, sections: all.flatMap(({ sections = [] }) => sections) }
}
