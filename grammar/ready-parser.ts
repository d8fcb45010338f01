/** The parser, ready at once: what its rules decide by was found when they were written, and is read from a table. */
import { type IToken, type Rule, type TokenType, tokenMatcher } from 'chevrotain'
import { decisions } from './decisions.ts'
import { LivnParser } from './parser.ts'
import { vocabulary } from './tokens.ts'

/** What may come next: one token, or two. */
type Path = readonly TokenType[]

interface Reader {
  LA(ahead: number): IToken
}

/** Which alternative it is, if any; of what is optional, whether it is there. */
type Decide = (this: Reader) => number | boolean | undefined

/** What the parser has inside for decisions; the rest of it is public. */
interface Undecided {
  selfAnalysisDone: boolean
  setLaFuncCache(key: number, decide: Decide): void
}

const typesByName = new Map(vocabulary.map((type) => [type.name, type]))

export class ReadyParser extends LivnParser {
  protected override performSelfAnalysis(): void {
    const inside = this as unknown as Undecided
    inside.selfAnalysisDone = true
    for (const line of decisions.trim().split('\n')) {
      inside.setLaFuncCache(Number.parseInt(line, 10), whenAsked(line))
    }
  }

  /** Only an error asks for the rules themselves. */
  override getGAstProductions(): Record<string, Rule> {
    rules ??= new LivnParser(true).getGAstProductions()
    return rules
  }
}

let rules: Record<string, Rule> | undefined

/** A text seldom has all kinds of statement. */
function whenAsked(line: string): Decide {
  let decide: Decide | undefined
  return function () {
    decide ??= readDecision(line)
    return decide.call(this)
  }
}

/** `1094400 actions Repetition 0: NewLine, Name OpenParen | DeliverWord`. */
function readDecision(line: string): Decide {
  const [name = '', text = ''] = line.split(': ')
  const alternatives = text.split(' | ').map((paths) => paths.split(', ').map(readPath))
  const choose = isLongest(alternatives, 1) ? byNextToken(alternatives) : byPaths(alternatives)
  if (name.includes(' Alternation ')) return choose
  return function () {
    return choose.call(this) === 0
  }
}

const readPath = (text: string): Path => text.split(' ').map(typeNamed)

function typeNamed(name: string): TokenType {
  const type = typesByName.get(name)
  if (!type) throw new Error(`${name} is no token`)
  return type
}

const isLongest = (alternatives: readonly (readonly Path[])[], length: number): boolean =>
  alternatives.every((paths) => paths.every((path) => path.length <= length))

function byNextToken(alternatives: readonly (readonly Path[])[]): Decide {
  const found: (number | undefined)[] = []
  alternatives.forEach((paths, k) => {
    for (const { tokenTypeIdx = 0, categoryMatches = [] } of paths.flat()) {
      for (const index of [tokenTypeIdx, ...categoryMatches]) found[index] ??= k
    }
  })
  return function () {
    return found[this.LA(1).tokenTypeIdx]
  }
}

function byPaths(alternatives: readonly (readonly Path[])[]): Decide {
  return function () {
    const matches = (path: Path) => path.every((type, k) => tokenMatcher(this.LA(k + 1), type))
    const found = alternatives.findIndex((paths) => paths.some(matches))
    return found === -1 ? undefined : found
  }
}
