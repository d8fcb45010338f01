/**
 * Turns a laid out declaration into Dynamics: every name bound, every unit known.
 *
 * Before  param C = 200 pF   dv/dt = (g_L * (E_L - v) + I) / C : mV   reset { v = V_r }
 * After   C param 200 (pF)   v state, its drift an expression in kernel units, v := V_r on a spike
 * Needs   an outline
 */
import type { Statement } from '../../grammar/ast.ts'
import type { Dynamics, Variable } from '../ir/dynamics.ts'
import { buildAxial, buildPosition, buildRecord } from './build-cell-parts.ts'
import { buildEvents } from './build-events.ts'
import { buildNoise, buildVariable } from './build-variables.ts'
import { type Known, conditionAt, openExamination, scopeAt, siteAt } from './examine.ts'
import type { Examination, Site } from './examination.ts'
import type { Entry, Outline, Place, PlacedLine } from './outline.ts'
import { followRules } from './rules.ts'
import { isDuration } from './rules/refractoriness-is-a-time-or-condition.ts'
import type { Inquiry } from './inquiry.ts'

/** A declaration that has been understood, with what only a model can still tell about it. */
export interface Examined {
  readonly outline: Outline
  readonly dynamics: Dynamics
  readonly exam: Examination
}

export function examine(outline: Outline, inquiry: Inquiry, known?: Known): Examined {
  const exam = openExamination(outline, inquiry, { known })
  const dynamics = buildDynamics(outline, exam)
  followRules({ outline, dynamics, exam }, inquiry.report)
  return { outline, dynamics, exam }
}

function buildDynamics(outline: Outline, exam: Examination): Dynamics {
  const { declaration, lines, name, kind, home } = outline
  const events = buildEvents(lines, exam)
  const method = methodOf(lines, outline.root)
  return {
    kind,
    name,
    doc: declaration.comments.above.join('\n').trim(),
    path: home.file.source.path,
    ...cellParts(lines, exam),
    ...events,
    variables: buildVariables(outline, exam),
    foreign: new Set(exam.foreign.keys()),
    ...(method === undefined ? {} : { method }),
  }
}

type Of<K extends Statement['kind']> = Extract<Statement, { kind: K }>

/** The lines of one kind, with where they stand. */
export function linesOf<K extends Statement['kind']>(
  lines: readonly PlacedLine[],
  kind: K,
): readonly (PlacedLine & { readonly statement: Of<K> })[] {
  const isOfKind = (line: PlacedLine): line is PlacedLine & { readonly statement: Of<K> } =>
    line.statement.kind === kind
  return lines.filter(isOfKind)
}

/** Events come first: what they write is a state, whatever its declaration looks like. */
function buildVariables(outline: Outline, exam: Examination): ReadonlyMap<string, Variable> {
  const variables = new Map<string, Variable>()
  const initials = initialsOf(outline)
  const methods = new Map<Place, string | undefined>()
  for (const entry of outline.entries.values()) {
    const { place } = entry
    if (!methods.has(place)) methods.set(place, methodFor(outline, place))
    const own = { initial: initials.get(entry), method: methods.get(place) }
    const variable = buildVariable(entry, own, exam)
    if (variable) variables.set(variable.name, variable)
  }
  for (const name of exam.noise.keys()) variables.set(name, buildNoise(name, exam))
  return variables
}

const methodOf = (lines: readonly PlacedLine[], place: Place): string | undefined =>
  linesOf(lines, 'method').find((line) => line.place === place)?.statement.name.text

/** The method of the place, or of the one around it. */
function methodFor(outline: Outline, place: Place | undefined): string | undefined {
  if (!place) return undefined
  return methodOf(outline.lines, place) ?? methodFor(outline, place.outer)
}

function initialsOf({ lines }: Outline) {
  const initials = new Map<Entry, { readonly statement: Of<'initial'>; readonly site: Site }>()
  for (const { statement, place, home } of linesOf(lines, 'initial')) {
    const entry = place.members.get(statement.name.text)
    if (!entry) continue
    const draw = statement.op === '~'
    initials.set(entry, {
      statement,
      site: { place, home, side: entry.per, owner: entry.name, draw },
    })
  }
  return initials
}

function cellParts(lines: readonly PlacedLine[], exam: Examination) {
  const [threshold] = linesOf(lines, 'threshold')
  const [refractory] = linesOf(lines, 'refractory')
  return {
    compartments: linesOf(lines, 'compartment').map((line) => buildPosition(line, exam)),
    axials: linesOf(lines, 'axial').flatMap((line) => buildAxial(line, exam)),
    records: linesOf(lines, 'record').map((line) => buildRecord(line, exam)),
    ...(threshold
      ? {
          threshold: conditionAt(
            threshold.statement.condition,
            siteAt(threshold, 'threshold'),
            exam,
          ),
        }
      : {}),
    ...(refractory ? { refractory: buildRefractory(refractory, exam) } : {}),
  }
}

function buildRefractory(
  line: PlacedLine & { readonly statement: Of<'refractory'> },
  exam: Examination,
) {
  const scope = scopeAt(siteAt(line, 'refractory'), exam)
  const tree = line.statement.value
  const value = scope.infer(tree, scope)
  if (value.type === 'boolean') return { kind: 'condition', value: value.expr } as const
  isDuration(tree, value, scope)
  return { kind: 'duration', value: value.expr } as const
}
