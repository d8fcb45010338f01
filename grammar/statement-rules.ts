/** The rules of the statements inside a neuron, synapse, plasticity, noise or channel. */
import { ActionRules } from './action-rules.ts'
import type { Rule } from './expression-rules.ts'
import * as T from './tokens.ts'
import { keyword as word } from './tokens.ts'

export class StatementRules extends ActionRules {
  readonly body: Rule = this.RULE('body', () => {
    this.CONSUME(T.OpenBrace)
    this.MANY(() => {
      this.OR([
        { ALT: () => this.SUBRULE(this.separator) },
        { ALT: () => this.SUBRULE(this.statement) },
      ])
    })
    this.CONSUME(T.CloseBrace)
  })

  readonly statement: Rule = this.RULE('statement', () => {
    this.OR({
      IGNORE_AMBIGUITIES: true,
      DEF: [
        { ALT: () => this.SUBRULE(this.paramClause) },
        { ALT: () => this.SUBRULE(this.stateClause) },
        { ALT: () => this.SUBRULE(this.inputClause) },
        { ALT: () => this.SUBRULE(this.needsClause) },
        { ALT: () => this.SUBRULE(this.channelClause) },
        { ALT: () => this.SUBRULE(this.compartmentClause) },
        { ALT: () => this.SUBRULE(this.axialClause) },
        { ALT: () => this.SUBRULE(this.equationClause) },
        { ALT: () => this.SUBRULE(this.initialClause) },
        { ALT: () => this.SUBRULE(this.definitionClause) },
        { ALT: () => this.SUBRULE(this.bareClause) },
        { ALT: () => this.SUBRULE(this.thresholdClause) },
        { ALT: () => this.SUBRULE(this.resetClause) },
        { ALT: () => this.SUBRULE(this.refractoryClause) },
        { ALT: () => this.SUBRULE(this.pathwayClause) },
        { ALT: () => this.SUBRULE(this.onStepClause) },
        { ALT: () => this.SUBRULE(this.onEventClause) },
        { ALT: () => this.SUBRULE(this.eventClause) },
        { ALT: () => this.SUBRULE(this.everyClause) },
        { ALT: () => this.SUBRULE(this.recordClause) },
        { ALT: () => this.SUBRULE(this.methodClause) },
      ],
    })
  })

  readonly paramClause: Rule = this.RULE('paramClause', () => {
    this.CONSUME(word('param'))
    this.CONSUME(T.Name)
    this.OPTION(() => {
      this.anyOf(1, 'op', [T.Equals, T.Tilde])
      this.SUBRULE(this.expression)
    })
    this.OPTION2(() => this.SUBRULE(this.unitClause))
    this.OPTION3(() => this.SUBRULE(this.flags))
  })

  readonly stateClause: Rule = this.RULE('stateClause', () => {
    this.CONSUME(word('state'))
    this.CONSUME(T.Name)
    this.CONSUME(T.Equals)
    this.SUBRULE(this.expression)
    this.OPTION(() => this.SUBRULE(this.unitClause))
  })

  readonly inputClause: Rule = this.RULE('inputClause', () => {
    this.CONSUME(word('input'))
    this.CONSUME(T.Name)
    this.SUBRULE(this.unitClause)
    this.CONSUME(word('from'))
    this.AT_LEAST_ONE_SEP({ SEP: T.Comma, DEF: () => this.CONSUME2(T.Name, { LABEL: 'source' }) })
  })

  readonly needsClause: Rule = this.RULE('needsClause', () => {
    this.CONSUME(word('needs'))
    this.CONSUME(T.Name)
    this.SUBRULE(this.unitClause)
  })

  readonly channelClause: Rule = this.RULE('channelClause', () => {
    this.CONSUME(word('channel'))
    this.CONSUME(T.Name)
    this.OPTION(() => {
      this.CONSUME(word('is'))
      this.CONSUME2(T.Name, { LABEL: 'played' })
    })
    this.OPTION2(() => this.SUBRULE(this.overrides))
  })

  readonly compartmentClause: Rule = this.RULE('compartmentClause', () => {
    this.CONSUME(word('compartment'))
    this.CONSUME(T.Name)
    this.OPTION(() => {
      this.CONSUME(word('at'))
      this.CONSUME(T.OpenParen)
      this.AT_LEAST_ONE_SEP({ SEP: T.Comma, DEF: () => this.SUBRULE(this.expression) })
      this.CONSUME(T.CloseParen)
    })
    this.SUBRULE(this.body)
  })

  readonly axialClause: Rule = this.RULE('axialClause', () => {
    this.CONSUME(word('axial'))
    this.CONSUME(T.Name)
    this.CONSUME(T.Minus)
    this.CONSUME2(T.Minus)
    this.CONSUME2(T.Name, { LABEL: 'other' })
    this.CONSUME(T.Equals)
    this.SUBRULE(this.expression)
    this.OPTION(() => this.SUBRULE(this.unitClause))
  })

  readonly equationClause: Rule = this.RULE('equationClause', () => {
    this.CONSUME(T.Rate)
    this.CONSUME(T.Equals)
    this.SUBRULE(this.expression)
    this.SUBRULE(this.unitClause)
    this.OPTION(() => this.SUBRULE(this.flags))
  })

  readonly initialClause: Rule = this.RULE('initialClause', () => {
    this.CONSUME(T.Name)
    this.CONSUME(T.OpenParen)
    this.CONSUME(T.NumberText)
    this.CONSUME(T.CloseParen)
    this.anyOf(1, 'op', [T.Equals, T.Tilde])
    this.SUBRULE(this.expression)
  })

  readonly definitionClause: Rule = this.RULE('definitionClause', () => {
    this.CONSUME(T.Name)
    this.CONSUME(T.Equals)
    this.SUBRULE(this.expression)
    this.SUBRULE(this.unitClause)
    this.OPTION(() => this.SUBRULE(this.flags))
  })

  readonly bareClause: Rule = this.RULE('bareClause', () => {
    this.CONSUME(T.Name)
    this.SUBRULE(this.unitClause)
    this.OPTION(() => this.SUBRULE(this.flags))
  })

  readonly thresholdClause: Rule = this.RULE('thresholdClause', () => {
    this.CONSUME(word('threshold'))
    this.SUBRULE(this.expression)
  })

  readonly resetClause: Rule = this.RULE('resetClause', () => {
    this.CONSUME(word('reset'))
    this.SUBRULE(this.actions)
  })

  readonly refractoryClause: Rule = this.RULE('refractoryClause', () => {
    this.CONSUME(word('refractory'))
    this.SUBRULE(this.expression)
  })

  readonly pathwayClause: Rule = this.RULE('pathwayClause', () => {
    this.CONSUME(word('on'))
    this.anyOf(1, 'side', [word('pre'), word('post')])
    this.OPTION(() => {
      this.CONSUME(T.Dot)
      this.CONSUME(T.Name, { LABEL: 'event' })
    })
    this.OPTION2(() => {
      this.CONSUME(word('as'))
      this.CONSUME2(T.Name, { LABEL: 'pathway' })
    })
    this.SUBRULE(this.actions)
  })

  readonly onStepClause: Rule = this.RULE('onStepClause', () => {
    this.CONSUME(word('on'))
    this.CONSUME(word('step'))
    this.SUBRULE(this.actions)
  })

  readonly onEventClause: Rule = this.RULE('onEventClause', () => {
    this.CONSUME(word('on'))
    this.CONSUME(T.Name)
    this.SUBRULE(this.actions)
  })

  readonly eventClause: Rule = this.RULE('eventClause', () => {
    this.CONSUME(word('event'))
    this.CONSUME(T.Name)
    this.CONSUME(word('when'))
    this.SUBRULE(this.expression)
  })

  readonly everyClause: Rule = this.RULE('everyClause', () => {
    this.CONSUME(word('every'))
    this.SUBRULE(this.expression)
    this.SUBRULE(this.actions)
  })

  readonly recordClause: Rule = this.RULE('recordClause', () => {
    this.CONSUME(word('record'))
    this.CONSUME(T.Name)
    this.CONSUME(T.Equals)
    this.SUBRULE(this.expression)
    this.OPTION(() => this.SUBRULE(this.unitClause))
  })

  readonly methodClause: Rule = this.RULE('methodClause', () => {
    this.CONSUME(word('method'))
    this.CONSUME(T.Name)
  })
}
