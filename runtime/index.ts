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
export {
  Env,
  type EnvOptions,
  type From,
  type Progress,
  type RecordOptions,
  type RunOptions,
  type StimulusLike,
} from './env.ts'
export { make } from './make.ts'
export type { LinkOptions } from './link/options.ts'
export { ModelFiles } from './model-files.ts'
export { Run } from './run.ts'
export { Stimulus } from './stimulus/stimulus.ts'
export { generate } from '../systems/generate.ts'
export {
  compositionName,
  compositionOf,
  fractionsOf,
  seriesOf,
} from '../systems/naming.ts'
export { type Counts, type ParallelOptions, ParallelSystem } from '../systems/parallel-system.ts'
export { predefined, predefinedNames, recipeOf } from '../systems/predefined.ts'
export type { Recipe } from '../systems/recipe.ts'
export type { Choice, SelectOptions } from '../systems/select/choose-cells.ts'
export { type Folder, folderOf } from '../systems/store/folder.ts'
export { loadSystem } from '../systems/store/load-system.ts'
export { saveSystem } from '../systems/store/save-system.ts'
export {
  type Population,
  type Projection,
  System,
  type SystemSummary,
} from '../systems/system.ts'
export type { Channel, Events, Series } from './signals/channel.ts'
