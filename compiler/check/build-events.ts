/** What happens at events: resets, custom events, pathways of connections, actions of every step and of clocks. */
import type { Statement } from '../../grammar/ast.ts'
import type { Action, Dynamics, Pathway } from '../ir/dynamics.ts'
import { buildActions } from './build-actions.ts'
import { periodOf } from './build-variables.ts'
import { conditionAt } from './examine.ts'
import type { Examination, Site } from './examination.ts'
import type { PlacedLine } from './outline.ts'

type Events = Pick<Dynamics, 'reset' | 'events' | 'pathways' | 'onStep' | 'every'>

type LineOf<K extends Statement['kind']> = PlacedLine & {
  readonly statement: Extract<Statement, { kind: K }>
}

export function buildEvents(lines: readonly PlacedLine[], exam: Examination): Events {
  const all = lines.map((line, k) => ({ ...line, owner: `${line.statement.kind}/${k}` }))
  const of = <K extends Statement['kind']>(kind: K) =>
    all.filter(
      (line): line is LineOf<K> & { readonly owner: string } => line.statement.kind === kind,
    )
  const act = (
    line: LineOf<'reset' | 'on-event' | 'on-step' | 'every'> & { readonly owner: string },
  ) =>
    buildActions(
      { actions: line.statement.actions, site: siteOf(line, exam), delivers: false },
      exam,
    )
  const onEvents = of('on-event').map((line) => ({
    event: line.statement.event.text,
    actions: act(line),
  }))
  const acts = (event: string): readonly Action[] =>
    onEvents.filter((on) => on.event === event).flatMap((on) => on.actions)
  return {
    reset: [...of('reset').flatMap(act), ...acts('spike')],
    events: of('event').map((line) => ({
      name: line.statement.name.text,
      condition: conditionAt(line.statement.condition, siteOf(line, exam), exam),
      actions: acts(line.statement.name.text),
    })),
    pathways: buildPathways(of('pathway'), exam),
    onStep: of('on-step').map(act),
    every: of('every').map((line) => ({
      period: periodOf(line.statement.period, siteOf(line, exam), exam).expr,
      actions: act(line),
    })),
  }
}

type Owned = PlacedLine & { readonly owner: string }

function siteOf({ place, home, owner }: Owned, { outline: { kind } }: Examination): Site {
  return { place, home, side: kind === 'plasticity' ? 'connection' : 'cell', owner }
}

/** Pathways in the order they run; those without a name are called after their side. */
function buildPathways(
  lines: readonly (LineOf<'pathway'> & Owned)[],
  exam: Examination,
): readonly Pathway[] {
  const taken = new Set(lines.flatMap(({ statement }) => statement.pathway?.text ?? []))
  return lines.map((line) => {
    const { side, event, pathway, actions, span } = line.statement
    const name = pathway?.text ?? freshName(side, taken)
    const delivers = exam.outline.kind === 'plasticity' && side === 'pre'
    const site: Site = { ...siteOf(line, exam), side: 'connection' }
    const built = buildActions({ actions, site, delivers }, exam)
    return { side, event: event?.text ?? 'spike', name, actions: built, span }
  })
}

function freshName(side: string, taken: Set<string>): string {
  let name = side
  for (let k = 2; taken.has(name); k++) name = `${side}_${k}`
  taken.add(name)
  return name
}
