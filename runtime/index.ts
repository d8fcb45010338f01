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
export { type Population, type Projection, System } from '../systems/system.ts'
export type { Channel, Events, Series } from './signals/channel.ts'
