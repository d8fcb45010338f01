/** Looks into every function of a file by itself, with arguments of any unit. */
import type { FunctionDeclaration } from '../../grammar/ast.ts'
import { dimensionOf } from '../../grammar/units.ts'
import type { FileNames } from './resolve-imports.ts'
import { infer } from './expressions/infer.ts'
import { inferBody } from './expressions/inline-function.ts'
import type { Callable, Scope } from './expressions/scope.ts'
import { complain } from './expressions/scope.ts'
import type { Inquiry } from './inquiry.ts'
import { reading, type Typed, unknown } from './expressions/typed.ts'

export function checkFunctions(names: FileNames, inquiry: Inquiry): void {
  for (const callable of names.functions.values()) {
    argumentsAreDistinct(callable.declaration, inquiry)
    const before = inquiry.diagnostics().length
    inferBody({ callable, args: argumentsOf(callable) }, scopeFor(callable, inquiry))
    if (inquiry.diagnostics().length > before) inquiry.effort.broken.add(callable.declaration)
  }
}

/** Arguments without a unit fit everywhere until a call says what they are. */
const argumentsOf = ({ declaration }: Callable): readonly Typed[] =>
  declaration.params.map(({ name, unit }) =>
    reading(
      name.text,
      unit ? { dimension: dimensionOf(unit), unit } : { dimension: undefined, type: 'unknown' },
    ),
  )

function scopeFor({ declaration, find }: Callable, inquiry: Inquiry): Scope {
  return {
    report: inquiry.report,
    infer,
    effort: inquiry.effort,
    expansions: new Map(),
    resolve: () => unknown,
    findFunction: find,
    functionNames: () => [],
    candidates: () => [],
    origin: () => undefined,
    draws: { owner: declaration.name.text, count: 0 },
    draw: false,
    inside: [],
  }
}

function argumentsAreDistinct({ params }: FunctionDeclaration, { report }: Inquiry): void {
  const seen = new Set<string>()
  for (const { name } of params) {
    const message = `Two arguments are called ${name.text}.`
    if (seen.has(name.text)) complain(report, 'duplicate-name', { span: name.span, message })
    seen.add(name.text)
  }
}
