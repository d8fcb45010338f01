/** What names mean in a connect clause: indices, counts, positions and parameters of the two cells. */
import type { Name } from '../../../grammar/ast.ts'
import { length, none } from '../../ir/dimension.ts'
import type { ModelWork } from './attach.ts'
import { cellReadings } from '../bind-names.ts'
import type { Population } from './cast-members.ts'
import { constantNamed, constantNames } from '../expressions/constants.ts'
import { infer } from '../expressions/infer.ts'
import { connectReadsParameters } from '../rules/connects-make-sense.ts'
import { reportUnknownName } from '../rules/names-are-known.ts'
import type { Scope } from '../expressions/scope.ts'
import { type Reading, reading, type Typed, unknown } from '../expressions/typed.ts'

export interface Ends {
  readonly pre: Population
  readonly post: Population
  /** Whose random streams these are. */
  readonly owner: string
  /** The name of `each NAME in …`. */
  readonly each: string | undefined
}

interface Options {
  readonly work: ModelWork
  /** Whether the target is chosen already. */
  readonly knowsTarget: boolean
  readonly draw: boolean
}

export function connectScope(ends: Ends, { work, knowsTarget, draw }: Options): Scope {
  const { inquiry, names } = work
  const readings = readingsOf(ends, knowsTarget)
  return {
    report: inquiry.report,
    infer,
    effort: inquiry.effort,
    expansions: inquiry.expansions,
    findFunction: names.findFunction,
    functionNames: () => [...names.functions.keys(), ...names.missing],
    candidates: () => [],
    origin: () => undefined,
    draws: { owner: ends.owner, count: 0 },
    draw,
    inside: [],
    resolve: (name, owner) => resolve(name, owner, { ends, readings, inquiry, knowsTarget }),
  }
}

function readingsOf({ each }: Ends, knowsTarget: boolean): ReadonlyMap<string, Reading> {
  const always = ['i', 'N_pre', 'N_post'].map((name) => [name, { dimension: none }] as const)
  if (!knowsTarget) return new Map(always)
  const target = ['j', ...(each === undefined ? [] : [each])]
  return new Map<string, Reading>([
    ...always,
    ...target.map((name) => [name, { dimension: none }] as const),
    ['distance', { dimension: length }],
  ])
}

interface Here extends Pick<Options, 'knowsTarget'> {
  readonly ends: Ends
  readonly readings: ReadonlyMap<string, Reading>
  readonly inquiry: ModelWork['inquiry']
}

function resolve(name: Name, owner: Name | undefined, here: Here): Typed {
  const { readings, inquiry } = here
  if (owner) {
    if (isEnd(owner.text)) return readEnd(name, owner.text, here)
    const message = `A connect clause reads pre.NAME and post.NAME, not ${owner.text}.${name.text}.`
    reportUnknownName(owner, { visible: ['pre', 'post'], message }, inquiry)
    return unknown
  }
  const known = readings.get(name.text)
  if (known) return reading(name.text, known)
  const [, base, end = ''] = /^(.+)_(pre|post)$/.exec(name.text) ?? []
  if (base !== undefined && isEnd(end)) return readEnd({ ...name, text: base }, end, here)
  const constant = constantNamed(name.text)
  if (constant) return constant
  const message = here.knowsTarget
    ? undefined
    : `${name.text} means nothing here, where the target is not chosen yet.`
  const visible = [...readings.keys(), ...constantNames]
  reportUnknownName(name, { visible, ...(message ? { message } : {}) }, inquiry)
  return unknown
}

const isEnd = (text: string): text is 'pre' | 'post' => text === 'pre' || text === 'post'

/** Parameters and positions of the cells; their states are not there yet when connections are made. */
function readEnd(name: Name, end: 'pre' | 'post', { ends, inquiry, knowsTarget }: Here): Typed {
  if (end === 'post' && !knowsTarget) {
    const message = `post.${name.text} means nothing here, where the target is not chosen yet.`
    reportUnknownName(name, { visible: [], message }, inquiry)
    return unknown
  }
  const { attached } = ends[end]
  if (!attached) return unknown
  const { outline, exam, dynamics } = attached.examined
  const entry = outline.entries.get(name.text)
  if (entry) {
    const isParam = dynamics.variables.get(entry.name)?.kind === 'param'
    if (!isParam) connectReadsParameters(name, inquiry.report)
    return isParam ? reading(`${end}.${name.text}`, exam.typeOf(entry)) : unknown
  }
  const ofCell = /^(x|y|z|gid|i|N)$/.test(name.text) ? cellReadings.get(name.text) : undefined
  if (ofCell) return reading(`${end}.${name.text}`, ofCell)
  const message = `${outline.name} has no ${name.text}.`
  reportUnknownName(
    name,
    { visible: [...outline.root.members.keys(), 'x', 'y', 'z'], message },
    inquiry,
  )
  return unknown
}
