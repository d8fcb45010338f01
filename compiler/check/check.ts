/** Does a model file make sense? Turns its tree into Dynamics and models, or says what is wrong with it. */
import type { ModelFile } from '../../grammar/ast.ts'
import type { Diagnostic, Source } from '../../grammar/diagnostics.ts'
import type { Dynamics, Model } from '../ir/dynamics.ts'
import type { Examined } from './build-dynamics.ts'
import { buildModel } from './cast/build-model.ts'
import { checkFunctions } from './check-functions.ts'
import {
  type FileNames,
  type Found,
  type Library,
  type Loader,
  resolveImports,
} from './resolve-imports.ts'
import { everythingDeclaredIsUsed } from './rules/everything-declared-is-used.ts'
import { declarationsAreUnique } from './rules/names-are-declared-once.ts'
import { openInquiry, type Inquiry } from './inquiry.ts'
import { understand } from './understand.ts'

export type { Loader }

export interface Checked {
  /** Everything this file declares, imports or casts, by the name it has here. */
  readonly declarations: ReadonlyMap<string, Dynamics>
  readonly models: readonly Model[]
  /** Names declared in this file, in order. */
  readonly own: readonly string[]
  readonly diagnostics: readonly Diagnostic[]
}

export interface CheckOptions {
  readonly loader: Loader
  /** Name of a declaration → the library file it is in. */
  readonly library?: ReadonlyMap<string, Source>
}

/** Looks a declaration up by name and examines it once. */
export type Declarations = (found: Found) => Examined

export function check(
  file: ModelFile,
  { loader, library: sources = new Map() }: CheckOptions,
): Checked {
  const inquiry = openInquiry()
  const { report } = inquiry
  declarationsAreUnique(file, report)
  const { names, library } = resolveImports(file, { loader, library: sources, report })
  checkFunctions(names, inquiry)
  const examined = examineOnce(inquiry, library)
  const own = ownNames(file)
  const used = new Map<string, Dynamics>()
  for (const [name, found] of names.declarations) used.set(name, examined(found).dynamics)
  const models = file.declarations.flatMap((declaration) =>
    declaration.kind === 'model'
      ? [buildModel(declaration, { names, library, examined, inquiry, used })]
      : [],
  )
  if (inquiry.diagnostics().length === 0) warnOfUnused(own, { names, examined, inquiry })
  return {
    declarations: used,
    models,
    own,
    diagnostics: inOrder(inquiry.diagnostics(), file.source),
  }
}

function examineOnce(inquiry: Inquiry, library: Library): Declarations {
  const known = new Map<Found['declaration'], Examined>()
  return (found) => {
    const examined = known.get(found.declaration) ?? understand(found, inquiry, library)
    known.set(found.declaration, examined)
    return examined
  }
}

function ownNames({ declarations }: ModelFile): readonly string[] {
  const names = declarations.flatMap((declaration) => {
    const { kind } = declaration
    return kind === 'import' || kind === 'function' || kind === 'model'
      ? []
      : [declaration.name.text]
  })
  return [...new Set(names)]
}

interface Work {
  readonly names: FileNames
  readonly examined: Declarations
  readonly inquiry: Inquiry
}

function warnOfUnused(own: readonly string[], { names, examined, inquiry }: Work): void {
  for (const name of own) {
    const found = names.declarations.get(name)
    if (found) everythingDeclaredIsUsed(examined(found), inquiry.report)
  }
}

/** This file's first, each file from top to bottom. */
function inOrder(diagnostics: readonly Diagnostic[], source: Source): readonly Diagnostic[] {
  const rank = ({ span }: Diagnostic) => (span.source.path === source.path ? '' : span.source.path)
  return [...diagnostics].sort(
    (a, b) =>
      rank(a).localeCompare(rank(b)) || a.span.start - b.span.start || a.span.end - b.span.end,
  )
}
