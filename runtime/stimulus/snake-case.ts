/** Names of fields in files, `pulse_times`, and in programs, `pulseTimes`; and reading one from the other. */
import { UsageError } from '../../compiler/usage-error.ts'

export const camelCase = (name: string): string =>
  name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())

export const snakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

/** The fields of a document, under their names in programs, without those that are null and its class. */
export function fieldsOf(document: string | object): Record<string, unknown> {
  const read = typeof document === 'string' ? parsed(document) : document
  if (typeof read !== 'object' || read === null || Array.isArray(read)) {
    throw new UsageError(`The document is ${JSON.stringify(read)}; it must be an object.`)
  }
  const fields = Object.entries(read).filter(([name, value]) => value !== null && name !== 'class')
  return Object.fromEntries(fields.map(([name, value]) => [camelCase(name), value]))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new UsageError(
      `The document is no JSON: ${cause instanceof Error ? cause.message : cause}`,
    )
  }
}

/** What was not given is as in `defaults`; a field that is none of these is refused. */
export function filledIn<T extends object>(what: string, defaults: T, given: Partial<T>): T {
  for (const name of Object.keys(given)) {
    if (Object.hasOwn(defaults, name)) continue
    throw new UsageError(`${what} has no ${name}; it has ${Object.keys(defaults).join(', ')}.`)
  }
  const known = Object.entries(given).filter(([, value]) => value !== undefined)
  return { ...defaults, ...Object.fromEntries(known) }
}

/** For files: the fields under their names there. */
export const documentOf = (fields: object): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [snakeCase(name), value]))
