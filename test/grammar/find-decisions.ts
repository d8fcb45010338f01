/** What the rules of the parser decide by, as the parser generator finds it in them. */
import {
  getLookaheadPaths,
  type ILookaheadStrategy,
  type LookaheadProductionType,
} from 'chevrotain'
import { LivnParser } from '../../grammar/parser.ts'

type Alternation = Parameters<ILookaheadStrategy['buildLookaheadForAlternation']>[0]
type Kind = LookaheadProductionType

/** One decision a line, under the number that the parser asks for it by. */
export function findDecisions(): readonly string[] {
  const lines: string[] = []
  let latest = ''

  class Curious extends LivnParser {
    /** Where the parser keeps what it decides by. */
    setLaFuncCache(key: number): void {
      lines.push(`${key} ${latest}`)
    }

    override performSelfAnalysis(): void {
      const { lookaheadStrategy } = this as unknown as { lookaheadStrategy: ILookaheadStrategy }
      lookaheadStrategy.buildLookaheadForAlternation = (options) => note(options, 'Alternation')
      lookaheadStrategy.buildLookaheadForOptional = (options) => note(options, options.prodType)
      super.performSelfAnalysis()
    }
  }

  const note = (options: Omit<Alternation, 'hasPredicates'>, kind: Kind) => {
    latest = decisionOf(options, kind)
    return () => undefined as never
  }
  new Curious(true)
  return lines
}

/** Of what is optional, only what it begins with counts; the other path is to go on without it. */
function decisionOf(
  { prodOccurrence, rule, maxLookahead }: Omit<Alternation, 'hasPredicates'>,
  kind: Kind,
): string {
  const found = getLookaheadPaths({
    occurrence: prodOccurrence,
    rule,
    prodType: kind,
    maxLookahead,
  })
  const alternatives = kind === 'Alternation' ? found : found.slice(0, 1)
  const text = alternatives.map((paths) =>
    paths.map((path) => path.map(({ name }) => name).join(' ')).join(', '),
  )
  return `${rule.name} ${kind} ${prodOccurrence}: ${text.join(' | ')}`
}
