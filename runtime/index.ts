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
  type PartOptions,
  type Progress,
  type RecordOptions,
  type RunOptions,
  type StimulusLike,
} from './env.ts'
export { make } from './make.ts'
export type { LinkOptions } from './link/options.ts'
export { ModelFiles } from './model-files.ts'
export { Run } from './run.ts'
export { openRunFile } from './run-file.ts'
export type { RunWriter } from './run-files/run-writer.ts'
export { BiphasicPulsePolicy } from './stimulus/biphasic-pulse-policy.ts'
export { customPolicy } from './stimulus/custom-policy.ts'
export { MonophasicPulsePolicy } from './stimulus/monophasic-pulse-policy.ts'
export type { Policy } from './stimulus/policy.ts'
export { PulseSweepPolicy } from './stimulus/pulse-sweep-policy.ts'
export { SpikeTrains } from './stimulus/spike-trains.ts'
export { Stimulus } from './stimulus/stimulus.ts'
export { ComposedIO } from './io/composed-io.ts'
export { electrodeArrayCoordinates, electrodeArrayCoordinatesForArea } from './io/electrode-grid.ts'
export { customIO, type IO } from './io/io.ts'
export { LightArray } from './io/light-array.ts'
export { MEA } from './io/mea.ts'
export { findSystem } from '../systems/find-system.ts'
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
export { fetchSystem } from '../systems/store/fetch-system.ts'
export { hubFolder } from '../systems/store/hub-folder.ts'
export { loadSystem } from '../systems/store/load-system.ts'
export { saveSystem } from '../systems/store/save-system.ts'
export {
  type Population,
  type Projection,
  System,
  type SystemSummary,
} from '../systems/system.ts'
export type { Channel, Events, Series } from './signals/channel.ts'
export {
  ActiveFraction,
  type ActiveFractionOptions,
  type Activity,
} from './decoding/active-fraction.ts'
export { ArrowDataset, type ArrowDatasetOptions } from './decoding/arrow-dataset.ts'
export type { ArrowRow } from './decoding/arrow-shard.ts'
export {
  AvalancheAnalysis,
  type AvalancheAnalysisOptions,
  type Avalanches,
} from './decoding/avalanche-analysis.ts'
export { baks, type BaksOptions, type BaksRate } from './decoding/baks.ts'
export { BurstRate, type BurstRateOptions, type Bursts } from './decoding/burst-rate.ts'
export { type Members, populationGids, unitCount } from './decoding/cells-of.ts'
export { ChannelRecording, type ChannelRecordings } from './decoding/channel-recording.ts'
export { contentHash, contentOf, type HasContent, sameContent } from './decoding/content.ts'
export { sortedSpikes } from './decoding/count-spikes.ts'
export type { Decoding, DecodingEnv, VoltageOptions } from './decoding/decoding.ts'
export {
  type EvokedResponse,
  type PulseWindow,
  responders,
  type ResponseOptions,
  stimulusResponse,
} from './decoding/evoked-response.ts'
export { GatherAndMerge } from './decoding/gather-and-merge.ts'
export { type Irregularity, ISICV, type ISICVOptions } from './decoding/isi-cv.ts'
export { type Bands, type FieldPotentials, LFP, type LFPOptions } from './decoding/lfp.ts'
export {
  MeanFiringRate,
  type MeanFiringRateOptions,
  type MeanRate,
} from './decoding/mean-firing-rate.ts'
export {
  PairwiseChannelCorrelation,
  type PairwiseChannelCorrelationOptions,
  type PairwiseCorrelation,
} from './decoding/pairwise-channel-correlation.ts'
export {
  PeakSynchrony,
  type PeakSynchronyOptions,
  type Synchrony,
} from './decoding/peak-synchrony.ts'
export {
  PerUnitFiringRate,
  type PerUnitFiringRateOptions,
  type UnitRates,
} from './decoding/per-unit-firing-rate.ts'
export {
  type Around,
  type PeriStimulus,
  PeriStimulusHistogram,
  type PeriStimulusHistogramOptions,
  peristimulus,
} from './decoding/peri-stimulus-histogram.ts'
export {
  Pipe,
  type PipeOptions,
  type Stage,
  type StageFunction,
  type StageObject,
} from './decoding/pipe.ts'
export {
  PopulationActiveFraction,
  type PopulationActiveFractionOptions,
  type PopulationActivity,
} from './decoding/population-active-fraction.ts'
export {
  type AutocorrelationTime,
  PopulationAutocorrTau,
  type PopulationAutocorrTauOptions,
} from './decoding/population-autocorr-tau.ts'
export {
  PopulationFiringRates,
  type PopulationFiringRatesOptions,
  type PopulationRates,
} from './decoding/population-firing-rates.ts'
export {
  PopulationRateMetrics,
  type PopulationRateMetricsOptions,
  type RateMetrics,
} from './decoding/population-rate-metrics.ts'
export {
  PopulationSpikeDensity,
  type PopulationSpikeDensityOptions,
  type SpikeDensity,
  type Threshold,
} from './decoding/population-spike-density.ts'
export type { RecordingOptions } from './decoding/recording-options.ts'
export {
  RecruitmentCurve,
  type RecruitmentCurveOptions,
  type Schedule,
} from './decoding/recruitment-curve.ts'
export { type Recruitment, recruitmentThreshold } from './decoding/recruitment-threshold.ts'
export { Slice, type SliceOptions } from './decoding/slice.ts'
export {
  type Cut,
  spikeWaveforms,
  type WaveformShape,
  waveformShape,
} from './decoding/spike-waveforms.ts'
export { Stability, type StabilityOptions, type StabilityVerdict } from './decoding/stability.ts'
export { StimulusResponse, type StimulusResponseOptions } from './decoding/stimulus-response.ts'
export { type SpikeShapes, Waveforms, type WaveformsOptions } from './decoding/waveforms.ts'
export { ElectrodeStimulus, type PolicyInput } from './encoding/electrode-stimulus.ts'
export {
  type Encoded,
  type Encoding,
  type EncodingEnv,
  type EncodingFunction,
  encodeWith,
} from './encoding/encoding.ts'
export type { PulseOptions } from './encoding/pulse-train-policy.ts'
export { RateEncoding, type RateEncodingOptions } from './encoding/rate-encoding.ts'
export {
  SpikeTrainInput,
  type SpikeTrainInputOptions,
  type TrainsLike,
} from './encoding/spike-train-input.ts'
export { TemporalEncoding, type TemporalEncodingOptions } from './encoding/temporal-encoding.ts'
export { Box } from './learning/box.ts'
export { CartPole, type CartPoleReset, type CartPoleState } from './learning/cart-pole.ts'
export { checkEnv, type CheckOptions, complaintsAbout } from './learning/check-env.ts'
export { Dict, Tuple } from './learning/composed-spaces.ts'
export { Discrete } from './learning/discrete.ts'
export { GymnasiumEnv, type GymnasiumReset, type LearningEnv } from './learning/gymnasium-env.ts'
export { GymStep } from './learning/gym-step.ts'
export { MultiBinary } from './learning/multi-binary.ts'
export { MultiDiscrete } from './learning/multi-discrete.ts'
export { ObsAugmentation } from './learning/obs-augmentation.ts'
export type { Bounds, Space } from './learning/space.ts'
export type { Beginning, Outcome, ResetOptions, Task } from './learning/task.ts'
export { cultureFigure, type CultureFigureOptions } from './pictures/culture-figure.ts'
export { page, type PageOptions } from './pictures/page.ts'
export { runFigure, type RunFigureOptions } from './pictures/run-figure.ts'
export { systemFigure } from './pictures/system-figure.ts'
export { toPNG } from './pictures/to-png.ts'
