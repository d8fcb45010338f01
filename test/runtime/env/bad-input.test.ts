/** Wrong calls of an Env: each is refused, names what was given, and says what would be right. */
import { expect, test } from 'vitest'
import { Env, make, UsageError } from '../../../runtime/index.ts'
import { BiphasicPulsePolicy } from '../../../runtime/stimulus/biphasic-pulse-policy.ts'

const env = await make('EI1')

test.each([
  [true, 'An Env is made from a system'],
  [null, 'An Env is made from a system'],
  [0, 'has one cell at least'],
  [2.5, 'must be a whole number'],
  [{ EXC: -1 }, 'must be a whole number'],
  [{ EXC: 0 }, 'has one cell at least'],
  [{}, 'has one cell at least'],
  [{ PYR: 3 }, 'PYR'],
])('an Env is not made from %j', (from, message) => {
  expect(() => new Env(from as never)).toThrow(message)
})

test('a folder that is none, and one that nobody has read, are told apart', async () => {
  const absent = new Env('no/such/culture')

  expect(() => absent.recordSpikes()).toThrow('call `await env.init()` first')
  await expect(absent.init()).rejects.toThrow('no/such/culture')
})

test.each<[string, () => unknown, string | RegExp]>([
  ['an option', () => new Env('EI1', { modell: 'x' } as never), 'did you mean model?'],
  ['a model', () => new Env('EI1', { model: 'lif-cultur' }), 'did you mean lif-culture?'],
  ['a backend', () => new Env('EI1', { backend: 'cuda' }), /wasm.*js/],
  ['a seed', () => new Env('EI1', { seed: -1 }), 'must be a whole number from 0'],
  ['a step', () => new Env('EI1', { dt: 0 }), 'must be a time in ms above 0'],
  ['threads', () => new Env('EI1', { threads: 0 }), 'a whole number from 1 to 64'],
  [
    'a weight',
    () => env.setWeights({ 'EXC_EXC-dend-AMPAR-weight': 1 }),
    /There are EXC_EXC-dend-AMPA-weight/,
  ],
  ['a weight without ends', () => env.setWeights({ AMPA: 1 }), 'AMPA names no weight'],
  [
    'the size of a weight',
    () => env.setWeights({ EXC_EXC: Number.NaN }),
    'EXC_EXC is NaN; it must be a number',
  ],
  ['a noise', () => env.setNoise({ levl: 1 }), /There is no noise levl.*EXC-level/],
  [
    'a group of parameters',
    () => env.setParams({ 'cells-EXC-q': 1 }),
    /no parameter q; there is a, b/,
  ],
  ['a parameter of io', () => env.setParams({ 'io-radius': 1 }), 'radius'],
  [
    'a population of cells',
    () => env.cells.of('PYR'),
    'There is no population PYR; there is EXC, INH',
  ],
  ['a cell', () => env.cells.cell(10), 'There is no cell 10; there are 10 cells'],
  [
    'too few values',
    () => env.cells.setParams({ a: [1, 2] }),
    'a wants 10 values, one per cell; there are 2',
  ],
  [
    'a parameter of cells',
    () => env.cells.setParams({ alpha: 1 }),
    'There is no parameter alpha; there is a, b',
  ],
  ['a quantity', () => env.record('w'), /Nothing is called w/],
  ['a population', () => env.record('v', 'PYR'), 'There is no population PYR; there is EXC, INH'],
  ['no gids', () => env.recordVoltage(undefined, { gids: [] }), 'gids is empty'],
  [
    'gids',
    () => env.recordVoltage('INH', { gids: [3, 8] }),
    'There is no cell 3 among the 2 cells',
  ],
  [
    'a recording option',
    () => env.recordVoltage('INH', { every: 2 } as never),
    'record has no option every',
  ],
  [
    'a recording step',
    () => env.recordVoltage('INH', { dt: 0.01 }),
    'dt is 0.01 ms; a step is 0.1 ms',
  ],
  [
    'a second step of one channel',
    () => env.record('v', 'EXC', { as: 'x', dt: 1 }).record('v', 'INH', { as: 'x', dt: 2 }),
    'x has a sample every 1 ms, and would have one of INH.v every 2 ms',
  ],
  [
    'a second thing of one name',
    () => env.recordSpikes().record('v', 'EXC', { as: 'spikes' }),
    'spikes is the name of another recording',
  ],
  [
    'a time that samples of all populations share',
    () => new Env('EI1', { dt: { EXC: 0.1, INH: 0.3 } }).recordVoltage(),
    'voltage has a sample every 0.1 ms, and would have one of INH.v every 0.3',
  ],
  ['a stream', () => env.reseedNoise(-1), 'stream is -1'],
  ['a selection', () => env.selection('e9'), 'e9'],
])('%s that does not exist is refused', (_, call, message) => {
  expect(call).toThrow(message)
  expect(call).toThrow(UsageError)
})

test.each<[string, () => Promise<unknown>, string | RegExp]>([
  ['a duration', () => env.run(Number.NaN), 'duration is NaN; it must be a time in ms'],
  ['a negative duration', () => env.run(-1), 'duration is -1'],
  ['a run option', () => env.run(1, { stimuli: [] } as never), 'did you mean stimulus?'],
  [
    'a stimulus',
    () => env.run(1, { stimulus: 5 as never }),
    'stimulus is 5; it must be a Stimulus',
  ],
  [
    'a key of a call',
    () => env.call({ decoding: 1, input: [] } as never),
    'call has no option input; did you mean inputs? It has decoding, inputs, encoding.',
  ],
  ['a call that is none', () => env.call(5 as never), 'call takes options such as { decoding: … }'],
  ['a decoding without length', () => env.call({ decoding: 0 }), 'The decoding lasts 0 ms'],
  [
    'a policy that is longer than the run',
    () => env.run(10, { stimulus: new BiphasicPulsePolicy({ nChannels: 1, pulseTimes: [20] }) }),
    'the run 10 ms; run for longer',
  ],
])('%s is refused, and time stands still', async (_, call, message) => {
  const before = env.t

  await expect(call()).rejects.toThrow(message)

  expect(env.t).toBe(before)
})

test('what is under way is not cleared, and ends as if nobody had tried', async () => {
  const alone = await (await make('EI1')).recordSpikes().run(500)
  const busy = (await make('EI1')).recordSpikes()
  const first = busy.run(500)

  expect(() => busy.clear()).toThrow('A run is under way; wait for it before you clear.')
  expect(() => busy.clear()).toThrow(UsageError)

  expect((await first).events()).toEqual(alone.events())
  expect(busy.clear().t).toBe(0)
})

test('a second run does not begin before the first has ended', async () => {
  const busy = await make('EI1')
  const first = busy.run(2000)

  await expect(busy.run(1)).rejects.toThrow('A run is under way')
  await first
})

test.each<[string, (closed: Env) => unknown]>([
  ['run', (closed) => closed.run(10)],
  ['call', (closed) => closed.call({ decoding: 10 })],
  ['record', (closed) => closed.recordVoltage()],
  ['set', (closed) => closed.setWeights({ EXC_EXC: 1 })],
  ['clear', (closed) => closed.clear()],
  ['select', (closed) => closed.selection(3)],
  ['snapshot', (closed) => closed.snapshot()],
])('a closed Env does not %s', async (_, act) => {
  const closed = await make('EI1')
  await closed.run(5)
  await closed.close()

  await expect(async () => act(closed)).rejects.toThrow(/^This Env is closed and runs no more/)
  expect([closed.t, closed.system?.name]).toEqual([5, 'EI1'])
})

test('closing twice is closing once, and an Env that never opened closes, too', async () => {
  const twice = await make('EI1')
  await twice.close()

  await expect(twice.close()).resolves.toBeUndefined()
  await expect(new Env('no/such/culture').close()).resolves.toBeUndefined()
})

test.each([1, 2])(
  'a run of %i threads that is under way fails when its Env is closed',
  async (threads) => {
    const closing = await make('EI1', { threads })
    const run = closing.run(10_000_000).catch(({ message }: Error) => message)

    await closing.close()

    expect(await run).toMatch(/^This Env is closed/)
  },
)

test.each([[[]], [0], [{ EXC: 0 }]])(
  'a selection of no cell, such as %j, is none',
  async (choice) => {
    const whole = await make('EI1')

    expect(() => whole.selection(choice as never)).toThrow(
      /is of no cell; it must be of one at least/,
    )
  },
)

test('a selection keeps what was set of weights that none of its connections has', async () => {
  const tuned = await make('EI1')
  const numbers = tuned.admissibleParams().weights

  tuned.selection({ EXC: 3 })
  await tuned.run(5)

  expect(tuned.gids).toEqual(Int32Array.of(0, 1, 2))
  expect(tuned.admissibleParams().weights).toEqual(numbers)
})

const lone = {
  path: 'my-cell.livn',
  text: 'neuron MyCell {\n dv/dt = -v / (10 ms) : mV\n threshold v > 1 mV\n reset { v = 0 mV }\n}\n',
}

test('a neuron that no model casts does not run on a system, which is told what to add', () => {
  expect(() => new Env({ EXC: 3, INH: 2 }, { model: lone })).toThrow(
    /has cells of EXC and INH, and the text has no model .*Add `model Mine \{ population EXC is MyCell; population INH is MyCell \}`/,
  )
})

test('what it is told to add is all that it needs', () => {
  const text = `${lone.text}model Mine { population EXC is MyCell; population INH is MyCell }`

  const cast = new Env({ EXC: 3, INH: 2 }, { model: { ...lone, text } })

  expect(cast.populations.map(({ count }) => count)).toEqual([3, 2])
})
