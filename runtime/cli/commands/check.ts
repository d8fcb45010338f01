/** `livn check`: says what is wrong with models, and nothing when nothing is. */
import type { Diagnostic } from '../../../grammar/diagnostics.ts'
import { type Command, models } from '../command.ts'
import { exitCodes } from '../exit-codes.ts'
import { findModels } from '../find-models.ts'

export const check: Command = {
  name: 'check',
  summary: 'say what is wrong with models; silent when all is well',
  ...models,
  options: [{ flags: '--json', meaning: 'print a list of diagnostics, for editors' }],
  run: async (given, options, shell) => {
    const compiler = await import('../../../compiler/index.ts')
    const { ModelFiles } = await import('../../model-files.ts')
    const files = new ModelFiles(shell.folder)
    const found = findModels(given, shell.folder).flatMap((path) =>
      compiler.check(files.read(path), files.surroundings),
    )
    const diagnostics = onceEach(found)
    if (options.json) {
      const list = diagnostics.map((each) => forEditors(each, compiler.lineAndColumn))
      shell.write(`${JSON.stringify(list, null, 2)}\n`)
    } else if (diagnostics.length > 0) {
      const color = shell.colors.errors
      const texts = diagnostics.map((each) => compiler.render(each, { color }))
      shell.complain(`${texts.join('\n\n')}\n`)
    }
    const isWrong = diagnostics.some(({ severity }) => severity === 'error')
    return isWrong ? exitCodes.modelError : exitCodes.ok
  },
}

/** Two models that import one file both hear of its mistakes; a reader need not. */
function onceEach(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const known = new Map(
    diagnostics.map((each) => {
      const { source, start } = each.span
      return [`${source.path}\n${start}\n${each.code}\n${each.message}`, each] as const
    }),
  )
  return [...known.values()]
}

type LineAndColumn = typeof import('../../../compiler/index.ts').lineAndColumn

function forEditors({ code, severity, message, span }: Diagnostic, locate: LineAndColumn) {
  const { line, column } = locate(span.source, span.start)
  return { file: span.source.path, line, column, code, severity, message }
}
