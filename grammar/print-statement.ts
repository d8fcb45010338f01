/** The statements of a body as lines. */
import type {
  Action,
  Actions,
  Body,
  Comments,
  Flag,
  Name,
  Override,
  Statement,
  Unit,
} from './ast.ts'
import { isSpread } from './as-written.ts'
import { hash, layOut, type Line } from './lines.ts'
import { printExpr, printUnit } from './print-expr.ts'

export function bodyLines(body: Body, indent: string): readonly string[] {
  return [...layOut(body.statements.map(lineOf), indent), ...tailLines(body.tail, indent)]
}

export const tailLines = (tail: readonly string[], indent: string): readonly string[] =>
  tail.map((text) => (text === '' ? '' : indent + hash(text)))

const unitCell = (unit: Unit | undefined, flags: readonly Flag[] = []): readonly string[] => {
  const parts = [
    ...(unit ? [`: ${printUnit(unit)}`] : []),
    ...(flags.length > 0 ? [printFlags(flags)] : []),
  ]
  return parts.length === 0 ? [] : [parts.join(' ')]
}

const printFlags = (flags: readonly Flag[]): string =>
  `(${flags.map((flag) => (flag.name === 'every' ? `every ${printExpr(flag.period)}` : flag.name)).join(', ')})`

type Of<K extends Statement['kind']> = Extract<Statement, { kind: K }>

function lineOf(statement: Statement): Line {
  const { comments } = statement
  const line = (family: string, ...cells: readonly string[]): Line => ({ family, cells, comments })
  switch (statement.kind) {
    case 'param':
      return paramLine(statement)
    case 'state':
      return line(
        'param',
        `state ${statement.name.text}`,
        `= ${printExpr(statement.value)}`,
        ...unitCell(statement.unit),
      )
    case 'input':
      return line(
        'input',
        `input ${statement.name.text}`,
        `: ${printUnit(statement.unit)} from ${names(statement.sources)}`,
      )
    case 'needs':
      return line('input', `needs ${statement.name.text}`, `: ${printUnit(statement.unit)}`)
    case 'channel':
      return channelLine(statement)
    case 'compartment':
      return compartmentLine(statement)
    case 'axial':
      return line(
        'axial',
        `axial ${statement.a.text} -- ${statement.b.text}`,
        `= ${printExpr(statement.value)}`,
        ...unitCell(statement.unit),
      )
    case 'equation':
      return line(
        'equation',
        `d${statement.name.text}/dt`,
        `= ${printExpr(statement.value)}`,
        ...unitCell(statement.unit, statement.flags),
      )
    case 'initial':
      return line(
        'equation',
        `${statement.name.text}(0)`,
        `${statement.op} ${printExpr(statement.value)}`,
      )
    case 'definition':
      return line(
        'equation',
        statement.name.text,
        `= ${printExpr(statement.value)}`,
        ...unitCell(statement.unit, statement.flags),
      )
    case 'threshold':
      return line('spike', 'threshold', printExpr(statement.condition))
    case 'reset':
      return withActions('spike', ['reset'], statement)
    case 'refractory':
      return line('spike', 'refractory', printExpr(statement.value))
    case 'pathway':
      return withActions('pathway', [pathwayHead(statement)], statement)
    case 'on-event':
      return withActions('pathway', [`on ${statement.event.text}`], statement)
    case 'on-step':
      return withActions('pathway', ['on step'], statement)
    case 'event':
      return line('event', `event ${statement.name.text} when ${printExpr(statement.condition)}`)
    case 'every':
      return withActions('every', [`every ${printExpr(statement.period)}`], statement)
    case 'record':
      return line(
        'record',
        `record ${statement.name.text}`,
        `= ${printExpr(statement.value)}`,
        ...unitCell(statement.unit),
      )
    case 'method':
      return line('method', `method ${statement.name.text}`)
  }
}

const names = (list: readonly Name[]): string => list.map((name) => name.text).join(', ')

function paramLine({ name, op, value, unit, bare, flags, comments }: Of<'param'>): Line {
  const head = bare ? name.text : `param ${name.text}`
  const given = value && op ? [`${op} ${printExpr(value)}`] : []
  return {
    family: bare ? 'bare' : 'param',
    cells: [head, ...given, ...unitCell(unit, flags)],
    comments,
  }
}

const pathwayHead = ({ side, event, pathway }: Of<'pathway'>): string =>
  `on ${side}${event ? `.${event.text}` : ''}${pathway ? ` as ${pathway.text}` : ''}`

function channelLine({ name, is, overrides, comments }: Of<'channel'>): Line {
  const head = [`channel ${name.text}`, ...(is ? [`is ${is.text}`] : [])]
  return withOverrides({ family: 'channel', head, overrides, comments })
}

function compartmentLine({ name, at, body, comments }: Of<'compartment'>): Line {
  const place = at ? ` at (${at.map(printExpr).join(', ')})` : ''
  return {
    family: 'compartment',
    cells: [`compartment ${name.text}${place} {`],
    comments,
    body: [...bodyLines(body, '  '), '}'],
  }
}

/** Actions this short stay in the line of their event. */
const shortest = 72

function withActions(
  family: string,
  cells: readonly string[],
  { actions, comments }: { readonly actions: Actions; readonly comments: Comments },
): Line {
  const texts = actions.actions.map(printAction)
  const short = texts.length === 0 ? '{}' : `{ ${texts.join('; ')} }`
  const isSilent =
    actions.tail.length === 0 && actions.actions.every((action) => isPlain(action.comments))
  const width = cells.join(' ').length + short.length
  if (isSilent && !isSpread(actions.actions[0]) && texts.length <= 2 && width <= shortest)
    return { family, cells: [...cells, short], comments }
  const lines = actions.actions.map(
    (action): Line => ({ family: 'action', cells: actionCells(action), comments: action.comments }),
  )
  return {
    family: `${family} block`,
    cells: [`${cells.join(' ')} {`],
    comments,
    body: [...layOut(lines, '  '), ...tailLines(actions.tail, '  '), '}'],
  }
}

export const isPlain = ({ above, behind, blankBefore }: Comments): boolean =>
  above.length === 0 && behind === undefined && !blankBefore

const printAction = (action: Action): string => actionCells(action).join(' ')

function actionCells(action: Action): readonly string[] {
  if (action.kind === 'deliver') return [`deliver ${printExpr(action.value)}`]
  const name = action.owner ? `${action.owner.text}.${action.name.text}` : action.name.text
  const unit = action.unit ? ` : ${printUnit(action.unit)}` : ''
  return [name + unit, `${action.op} ${printExpr(action.value)}`]
}

export interface Overridden {
  readonly family: string
  readonly head: readonly string[]
  readonly overrides: readonly Override[]
  readonly comments: Comments
}

/** `X is Y { a = 1; b = 2 }`, over several lines where it is long, explained or written so. */
export function withOverrides({ family, head, overrides, comments }: Overridden): Line {
  if (overrides.length === 0) return { family, cells: head, comments }
  const short = inlineOverrides(overrides)
  const isSilent = overrides.every((override) => isPlain(override.comments))
  const isShort = overrides.length <= 3 && head.join(' ').length + short.length <= 80
  if (isSilent && isShort && !isSpread(overrides[0]))
    return { family, cells: extended(head, short), comments }
  const lines = overrides.map(
    ({ name, op, value, comments: own }): Line => ({
      family: 'override',
      cells: [name.text, `${op} ${printExpr(value)}`],
      comments: own,
    }),
  )
  return { family, cells: extended(head, ' {'), comments, body: [...layOut(lines, '  '), '}'] }
}

/** With a text behind the last cell. */
const extended = (cells: readonly string[], text: string): readonly string[] => [
  ...cells.slice(0, -1),
  `${cells.at(-1) ?? ''}${text}`,
]

export const inlineOverrides = (overrides: readonly Override[]): string =>
  overrides.length === 0
    ? ''
    : ` { ${overrides.map(({ name, op, value }) => `${name.text} ${op} ${printExpr(value)}`).join('; ')} }`
