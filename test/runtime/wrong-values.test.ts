/** Values of the wrong kind, as programs without types hand them over: each is named, with what would be right. */
import { expect, test } from 'vitest'
import {
  BiphasicPulsePolicy,
  Box,
  check,
  compile,
  customIO,
  Env,
  GymStep,
  loadSystem,
  make,
  MEA,
  MonophasicPulsePolicy,
  Pipe,
  RateEncoding,
  SpikeTrains,
  Stimulus,
  UsageError,
} from '../../runtime/index.ts'

const env = await make('EI1')
const wrong = (value: unknown) => value as never

test.each<[string, () => unknown, string]>([
  ['counts', () => new Env(wrong([])), 'The number of cells is []; it must be a whole number, or'],
  ['a model', () => new Env('EI1', { model: wrong(5) }), 'model is 5; it must be a name of the'],
  ['an io', () => new Env('EI1', { io: wrong({}) }), 'io is {}; it must be a device'],
  [
    'a precision',
    () => new Env('EI1', { precision: wrong('f16') }),
    'precision is "f16"; it must be "f64" or "f32".',
  ],
  ['weights', () => env.setWeights(wrong(null)), 'weights is null; it must be an object'],
  ['noise', () => env.setNoise(wrong(3)), 'noise is 3; it must be an object'],
  ['params', () => env.setParams(wrong('x')), 'params is "x"; it must be an object'],
  ['a reseed', () => env.clear({ reseed: wrong('x') }), 'reseed is "x"; it must be a whole number'],
  ['a reseed below 0', () => env.clear({ reseed: -1 }), 'reseed is -1; it must be a whole number'],
  ['an option of clear', () => env.clear(wrong({ resed: 1 })), 'did you mean reseed?'],
  ['a command', () => env.cellStimulus(wrong(5)), 'The command is 5; it must be a policy, or rows'],
  [
    'electrodes',
    () => new MEA({ electrodeCoordinates: wrong(5) }),
    'electrodeCoordinates is 5; it',
  ],
  [
    'an amplitude',
    () => new BiphasicPulsePolicy({ amplitude: Number.NaN }),
    'amplitude is NaN; it must be a number.',
  ],
  [
    'an amplitude in quotes',
    () => new MonophasicPulsePolicy({ amplitude: wrong('20') }),
    'amplitude is "20"; it must be a number.',
  ],
  [
    'channels',
    () => new BiphasicPulsePolicy({ channels: wrong(0) }),
    'channels is 0; it must be a list of numbers.',
  ],
  ['a document', () => MEA.fromJSON('{'), 'The document is no JSON: '],
  ['a text', () => compile(wrong(5)), 'The model is 5; it must be a text, or { path, text }.'],
  ['a text to check', () => check(wrong(5)), 'The model is 5; it must be a text'],
  ['a device', () => customIO(wrong({})), 'The device has no channelIds; it must have kind,'],
  [
    'a medium',
    () => new MEA({ volumeConductor: wrong(5) }),
    'volumeConductor is 5; it must be one',
  ],
  ['a bound', () => new Box(wrong(undefined), 1), 'low of a Box is undefined; it must be a number'],
  ['a task', () => new GymStep(wrong({})), 'A GymStep plays a task with reset and step'],
  ['stages', () => new Pipe(wrong({})), 'stages is undefined; it must be a list of stages.'],
  ['trains', () => new SpikeTrains(wrong(5), wrong(6)), 'an array of each, not of 5 and 6.'],
  [
    'gids',
    () => Stimulus.fromCurrent([[1]], { gids: wrong(['a']) }),
    'gids[0] is a; it must be the gid of a cell',
  ],
])('%s of the wrong kind', (_, act, message) => {
  expect(act).toThrow(UsageError)
  expect(act).toThrow(message)
})

test.each<[string, () => Promise<unknown>, string]>([
  ['a dt', () => env.run(10, { dt: wrong('x') }), 'dt is "x"; it must be a time in ms, or one for'],
  ['a duration', () => env.run(wrong('100')), 'duration is "100"; it must be a time in ms'],
  [
    'stimuli of replicas',
    () => env.run(10, { stimulusPerReplica: wrong(5) }),
    'stimulusPerReplica is 5; it must be a list',
  ],
  ['a listener', () => env.run(10, { onProgress: wrong(5) }), 'onProgress is 5; it must be a'],
  ['a signal', () => env.run(10, { signal: wrong(5) }), 'signal is 5; it must be that of an'],
  ['no decoding', () => env.call(wrong({})), 'decoding is undefined; it must be one such as'],
  [
    'a decoding',
    () => env.call({ decoding: wrong('x') }),
    'decoding is "x"; it must be one such as',
  ],
  [
    'inputs',
    () => env.call({ decoding: 5, encoding: new RateEncoding({ amplitude: 5 }) }),
    'The inputs are undefined; they must be a list of 1 features',
  ],
  ['a folder', () => loadSystem(wrong(undefined)), 'The folder is undefined; it must be a path'],
])('%s of the wrong kind, on the way', async (_, act, message) => {
  await expect(act).rejects.toThrow(message)
  await expect(act).rejects.toThrow(UsageError)
  expect(env.t).toBe(0)
})

test('a section that cells do not have is no place for a stimulus', async () => {
  const cells = await make('EI1', { model: 'reduced-calcium-culture' })
  const sections = ['soma', 'tail']
  const stimulus = Stimulus.fromExtracellular([[1, 2]], { gids: [1, 1], sections })

  await expect(cells.run(5, { stimulus })).rejects.toThrow(
    'a column for section tail of EXC, which has soma, dend.',
  )
})
