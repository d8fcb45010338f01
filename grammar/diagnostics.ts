/** Where in a text something is, and what we say about it: spans, diagnostics and the table of codes. */

/** One text the compiler reads; `path` is what messages show. */
export interface Source {
  readonly path: string
  readonly text: string
}

/** A half-open range of characters in one source. */
export interface Span {
  readonly source: Source
  readonly start: number
  readonly end: number
}

export type Severity = 'error' | 'warning'

/** A change of text that would repair a mistake. */
export interface Fix {
  readonly span: Span
  readonly replacement: string
  readonly sentence: string
}

/** Every fact a model can get wrong, with the sentence that explains it in general. */
export const codes = {
  'syntax-error': 'The text does not follow the grammar.',
  'unknown-character': 'A character that means nothing in the language.',
  'unknown-statement': 'A line that starts no known statement.',
  'source-too-large': 'A source text has at most 1 MiB.',
  'nesting-too-deep': 'Expressions and blocks nest at most 200 deep.',
  'too-many-statements': 'A source text has at most 10 000 statements.',
  'expression-too-large': 'Functions and chains of operators expand to a bounded size.',
  'import-not-found': 'An imported file does not exist in the model folder or the library.',
  'import-outside': 'Imports resolve inside the model folder and the library only.',
  'import-cycle': 'Files may not import each other in a circle.',
  'unknown-name': 'A name that nothing declares.',
  'unknown-function': 'A function that does not exist.',
  'unknown-unit': 'A unit that does not exist.',
  'unknown-declaration': 'A neuron, synapse, plasticity, noise or channel that nothing declares.',
  'unknown-method': 'An integration method that does not exist.',
  'unknown-source': 'A port that names no known source of input.',
  'wrong-argument-count': 'A function called with the wrong number of arguments.',
  'duplicate-name': 'Two declarations of one name in the same place.',
  'reserved-name': 'A name the language keeps for itself.',
  'wrong-kind': 'A declaration used where another kind is needed.',
  'misplaced-statement': 'A statement in a block that cannot hold it.',
  'missing-statement': 'A statement that another one needs.',
  'unit-mismatch': 'The units of an expression do not fit together.',
  'boolean-expected': 'A condition must be true or false.',
  'number-expected': 'A boolean is no number; int(condition) makes one.',
  'distribution-misplaced': 'A distribution is drawn from behind ~ only.',
  'differs-between-connections':
    'What exists once per cell cannot read what differs between its connections.',
  'definition-cycle': 'Definitions that need each other.',
  'extends-cycle': 'Declarations that extend each other in a circle.',
  'parameter-assigned': 'A parameter keeps its value during a run.',
  'definition-assigned': 'A definition follows from others and cannot be assigned.',
  'no-current-offered': 'A synapse or noise offers a definition or state named I (or G).',
  'no-port': 'Nothing in the neuron accepts what is attached.',
  'initial-value-without-equation': 'Only a variable with an equation has an initial value.',
  'constant-needed': 'A value that must not change while a run goes on.',
  'noise-used-twice': 'An equation uses its white noise once and linearly.',
  'noise-misplaced': 'White noise xi stands only in differential equations.',
  'event-unknown': 'An event no cell has.',
  'voltage-missing': 'A compartment coupled by axial needs a voltage v.',
  'flag-misplaced': 'A flag on a statement that cannot carry it.',
  'not-event-driven': 'Only linear equations of a plasticity can wait for events.',
  'method-unsuited': 'The integration method cannot treat these equations.',
  'deliver-misplaced': 'Only the on pre of a plasticity delivers.',
  'section-misplaced': 'A section label that maps to no compartment.',
  'connect-invalid': 'A connect clause that does not make sense.',
  'name-unused': 'Something declared that nothing uses.',
} as const

export type Code = keyof typeof codes

/** One thing to say about a model. */
export interface Diagnostic {
  readonly code: Code
  readonly severity: Severity
  readonly span: Span
  readonly message: string
  readonly notes: readonly string[]
  readonly fix?: Fix
}

/** Collects diagnostics; one per check, handed down by argument. */
export type Report = (diagnostic: Diagnostic) => void

/** Offsets at which the lines of a text begin; found once, since every message asks. */
const lineStartsOf = new WeakMap<Source, readonly number[]>()

function lineStarts(source: Source): readonly number[] {
  const known = lineStartsOf.get(source)
  if (known) return known
  const starts = [0]
  for (let end = source.text.indexOf('\n'); end >= 0; end = source.text.indexOf('\n', end + 1)) {
    starts.push(end + 1)
  }
  lineStartsOf.set(source, starts)
  return starts
}

/** 1-based line and column of an offset. */
export function lineAndColumn(source: Source, offset: number): { line: number; column: number } {
  const starts = lineStarts(source)
  let line = 1
  let after = starts.length + 1
  while (after - line > 1) {
    const middle = (line + after) >> 1
    if ((starts[middle - 1] ?? 0) <= offset) line = middle
    else after = middle
  }
  return { line, column: offset - (starts[line - 1] ?? 0) + 1 }
}
