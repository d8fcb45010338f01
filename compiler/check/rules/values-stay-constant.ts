/** Parameters, periods and positions read only what does not change while a run goes on. */
import type { Report, Span } from '../../../grammar/diagnostics.ts'
import type { Dynamics, Variable } from '../../ir/dynamics.ts'
import { type Expr, readsOf } from '../../ir/expr.ts'
import type { Examined } from '../build-dynamics.ts'
import { namesBelow } from '../definitions-below.ts'
import type { Entry } from '../outline.ts'
import { complain } from '../expressions/scope.ts'

/** What changes by itself. */
const changing: ReadonlySet<string> = new Set([
  't',
  'lastspike',
  'not_refractory',
  'weight',
  'delay',
])

export function valuesStayConstant({ dynamics, outline }: Examined, report: Report): void {
  for (const variable of dynamics.variables.values()) {
    const entry = outline.entries.get(variable.name)
    if (variable.kind === 'param' && variable.value) {
      const span = entry ? valueSpan(entry) : variable.span
      isConstant(variable.value, { subject: variable.name, span, dynamics, isParam: true }, report)
    } else if (variable.kind === 'definition' && variable.every) {
      const subject = `The period of ${variable.name}`
      const span = entry ? periodSpan(entry) : variable.span
      isConstant(variable.every, { subject, span, dynamics }, report)
    }
  }
  const clocks = outline.lines.flatMap(({ statement }) =>
    statement.kind === 'every' ? [statement.period.span] : [],
  )
  dynamics.every.forEach(({ period }, k) => {
    const span = clocks[k] ?? outline.declaration.name.span
    isConstant(period, { subject: 'A period', span, dynamics }, report)
  })
}

function valueSpan({ override, statement }: Entry): Span {
  if (override) return override.setting.value.span
  return 'value' in statement && statement.value ? statement.value.span : statement.span
}

function periodSpan({ statement }: Entry): Span {
  const flags = 'flags' in statement ? statement.flags : []
  return flags.find(({ name }) => name === 'every')?.span ?? statement.span
}

interface Subject {
  readonly subject: string
  readonly span: Span
  readonly dynamics: Pick<Dynamics, 'variables'>
  /** It could be a definition instead. */
  readonly isParam?: boolean
}

export function isConstant(
  value: Expr,
  { subject, span, dynamics, isParam = false }: Subject,
  report: Report,
): boolean {
  const cause = changingName(value, dynamics.variables)
  if (cause === undefined) return true
  const message = `${subject} keeps its value during a run, but ${cause} changes.`
  const advice = `\`${subject} = … : UNIT\`, without param, is a definition and follows ${cause}.`
  complain(report, 'constant-needed', { span, message, notes: isParam ? [advice] : [] })
  return false
}

/** A name it reads, directly or through definitions, that changes. */
function changingName(value: Expr, variables: ReadonlyMap<string, Variable>): string | undefined {
  return namesBelow(readsOf(value), variables).find((name) => isChanging(name, variables.get(name)))
}

const isChanging = (name: string, variable: Variable | undefined): boolean =>
  variable ? variable.kind !== 'param' && variable.kind !== 'definition' : changing.has(name)
