/** The public door of the compiler: check, compile, format, describe and explain model texts. */
import { ModelError } from './ir/model-error.ts'
import type { ModelFile } from '../grammar/ast.ts'
import type { Diagnostic, Source } from '../grammar/diagnostics.ts'
import { type Parsed, parse } from '../grammar/parse.ts'
import { print } from '../grammar/print.ts'
import { renderDiagnostic } from '../grammar/render.ts'
import { type CheckOptions, type Checked, check as checkFile } from './check/check.ts'
import { type CompileOptions, compileDeclaration, compileModel, lower } from './compile.ts'
import { parseOnce } from './check/resolve-imports.ts'
import type { Program } from './program.ts'
import { UsageError } from './usage-error.ts'

export { emitKernels } from './compile.ts'
export type { ProjectionShape } from './placing.ts'
export type { Artifact, Precision } from './emit/target.ts'
export type { Diagnostic, Source } from '../grammar/diagnostics.ts'
export { lineAndColumn } from '../grammar/diagnostics.ts'
export { renderDiagnostic as render } from '../grammar/render.ts'
export type { Checked, Loader } from './check/check.ts'
export type { Dynamics, Model } from './ir/dynamics.ts'
export type { Kernel } from './ir/kernel.ts'
export type {
  CompiledPopulation,
  CompiledProjection,
  Program,
  Recordable,
  Slot,
} from './program.ts'
export { explain, type Page } from './explain.ts'
export { describe, type Description } from './describe.ts'
export { InternalError } from './ir/internal-error.ts'
export { ModelError, UsageError }

/** Where imports and library declarations come from; without one, a text stands alone. */
export type Surroundings = Partial<CheckOptions>

const alone: CheckOptions = { loader: { load: () => undefined } }

export interface Examined extends Checked {
  readonly file: ModelFile
}

/** Reads and checks a text: its declarations and everything that is wrong with it. */
export function examine(source: Source | string, surroundings: Surroundings = {}): Examined {
  return examineParsed(parse(sourceOf(source)), surroundings)
}

function examineParsed({ file, diagnostics, lost }: Parsed, surroundings: Surroundings): Examined {
  const checked = checkFile(file, { ...alone, ...surroundings })
  const all = [...diagnostics, ...checked.diagnostics.filter((d) => !isConsequence(d, lost))]
  return { ...checked, file, diagnostics: all.sort((a, b) => a.span.start - b.span.start) }
}

const missing: ReadonlySet<string> = new Set([
  'unknown-name',
  'unknown-declaration',
  'initial-value-without-equation',
  'no-current-offered',
  'event-unknown',
])

/** What only repeats that a statement could not be read: it would have declared the name. */
function isConsequence({ code, span }: Diagnostic, lost: ReadonlySet<string>): boolean {
  if (lost.size === 0) return false
  if (code === 'missing-statement' || code === 'name-unused') return true
  const name = span.source.text.slice(span.start, span.end)
  return missing.has(code) && (lost.has(name) || code === 'no-current-offered')
}

/** Everything that is wrong with a text, compile errors included. */
export function check(
  source: Source | string,
  surroundings: Surroundings = {},
): readonly Diagnostic[] {
  // Whoever checks a whole library comes to most of its files by imports too.
  const examined = examineParsed(parseOnce(sourceOf(source)), surroundings)
  if (examined.diagnostics.some((d) => d.severity === 'error')) return examined.diagnostics
  return [...examined.diagnostics, ...loweringErrors(examined)]
}

/** Some mistakes show only when equations meet: methods, circles through a port. */
function loweringErrors({ own, declarations, models }: Examined): readonly Diagnostic[] {
  const attempts = [
    ...own.flatMap((name) => {
      const dynamics = declarations.get(name)
      return dynamics ? [() => lower(dynamics)] : []
    }),
    ...models.map((model) => () => lower(model)),
  ]
  const found = new Map<string, Diagnostic>()
  for (const attempt of attempts) {
    try {
      attempt()
    } catch (error) {
      if (!(error instanceof ModelError)) throw error
      for (const d of error.diagnostics) found.set(`${d.code} ${d.span.start}`, d)
    }
  }
  return [...found.values()]
}

export interface CompileSource extends CompileOptions, Surroundings {
  /** A declaration or model of the text; its last model, or else its last declaration. */
  readonly name?: string
}

/** A text → a program; throws a ModelError that says everything that is wrong. */
export function compile(source: Source | string, options: CompileSource = {}): Program {
  return compileExamined(examine(source, options), options)
}

function sourceOf(source: Source | string): Source {
  const text: Source = typeof source === 'string' ? { path: 'model.livn', text: source } : source
  if (typeof text?.text === 'string') return text
  throw new UsageError(`The model is ${String(source)}; it must be a text, or { path, text }.`)
}

/** The same for a text that was examined already. */
export function compileExamined(examined: Examined, options: CompileSource = {}): Program {
  const errors = examined.diagnostics.filter((d) => d.severity === 'error')
  if (errors.length > 0) throw rendered(errors)
  try {
    return compileNamed(examined, options)
  } catch (error) {
    throw error instanceof ModelError ? rendered(error.diagnostics) : error
  }
}

function compileNamed({ models, declarations, own }: Examined, options: CompileSource): Program {
  const name = options.name ?? models.at(-1)?.name ?? own.at(-1)
  const model = models.find((m) => m.name === name)
  if (model) return compileModel(model, options)
  const dynamics = name === undefined ? undefined : declarations.get(name)
  if (dynamics) return compileDeclaration(dynamics, options)
  const known = [...models.map((m) => m.name), ...own].join(', ') || 'nothing'
  throw new UsageError(`The text declares no ${name ?? 'model'}; it declares ${known}.`)
}

const rendered = (diagnostics: readonly Diagnostic[]): ModelError =>
  new ModelError(diagnostics, diagnostics.map((d) => renderDiagnostic(d)).join('\n\n'))

/** The canonical layout of a text; throws a ModelError if it cannot be read. */
export function format(source: Source | string): string {
  const { file, diagnostics } = parse(sourceOf(source))
  if (diagnostics.length > 0) throw rendered(diagnostics)
  return print(file)
}
