/** Options by their names: one that nobody knows is a slip, and is told what there is. */
import { UsageError } from '../../compiler/index.ts'
import { nearest } from '../../systems/nearest.ts'
import { shown } from '../../systems/numbers-from.ts'

export function mustBeKnown(where: string, options: object, known: readonly string[]): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new UsageError(
      `${where} takes options such as { ${known[0]}: … }, not ${shown(options)}.`,
    )
  }
  for (const name in options) {
    if (known.includes(name)) continue
    const near = nearest(name, known)
    throw new UsageError(
      `${where} has no option ${name}${near ? `; did you mean ${near}?` : '.'} It has ${known.join(', ')}.`,
    )
  }
}
