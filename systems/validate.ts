/** What a count and a name must be. */
import { UsageError } from '../compiler/usage-error.ts'

export function numberOfCells(place: string, count: number): number {
  if (Number.isInteger(count) && count >= 0 && count <= 2 ** 26) return count
  throw new UsageError(
    `${place} is ${count}; it must be a whole number of cells, up to ${2 ** 26}.`,
  )
}

export function mustBeNames(place: string, names: readonly string[]): void {
  const wrong = names.find((name) => !/^[A-Za-z]\w*$/.test(name))
  if (wrong === undefined) return
  throw new UsageError(
    `${place} has a ${JSON.stringify(wrong)}; a name begins with a letter and goes on with letters, digits or _.`,
  )
}
