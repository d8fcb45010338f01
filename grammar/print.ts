/** The tree of a model file as canonical text: the formatter. */
import { isSpread } from './as-written.ts'
import type { Comments, Declaration, ModelFile } from './ast.ts'
import type { Cast, Cells } from './cast.ts'
import type { Span } from './diagnostics.ts'
import { layOut, type Line } from './lines.ts'
import { printExpr, printUnit } from './print-expr.ts'
import { bodyLines, inlineOverrides, isPlain, tailLines, withOverrides } from './print-statement.ts'

export function print(file: ModelFile): string {
  const lines = layOut(file.declarations.map(declarationLine), '')
  const text = [...lines, ...tailLines(file.tail, '')].join('\n')
  return text === '' ? '' : `${text}\n`
}

function declarationLine(declaration: Declaration): Line {
  const { comments } = declaration
  switch (declaration.kind) {
    case 'import': {
      const names = declaration.names.map((name) => name.text).join(', ')
      return {
        family: 'import',
        cells: [`import ${names} from "${declaration.from.text}"`],
        comments,
      }
    }
    case 'function': {
      const params = declaration.params.map(
        ({ name, unit }) => name.text + (unit ? `: ${printUnit(unit)}` : ''),
      )
      const unit = declaration.unit ? ` : ${printUnit(declaration.unit)}` : ''
      const text = `function ${declaration.name.text}(${params.join(', ')}) = ${printExpr(declaration.value)}${unit}`
      return { family: 'function', cells: [text], comments }
    }
    case 'model': {
      const { casts, tail } = declaration
      const body = [...layOut(casts.map(castLine), '  '), ...tailLines(tail, '  ')]
      return block(`model ${declaration.name.text}`, { body, first: casts[0], comments })
    }
    default: {
      const origin = declaration.extends ? ` extends ${declaration.extends.text}` : ''
      const head = `${declaration.kind} ${declaration.name.text}${origin}`
      const [first] = declaration.body.statements
      return block(head, { body: bodyLines(declaration.body, '  '), first, comments })
    }
  }
}

interface Block {
  readonly body: readonly string[]
  readonly first: { readonly span: Span; readonly comments: Comments } | undefined
  readonly comments: Comments
}

/** A block of one short line stays in that line if it was written so. */
function block(head: string, { body, first, comments }: Block): Line {
  const [only = '', second] = body
  const short = body.length === 0 ? '{}' : `{ ${only.trim()} }`
  const isBare = first ? isPlain(first.comments) && !isSpread(first) : body.length === 0
  if (second === undefined && head.length + short.length < 80 && isBare) {
    return { family: 'short block', cells: [head, short], comments }
  }
  return { family: 'block', cells: [`${head} {`], comments, body: [...body, '}'] }
}

function castLine(cast: Cast): Line {
  const { comments } = cast
  switch (cast.kind) {
    case 'population': {
      const count = cast.count === undefined ? '' : ` of ${cast.count}`
      const head = [`population ${cast.name.text}${count}`, `is ${cast.is.text}`]
      return withOverrides({ family: 'population', head, overrides: cast.overrides, comments })
    }
    case 'synapse':
      return synapseLine(cast)
    case 'noise': {
      const at = cast.at ? ` at ${cast.at.text}` : ''
      const head = [`noise ${cast.population.text}${at}`, `is ${cast.is.text}`]
      return withOverrides({ family: 'noise', head, overrides: cast.overrides, comments })
    }
    case 'section': {
      const cells = [`section ${cast.name.text}`, `is ${cast.is.text}`]
      return { family: 'section', cells, comments }
    }
    case 'connect': {
      const head = connectHead(cast)
      return withOverrides({ family: 'connect', head, overrides: cast.overrides, comments })
    }
  }
}

/** Overrides of the partners stay in one line, since the cast goes on behind them. */
function synapseLine(cast: Extract<Cast, { kind: 'synapse' }>): Line {
  const { is, overrides, with: partners, comments } = cast
  const head = [`synapse ${cast.name.text}`, `is ${is.text}`]
  if (partners.length === 0) return withOverrides({ family: 'synapse', head, overrides, comments })
  const played = partners
    .map((partner) => partner.name.text + inlineOverrides(partner.overrides))
    .join(', ')
  const moved = [...overrides, ...partners.flatMap((partner) => partner.overrides)].flatMap(
    ({ comments: own }) => [...own.above, ...(own.behind === undefined ? [] : [own.behind])],
  )
  return {
    family: 'synapse',
    cells: [head[0] ?? '', `is ${is.text}${inlineOverrides(overrides)} with ${played}`],
    comments: { ...comments, above: [...comments.above, ...moved] },
  }
}

function printCells({ population, slice }: Cells): string {
  if (!slice) return population.text
  const from = slice.from ? printExpr(slice.from) : ''
  const to = slice.to ? printExpr(slice.to) : ''
  return `${population.text}[${from}:${to}]`
}

function connectHead(cast: Extract<Cast, { kind: 'connect' }>): readonly string[] {
  const { from, to, by, at, each, where, probability, times } = cast
  const place = at ? ` at ${at.text}` : ''
  const clauses = [
    ...(each
      ? [`each ${each.name.text} in ${each.kind}(${each.args.map(printExpr).join(', ')})`]
      : []),
    ...(where ? [`where ${printExpr(where)}`] : []),
    ...(probability ? [`with probability ${printExpr(probability)}`] : []),
    ...(times ? [`times ${printExpr(times)}`] : []),
  ].join(' ')
  const ends = `connect ${printCells(from)} to ${printCells(to)} by ${by.text}${place}`
  return clauses === '' ? [ends] : [ends, clauses]
}
