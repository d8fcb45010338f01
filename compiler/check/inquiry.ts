/** What a whole check shares: whom to tell, how much work is left, what has been expanded. */
import type { Diagnostic } from '../../grammar/diagnostics.ts'
import type { Effort } from './expressions/scope.ts'
import type { Typed } from './expressions/typed.ts'

export interface Inquiry {
  readonly report: (diagnostic: Diagnostic) => void
  readonly effort: Effort
  /** Expansions of functions by their arguments. */
  readonly expansions: Map<string, Typed>
  readonly diagnostics: () => readonly Diagnostic[]
}

/** Enough for any file a person writes; little enough that no file makes a check hang. */
const statements = 50_000
const inlined = 20_000
const hints = 200

/** Mistakes in channels and ancestors are met once per use and told once. */
export function openInquiry(): Inquiry {
  const told = new Map<string, Diagnostic>()
  return {
    report: (diagnostic) => {
      const { code, span } = diagnostic
      const key = `${code} ${span.source.path} ${span.start} ${span.end}`
      if (!told.has(key)) told.set(key, diagnostic)
    },
    effort: { nesting: 0, inlined, statements, hints, broken: new Set() },
    expansions: new Map(),
    diagnostics: () => [...told.values()],
  }
}
