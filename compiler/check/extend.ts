/**
 * Copies what a declaration extends, overrides and adds to it.
 *
 * Before  neuron Fast extends LIF { param C = 100 pF }
 * After   neuron Fast { param C = 100 pF   param g_L = 10 nS   …   dv/dt = … }
 * Needs   the names of the file
 */
import type { Statement } from '../../grammar/ast.ts'
import type { Report } from '../../grammar/diagnostics.ts'
import type { FileNames, Found, Library } from './resolve-imports.ts'
import { extendsEnds } from './rules/extends-comes-to-an-end.ts'
import { isDeclared } from './rules/declarations-are-known.ts'

/** A statement with the file whose functions and channels it can name; `inner` of compartments only. */
export interface Line {
  readonly statement: Statement
  readonly home: FileNames
  readonly inner: readonly Line[]
}

/** All statements of a declaration, its ancestors' first. */
export function extend(found: Found, library: Library, report: Report): readonly Line[] {
  const line = [found]
  for (let child = found; ; ) {
    const { extends: base, kind } = child.declaration
    if (!base) break
    const parent = isDeclared(base, { home: child.home, library, kind }, report)
    if (!parent || !extendsEnds(base, { parent, line }, report)) break
    line.push(parent)
    child = parent
  }
  return line.reduceRight<readonly Line[]>((lines, one) => merge(lines, linesOf(one)), [])
}

const linesOf = ({ declaration, home }: Found): readonly Line[] =>
  declaration.body.statements.map((statement) => lineOf(statement, home))

function lineOf(statement: Statement, home: FileNames): Line {
  const body = statement.kind === 'compartment' ? statement.body.statements : []
  return { statement, home, inner: body.map((inner) => lineOf(inner, home)) }
}

/** Lines that say something anew take the place of the old ones; all others follow. */
function merge(old: readonly Line[], anew: readonly Line[]): readonly Line[] {
  if (old.length === 0) return anew
  const overriding = new Map<string, Line>()
  for (const line of anew) {
    const subject = subjectOf(line.statement)
    if (subject !== undefined && !overriding.has(subject)) overriding.set(subject, line)
  }
  const used = new Set<Line>()
  const kept = old.flatMap((line) => {
    const subject = subjectOf(line.statement)
    const other = subject === undefined ? undefined : overriding.get(subject)
    if (!other) return isOrphan(line, overriding) ? [] : [line]
    if (used.has(other)) return []
    used.add(other)
    return [replaced(line, other)]
  })
  return [...kept, ...anew.filter((line) => !used.has(line))]
}

/** A compartment keeps its place and its other statements. */
const replaced = (line: Line, other: Line): Line =>
  line.statement.kind === 'compartment' && other.statement.kind === 'compartment'
    ? {
        ...other,
        statement: { ...line.statement, ...other.statement },
        inner: merge(line.inner, other.inner),
      }
    : other

/** The initial value of a variable that no longer evolves. */
function isOrphan({ statement }: Line, overriding: ReadonlyMap<string, Line>): boolean {
  if (statement.kind !== 'initial') return false
  const variable = overriding.get(`variable ${statement.name.text}`)
  return variable !== undefined && variable.statement.kind !== 'equation'
}

/** What a statement is about; two about the same override each other. */
export function subjectOf(statement: Statement): string | undefined {
  switch (statement.kind) {
    case 'param':
    case 'state':
    case 'input':
    case 'needs':
    case 'equation':
    case 'definition':
      return `variable ${statement.name.text}`
    case 'initial':
      return `initial ${statement.name.text}`
    case 'channel':
    case 'compartment':
      return `part ${statement.name.text}`
    case 'event':
    case 'record':
      return `${statement.kind} ${statement.name.text}`
    case 'axial':
      return `axial ${[statement.a.text, statement.b.text].sort().join()}`
    case 'pathway':
      return `pathway ${statement.side} ${statement.event?.text ?? ''} ${statement.pathway?.text ?? ''}`
    case 'on-event':
      return `on ${statement.event.text}`
    case 'threshold':
    case 'reset':
    case 'refractory':
    case 'method':
      return statement.kind
    case 'on-step':
    case 'every':
      return undefined
  }
}
