/** What a count, a name and a description must be, and what is said of a name that nobody has. */
import { UsageError } from '../compiler/usage-error.ts'
import { nearest } from './nearest.ts'
import { shown } from './numbers-from.ts'

export function numberOfCells(place: string, count: unknown): number {
  const most = 2 ** 26
  if (typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= most) {
    return count
  }
  throw new UsageError(
    `${place} is ${shown(count)}; it must be a whole number of cells, up to ${most}.`,
  )
}

export function mustBeNames(place: string, names: readonly string[]): void {
  const wrong = names.find((name) => !/^[A-Za-z]\w*$/.test(name))
  if (wrong === undefined) return
  throw new UsageError(
    `${place} has a ${JSON.stringify(wrong)}; a name begins with a letter and goes on with letters, digits or _.`,
  )
}

export function mustBeFields(place: string, given: unknown): void {
  if (typeof given === 'object' && given !== null && !Array.isArray(given)) return
  throw new UsageError(`${place} is ${shown(given)}; it must be an object with named fields.`)
}

/** `EXCC, which is no population; there is EXC, INH. Did you mean EXC?` */
export function unknownName(name: string, what: string, known: readonly string[]): string {
  const meant = nearest(name, known)
  const hint = meant === undefined ? '' : ` Did you mean ${meant}?`
  return `${name}, which is no ${what}; there is ${known.join(', ') || 'none'}.${hint}`
}
