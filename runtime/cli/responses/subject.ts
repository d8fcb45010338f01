/** What is plotted: a declaration or model with its text, and texts around it that use it. */
import type { Dynamics, Loader, Source, Surroundings } from '../../../compiler/index.ts'

export interface Subject {
  readonly dynamics: Dynamics
  readonly source: Source
  readonly surroundings: Surroundings
  /** Neurons that are declared beside it, which it may need. */
  readonly neighbours?: readonly string[]
}

/** The path under which a written text imports the subject. */
const subjectPath = 'subject'

/** A text that casts the subject, and what it may import. */
export function around(
  { source, surroundings }: Subject,
  names: readonly string[],
  text: string,
): { readonly source: Source; readonly surroundings: Surroundings } {
  const { loader } = surroundings
  const subjectLoader: Loader = {
    load: (path, from) => (path === subjectPath ? source : loader?.load(path, from)),
  }
  return {
    source: {
      path: 'response.livn',
      text: `import ${names.join(', ')} from "${subjectPath}"\n${text}`,
    },
    surroundings: { ...surroundings, loader: subjectLoader },
  }
}

/** The first line of what its comment says. */
export const sentenceOf = (doc: string): string => doc.split('\n')[0]?.trim() ?? ''
