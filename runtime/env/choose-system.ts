/** What an Env is made from → the cells and connections that are meant. */
import { type Source, UsageError } from '../../compiler/index.ts'
import { predefined, predefinedNames } from '../../systems/predefined.ts'
import { ParallelSystem } from '../../systems/parallel-system.ts'
import type { SystemLike } from '../link/system-like.ts'

/** A system, its name or folder, a number of cells (all EXC), cells by population, or a model or its file that brings its own. */
export type From = SystemLike | Source | string | number | Readonly<Record<string, number>>

export type Ground =
  /** Who is there is known. */
  | { readonly kind: 'system'; readonly system: SystemLike }
  /** It is in a folder, which takes a moment to read. */
  | { readonly kind: 'folder'; readonly folder: string }
  /** The model says it. */
  | { readonly kind: 'model'; readonly model: string | Source }

export function groundOf(from: From): Ground {
  if (typeof from === 'string') {
    if (from.endsWith('.livn')) return { kind: 'model', model: from }
    return predefinedNames.includes(from)
      ? { kind: 'system', system: predefined(from) }
      : { kind: 'folder', folder: from }
  }
  if (typeof from === 'number') return { kind: 'system', system: new ParallelSystem(from) }
  if (typeof from !== 'object' || from === null) {
    throw new UsageError(
      `An Env is made from a system, its name or folder, a number of cells, { EXC: 80, INH: 20 } ` +
        `or a model; not from ${String(from)}.`,
    )
  }
  if (isSource(from)) return { kind: 'model', model: from }
  if (isSystem(from)) return { kind: 'system', system: from }
  return { kind: 'system', system: new ParallelSystem(from) }
}

const isSource = (from: object): from is Source =>
  'text' in from && typeof from.text === 'string' && 'path' in from

const isSystem = (from: object): from is SystemLike =>
  'populations' in from && Array.isArray(from.populations)
