/**
 * Decides how a rule goes on as the parser's own strategy does, but prepares a decision only when a text comes to it
 * first: what is written about a mistake asks for the rules alone.
 */
import { type ILookaheadStrategy, LLkLookaheadStrategy } from 'chevrotain'

type Alternation = Parameters<ILookaheadStrategy['buildLookaheadForAlternation']>[0]
type Optional = Parameters<ILookaheadStrategy['buildLookaheadForOptional']>[0]

export class LazyLookahead extends LLkLookaheadStrategy {
  override buildLookaheadForAlternation(options: Alternation) {
    return whenAsked(() => super.buildLookaheadForAlternation(options))
  }

  override buildLookaheadForOptional(options: Optional) {
    return whenAsked(() => super.buildLookaheadForOptional(options))
  }
}

function whenAsked<This, Given extends unknown[], Answer>(
  prepare: () => (this: This, ...given: Given) => Answer,
): (this: This, ...given: Given) => Answer {
  let decide: ReturnType<typeof prepare> | undefined
  return function (...given) {
    decide ??= prepare()
    return decide.apply(this, given)
  }
}
