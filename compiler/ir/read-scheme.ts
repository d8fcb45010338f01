/** Reads the text of an integration scheme: one `name = expression` per line. */
import type { Expr as Syntax } from '../../grammar/ast.ts'
import { parseExpression } from '../../grammar/parse.ts'

export type { Syntax }

export interface SchemeLine {
  readonly name: string
  readonly value: Syntax
}

const known = new Map<string, readonly SchemeLine[]>()

export function readScheme(text: string): readonly SchemeLine[] {
  const seen = known.get(text)
  if (seen) return seen
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  const scheme = lines.map((line) => {
    const equals = line.indexOf('=')
    return { name: line.slice(0, equals).trim(), value: parseExpression(line.slice(equals + 1)) }
  })
  known.set(text, scheme)
  return scheme
}
