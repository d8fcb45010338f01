/** The rules of files, declarations and casts: the top of the grammar. */
import type { Rule } from './expression-rules.ts'
import { StatementRules } from './statement-rules.ts'
import * as T from './tokens.ts'
import { keyword as word } from './tokens.ts'

export class LivnParser extends StatementRules {
  constructor(skipValidations: boolean) {
    super(skipValidations)
    this.performSelfAnalysis()
  }

  readonly file: Rule = this.RULE('file', () => {
    this.MANY(() => {
      this.OR([
        { ALT: () => this.SUBRULE(this.separator) },
        { ALT: () => this.SUBRULE(this.importDeclaration) },
        { ALT: () => this.SUBRULE(this.functionDeclaration) },
        { ALT: () => this.SUBRULE(this.equationsDeclaration) },
        { ALT: () => this.SUBRULE(this.modelDeclaration) },
      ])
    })
  })

  readonly importDeclaration: Rule = this.RULE('importDeclaration', () => {
    this.CONSUME(word('import'))
    this.AT_LEAST_ONE_SEP({ SEP: T.Comma, DEF: () => this.CONSUME(T.Name) })
    this.CONSUME(word('from'))
    this.CONSUME(T.Text)
  })

  readonly functionDeclaration: Rule = this.RULE('functionDeclaration', () => {
    this.CONSUME(word('function'))
    this.CONSUME(T.Name)
    this.CONSUME(T.OpenParen)
    this.MANY_SEP({ SEP: T.Comma, DEF: () => this.SUBRULE(this.functionParam) })
    this.CONSUME(T.CloseParen)
    this.CONSUME(T.Equals)
    this.SUBRULE(this.expression)
    this.OPTION(() => this.SUBRULE(this.unitClause))
  })

  readonly functionParam: Rule = this.RULE('functionParam', () => {
    this.CONSUME(T.Name)
    this.OPTION(() => this.SUBRULE(this.unitClause))
  })

  readonly equationsDeclaration: Rule = this.RULE('equationsDeclaration', () => {
    this.anyOf(
      1,
      'kind',
      (['neuron', 'synapse', 'plasticity', 'noise', 'channel'] as const).map(word),
    )
    this.CONSUME(T.Name)
    this.OPTION(() => {
      this.CONSUME(word('extends'))
      this.CONSUME2(T.Name, { LABEL: 'extended' })
    })
    this.SUBRULE(this.body)
  })

  readonly modelDeclaration: Rule = this.RULE('modelDeclaration', () => {
    this.CONSUME(word('model'))
    this.CONSUME(T.Name)
    this.CONSUME(T.OpenBrace)
    this.MANY(() => {
      this.OR([{ ALT: () => this.SUBRULE(this.separator) }, { ALT: () => this.SUBRULE(this.cast) }])
    })
    this.CONSUME(T.CloseBrace)
  })

  readonly cast: Rule = this.RULE('cast', () => {
    this.OR([
      { ALT: () => this.SUBRULE(this.populationCast) },
      { ALT: () => this.SUBRULE(this.synapseCast) },
      { ALT: () => this.SUBRULE(this.noiseCast) },
      { ALT: () => this.SUBRULE(this.sectionCast) },
      { ALT: () => this.SUBRULE(this.connectCast) },
    ])
  })

  readonly populationCast: Rule = this.RULE('populationCast', () => {
    this.CONSUME(word('population'))
    this.CONSUME(T.Name)
    this.OPTION(() => {
      this.CONSUME(word('of'))
      this.CONSUME(T.NumberText)
    })
    this.CONSUME(word('is'))
    this.CONSUME2(T.Name, { LABEL: 'played' })
    this.OPTION2(() => this.SUBRULE(this.overrides))
  })

  readonly synapseCast: Rule = this.RULE('synapseCast', () => {
    this.CONSUME(word('synapse'))
    this.CONSUME(T.Name)
    this.CONSUME(word('is'))
    this.SUBRULE(this.part)
    this.OPTION(() => {
      this.CONSUME(word('with'))
      this.AT_LEAST_ONE_SEP({
        SEP: T.Comma,
        DEF: () => this.SUBRULE2(this.part, { LABEL: 'with' }),
      })
    })
  })

  readonly part: Rule = this.RULE('part', () => {
    this.CONSUME(T.Name)
    this.OPTION(() => this.SUBRULE(this.overrides))
  })

  readonly noiseCast: Rule = this.RULE('noiseCast', () => {
    this.CONSUME(word('noise'))
    this.CONSUME(T.Name)
    this.OPTION(() => {
      this.CONSUME(word('at'))
      this.CONSUME2(T.Name, { LABEL: 'place' })
    })
    this.CONSUME(word('is'))
    this.SUBRULE(this.part)
  })

  readonly sectionCast: Rule = this.RULE('sectionCast', () => {
    this.CONSUME(word('section'))
    this.CONSUME(T.Name)
    this.CONSUME(word('is'))
    this.CONSUME2(T.Name, { LABEL: 'played' })
  })

  readonly connectCast: Rule = this.RULE('connectCast', () => {
    this.CONSUME(word('connect'))
    this.SUBRULE(this.cells)
    this.CONSUME(word('to'))
    this.SUBRULE2(this.cells)
    this.CONSUME(word('by'))
    this.CONSUME(T.Name)
    this.OPTION(() => {
      this.CONSUME(word('at'))
      this.CONSUME2(T.Name, { LABEL: 'place' })
    })
    this.OPTION2(() => this.SUBRULE(this.range))
    this.OPTION3(() => {
      this.CONSUME(word('where'))
      this.SUBRULE(this.expression, { LABEL: 'where' })
    })
    this.OPTION4(() => {
      this.CONSUME(word('with'))
      this.CONSUME(word('probability'))
      this.SUBRULE2(this.expression, { LABEL: 'probability' })
    })
    this.OPTION5(() => {
      this.CONSUME(word('times'))
      this.SUBRULE3(this.expression, { LABEL: 'times' })
    })
    this.OPTION6(() => this.SUBRULE(this.overrides))
  })

  readonly cells: Rule = this.RULE('cells', () => {
    this.CONSUME(T.Name)
    this.OPTION(() => {
      this.CONSUME(T.OpenBracket)
      this.OPTION2(() => this.SUBRULE(this.expression, { LABEL: 'first' }))
      this.CONSUME(T.Colon)
      this.OPTION3(() => this.SUBRULE2(this.expression, { LABEL: 'last' }))
      this.CONSUME(T.CloseBracket)
    })
  })

  readonly range: Rule = this.RULE('range', () => {
    this.CONSUME(word('each'))
    this.CONSUME(T.Name)
    this.CONSUME(word('in'))
    this.anyOf(1, 'kind', (['range', 'sample', 'choose'] as const).map(word))
    this.CONSUME(T.OpenParen)
    this.AT_LEAST_ONE_SEP({ SEP: T.Comma, DEF: () => this.SUBRULE(this.expression) })
    this.CONSUME(T.CloseParen)
  })
}
