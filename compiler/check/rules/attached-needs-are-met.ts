/** What a synapse or noise needs is a variable of the cell it is attached to, in the same unit. */
import type { Report } from '../../../grammar/diagnostics.ts'
import { nearestName } from '../expressions/misspelling.ts'
import { equal } from '../../ir/dimension.ts'
import { describeSurrounding, inCell } from '../cast/cell-variables.ts'
import { quantityNamed } from '../expressions/describe.ts'
import { complain } from '../expressions/scope.ts'
import type { Junction } from './models-hold-together.ts'
import { reportUnknownName } from './names-are-known.ts'

export function attachedNeedsAreMet(junction: Junction, report: Report): void {
  const { attached, name, cell } = junction
  for (const need of attached.dynamics.variables.values()) {
    if (need.kind !== 'need') continue
    const there = inCell(need.name, junction)
    if (!there) {
      const names = [...cell.dynamics.variables.keys()]
      const near = nearestName(need.name, names)
      reportUnknownName(
        name,
        {
          visible: [],
          message: `${attached.name.text} needs ${need.name}, ${quantityNamed(need)}; ${describeSurrounding(junction)} has no ${need.name}.`,
          notes: near ? [`It has ${near}.`] : [],
        },
        { report },
      )
    } else if (!equal(there.dimension, need.dimension)) {
      complain(report, 'unit-mismatch', {
        span: name.span,
        message: `${attached.name.text} needs ${need.name} as ${quantityNamed(need)}; in ${describeSurrounding(junction)} it is ${quantityNamed(there)}.`,
      })
    }
  }
}
