/** An experiment as an experimenter does it: record, stimulate, run on, begin anew. */
import { expect, test } from 'vitest'
import { Env, make, ModelFiles, Stimulus } from '../../../runtime/index.ts'
import { MEA } from '../../../runtime/io/mea.ts'
import { MonophasicPulsePolicy } from '../../../runtime/stimulus/monophasic-pulse-policy.ts'
import { SpikeTrains } from '../../../runtime/stimulus/spike-trains.ts'
import { dish, passive } from './dish.ts'

test('the quick start of the original runs as it is', async () => {
  const env = await make('EI1')
  env.applyModelDefaults()
  env.recordSpikes()
  env.recordVoltage()
  const [it, t, iv, v] = await env.run(100)
  await env.close()

  expect(it?.length).toBe(t?.length)
  expect([...(iv ?? [])]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9])
  expect(v?.map((row) => row.length)).toEqual(Array(10).fill(1000))
})

test('a current acts on its cell, from its beginning to its end, and nowhere else', async () => {
  const env = dish().recordVoltage()

  const run = await env.run(30, {
    stimulus: Stimulus.fromCurrent([[100], [100]], { dt: 5, gids: [1], unit: 'pA' }),
  })

  const [untouched, driven, other] = run.signal('voltage')
  expect(new Set(untouched)).toEqual(new Set([-70]))
  expect(new Set(other)).toEqual(new Set([-70]))
  expect(driven?.[100]).toBeCloseTo(-70 + 10 * (1 - Math.exp(-1)), 9)
  expect(driven?.[200]).toBeCloseTo(-70 + 10 * (1 - Math.exp(-1)) * Math.exp(-1), 9)
})

test('a stimulus may be given row by row, and with shorter rows than steps: their mean acts', async () => {
  const fine = dish().recordVoltage('A')
  const coarse = dish().recordVoltage('A')

  const a = await fine.run(5, {
    stimulus: Stimulus.fromCurrent(
      Array.from({ length: 100 }, (_, k) => [k % 2 === 0 ? 200 : 0]),
      {
        dt: 0.05,
        gids: [0],
        unit: 'pA',
      },
    ),
  })
  const b = await coarse.run(5, {
    stimulus: Stimulus.fromCurrent([[100]], { dt: 5, gids: [0], unit: 'pA' }),
  })

  a.signal('voltage')[0]?.forEach((v, k) => {
    expect(v).toBeCloseTo(b.signal('voltage')[0]?.[k] ?? 0, 9)
  })
})

test('stimuli given together add up, and what was set stays below them', async () => {
  const env = dish().recordVoltage('B').set('B', 'I', 50)
  const half = Stimulus.fromCurrent([[25]], { dt: 10, gids: [2], unit: 'pA' })

  const run = await env.run(10, { stimulus: [half, half] })
  const after = await env.run(200)

  expect(run.signal('voltage')[0]?.at(-1)).toBeCloseTo(-70 + 10 * (1 - Math.exp(-0.99)), 6)
  expect(after.signal('voltage')[0]?.at(-1)).toBeCloseTo(-65, 6)
})

test('several Envs side by side do not disturb each other', async () => {
  const alone = await (await make('EI1')).recordSpikes().run(50)
  const [a, b] = [
    (await make('EI1')).recordSpikes(),
    (await make('EI1', { seed: 9 })).recordSpikes(),
  ]

  const [first, other] = await Promise.all([a.run(50), b.run(50)])

  expect(first.events()).toEqual(alone.events())
  expect(other.events()).not.toEqual(alone.events())
})

test('an electrode depolarises the cells nearest to it the most', async () => {
  const coordinates = Float64Array.of(0, 0, 0, 100, 0, 0, 300, 0, 0)
  const system = {
    name: 'row',
    populations: [{ name: 'A', count: 3, offset: 0, coordinates }],
    projections: [],
  }
  const text = passive
    .replace('v > 0 mV', 'v > 1000 volt')
    .replace(/model .*/, 'model Row { population A is Passive }')
  const io = new MEA({ electrodeCoordinates: [[0, 0, 0, 20]] })
  const env = new Env(system, { model: { path: 'row.livn', text }, io }).recordVoltage()
  const policy = new MonophasicPulsePolicy({
    nChannels: 1,
    channels: [0],
    amplitude: 750,
    pulseWidth: 20,
  })

  const run = await env.run(40, { stimulus: policy })

  const peaks = run.signal('voltage').map((row) => Math.max(...row))
  expect(peaks[0]).toBeGreaterThan(peaks[1] ?? 0)
  expect(peaks[1]).toBeGreaterThan(peaks[2] ?? 0)
  expect(peaks[2]).toBeGreaterThan(-70)
})

test('spikes are played to cells that fire when they are told', async () => {
  const text = `neuron Told { input spikes : 1 from spikes
  threshold spikes > 0.5 }
model Source { population S of 3 is Told }`
  const env = new Env({ path: 'source.livn', text }).recordSpikes()
  const trains = new SpikeTrains([2, 0, 2, 2], [1, 3.25, 4, 4.1])

  const run = await env.run(10, { stimulus: trains })

  expect([...run.events().ids]).toEqual([2, 0, 2, 2])
  expect(Array.from(run.events().times, (t) => Number(t.toFixed(9)))).toEqual([1, 3.2, 4, 4.1])
})

test.each([
  [
    Stimulus.fromIrradiance([[1]], { gids: [0] }),
    /no port for irradiance stimulation; it takes current, extracellular/,
  ],
  [Stimulus.fromCurrent([[1]], { gids: [7] }), /column for cell 7; there are A 0…1, B 2…2/],
  [
    Stimulus.fromCurrent([[1, 2]]),
    /has 2 columns and does not say whose they are; there are 3 cells/,
  ],
  [
    Stimulus.fromCurrent([[1]], { gids: [0], dt: 0.25 }),
    /rows of the stimulus are 0.25 ms apart and a step is 0.1 ms/,
  ],
])(
  'a stimulus that does not fit is refused, and nothing is half done',
  async (stimulus, message) => {
    const env = dish().recordVoltage()

    await expect(env.run(10, { stimulus })).rejects.toThrow(message)

    expect(env.t).toBe(0)
    expect(new Set((await env.run(1)).signal('voltage')[0])).toEqual(new Set([-70]))
  },
)

test('steps of another length are for the beginning', async () => {
  const env = dish().recordVoltage('B')

  const run = await env.run(1, { dt: 0.05 })

  expect(env.dt).toBe(0.05)
  expect(run.series('voltage').dt).toBeCloseTo(0.1, 12)
  await expect(env.run(1, { dt: 0.1 })).rejects.toThrow('call clear() before you change it')
})

test('a current that is hardly meant is remarked on, once', async () => {
  const remarks: string[] = []
  const onRemark = (message: string): void => {
    remarks.push(message)
  }
  const env = new Env({ path: 'dish.livn', text: passive }, { onRemark })
  const stimulus = Stimulus.fromCurrent([[500]], { gids: [0], dt: 1 })

  await env.run(2, { stimulus })
  await env.run(2, { stimulus })

  expect(remarks).toEqual([expect.stringContaining('more than 100 nA is hardly meant')])
})

test('what is recorded may be more than the room there was: the network is opened again with more', async () => {
  const options = { spare: 2 ** 19 }
  const env = new Env({ path: 'dish.livn', text: passive }, options)
  await env.run(5, { stimulus: Stimulus.fromCurrent([[100]], { dt: 5, gids: [2], unit: 'pA' }) })

  env.recordVoltage().record('I', 'B')
  const run = await env.run(5)

  expect(env.t).toBeCloseTo(10, 9)
  expect(run.signal('voltage')[2]?.[0]).toBeCloseTo(-70 + 10 * (1 - Math.exp(-0.5)), 6)
  expect(env.linked.plan.device.bytes).toBeGreaterThan(2 ** 20)
})

test('noise that was renewed stays so when the network is opened anew', async () => {
  const renewed = (): Promise<Env> => make('EI1').then((env) => env.recordVoltage().reseedNoise(3))
  const expected = await (await renewed()).run(20)
  const env = await renewed()

  env.enablePlasticity().disablePlasticity()

  expect((await env.run(20)).series('voltage').values).toEqual(expected.series('voltage').values)
})

test('a selection that does not exist leaves all cells where they are', async () => {
  const env = (await make('EI2')).recordSpikes()

  expect(() => env.selection('e9')).toThrow('e9')

  expect(env.selection(10).gids.length).toBe(10)
  expect((await env.run(10)).has('spikes')).toBe(true)
})

test('both of two noises of one kind at one place are set by their name', () => {
  const text = `${passive.split('model')[0]}
noise White { param level = 1
  I = level * pA * randn() : pA (every 1 ms) }
model Two {
  population A of 1 is Passive
  noise A is White
  noise A is White
}`
  const env = new Env({ path: 'two.livn', text }).setNoise({ 'A-level': 0 })

  expect([env.get('A', 'White.level'), env.get('A', 'White_2.level')]).toEqual([0, 0])
})

test('a file that brings its own network is named like a system', async () => {
  const run = await new Env('models/networks/cuba.livn', { seed: 3 }).recordSpikes().run(20)

  const files = new ModelFiles('.')
  const source = files.read('models/networks/cuba.livn')
  const same = new Env(source, { ...files.surroundings, seed: 3 }).recordSpikes()
  expect(run.events()).toEqual((await same.run(20)).events())
  expect(() => new Env('nowhere.livn')).toThrow('There is no file nowhere.livn.')
})
