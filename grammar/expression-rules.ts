/** The rules of units and expressions; precedence is settled in build-expr. */
import { type CstNode, CstParser, type ParserMethod, type TokenType } from 'chevrotain'
import { LazyLookahead } from './lazy-lookahead.ts'
import * as T from './tokens.ts'
import { keyword as word } from './tokens.ts'

export type Rule = ParserMethod<[], CstNode>

const binary: readonly TokenType[] = [
  T.Plus,
  T.Minus,
  T.Star,
  T.Slash,
  T.DoubleSlash,
  T.Percent,
  T.Caret,
  T.DoubleStar,
  T.Less,
  T.LessEqual,
  T.Greater,
  T.GreaterEqual,
  T.Same,
  T.Differs,
  word('and'),
  word('or'),
]

/** Two tokens tell every statement from every other. */
const maxLookahead = 2

export class ExpressionRules extends CstParser {
  constructor(skipValidations: boolean) {
    super([...T.vocabulary], {
      recoveryEnabled: false,
      maxLookahead,
      lookaheadStrategy: new LazyLookahead({ maxLookahead }),
      skipValidations,
      nodeLocationTracking: 'onlyOffset',
    })
  }

  /** One of several tokens under one label. */
  protected anyOf(occurrence: number, label: string, types: readonly TokenType[]): void {
    this.or(
      occurrence,
      types.map((type, k) => ({
        ALT: () => this.consume(occurrence * 20 + k, type, { LABEL: label }),
      })),
    )
  }

  readonly unitClause: Rule = this.RULE('unitClause', () => {
    this.CONSUME(T.Colon)
    this.SUBRULE(this.unitFactor)
    this.MANY(() => {
      this.anyOf(1, 'op', [T.Star, T.Slash])
      this.SUBRULE2(this.unitFactor)
    })
  })

  readonly unitFactor: Rule = this.RULE('unitFactor', () => {
    this.OR([
      { ALT: () => this.CONSUME(T.UnitName, { LABEL: 'unit' }) },
      { ALT: () => this.CONSUME(T.NumberText, { LABEL: 'unit' }) },
    ])
    this.OPTION(() => this.SUBRULE(this.unitPower))
  })

  readonly unitPower: Rule = this.RULE('unitPower', () => {
    this.anyOf(1, 'op', [T.Caret, T.DoubleStar])
    this.OR2([
      { ALT: () => this.SUBRULE(this.signedNumber) },
      {
        ALT: () => {
          this.CONSUME(T.OpenParen)
          this.SUBRULE2(this.signedNumber)
          this.OPTION(() => {
            this.CONSUME(T.Slash)
            this.CONSUME(T.NumberText, { LABEL: 'bottom' })
          })
          this.CONSUME(T.CloseParen)
        },
      },
    ])
  })

  readonly signedNumber: Rule = this.RULE('signedNumber', () => {
    this.OPTION(() => this.CONSUME(T.Minus))
    this.CONSUME(T.NumberText)
  })

  readonly expression: Rule = this.RULE('expression', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.ifExpression) },
      { ALT: () => this.SUBRULE(this.chain) },
    ])
  })

  readonly ifExpression: Rule = this.RULE('ifExpression', () => {
    this.CONSUME(word('if'))
    this.SUBRULE(this.chain, { LABEL: 'condition' })
    this.CONSUME(word('then'))
    this.SUBRULE(this.expression, { LABEL: 'then' })
    this.CONSUME(word('else'))
    this.SUBRULE2(this.expression, { LABEL: 'otherwise' })
  })

  /** Operands and operators in the order they stand. */
  readonly chain: Rule = this.RULE('chain', () => {
    this.SUBRULE(this.operand)
    this.MANY(() => {
      this.anyOf(1, 'op', binary)
      this.SUBRULE2(this.operand)
    })
  })

  readonly operand: Rule = this.RULE('operand', () => {
    this.MANY(() => this.anyOf(1, 'prefix', [T.Minus, T.Plus, word('not')]))
    this.SUBRULE(this.primary)
  })

  readonly primary: Rule = this.RULE('primary', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(T.NumberText)
          this.OPTION(() => {
            this.CONSUME(T.UnitName)
            this.OPTION2(() => this.SUBRULE(this.unitPower))
          })
        },
      },
      {
        ALT: () => {
          this.CONSUME2(T.UnitName, { LABEL: 'unit' })
          this.OPTION3(() => this.SUBRULE2(this.unitPower))
        },
      },
      { ALT: () => this.CONSUME(word('true'), { LABEL: 'boolean' }) },
      { ALT: () => this.CONSUME(word('false'), { LABEL: 'boolean' }) },
      {
        ALT: () => {
          this.CONSUME(T.Name)
          this.OPTION4(() => this.SUBRULE(this.suffix))
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.OpenParen)
          this.SUBRULE(this.expression)
          this.CONSUME(T.CloseParen)
        },
      },
    ])
  })

  /** `(args)` of a call, or `.member`. */
  readonly suffix: Rule = this.RULE('suffix', () => {
    this.OR([
      {
        ALT: () => {
          this.CONSUME(T.OpenParen)
          this.MANY_SEP({ SEP: T.Comma, DEF: () => this.SUBRULE(this.expression) })
          this.CONSUME(T.CloseParen)
        },
      },
      {
        ALT: () => {
          this.CONSUME(T.Dot)
          this.CONSUME(T.Name)
        },
      },
    ])
  })
}
