/** Examines declarations, those without a fault once per process however many models use them. */
import type { Equations } from '../../grammar/ast.ts'
import type { Dynamics } from '../ir/dynamics.ts'
import { type Examined, examine } from './build-dynamics.ts'
import { copyOf, openExamination } from './examine.ts'
import type { Findings } from './examination.ts'
import type { Effort } from './expressions/scope.ts'
import type { Inquiry } from './inquiry.ts'
import { type Outline, outline } from './outline.ts'
import type { FileNames, Found, Library } from './resolve-imports.ts'

/** A declaration that nothing is wrong with, and everything that this depends on. */
interface Understood {
  readonly outline: Outline
  readonly dynamics: Dynamics
  readonly findings: Findings
  /** The names it could use. */
  readonly home: FileNames
  /** What it took from the library. */
  readonly borrowed: ReadonlyMap<string, Found | undefined>
  readonly spent: Spending
}

type Spending = Pick<Effort, 'statements' | 'inlined' | 'hints'>

/**
 * A changed file is another tree, and a change below it gives its names another home. A fifth of what a culture takes
 * to compile was to examine the neurons, channels and synapses of the library again.
 */
const understood = new WeakMap<Equations, Understood>()

export function understand(found: Found, inquiry: Inquiry, library: Library): Examined {
  const known = understood.get(found.declaration)
  if (known && isStillSo(known, found, library) && spend(known.spent, inquiry.effort)) {
    return reopened(known, inquiry)
  }
  const borrowed = new Map<string, Found | undefined>()
  const find: Library['find'] = (name) => {
    const lent = library.find(name)
    borrowed.set(name, lent)
    return lent
  }
  const { report, effort } = inquiry
  const before = { ...effort }
  const laidOut = outline(found, { library: { ...library, find }, report, effort })
  // Expansions of its own: what a declaration spends does not depend on those before it.
  const { dynamics, exam } = examine(laidOut, { ...inquiry, expansions: new Map() })
  const findings = copyOf(exam)
  const spent = difference(before, effort)
  const anew = { outline: laidOut, dynamics, findings, home: found.home, borrowed, spent }
  if (inquiry.diagnostics().length === 0) understood.set(found.declaration, anew)
  return reopened(anew, inquiry)
}

function isStillSo({ home, borrowed }: Understood, found: Found, library: Library): boolean {
  return (
    home === found.home && [...borrowed].every(([name, lent]) => isSame(library.find(name), lent))
  )
}

const isSame = (a: Found | undefined, b: Found | undefined): boolean =>
  a?.declaration === b?.declaration && a?.home === b?.home

const difference = (before: Spending, after: Spending): Spending => ({
  statements: before.statements - after.statements,
  inlined: before.inlined - after.inlined,
  hints: before.hints - after.hints,
})

/** What has been done before counts as if it had been done now; false where there would not be effort enough for it. */
function spend(spent: Spending, effort: Effort): boolean {
  const left = difference(effort, spent)
  if (Math.min(left.statements, left.inlined, left.hints) < 0) return false
  Object.assign(effort, left)
  return true
}

function reopened({ outline, dynamics, findings }: Understood, inquiry: Inquiry): Examined {
  const exam = openExamination(outline, inquiry, { findings: copyOf(findings) })
  return { outline, dynamics, exam }
}
