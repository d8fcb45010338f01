/** What is found out about synapses, plasticity, noise, channels and networks by trying them. */
import { expect, test } from 'vitest'
import { examine } from '../../../compiler/index.ts'
import { channelResponse } from '../../../runtime/cli/responses/channel-response.ts'
import { networkResponse } from '../../../runtime/cli/responses/network-response.ts'
import { noiseResponse } from '../../../runtime/cli/responses/noise-response.ts'
import { plotDeclaration } from '../../../runtime/cli/responses/plot-model.ts'
import { plasticityResponse } from '../../../runtime/cli/responses/plasticity-response.ts'
import { synapseResponse } from '../../../runtime/cli/responses/synapse-response.ts'
import { libraryMeanings, modelFiles } from '../../library.ts'
import { subjectFrom, subjectOf } from './subject-of.ts'

test('an exponential conductance is q at the spike and q / e one time constant later', async () => {
  const { signals } = await synapseResponse(subjectOf('Exponential'))

  const g = signals.find(({ name }) => name === 'S.g')?.rows
  const at = (ms: number): number => g?.rows[0]?.[Math.round(ms / g.dt)] ?? Number.NaN
  expect(at(20.2) / at(25.2)).toBeCloseTo(Math.E, 6)
  expect(at(20.2)).toBeCloseTo(Math.exp(-0.15 / 5), 2)
})

test('a synapse that moves a variable of its own network finds it there', async () => {
  const text = `neuron Own { dw/dt = -w / 10 ms : 1; threshold w > 5 }
synapse Push { on pre { w_post += weight } }
`
  const subject = { ...subjectFrom(text, 'Push'), neighbours: ['Own'] }

  const { target } = await synapseResponse(subject)

  expect(target).toBe('Own')
})

test('the window of pair STDP is A exp(-lag / tau) on both sides', async () => {
  const { pairs } = await plasticityResponse(subjectOf('PairSTDP'))

  const change = (lag: number): number =>
    (pairs.find((each) => each.lag === lag)?.delivered ?? 0) - 1
  expect(change(10)).toBeCloseTo((0.01 * Math.exp(-10 / 20)) / 0.5, 6)
  expect(change(-10)).toBeCloseTo((-0.0105 * Math.exp(-10 / 20)) / 0.5, 6)
})

test('a train at 20 Hz depresses as Tsodyks and Markram say', async () => {
  const { trains } = await plasticityResponse(subjectOf('TsodyksMarkram'))

  const delivered = trains.find(({ rate }) => rate === 20)?.delivered ?? []
  expect(delivered.slice(0, 5).map((each) => each.toFixed(2))).toEqual([
    '0.75',
    '0.22',
    '0.10',
    '0.07',
    '0.06',
  ])
})

test('an Ornstein-Uhlenbeck current has its deviation and forgets with its time constant', async () => {
  const { mean, deviation, autocorrelation, dt } = await noiseResponse(
    subjectOf('OrnsteinUhlenbeck'),
  )

  expect(Math.abs(mean)).toBeLessThan(2)
  expect(deviation / 50).toBeCloseTo(1, 1)
  expect(autocorrelation[5 / dt]).toBeCloseTo(Math.exp(-1), 1)
})

test('the gates of the squid axon rest at 0.053, 0.596 and 0.318', async () => {
  const sodium = await channelResponse(subjectOf('Sodium'))
  const potassium = await channelResponse(subjectOf('Potassium'))

  const rest = sodium.sweep.values.indexOf(-65)
  const at = (curves: typeof sodium.steady, gate: string): string | undefined =>
    curves.find(({ name }) => name === gate)?.values[rest]?.toFixed(3)
  expect([at(sodium.steady, 'm'), at(sodium.steady, 'h'), at(potassium.steady, 'n')]).toEqual([
    '0.053',
    '0.596',
    '0.318',
  ])
})

test('its inactivation takes 1 / (alpha + beta), 8.5 ms, at rest', async () => {
  const { timeConstants, sweep } = await channelResponse(subjectOf('Sodium'))

  const tau = timeConstants.find(({ name }) => name === 'h')?.values[sweep.values.indexOf(-65)]
  expect(tau).toBeCloseTo(1 / (0.07 + 1 / (Math.exp(3) + 1)), 1)
})

test('a channel without gates that calcium opens is swept over calcium', async () => {
  const { sweep, current } = await channelResponse(subjectOf('CalciumActivatedK'))

  expect(sweep.name).toBe('Ca')
  expect(current?.values.at(-1)).toBeGreaterThan(current?.values[0] ?? 0)
})

test('a network that brings its own cells runs on them', async () => {
  const source = modelFiles.read('models/networks/izhikevich-1000.livn')
  const [model] = examine(source, modelFiles.surroundings).models
  if (!model) throw new Error('no model')

  const { run, where } = await networkResponse({
    model,
    source,
    surroundings: modelFiles.surroundings,
  })

  expect(where).toBe('')
  expect(run.duration).toBe(1000)
  expect(run.spikeIds?.length).toBeGreaterThan(100)
})

const drawable = libraryMeanings.flatMap(({ name, path, meaning }) =>
  'populations' in meaning || meaning.kind === 'neuron' || path.includes('networks')
    ? []
    : [[name, path] as const],
)

/** Rules that wait for a reward, or for a voltage far below rest. */
const patient = ['RewardSTDP', 'InhibitoryVoltageSTDP']

test.each(drawable.filter(([name]) => !patient.includes(name)))(
  '%s of the library can be drawn',
  async (name) => {
    const { block } = await plotDeclaration(subjectOf(name))

    expect(block.drawing).toMatch(/class="s\d" d="M/)
    expect(block.drawing).not.toMatch(/NaN|undefined|Infinity/)
  },
)

test.each(patient)('%s says that it waits for something else', async (name) => {
  await expect(plotDeclaration(subjectOf(name))).rejects.toThrow(/waits for something else/)
})
