/** Expands a function at its call: its body with the arguments in place, whatever units they bring. */
import type { Diagnostic } from '../../../grammar/diagnostics.ts'
import { dimensionOf } from '../../../grammar/units.ts'
import { constantNamed } from './constants.ts'
import type { Call } from './infer-call.ts'
import { callCount } from '../rules/functions-are-known.ts'
import { functionEnds, functionIsSmall } from '../rules/functions-come-to-an-end.ts'
import { reportUnknownName } from '../rules/names-are-known.ts'
import { argumentFits, valueFits } from '../rules/units-agree.ts'
import type { Callable, Scope } from './scope.ts'
import { type Typed, unknown } from './typed.ts'

interface Expansion {
  readonly callable: Callable
  readonly args: readonly Typed[]
}

export function inlineFunction(call: Call, expansion: Expansion, scope: Scope): Typed {
  const { declaration } = expansion.callable
  const count = declaration.params.length
  if (!callCount(call, { least: count, most: count }, scope)) return unknown
  if (!functionEnds(call, declaration, scope)) return unknown
  if (!argumentsFit(call, expansion, scope)) return unknown
  const key = [
    declaration.span.source.path,
    declaration.span.start,
    ...expansion.args.map(keyOf),
  ].join('|')
  const known = scope.expansions.get(key)
  if (known) return known
  const drawn = scope.draws.count
  const value = expand(call, expansion, scope)
  if (scope.draws.count === drawn) scope.expansions.set(key, value)
  return value
}

const keyOf = ({ expr, dimension, type, free }: Typed): string =>
  `${expr.id}:${dimension?.join() ?? '?'}:${type}:${free}`

function argumentsFit(call: Call, { callable, args }: Expansion, scope: Scope): boolean {
  const fit = callable.declaration.params.map(({ unit }, k) => {
    const tree = call.args[k] ?? call
    if (!unit) return true
    const asked = { dimension: dimensionOf(unit), unit }
    return argumentFits({ callee: call.callee.text, tree, value: args[k] ?? unknown }, asked, scope)
  })
  return fit.every(Boolean)
}

/** A mistake inside is told once, at the call, in terms of what was handed in. */
function expand(call: Call, { callable, args }: Expansion, scope: Scope): Typed {
  if (!functionIsSmall(call, scope)) return unknown
  const mistakes: Diagnostic[] = []
  const value = inferBody({ callable, args }, { ...scope, report: (d) => mistakes.push(d) })
  const [mistake] = mistakes
  if (!mistake) return value
  if (scope.effort.broken.has(callable.declaration)) return unknown
  const where = `This happens inside ${call.callee.text}.`
  const isTold = mistake.notes.some((note) => note.startsWith('This happens inside'))
  const notes = isTold ? mistake.notes : [...mistake.notes, where]
  scope.report({
    code: mistake.code,
    severity: 'error',
    span: call.span,
    message: mistake.message,
    notes,
  })
  return unknown
}

/** The value of a function's body for some arguments. */
export function inferBody({ callable, args }: Expansion, scope: Scope): Typed {
  const { declaration, find } = callable
  const values = new Map(declaration.params.map(({ name }, k) => [name.text, args[k] ?? unknown]))
  const body: Scope = {
    ...scope,
    findFunction: find,
    draw: false,
    inside: [...scope.inside, declaration],
    candidates: () => [],
    origin: () => undefined,
    resolve: (name, owner) => {
      const value = owner ? undefined : (values.get(name.text) ?? constantNamed(name.text))
      if (value) return value
      reportUnknownName(owner ?? name, { visible: [...values.keys()] }, body)
      return unknown
    },
  }
  const value = scope.infer(declaration.value, body)
  if (!declaration.unit) return value
  const { unit, name } = declaration
  const declared = { subject: name.text, dimension: dimensionOf(unit), unit }
  return valueFits({ tree: declaration.value, value }, declared, body)
    ? { ...value, unit }
    : unknown
}
