/** Files by what they declare: every name a file can use, its own, imported or of the library. */
import type { Equations, ImportDeclaration, ModelFile, Name } from '../../grammar/ast.ts'
import type { Report, Source } from '../../grammar/diagnostics.ts'
import { type Parsed, parse } from '../../grammar/parse.ts'
import {
  importExists,
  importIsInside,
  importsEnd,
  nameIsExported,
} from './rules/imports-resolve.ts'
import type { Callable } from './expressions/scope.ts'

/** Resolves imports: inside the model's folder and the library only. */
export interface Loader {
  readonly load: (path: string, from: Source) => Source | 'outside' | undefined
}

/** A declaration and the file whose names it uses. */
export interface Found {
  readonly declaration: Equations
  readonly home: FileNames
}

/** What the names of one file mean. */
export interface FileNames {
  readonly file: ModelFile
  /** What each of its imports was read from. */
  readonly imports: readonly (FileNames | undefined)[]
  readonly declarations: ReadonlyMap<string, Found>
  readonly functions: ReadonlyMap<string, Callable>
  readonly findFunction: (name: string) => Callable | undefined
  /** Names whose import failed, which has been said once. */
  readonly missing: ReadonlySet<string>
}

/** Declarations that need no import; which those are, is up to the host. */
export interface Library {
  readonly find: (name: string) => Found | undefined
  readonly names: () => readonly string[]
}

/** Where files come from, and who hears of their mistakes. */
export interface Files {
  readonly loader: Loader
  readonly library: ReadonlyMap<string, Source>
  readonly report: Report
}

interface Reading extends Files {
  /** By path, while reading and after. */
  readonly known: Map<string, FileNames>
  /** The files whose imports are being read. */
  readonly open: readonly Source[]
}

const isImport = (
  declaration: ModelFile['declarations'][number],
): declaration is ImportDeclaration => declaration.kind === 'import'

const isEquations = (declaration: ModelFile['declarations'][number]): declaration is Equations =>
  declaration.kind !== 'import' && declaration.kind !== 'function' && declaration.kind !== 'model'

/** Texts do not change, so a file is read once however many models use it. */
const parsed = new WeakMap<Source, Parsed>()

export function parseOnce(source: Source): Parsed {
  const known = parsed.get(source) ?? parse(source)
  parsed.set(source, known)
  return known
}

function readOnce(source: Source, report: Report): ModelFile {
  const { file, diagnostics } = parseOnce(source)
  for (const diagnostic of diagnostics) report(diagnostic)
  return file
}

/** Everything the names of a file mean; imported files are read along, those of the library when they are asked for. */
export function resolveImports(
  file: ModelFile,
  files: Files,
): { readonly names: FileNames; readonly library: Library } {
  const reading: Reading = { ...files, known: new Map(), open: [] }
  const library: Library = {
    find: (name) => fromLibrary(name, reading),
    names: () => [...files.library.keys()],
  }
  return { names: namesOf(file, reading), library }
}

/** Files whose imports all succeeded. What their names mean stays the same as long as the files they import do. */
const resolved = new WeakMap<ModelFile, FileNames>()

function namesOf(file: ModelFile, reading: Reading): FileNames {
  const inside: Reading = { ...reading, open: [...reading.open, file.source] }
  const statements = file.declarations.filter(isImport)
  const imports = statements.map(({ from }) => fileOf(from, inside))
  const known = resolved.get(file)
  const isKnown = known?.imports.every((other, k) => other === imports[k])
  const names = known && isKnown ? known : newNames(file, { statements, imports }, reading.report)
  if (names.missing.size === 0) resolved.set(file, names)
  reading.known.set(file.source.path, names)
  return names
}

interface Imports {
  readonly statements: readonly ImportDeclaration[]
  readonly imports: readonly (FileNames | undefined)[]
}

function newNames(file: ModelFile, { statements, imports }: Imports, report: Report): FileNames {
  const declarations = new Map<string, Found>()
  const functions = new Map<string, Callable>()
  const missing = new Set<string>()
  const tables: Tables = { declarations, functions, missing }
  const findFunction = (name: string) => functions.get(name)
  const names: FileNames = { file, imports, ...tables, findFunction }
  for (const [k, statement] of statements.entries())
    bring(statement, imports[k], { tables, report })
  declareOwn(file, names, tables)
  return names
}

interface Tables {
  readonly declarations: Map<string, Found>
  readonly functions: Map<string, Callable>
  readonly missing: Set<string>
}

/** The first of two equal names counts; that there are two is said elsewhere. */
function declareOwn(file: ModelFile, names: FileNames, tables: Tables): void {
  const seen = new Set<string>()
  for (const declaration of file.declarations) {
    if (declaration.kind === 'function') {
      const { text } = declaration.name
      if (seen.has(`${text}()`)) continue
      seen.add(`${text}()`)
      tables.functions.set(text, { declaration, find: names.findFunction })
    } else if (isEquations(declaration)) {
      const { text } = declaration.name
      if (seen.has(text)) continue
      seen.add(text)
      tables.declarations.set(text, { declaration, home: names })
    }
  }
}

function bring(
  statement: ImportDeclaration,
  other: FileNames | undefined,
  { tables, report }: { readonly tables: Tables; readonly report: Report },
): void {
  if (!other) {
    for (const { text } of statement.names) tables.missing.add(text)
    return
  }
  for (const name of statement.names) {
    const found = other.declarations.get(name.text)
    const callable = other.functions.get(name.text)
    if (found) tables.declarations.set(name.text, found)
    if (callable) tables.functions.set(name.text, callable)
    if (found || callable) continue
    tables.missing.add(name.text)
    const offered = [...other.declarations.keys(), ...other.functions.keys()]
    nameIsExported(name, { offered, path: other.file.source.path }, report)
  }
}

function fileOf(from: Name, reading: Reading): FileNames | undefined {
  const here = reading.open.at(-1)
  const source = here && reading.loader.load(from.text, here)
  if (!importIsInside(from, source, reading.report)) return undefined
  if (!source || source === 'outside') {
    importExists(from, reading.report)
    return undefined
  }
  if (!importsEnd(from, { source, open: reading.open }, reading.report)) return undefined
  return reading.known.get(source.path) ?? namesOf(readOnce(source, reading.report), reading)
}

function fromLibrary(name: string, reading: Reading): Found | undefined {
  const source = reading.library.get(name)
  if (!source) return undefined
  const file =
    reading.known.get(source.path) ??
    namesOf(readOnce(source, reading.report), { ...reading, open: [] })
  return file.declarations.get(name)
}
