/** A declaration of the library to be tried out. */
import { examine } from '../../../compiler/index.ts'
import type { Subject } from '../../../runtime/cli/responses/subject.ts'
import { modelFiles } from '../../library.ts'

export function subjectOf(name: string): Subject {
  const source = modelFiles.library.get(name)
  if (!source) throw new Error(`no ${name} in the library`)
  const { surroundings } = modelFiles
  const dynamics = examine(source, surroundings).declarations.get(name)
  if (!dynamics) throw new Error(`no ${name} in ${source.path}`)
  return { source, surroundings, dynamics }
}

/** The same of a text of one's own. */
export function subjectFrom(text: string, name: string): Subject {
  const source = { path: 'own.livn', text }
  const { surroundings } = modelFiles
  const dynamics = examine(source, surroundings).declarations.get(name)
  if (!dynamics) throw new Error(`no ${name} in the text`)
  return { source, surroundings, dynamics }
}
