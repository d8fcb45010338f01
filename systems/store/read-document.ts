/** JSON files of a system: read, and refused with their name and the place in them. */
import { UsageError } from '../../compiler/usage-error.ts'
import { shown } from '../numbers-from.ts'
import type { Document } from '../system.ts'
import type { Folder } from './folder.ts'

/** Undefined where there is no such file. */
export async function readDocument(folder: Folder, path: string): Promise<Document | undefined> {
  const bytes = await folder.read(path)
  if (bytes === undefined) return undefined
  const place = `${folder.name}/${path}`
  try {
    return documentAt(place, JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)))
  } catch (cause) {
    if (cause instanceof UsageError) throw cause
    throw new UsageError(`${place} is no JSON: ${cause instanceof Error ? cause.message : cause}`)
  }
}

/** The value, which must have named fields. */
export function documentAt(place: string, value: unknown): Document {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Document
  throw new UsageError(`${place} is ${shown(value)}; it must be an object with named fields.`)
}

export const documentIn = (place: string, parent: Document, name: string): Document =>
  documentAt(`${place}.${name}`, Object.hasOwn(parent, name) ? parent[name] : undefined)

/** Names and values of a document whose names are free. */
export const entriesAt = (place: string, value: unknown): readonly (readonly [string, unknown])[] =>
  Object.entries(documentAt(place, value))
