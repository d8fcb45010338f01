/** The public door of livn: models in, programs and their code out. */
export {
  check,
  compile,
  describe,
  type Diagnostic,
  examine,
  explain,
  format,
  ModelError,
  type Program,
  render,
  type Source,
  UsageError,
} from '../compiler/index.ts'
export { ModelFiles } from './model-files.ts'
