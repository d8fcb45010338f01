/** What to say when nothing of a name can be recorded. */
import { UsageError } from '../compiler/usage-error.ts'

export function unknownName(
  name: string,
  recordable: ReadonlyMap<string, readonly string[]>,
  connections: readonly string[],
): UsageError {
  const cells = [...recordable].map(([population, names]) => `${population}: ${names.join(', ')}`)
  const all = [
    ...cells,
    ...(connections.length > 0 ? [`connections: ${connections.join(', ')}`] : []),
  ]
  return new UsageError(`Nothing is called ${name}. There is, of ${all.join('; of ')}.`)
}
