/** Names with a value of their own: pi, e and inf. */
import { literal, type Typed } from './typed.ts'

const values: ReadonlyMap<string, number> = new Map([
  ['pi', Math.PI],
  ['e', Math.E],
  ['inf', Infinity],
])

export const constantNames: readonly string[] = [...values.keys()]

export function constantNamed(name: string): Typed | undefined {
  const value = values.get(name)
  return value === undefined ? undefined : literal(value)
}
