/** Words that no emitted JavaScript may use as a name of the model. */
import { preludeNames } from './prelude.ts'

const words =
  'arguments as async await break case catch class const continue debugger default delete do else enum eval ' +
  'export extends false finally for from function get if implements import in instanceof interface let new ' +
  'null of package private protected public return set static super switch this throw true try typeof var ' +
  'void while with yield'

/** What the code itself reads. */
const globals = 'Infinity Math NaN Number Object Uint32Array globalThis undefined'

export const reservedWords: readonly string[] = [
  ...words.split(' '),
  ...globals.split(' '),
  ...preludeNames,
]
