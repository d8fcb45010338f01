/** The rules of what events do, of what casts override, and of flags. */
import { ExpressionRules, type Rule } from './expression-rules.ts'
import * as T from './tokens.ts'
import { keyword as word } from './tokens.ts'

export class ActionRules extends ExpressionRules {
  readonly separator: Rule = this.RULE('separator', () => {
    this.OR([{ ALT: () => this.CONSUME(T.NewLine) }, { ALT: () => this.CONSUME(T.Semicolon) }])
  })

  readonly actions: Rule = this.RULE('actions', () => {
    this.CONSUME(T.OpenBrace)
    this.MANY(() => {
      this.OR([
        { ALT: () => this.SUBRULE(this.separator) },
        { ALT: () => this.SUBRULE(this.action) },
      ])
    })
    this.CONSUME(T.CloseBrace)
  })

  readonly action: Rule = this.RULE('action', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(word('deliver'))
          this.SUBRULE(this.expression)
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.Name)
          this.OPTION(() => {
            this.CONSUME(T.Dot)
            this.CONSUME2(T.Name, { LABEL: 'member' })
          })
          this.OPTION2(() => this.SUBRULE(this.unitClause))
          this.anyOf(1, 'op', [T.Equals, T.AddTo, T.TakeFrom, T.TimesBy, T.DivideBy])
          this.SUBRULE2(this.expression)
        },
      },
    ])
  })

  readonly overrides: Rule = this.RULE('overrides', () => {
    this.CONSUME(T.OpenBrace)
    this.MANY(() => {
      this.OR([
        { ALT: () => this.SUBRULE(this.separator) },
        { ALT: () => this.SUBRULE(this.override) },
      ])
    })
    this.CONSUME(T.CloseBrace)
  })

  readonly override: Rule = this.RULE('override', () => {
    this.CONSUME(T.Name)
    this.anyOf(1, 'op', [T.Equals, T.Tilde])
    this.SUBRULE(this.expression)
  })

  readonly flags: Rule = this.RULE('flags', () => {
    this.anyOf(1, 'open', [T.OpenParen, T.OpenFlags])
    this.AT_LEAST_ONE_SEP({ SEP: T.Comma, DEF: () => this.SUBRULE(this.flag) })
    this.CONSUME(T.CloseParen)
  })

  readonly flag: Rule = this.RULE('flag', () => {
    this.OR([
      { ALT: () => this.phrase(1, ['unless', 'refractory']) },
      { ALT: () => this.phrase(2, ['constant', 'over', 'dt']) },
      { ALT: () => this.CONSUME(word('constant')) },
      { ALT: () => this.CONSUME(word('shared')) },
      { ALT: () => this.CONSUME(word('summed')) },
      {
        ALT: () => {
          this.CONSUME(word('per'))
          this.anyOf(3, 'side', [word('target'), word('connection')])
        },
      },
      { ALT: () => this.driven(4, 'event') },
      { ALT: () => this.driven(5, 'clock') },
      {
        ALT: () => {
          this.CONSUME(word('every'))
          this.SUBRULE(this.expression)
        },
      },
    ])
  })

  private phrase(
    occurrence: number,
    words: readonly ('unless' | 'refractory' | 'constant' | 'over' | 'dt')[],
  ): void {
    words.forEach((text, k) => {
      this.consume(occurrence * 20 + k, word(text))
    })
  }

  private driven(occurrence: number, what: 'event' | 'clock'): void {
    this.consume(occurrence * 20, word(what))
    this.consume(occurrence * 20 + 1, T.Minus)
    this.consume(occurrence * 20 + 2, word('driven'))
  }
}
