/** A connect clause: who is connected to whom, under which condition, with which weight and delay. */
import type { Expr as Tree, Override as Written } from '../../../grammar/ast.ts'
import type { Cast, Cells } from '../../../grammar/cast.ts'
import { none, time } from '../../ir/dimension.ts'
import type { CellSlice, Connect } from '../../ir/dynamics.ts'
import type { Expr } from '../../ir/expr.ts'
import { type Attached, attach, type ModelWork } from './attach.ts'
import { buildOverrides, type Settable, type Setting } from './build-overrides.ts'
import type { BuiltConnect, CastMembers, Label, Population } from './cast-members.ts'
import { connectScope, type Ends } from './connect-scope.ts'
import { labelIsKnown, populationIsCast } from '../rules/casts-are-known.ts'
import {
  argumentCountFits,
  compartmentExists,
  countsAreKnown,
  probabilityIsOne,
  rangeFits,
  refuseOverride,
  sliceFits,
  timesIsWhole,
} from '../rules/connects-make-sense.ts'
import { valueFits } from '../rules/units-agree.ts'
import { isCondition, isQuantity } from '../rules/values-have-their-type.ts'
import type { Scope } from '../expressions/scope.ts'
import type { Typed } from '../expressions/typed.ts'

type ConnectCast = Extract<Cast, { kind: 'connect' }>

interface Here {
  readonly members: CastMembers
  readonly work: ModelWork
}

/** Nothing where an end or the synapse is missing, which has then been reported. */
export function buildConnect(
  cast: ConnectCast,
  k: number,
  { members, work }: Here,
): readonly BuiltConnect[] {
  const { report } = work.inquiry
  const pre = populationIsCast(cast.from.population, members.populations, report)
  const post = populationIsCast(cast.to.population, members.populations, report)
  const label = labelOf(cast, { members, work })
  if (!pre || !post || !label) return []
  countsAreKnown(cast, [pre, post], report)
  if (cast.at && !compartmentExists(cast.at, post, report)) return []
  const ends: Ends = { pre, post, owner: `connect/${k}`, each: cast.each?.name.text }
  const connect = clauses(cast, { ends, label, work })
  return [{ connect, by: cast.by, label, pre, post, ...(cast.at ? { at: cast.at } : {}) }]
}

/** A label of the cast, or a synapse that is connected as it is declared. */
function labelOf({ by }: ConnectCast, { members, work }: Here): Label | undefined {
  const known = members.labels.get(by.text)
  if (known || members.synapseNames.has(by.text)) return known
  const synapse = labelIsKnown(by, { members, ...work }, work.inquiry.report)
    ? attach(by, { kind: 'synapse', overrides: [], owner: by.text }, work)
    : undefined
  if (!synapse) return undefined
  const label = { label: by.text, synapse, plasticities: [] }
  members.labels.set(by.text, label)
  return label
}

interface Clauses {
  readonly ends: Ends
  readonly label: Label
  readonly work: ModelWork
}

function clauses(cast: ConnectCast, { ends, label, work }: Clauses): Connect {
  const { each, where, probability, times, at, span } = cast
  const { report } = work.inquiry
  const scope = (part: string, knowsTarget: boolean, draw = false): Scope =>
    connectScope({ ...ends, owner: `${ends.owner}/${part}` }, { work, knowsTarget, draw })
  const number = (tree: Tree, part: string, knowsTarget = true): Typed =>
    pureNumber(tree, part, scope(part, knowsTarget))
  if (each) argumentCountFits(each, report)
  const args = each?.args.map((arg, n) => number(arg, `${each.kind}/${n}`, false)) ?? []
  if (each) rangeFits(each, args, { post: ends.post, report })
  const chance = probability && number(probability, 'probability')
  if (probability && chance) probabilityIsOne(probability, chance, report)
  const count = times && number(times, 'times')
  if (times && count) timesIsWhole(times, count, report)
  return {
    from: sliceOf(cast.from, { number, population: ends.pre, report }),
    to: sliceOf(cast.to, { number, population: ends.post, report }),
    synapse: label.label,
    ...(at ? { at: at.text } : {}),
    ...(each
      ? { each: { name: each.name.text, kind: each.kind, args: args.map((arg) => arg.expr) } }
      : {}),
    ...(where ? { where: conditionOf(where, scope('where', true)) } : {}),
    ...(chance ? { probability: chance.expr } : {}),
    ...(count ? { times: count.expr } : {}),
    overrides: buildOverrides(cast.overrides, settingOf(label, scope), report),
    span,
  }
}

interface Slicing {
  readonly number: (tree: Tree, part: string, knowsTarget: boolean) => Typed
  readonly population: Population
  readonly report: Scope['report']
}

function sliceOf({ population, slice }: Cells, within: Slicing): CellSlice {
  const bound = (tree: Tree): Expr => {
    const value = within.number(tree, 'A slice', false)
    sliceFits(tree, value, within)
    return value.expr
  }
  const from = slice?.from && bound(slice.from)
  const to = slice?.to && bound(slice.to)
  return { population: population.text, ...(from ? { from } : {}), ...(to ? { to } : {}) }
}

function pureNumber(tree: Tree, subject: string, scope: Scope): Typed {
  const value = scope.infer(tree, scope)
  if (isQuantity(tree, value, scope))
    valueFits({ tree, value }, { subject, dimension: none }, scope)
  return value
}

function conditionOf(tree: Tree, scope: Scope): Expr {
  const value = scope.infer(tree, scope)
  isCondition(tree, value, scope)
  return value.expr
}

type ScopeOf = (part: string, knowsTarget: boolean, draw: boolean) => Scope

/** Weight, delays, and parameters that differ between connections. */
function settingOf(label: Label, scope: ScopeOf): Setting {
  const scopeFor = ({ name, op }: Written, locals: ReadonlyMap<string, Typed>): Scope => {
    const outer = scope(name.text, true, op === '~')
    const resolve: Scope['resolve'] = (read, owner) =>
      (owner ? undefined : locals.get(read.text)) ?? outer.resolve(read, owner)
    return { ...outer, resolve }
  }
  return {
    settable: ({ name }) => settableIn(label, name.text),
    refuse: (written) => refuseOverride(written, label, scope('', true, false).report),
    scopeFor,
    accept: (written, value, settable) => {
      if (!settable) return
      const inner = scopeFor(written, new Map())
      const { dimension, type, unit } = settable.reading
      if (type === 'boolean') isCondition(written.value, value, inner)
      else if (isQuantity(written.value, value, inner)) {
        const declared = { subject: written.name.text, dimension, ...(unit ? { unit } : {}) }
        valueFits({ tree: written.value, value }, declared, inner)
      }
    },
  }
}

function settableIn(label: Label, text: string): Settable | undefined {
  if (text === 'weight') return { names: [text], reading: { dimension: none } }
  const all: readonly Attached[] = [label.synapse, ...label.plasticities]
  if (isDelay(text, all)) return { names: [text], reading: { dimension: time } }
  for (const { examined } of all) {
    const { outline, exam } = examined
    const entry = outline.root.members.get(text)
    const isParam = entry?.statement.kind === 'param' || entry?.statement.kind === 'state'
    const evolves = entry?.statement.kind === 'equation'
    if (entry?.per === 'connection' && (isParam || evolves)) {
      return { names: [entry.name], reading: exam.typeOf(entry) }
    }
  }
  return undefined
}

/** `delay` of all pathways, or `delay_NAME` of one. */
function isDelay(text: string, all: readonly Attached[]): boolean {
  if (text === 'delay') return true
  const name = text.startsWith('delay_') ? text.slice('delay_'.length) : undefined
  return all.some(({ dynamics }) => dynamics.pathways.some((pathway) => pathway.name === name))
}
