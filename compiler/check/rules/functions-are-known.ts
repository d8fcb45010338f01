/** A function that is called exists and gets as many arguments as it takes. */
import type { Expr as Tree } from '../../../grammar/ast.ts'
import { reportMisspelling } from '../expressions/misspelling.ts'
import { complain, type Scope } from '../expressions/scope.ts'

type Call = Extract<Tree, { kind: 'call' }>

export function functionIsKnown(
  { callee }: Call,
  names: readonly string[],
  { report }: Pick<Scope, 'report'>,
): boolean {
  if (names.includes(callee.text)) return true
  const message = `There is no function ${callee.text}.`
  reportMisspelling(report, 'unknown-function', { name: callee, message, visible: names })
  return false
}

export function callCount(
  { callee, args, span }: Call,
  { least, most }: { readonly least: number; readonly most: number },
  { report }: Pick<Scope, 'report'>,
): boolean {
  if (args.length >= least && args.length <= most) return true
  const count = least === 0 ? 'no arguments' : least === 1 ? 'one argument' : `${least} arguments`
  const asked = most === least ? count : `at least ${count}`
  const message = `${callee.text} takes ${asked}; here are ${args.length}.`
  complain(report, 'wrong-argument-count', { span, message })
  return false
}
