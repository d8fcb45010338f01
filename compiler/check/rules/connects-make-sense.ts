/** A connect clause joins cells that exist, by chances and counts that can be. */
import type { Expr as Tree, Name, Override } from '../../../grammar/ast.ts'
import type { Cast, Range } from '../../../grammar/cast.ts'
import type { Report } from '../../../grammar/diagnostics.ts'
import { readsOf } from '../../ir/expr.ts'
import { evaluate } from '../../ir/evaluate.ts'
import type { Label, Population } from '../cast/cast-members.ts'
import { listed } from '../expressions/describe.ts'
import { complain } from '../expressions/scope.ts'
import type { Typed } from '../expressions/typed.ts'
import { reportUnknownName } from './names-are-known.ts'

type ConnectCast = Extract<Cast, { kind: 'connect' }>

const constantOf = ({ expr }: Typed): number | undefined =>
  readsOf(expr).size > 0 ? undefined : evaluate(expr, () => NaN)

export function countsAreKnown(
  cast: ConnectCast,
  ends: readonly Population[],
  report: Report,
): void {
  const spans = [cast.from.population.span, cast.to.population.span]
  ends.forEach(({ name, count }, k) => {
    if (count !== undefined) return
    complain(report, 'connect-invalid', {
      span: spans[k] ?? cast.span,
      message: `To connect ${name.text}, the model must say how many cells it has.`,
      notes: [`Say so in its cast: \`population ${name.text} of 100 is …\`.`],
    })
  })
}

export function compartmentExists(at: Name, { attached }: Population, report: Report): boolean {
  if (!attached) return true
  const names = attached.dynamics.compartments.map(({ name }) => name)
  if (names.includes(at.text)) return true
  const message = `${attached.name.text} has no compartment ${at.text}.`
  reportUnknownName(at, { visible: names, message }, { report })
  return false
}

const arities: Record<Range['kind'], readonly [number, number]> = {
  range: [1, 3],
  sample: [2, 2],
  choose: [2, 2],
}

export function argumentCountFits({ kind, args, span }: Range, report: Report): void {
  const [least, most] = arities[kind]
  if (args.length >= least && args.length <= most) return
  const asked = least === most ? `${least}` : `${least} to ${most}`
  complain(report, 'wrong-argument-count', {
    span,
    message: `${kind} takes ${asked} arguments; here are ${args.length}.`,
  })
}

/** The chance of sample, the number of choose, the step of range. */
export function rangeFits(
  { kind, args: trees, span }: Range,
  args: readonly Typed[],
  { post, report }: { readonly post: Population; readonly report: Report },
): void {
  const [first, second, third] = args
  const tree = trees[kind === 'range' ? 2 : 1]
  if (kind === 'sample' && second && tree) probabilityIsOne(tree, second, report)
  const step = third && constantOf(third)
  if (step === 0)
    complain(report, 'connect-invalid', { span, message: 'A range needs a step other than 0.' })
  const count = kind === 'choose' && second ? constantOf(second) : undefined
  const pool = kind === 'choose' && first ? (constantOf(first) ?? poolOf(first, post)) : undefined
  if (count === undefined || pool === undefined || count <= pool) return
  complain(report, 'connect-invalid', {
    span: tree?.span ?? span,
    message: `choose cannot find ${count} different cells among ${pool}.`,
  })
}

const poolOf = ({ expr }: Typed, { count }: Population): number | undefined =>
  expr.kind === 'read' && expr.name === 'N_post' ? count : undefined

export function probabilityIsOne(tree: Tree, value: Typed, report: Report): void {
  const chance = constantOf(value)
  if (chance === undefined || (chance >= 0 && chance <= 1)) return
  const message = `A probability lies between 0 and 1; this is ${chance}.`
  complain(report, 'connect-invalid', { span: tree.span, message })
}

export function timesIsWhole(tree: Tree, value: Typed, report: Report): void {
  const count = constantOf(value)
  if (count === undefined || (count >= 0 && Number.isInteger(count))) return
  const message = `The number of connections is whole and not negative; this is ${count}.`
  complain(report, 'connect-invalid', { span: tree.span, message })
}

/** A slice counts whole cells, from 0 to the size of the population. */
export function sliceFits(
  tree: Tree,
  value: Typed,
  { population, report }: { readonly population: Population; readonly report: Report },
): void {
  const index = constantOf(value)
  const { name, count } = population
  if (index === undefined || count === undefined) return
  if (Number.isInteger(index) && index >= 0 && index <= count) return
  const message = `${name.text} has ${count} cells, so a slice of it lies between 0 and ${count}.`
  complain(report, 'connect-invalid', { span: tree.span, message })
}

/** `where v_pre > …`: connections are made before anything has a state. */
export function connectReadsParameters({ text, span }: Name, report: Report): void {
  complain(report, 'constant-needed', {
    span,
    message: `${text} changes during a run; connections are made before it, from parameters and positions.`,
  })
}

/** What follows { sets weight, a delay, or a parameter that differs between connections. */
export function refuseOverride({ name }: Override, label: Label, report: Report): void {
  const all = [label.synapse, ...label.plasticities]
  const entries = all.flatMap(({ examined }) => [...examined.outline.root.members.values()])
  const shared = entries.find(({ statement }) => statement.name.text === name.text)
  if (shared) {
    complain(report, 'connect-invalid', {
      span: name.span,
      message: `${name.text} exists once per target cell and cannot differ between connections.`,
      notes: [
        `Mark it \`(per connection)\` in ${label.synapse.name.text}, or set it where the synapse is cast.`,
      ],
    })
    return
  }
  const own = entries.flatMap(({ per, statement }) =>
    per === 'connection' ? [statement.name.text] : [],
  )
  const visible = ['weight', 'delay', ...own]
  const message = `A connection has no ${name.text}; it has ${listed(visible)}.`
  reportUnknownName(name, { visible, message }, { report })
}
