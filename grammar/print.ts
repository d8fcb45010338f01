/** The tree of a model file as canonical text: the formatter. */
import type { Cast, Cells, Declaration, ModelFile } from './ast.ts'
import { layOut, type Line } from './lines.ts'
import { printExpr, printUnit } from './print-expr.ts'
import { bodyLines, tailLines, withOverrides } from './print-statement.ts'

export function print(file: ModelFile): string {
  const lines = layOut(file.declarations.map(declarationLine), '')
  const tail = tailLines(file.tail, '')
  const between = lines.length > 0 && tail.length > 0 ? [''] : []
  const text = [...lines, ...between, ...tail].join('\n')
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
      const body = [
        ...layOut(declaration.casts.map(castLine), '  '),
        ...tailLines(declaration.tail, '  '),
      ]
      return block(`model ${declaration.name.text}`, body, comments)
    }
    default: {
      const base = declaration.extends ? ` extends ${declaration.extends.text}` : ''
      const body = bodyLines(declaration.body, '  ')
      return block(`${declaration.kind} ${declaration.name.text}${base}`, body, comments)
    }
  }
}

/** A block of one short line stays in that line. */
function block(head: string, body: readonly string[], comments: Line['comments']): Line {
  const [only = '', second] = body
  const short = body.length === 0 ? `${head} {}` : `${head} { ${only.trim()} }`
  if (second === undefined && short.length <= 80 && !only.includes('#')) {
    return { family: 'short block', cells: [short], comments }
  }
  return { family: 'block', cells: [`${head} {`], comments, body: [...body, '}'] }
}

function castLine(cast: Cast): Line {
  const { comments } = cast
  switch (cast.kind) {
    case 'population': {
      const count = cast.count === undefined ? '' : ` of ${cast.count}`
      const head = `population ${cast.name.text}${count} is ${cast.is.text}`
      return withOverrides({ family: 'population', head, overrides: cast.overrides, comments })
    }
    case 'synapse':
      return synapseLine(cast)
    case 'noise': {
      const at = cast.at ? ` at ${cast.at.text}` : ''
      const head = `noise ${cast.population.text}${at} is ${cast.is.text}`
      return withOverrides({ family: 'noise', head, overrides: cast.overrides, comments })
    }
    case 'section':
      return {
        family: 'section',
        cells: [`section ${cast.name.text} is ${cast.is.text}`],
        comments,
      }
    case 'connect':
      return withOverrides({
        family: 'connect',
        head: connectHead(cast),
        overrides: cast.overrides,
        comments,
      })
  }
}

/** Overrides of the partners stay in one line, since the cast goes on behind them. */
function synapseLine({
  name,
  is,
  overrides,
  with: partners,
  comments,
}: Extract<Cast, { kind: 'synapse' }>): Line {
  const head = `synapse ${name.text} is ${is.text}`
  if (partners.length === 0) return withOverrides({ family: 'synapse', head, overrides, comments })
  const inline = (list: typeof overrides): string =>
    list.length === 0
      ? ''
      : ` { ${list.map((o) => `${o.name.text} ${o.op} ${printExpr(o.value)}`).join('; ')} }`
  const played = partners.map((partner) => partner.name.text + inline(partner.overrides)).join(', ')
  const moved = [...overrides, ...partners.flatMap((partner) => partner.overrides)].flatMap(
    ({ comments: own }) => [...own.above, ...(own.behind === undefined ? [] : [own.behind])],
  )
  const above = [...comments.above, ...moved]
  return {
    family: 'synapse',
    cells: [`${head}${inline(overrides)} with ${played}`],
    comments: { ...comments, above },
  }
}

function printCells({ population, slice }: Cells): string {
  if (!slice) return population.text
  const from = slice.from ? printExpr(slice.from) : ''
  const to = slice.to ? printExpr(slice.to) : ''
  return `${population.text}[${from}:${to}]`
}

function connectHead(cast: Extract<Cast, { kind: 'connect' }>): string {
  const { from, to, by, at, each, where, probability, times } = cast
  return [
    `connect ${printCells(from)} to ${printCells(to)} by ${by.text}`,
    ...(at ? [`at ${at.text}`] : []),
    ...(each
      ? [`each ${each.name.text} in ${each.kind}(${each.args.map(printExpr).join(', ')})`]
      : []),
    ...(where ? [`where ${printExpr(where)}`] : []),
    ...(probability ? [`with probability ${printExpr(probability)}`] : []),
    ...(times ? [`times ${printExpr(times)}`] : []),
  ].join(' ')
}
